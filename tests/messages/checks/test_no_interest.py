"""`no_interest` speaks up at a text that does not want the position, and nowhere else."""

from afterview.messages.terms import Kind, Stage
from tests.messages.cases import figures, findings, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("no_interest")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_it_is_an_error_in_thanks_and_advice_in_a_check_in() -> None:
    text = "Dear Dana,\n\nThank you for the time on Friday."
    assert the_finding("no_interest", text).severity == "error"
    assert the_finding("no_interest", text, Kind.CHECK_IN_EMAIL).severity == "advice"


def test_nobody_need_want_what_is_decided() -> None:
    assert not findings("no_interest", "Thank you for the time on Friday.", stage=Stage.ACCEPTED)
