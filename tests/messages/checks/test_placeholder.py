"""`placeholder` speaks up at a gap that a template left, and nowhere else."""

from tests.messages.cases import figures, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("placeholder")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_the_mark_itself_is_pointed_at_and_filled_from_the_facts() -> None:
    found = the_finding("placeholder", "Dear Dana,\n\nThank you for meeting me at [Company Name].")
    assert (found.place, found.suggestion) == ("[Company Name]", "Acme")


def test_a_mark_in_the_subject_has_no_place_in_the_body() -> None:
    found = the_finding("placeholder", "Dear Dana,\n\nThank you.", subject="Thank you, {name}")
    assert (found.place, "in the subject" in found.message) == (None, True)
