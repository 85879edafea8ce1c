"""Reasons and instants in words, in the time zone of the person concerned."""

from datetime import UTC, date, datetime

from afterview.policy.effects import Effect, Fact
from afterview.policy.step import Step
from afterview.policy.working_time import local


def day_and_time(at: datetime, zone: str) -> str:
    """Such as `Mon 23 Nov, 15:00 (New York)`; the year is named by the reader's calendar, not here."""
    there = local(at, zone)
    return f"{there:%a} {there.day} {there:%b, %H:%M} ({place(zone)})"


def day(on: date) -> str:
    """Such as `Tue 1 Dec`."""
    return f"{on:%a} {on.day} {on:%b}"


def place(zone: str) -> str:
    """The city in a zone's name: `America/New_York` is New York."""
    return zone.rpartition("/")[2].replace("_", " ")


def sentence(effect: Effect, step: Step) -> str:
    """The reason of an effect on a step: its facts filled in, and `{who}` for the contact."""
    words = {name: _in_words(fact, step.zone) for name, fact in effect.facts.items()}
    return effect.because.format_map({"who": step.name, **words})


def _in_words(fact: Fact, zone: str) -> str:
    if isinstance(fact, datetime):
        return day_and_time(fact, zone)
    if isinstance(fact, date):
        return day(fact)
    return "" if fact is None else str(fact)


def instant(at: datetime | None) -> str | None:
    """An instant as the API writes it: UTC, RFC 3339, `Z`."""
    if at is None:
        return None
    text = at.astimezone(UTC).isoformat()
    return text[:-6] + "Z"


def plain(fact: Fact) -> str | int | None:
    """A fact as a JSON value."""
    if isinstance(fact, datetime):
        return instant(fact)
    return fact.isoformat() if isinstance(fact, date) else fact
