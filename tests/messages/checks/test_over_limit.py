"""`over_limit` speaks up at more than LinkedIn takes, and nowhere else."""

from afterview.messages.terms import Kind
from tests.messages.cases import figures, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("over_limit")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_what_is_too_much_is_pointed_at_in_code_points() -> None:
    found = the_finding("over_limit", "\N{WAVING HAND SIGN}" * 200 + "over", Kind.LINKEDIN_REQUEST)
    assert (found.place, found.suggestion) == ("over", "Take out 4 characters.")
