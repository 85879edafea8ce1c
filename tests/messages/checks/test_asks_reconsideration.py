"""`asks_reconsideration` speaks up at a request to think again, and nowhere else."""

from afterview.messages.terms import Kind, Stage
from tests.messages.cases import figures, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("asks_reconsideration")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_the_request_is_pointed_at() -> None:
    text = "Thank you. Please reconsider. Kim"
    found = the_finding("asks_reconsideration", text, Kind.REJECTION_THANKS_EMAIL, stage=Stage.REJECTED)
    assert found.place == "Please reconsider."
