"""`wrong_name` speaks up at a greeting to somebody else, and nowhere else."""

from tests.messages.cases import figures, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("wrong_name")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_the_name_is_pointed_at_and_the_right_one_given() -> None:
    found = the_finding("wrong_name", "Dear Mr Thompson,\n\nThank you.")
    assert (found.place, found.suggestion, found.severity) == ("Thompson", "Dear Dana Reyes,", "error")


def test_a_slip_of_the_finger_is_but_a_warning() -> None:
    assert the_finding("wrong_name", "Dear Dnaa,\n\nThank you.").severity == "warning"
