"""`no_status_question` speaks up at a check-in that asks nothing, and nowhere else."""

from afterview.messages.terms import Kind
from tests.messages.cases import figures, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("no_status_question")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_what_to_write_names_the_role() -> None:
    found = the_finding("no_status_question", "Dear Dana,\n\nThank you.", Kind.CHECK_IN_EMAIL)
    assert (found.place, "Data engineer" in (found.suggestion or "")) == (None, True)
