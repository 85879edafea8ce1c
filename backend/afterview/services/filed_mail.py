"""What became of an e-mail message, and what its reader may say instead."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Self
from uuid import UUID

from afterview.connectors.mail_messages import Mail
from afterview.policy.terms import TouchKind
from afterview.services.filed_events import FiledCalendar
from afterview.services.touches import NewTouch


class Direction(StrEnum):
    """Which way a message went."""

    SENT = "sent"
    RECEIVED = "received"


class MailOutcome(StrEnum):
    """What became of a message."""

    LOGGED = "logged"
    KNOWN = "known"
    UNCLEAR = "unclear"
    UNMATCHED = "unmatched"


class Correction(NamedTuple):
    """What the user says instead of what was read off the message; null leaves that as it is."""

    application_id: UUID | None = None
    kind: TouchKind | None = None
    needs_answer: bool | None = None
    reply_expected_by: date | None = None


class Place(NamedTuple):
    """An application, and a person there, by their names."""

    application_id: UUID
    company: str
    role: str
    contact_id: UUID | None
    contact_name: str | None


@dataclass(frozen=True, slots=True)
class FiledMail:
    """A message and what became of it: where it belongs, or where it might; `touch` has what is logged of it.

    In a rehearsal `touch_id` is null; `remarks` are sentences for people.
    """

    mail: Mail
    direction: Direction
    outcome: MailOutcome
    place: Place | None = None
    choices: tuple[Place, ...] = ()
    touch: NewTouch | None = None
    touch_id: UUID | None = None
    calendar: FiledCalendar | None = None
    remarks: tuple[str, ...] = ()

    def rehearsed(self) -> Self:
        """The same, without the ids of what has not come to be."""
        calendar = self.calendar.rehearsed() if self.calendar else None
        touch_id = self.touch_id if self.outcome == MailOutcome.KNOWN else None
        return replace(self, touch_id=touch_id, calendar=calendar)
