"""`hostile` speaks up at rudeness, and nowhere else."""

from afterview.messages.terms import Kind
from tests.messages.cases import figures, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("hostile")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_the_sentence_is_pointed_at() -> None:
    found = the_finding("hostile", "Thank you. Shame on you. Kim", Kind.REJECTION_THANKS_EMAIL)
    assert found.place == "Shame on you."
