"""`no_gratitude` speaks up at a text without thanks, or with thanks that are not meant, and nowhere else."""

from afterview.messages.terms import Kind
from tests.messages.cases import figures, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("no_gratitude")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_thanks_that_are_missing_have_no_place() -> None:
    assert the_finding("no_gratitude", "Dear Dana,\n\nIt was nice to meet you.").place is None


def test_ironic_thanks_are_pointed_at() -> None:
    found = the_finding("no_gratitude", "Dear Dana,\n\nThanks for nothing. Goodbye.")
    assert (found.place, "the opposite" in found.message) == ("Thanks for nothing.", True)


def test_what_to_write_fits_the_kind() -> None:
    found = the_finding("no_gratitude", "Hello Dana.", Kind.REJECTION_THANKS_EMAIL)
    assert found.suggestion == "Thank you for letting me know, and for the time that you took."
