"""`asks_feedback` speaks up at a request for feedback after a no, and nowhere else."""

from afterview.messages.terms import Kind, Stage
from tests.messages.cases import figures, findings, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("asks_feedback")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_the_request_is_pointed_at() -> None:
    text = "Thank you. Could you give me some feedback? Kim"
    found = the_finding("asks_feedback", text, Kind.REJECTION_THANKS_EMAIL, stage=Stage.REJECTED)
    assert found.place == "Could you give me some feedback?"


def test_an_invitation_asks_for_nothing_only_after_a_no() -> None:
    text = "Thank you. Could you give me some feedback?"
    assert findings("asks_feedback", text, Kind.LINKEDIN_REQUEST, stage=Stage.REJECTED)
    assert not findings("asks_feedback", text, Kind.LINKEDIN_REQUEST)
