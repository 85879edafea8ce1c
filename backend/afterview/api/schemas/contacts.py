"""Bodies of `/contacts`."""

from uuid import UUID

from pydantic import Field

from afterview.api.schemas.fields import Email, Name, Phone, RequestModel, ResponseModel, Text, WebAddress
from afterview.api.schemas.terms import Term
from afterview.api.schemas.times import IanaZone, Instant
from afterview.policy.terms import Role
from afterview.services.contacts import ContactFields


class ContactWrite(RequestModel):
    """What a caller may say of a person at the company."""

    name: Name = Field(examples=["Dana Reyes"])
    title: Name | None = Field(default=None, examples=["Head of data"])
    role: Term[Role] = Role.INTERVIEWER
    email: Email | None = None
    phone: Phone | None = None
    linkedin_url: WebAddress | None = None
    postal_address: Text | None = None
    timezone: IanaZone | None = Field(default=None, description="Left out, that of the interview.")

    def to_fields(self) -> ContactFields:
        """The same for the service."""
        return ContactFields(**self.model_dump())


class ContactNew(ContactWrite):
    """A new person at the company."""


class Contact(ResponseModel):
    """A person at the company."""

    id: UUID
    application_id: UUID
    name: str
    title: str | None
    role: Role
    email: str | None
    phone: str | None = Field(description="In E.164 form.")
    linkedin_url: str | None
    postal_address: str | None
    timezone: str | None
    created_at: Instant
    updated_at: Instant

    def writable(self) -> ContactWrite:
        """The part that a caller may change."""
        return ContactWrite.model_validate(self.model_dump(include=set(ContactWrite.model_fields)))
