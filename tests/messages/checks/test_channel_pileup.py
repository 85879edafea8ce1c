"""`channel_pileup` speaks up at the same on another channel, and nowhere else."""

from tests.messages.cases import figures, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("channel_pileup")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_the_sentence_is_pointed_at() -> None:
    found = the_finding("channel_pileup", "Thank you. I have also sent you a message on LinkedIn. Kim")
    assert (found.place, found.section) == ("I have also sent you a message on LinkedIn.", "FAQ4")
