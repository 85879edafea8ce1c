"""An account as one document, to take elsewhere and back."""

from typing import Annotated, Final, Literal

from pydantic import Field, GetJsonSchemaHandler, JsonValue, RootModel, ValidationError
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from afterview.api.field_errors import field_errors
from afterview.api.schemas.accounts import ProfileWrite
from afterview.api.schemas.applications import ApplicationWrite
from afterview.api.schemas.contacts import ContactWrite
from afterview.api.schemas.deferrals import DeferralNew
from afterview.api.schemas.fields import Id, RequestModel
from afterview.api.schemas.interviews import InterviewWrite
from afterview.api.schemas.templates import TemplateWrite
from afterview.api.schemas.times import Instant
from afterview.api.schemas.touches import TouchNew
from afterview.errors import Invalid
from afterview.services import account_document as service
from afterview.services.account_document import Times
from afterview.services.contacts import ContactFields
from afterview.services.deferrals import NewDeferral
from afterview.services.interviews import EventVersion
from afterview.services.templates import TemplateFields
from afterview.services.touches import NewTouch

FORMAT: Final = "afterview-account"
VERSION: Final = 1
MOST_TEMPLATES: Final = 500
"""How many templates one document may hold: each is tried before it is kept."""


class ContactRecord(ContactWrite):
    """A person at the company."""

    id: Id
    created_at: Instant
    updated_at: Instant

    def to_kept(self) -> service.KeptContact:
        """The same for the service."""
        fields = ContactFields(**self.model_dump(include=set(ContactFields._fields)))
        return service.KeptContact(self.id, fields, Times(self.created_at, self.updated_at))


class InterviewRecord(InterviewWrite):
    """A conversation, and the version of the calendar event that it was made from."""

    id: Id
    recurrence_id: Annotated[str, Field(max_length=200)] = ""
    dtstamp: Instant | None = None
    created_at: Instant
    updated_at: Instant

    def to_kept(self) -> service.KeptInterview:
        """The same for the service."""
        version = EventVersion(self.recurrence_id, self.dtstamp)
        return service.KeptInterview(self.id, self.to_fields(), version, Times(self.created_at, self.updated_at))


class TouchRecord(TouchNew):
    """Something that was sent or received, and the ids of the messages that it was logged from."""

    id: Id
    message_ids: list[Annotated[str, Field(min_length=1, max_length=998)]] = []
    created_at: Instant

    def to_kept(self) -> service.KeptTouch:
        """The same for the service."""
        said = self.model_dump(include=set(NewTouch._fields)) | {"needs_answer": self.needs_answer or False}
        touch = NewTouch(**said)._replace(occurred_at=self.occurred_at or self.created_at)
        return service.KeptTouch(self.id, touch, self.message_ids, self.created_at)


class DeferralRecord(DeferralNew):
    """Advice that was put off, or left out for good."""

    id: Id
    created_at: Instant

    def to_kept(self) -> service.KeptDeferral:
        """The same for the service."""
        said = self.model_dump(include=set(NewDeferral._fields))
        return service.KeptDeferral(self.id, NewDeferral(**said), self.created_at)


class ApplicationRecord(ApplicationWrite):
    """One candidacy with everything that belongs to it; contacts in their listed order."""

    id: Id
    created_at: Instant
    updated_at: Instant
    contacts: list[ContactRecord] = []
    interviews: list[InterviewRecord] = []
    touches: list[TouchRecord] = []
    deferrals: list[DeferralRecord] = []

    def to_kept(self) -> service.KeptApplication:
        """The same for the service."""
        return service.KeptApplication(
            self.id,
            self.to_fields(),
            Times(self.created_at, self.updated_at),
            [one.to_kept() for one in self.contacts],
            [one.to_kept() for one in self.interviews],
            [one.to_kept() for one in self.touches],
            [one.to_kept() for one in self.deferrals],
        )


class TemplateRecord(TemplateWrite):
    """A template of the user's own."""

    id: Id
    created_at: Instant
    updated_at: Instant

    def to_kept(self) -> service.KeptTemplate:
        """The same for the service."""
        fields = TemplateFields(**self.model_dump(include=set(TemplateFields._fields)))
        return service.KeptTemplate(self.id, fields, Times(self.created_at, self.updated_at))


class ProfileRecord(ProfileWrite):
    """The profile and the preferences."""

    email: str | None = Field(default=None, description="Whose account it was; an import leaves the address as it is.")


class AccountDocument(RequestModel):
    """An account; a document with a part of it will do for an import."""

    format: Literal["afterview-account"]
    version: Literal[1]
    profile: ProfileRecord | None = None
    applications: list[ApplicationRecord] = []
    templates: Annotated[list[TemplateRecord], Field(max_length=MOST_TEMPLATES)] = []

    def to_kept(self) -> service.AccountDocument:
        """The same for the service."""
        return service.AccountDocument(
            self.profile.to_profile() if self.profile else None,
            [one.to_kept() for one in self.applications],
            [one.to_kept() for one in self.templates],
        )


class UnreadDocument(RootModel[JsonValue]):
    """A document that is read in the thread that keeps it: the largest ones take a while."""

    def read(self) -> service.AccountDocument:
        """The document for the service; `Invalid` where it is not as documented."""
        try:
            return AccountDocument.model_validate(self.root).to_kept()
        except ValidationError as error:
            raise Invalid(*field_errors(error.errors(include_url=False, include_input=False))) from None

    @classmethod
    def __get_pydantic_json_schema__(cls, _: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema of the document."""
        return handler(AccountDocument.__pydantic_core_schema__)
