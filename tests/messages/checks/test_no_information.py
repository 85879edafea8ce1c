"""`no_information` speaks up at an addition that adds nothing, and nowhere else."""

from afterview.messages.terms import Kind
from tests.messages.cases import figures, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("no_information")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_what_to_write_is_the_noted_point() -> None:
    text = "Dear Dana,\n\nI forgot to mention something about streams."
    found = the_finding(
        "no_information", text, Kind.ADDITIONAL_INFORMATION_EMAIL, points_to_add=("I have run Kafka for two years.",)
    )
    assert found.suggestion == "I would like to add: I have run Kafka for two years."
