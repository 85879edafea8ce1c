"""`no_topic` speaks up at thanks for any interview, and nowhere else."""

from tests.messages.cases import figures, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("no_topic")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_what_to_write_names_the_first_topic() -> None:
    found = the_finding("no_topic", "Dear Dana,\n\nThank you for the time on Friday.")
    assert found.suggestion == "I especially enjoyed our conversation about the move to event streams."
