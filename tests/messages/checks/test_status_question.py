"""`status_question` speaks up at a question about the decision where it does not belong, and nowhere else."""

from afterview.messages.terms import Kind
from tests.messages.cases import figures, findings, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("status_question")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_the_question_is_pointed_at() -> None:
    assert the_finding("status_question", "Thank you. When will you decide? Kim").place == "When will you decide?"


def test_a_check_in_may_ask() -> None:
    assert not findings("status_question", "When will you decide?", Kind.CHECK_IN_EMAIL)
