"""Reasons and instants in words, in the time zone of the person concerned."""

from datetime import UTC, date, datetime
from functools import lru_cache

from afterview.policy.effects import Effect, Fact
from afterview.policy.step import Step
from afterview.policy.working_time import local

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_and_time(at: datetime, zone: str) -> str:
    """Such as `Mon 23 Nov, 15:00 (New York)`; the year is named by the reader's calendar, not here."""
    return _day_and_time(at.astimezone(UTC), zone)


# One answer tells the same few instants many times; they are remembered in UTC, where each has one way to be written.
@lru_cache(maxsize=1024)
def _day_and_time(at: datetime, zone: str) -> str:
    there = local(at, zone)
    return f"{day(there)}, {there.hour:02}:{there.minute:02} ({place(zone)})"


def day(on: date) -> str:
    """Such as `Tue 1 Dec`, whatever the machine's language."""
    return f"{_DAYS[on.weekday()]} {on.day} {_MONTHS[on.month - 1]}"


def place(zone: str) -> str:
    """The city in a zone's name: `America/New_York` is New York."""
    return zone.rpartition("/")[2].replace("_", " ")


def sentence(effect: Effect, step: Step) -> str:
    """The reason of an effect on a step: its facts filled in, and `{who}` for the contact."""
    if not effect.facts:
        return effect.because.replace("{who}", step.name)
    words = {"who": step.name}
    for name, fact in effect.facts.items():
        words[name] = _in_words(fact, step.zone)
    return effect.because.format_map(words)


def _in_words(fact: Fact, zone: str) -> str:
    if isinstance(fact, datetime):
        return day_and_time(fact, zone)
    if isinstance(fact, date):
        return day(fact)
    return "" if fact is None else str(fact)


def instant(at: datetime | None) -> str | None:
    """An instant as the API writes it: UTC, RFC 3339, `Z`."""
    return None if at is None else _instant(at.astimezone(UTC))


@lru_cache(maxsize=1024)
def _instant(at: datetime) -> str:
    return at.isoformat()[:-6] + "Z"


def plain(fact: Fact) -> str | int | None:
    """A fact as a JSON value."""
    if isinstance(fact, datetime):
        return instant(fact)
    return fact.isoformat() if isinstance(fact, date) else fact
