"""Bodies of `/mail-proposals`."""

from uuid import UUID

from pydantic import Field

from afterview.api.schemas.fields import ResponseModel
from afterview.api.schemas.imports import InvitedPerson
from afterview.api.schemas.times import Instant


class MailProposalOut(ResponseModel):
    """A message that was read from the mailbox and waits for its reader to say what becomes of it."""

    id: UUID
    subject: str | None
    sender: InvitedPerson = Field(description="As the message says; of one that was sent on, who wrote it first.")
    sent_at: Instant | None = Field(description="As the message says.")
    arrived_at: Instant = Field(description="When it was read; it waits for thirty days.")
