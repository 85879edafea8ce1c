"""`no_time_check` speaks up at a call that begins at once, and nowhere else."""

from afterview.messages.terms import Kind
from tests.messages.cases import figures, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("no_time_check")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_it_is_a_warning() -> None:
    assert the_finding("no_time_check", "Hello Dana.", Kind.FOLLOW_UP_CALL).severity == "warning"
