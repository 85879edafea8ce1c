"""`not_specific` speaks up at a text that could go to anybody, and nowhere else."""

from tests.messages.cases import figures, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("not_specific")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_what_to_write_names_whom_which_role_and_where() -> None:
    found = the_finding("not_specific", "Hello,\n\nThank you for your time.")
    assert found.place is None
    assert found.suggestion is not None
    assert all(
        part in found.suggestion for part in ("Dana Reyes", "Data engineer", "Acme", "the move to event streams")
    )
