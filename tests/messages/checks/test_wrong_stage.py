"""`wrong_stage` speaks up at a message that does not fit the outcome, and nowhere else."""

from afterview.messages.terms import Kind, Stage
from tests.messages.cases import figures, findings, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("wrong_stage")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_it_says_what_happened_and_what_to_do_instead() -> None:
    found = the_finding("wrong_stage", "How do things stand?", Kind.CHECK_IN_EMAIL, stage=Stage.REJECTED)
    assert found.message == "This is a check-in, and they have said no."
    assert found.suggestion == "Thank them for letting you know, and wish them well."


def test_a_note_that_is_the_thank_you_may_follow_an_offer() -> None:
    text = "Thank you for Friday."
    assert findings("wrong_stage", text, Kind.HANDWRITTEN_NOTE, stage=Stage.OFFERED)
    assert not findings("wrong_stage", text, Kind.HANDWRITTEN_NOTE, stage=Stage.OFFERED, thanked=False)
