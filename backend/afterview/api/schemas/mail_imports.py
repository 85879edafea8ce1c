"""The answer of `/imports/email`."""

from typing import Self
from uuid import UUID

from pydantic import Field

from afterview.api.schemas.fields import ResponseModel
from afterview.api.schemas.imports import CalendarImport, InvitedPerson
from afterview.api.schemas.times import DateOnly, Instant
from afterview.policy.terms import TouchKind
from afterview.services.filed_mail import Direction, FiledMail, MailOutcome


class MailPlace(ResponseModel):
    """An application that a message belongs to, and the person there who wrote or was written to."""

    application_id: UUID
    company: str
    role: str
    contact_id: UUID | None = Field(description="Null when that person is not known there.")
    contact_name: str | None


class MailTouch(ResponseModel):
    """What is logged of a message."""

    kind: TouchKind
    occurred_at: Instant
    note: str | None = Field(description="The subject.")
    needs_answer: bool
    reply_expected_by: DateOnly | None


class MailImport(ResponseModel):
    """What became of a message, or with `dry_run` what would."""

    outcome: MailOutcome = Field(
        description="known: it was logged before. unclear: see choices. unmatched: nobody in it is known."
    )
    direction: Direction
    automatic: bool = Field(description="Whether a machine sent it.")
    subject: str | None
    sender: InvitedPerson
    place: MailPlace | None
    choices: list[MailPlace] = Field(description="The applications it may belong to; name one as application_id.")
    touch: MailTouch | None
    touch_id: UUID | None = Field(description="The touch it is logged as; null when there is none (yet).")
    calendar: CalendarImport | None = Field(description="What became of the invitations in it.")
    problems: list[str] = Field(description="What its reader should know, in sentences.")

    @classmethod
    def of(cls, filed: FiledMail) -> Self:
        """The whole answer."""
        return cls(
            outcome=filed.outcome,
            direction=filed.direction,
            automatic=filed.mail.automatic,
            subject=filed.mail.subject,
            sender=InvitedPerson(name=filed.mail.sender.name, email=filed.mail.sender.address),
            place=MailPlace.model_validate(filed.place) if filed.place else None,
            choices=[MailPlace.model_validate(place) for place in filed.choices],
            touch=MailTouch.model_validate(filed.touch) if filed.touch else None,
            touch_id=filed.touch_id,
            calendar=CalendarImport.of(filed.calendar) if filed.calendar else None,
            problems=list(filed.remarks),
        )
