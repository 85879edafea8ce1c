"""`wrong_date` speaks up at a day that nobody promised, and nowhere else."""

from afterview.messages.terms import Kind
from tests.messages.cases import figures, findings, the_finding
from tests.messages.report import BAR


def test_it_speaks_up_where_it_should_and_nowhere_else() -> None:
    it = figures("wrong_date")
    assert min(it.precision, it.recall) >= BAR, [case.said for case in (*it.missed, *it.wrong)]


def test_the_day_is_pointed_at_and_the_promised_one_given() -> None:
    text = "Dear Dana,\n\nYou said that there would be news by 24 November."
    found = the_finding("wrong_date", text, Kind.CHECK_IN_EMAIL)
    assert (found.place, found.suggestion) == (
        "24 November",
        "I had understood that there might be news by 1 December.",
    )


def test_a_thank_you_may_name_any_day() -> None:
    assert not findings("wrong_date", "You said that there would be news by 24 November.")
