"""`impatient` speaks up at blame and pressure, and nowhere else."""

from afterview.messages.terms import Kind
from tests.messages.cases import figures, findings, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("impatient")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_the_sentence_is_pointed_at_and_a_question_offered() -> None:
    found = the_finding("impatient", "Thank you. You never replied to me. Kim", Kind.CHECK_IN_EMAIL)
    assert found.place == "You never replied to me."
    assert found.suggestion == "May I ask how things stand, and when you expect to have news?"


def test_what_was_said_of_somebody_else_in_quotation_marks_is_not_blame() -> None:
    assert not findings("impatient", "Our customer wrote “you never replied to me”, and we changed the process.")
