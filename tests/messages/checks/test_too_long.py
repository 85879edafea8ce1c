"""`too_long` speaks up at more than somebody reads, and nowhere else."""

from tests.messages.cases import figures, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("too_long")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_what_is_too_much_is_pointed_at() -> None:
    found = the_finding("too_long", "one " * 250 + "too many")
    assert (found.place, found.severity) == ("too many", "warning")
