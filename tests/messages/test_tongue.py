"""Days, lists and notes are written as the language writes them."""

from datetime import date

import pytest

from afterview.messages.terms import Kind
from afterview.messages.tongue import LANGUAGES, LIBRARY, tongue

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "english", "german"),
    [
        (date(2026, 11, 23), "Monday", "Montag"),
        (date(2026, 11, 17), "Tuesday", "Dienstag"),
        (date(2026, 11, 16), "16 November", "16. November"),
        (date(2026, 11, 24), "24 November", "24. November"),
        (date(2025, 11, 20), "20 November 2025", "20. November 2025"),
    ],
)
def test_a_day_of_the_last_week_is_its_weekday_and_any_other_its_date(day: date, english: str, german: str) -> None:
    assert (tongue("en").day(day, MONDAY), tongue("de").day(day, MONDAY)) == (english, german)


def test_a_list_ends_as_one_says_it() -> None:
    assert [tongue(code).listed(["a", "b", "c"]) for code in ("en", "de")] == ["a, b and c", "a, b und c"]


@pytest.mark.parametrize(
    ("noted", "inside"),
    [
        ("The move to\n event streams. ", "the move to event streams"),
        ("Kafka", "Kafka"),
        ("How do they test?", "how do they test"),
        ("...", ""),
    ],
)
def test_a_note_becomes_part_of_a_sentence(noted: str, inside: str) -> None:
    assert tongue("en").inside(noted) == inside


@pytest.mark.parametrize(
    ("noted", "sentence"),
    [("I know Kafka", "I know Kafka."), ("Who decides?", "Who decides?"), ("Yes!", "Yes."), (" ", "")],
)
def test_a_note_becomes_a_sentence(noted: str, sentence: str) -> None:
    assert tongue("en").sentence(noted) == sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_a_template_for_every_kind_of_step(language: str) -> None:
    written = {path.stem for path in (LIBRARY / language).glob("*.liquid")}
    assert written == {kind.value for kind in Kind}


def test_a_language_without_a_folder_is_unknown() -> None:
    with pytest.raises(KeyError):
        tongue("../en")
