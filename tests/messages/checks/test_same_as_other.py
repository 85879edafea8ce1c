"""`same_as_other` speaks up at nearly the text that a colleague gets, and nowhere else."""

from tests.messages.cases import figures, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("same_as_other")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_the_sentences_to_change_are_pointed_at() -> None:
    shared = "I enjoyed hearing about the move to event streams."
    found = the_finding("same_as_other", f"Dear Dana,\n\n{shared}", others=(f"Dear Sam,\n\n{shared}",))
    assert (found.place, found.severity) == (shared, "warning")
