"""How a language writes days and lists: Babel for what all languages share, a file for what is its own.

A language is a folder under `library/`: its templates, and `small_words.txt`, the words that are only capital because
somebody began to write with them.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from babel.dates import format_date, format_skeleton
from babel.lists import format_list

LIBRARY: Final = Path(__file__).with_name("library")

LANGUAGES: Final = tuple(sorted(folder.name for folder in LIBRARY.iterdir() if folder.is_dir()))
"""The languages that there are templates in, by their codes."""

FIRST_LANGUAGE: Final = "en"
"""The language of whoever names none."""

_LOCALES: Final = {"en": "en_GB"}
"""Where a language's own name means another region's habits than ours."""

_A_WEEK: Final = timedelta(days=7)
_STOPS: Final = " .,;:!"
_ENDS: Final = (".", "?", "…")


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language."""

    code: str
    locale: str
    small_words: frozenset[str]

    def day(self, day: date, today: date) -> str:
        """A day as one says it: `Friday` within the week that follows, then `20 November`, with another year's year."""
        if timedelta() <= today - day < _A_WEEK:
            return format_date(day, "EEEE", locale=self.locale)
        return self.date(day, today)

    def date(self, day: date, today: date) -> str:
        """`20 November`, and `20 November 2027` in another year than today's."""
        if day.year == today.year:
            return format_skeleton("dMMMM", day, locale=self.locale)
        return format_date(day, "long", locale=self.locale)

    def listed(self, items: list[str]) -> str:
        """`a, b and c`."""
        return format_list(items, locale=self.locale)

    def inside(self, text: str) -> str:
        """What somebody noted, as part of a sentence: on one line, without its end, no capital that began it."""
        line = " ".join(text.split()).rstrip(_STOPS + "?")
        first, blank, rest = line.partition(" ")
        return f"{first.lower()}{blank}{rest}" if first.lower() in self.small_words else line

    def sentence(self, text: str) -> str:
        """What somebody noted, as a sentence of its own: on one line, and ended."""
        line = " ".join(text.split()).rstrip(" !,;:")
        return line if not line or line.endswith(_ENDS) else f"{line}."


@cache
def tongue(code: str) -> Tongue:
    """The language of that code, one of `LANGUAGES`; a `KeyError` for any other."""
    if code not in LANGUAGES:
        raise KeyError(code)
    words = (LIBRARY / code / "small_words.txt").read_text(encoding="utf-8")
    return Tongue(code, _LOCALES.get(code, code), frozenset(words.split()))
