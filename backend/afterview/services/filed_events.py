"""What became of the events of a calendar file."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self
from uuid import UUID

from afterview.connectors.calendar_files import Event, Problem


class Outcome(StrEnum):
    """What became of an event."""

    CREATED = "created"
    UPDATED = "updated"
    CANCELLED = "cancelled"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class FiledEvent:
    """An event, what became of it, and the interview it is kept as, if it is; `remarks` are sentences for people.

    `company` and `role` are those of the application that the interview belongs to.
    """

    event: Event
    outcome: Outcome
    interview_id: UUID | None = None
    remarks: tuple[str, ...] = ()
    company: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class FiledCalendar:
    """What became of a calendar file, event by event in the order in which they stand."""

    method: str | None
    events: tuple[FiledEvent, ...]

    def count(self, outcome: Outcome) -> int:
        """How many events came out so."""
        return sum(1 for filed in self.events if filed.outcome == outcome)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything about the events that their reader should know."""
        return tuple(Problem(filed.event.uid, remark) for filed in self.events for remark in filed.remarks)

    def rehearsed(self) -> Self:
        """The same, without the ids of interviews that have not come to be."""
        events = (replace(one, interview_id=None) if one.outcome == Outcome.CREATED else one for one in self.events)
        return replace(self, events=tuple(events))
