"""`no_identification` speaks up at a caller without a name, and nowhere else."""

from afterview.messages.terms import Kind
from tests.messages.cases import figures, findings, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("no_identification")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_what_to_say_names_the_caller() -> None:
    found = the_finding("no_identification", "Hello Dana.", Kind.FOLLOW_UP_CALL)
    assert found.suggestion == "Hello, this is Kim Okafor, about the Data engineer position at Acme."


def test_a_letter_is_signed_anyway() -> None:
    assert not findings("no_identification", "Hello Dana.")
