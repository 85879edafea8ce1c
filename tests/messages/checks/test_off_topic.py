"""`off_topic` speaks up at an addition beside the point, and nowhere else."""

from afterview.messages.terms import Kind
from tests.messages.cases import figures, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("off_topic")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_what_was_added_is_pointed_at() -> None:
    text = "Dear Dana,\n\nThank you for Friday. I forgot to mention that I play the violin. Kim"
    found = the_finding("off_topic", text, Kind.ADDITIONAL_INFORMATION_EMAIL)
    assert found.place == "I forgot to mention that I play the violin."
