"""The promised date: which one is in force, and when it has passed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from afterview.policy.facts import Interview
from afterview.policy.working_time import end_of_day


@dataclass(slots=True)
class Promise:
    """A day by which an answer was promised: said when and by whom, and the instant at which it has passed."""

    day: date
    said_at: datetime
    passed_at: datetime
    contact_id: str | None


def said_at_the_end_of(interview: Interview) -> Promise | None:
    """What was promised at the end of an interview: the day ends in the interview's own zone."""
    day = interview.reply_expected_by
    if day is None:
        return None
    return Promise(day, interview.ends_at, end_of_day(day, interview.timezone), interview.reply_promised_by)


def in_force(
    said: Sequence[Promise], interviews: Iterable[Interview], dateless_update_at: datetime | None
) -> Promise | None:
    """The promise said last (said together: the later day), unless something since took it out of force.

    What takes it out of force: a later update without a day, or an interview (held or ahead) that begins after it was
    said and ends after it has passed.
    """
    if not said:
        return None
    last = max(said, key=lambda promise: (promise.said_at, promise.day, promise.passed_at))
    if dateless_update_at is not None and dateless_update_at > last.said_at:
        return None
    if any(i.starts_at > last.said_at and i.ends_at > last.passed_at for i in interviews):
        return None
    return last
