"""Bodies of `/integrations` and `/hooks`."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from afterview.api.schemas.fields import Name, RequestModel, ResponseModel, WebAddress, one_line
from afterview.api.schemas.times import Instant
from afterview.services import integrations
from afterview.services.integrations import EventName, EventOutcome, IntegrationFields, Secrets

VendorName = Literal["greenhouse", "lever", "ashby", "smartrecruiters", "workable", "recruitee", "calendly"]

Secret = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000), AfterValidator(one_line)
]


class IntegrationWrite(RequestModel):
    """What a caller may say of an integration, now and later."""

    name: Name = Field(description="What you call it.", examples=["Acme's Greenhouse"])
    company: Name | None = Field(
        default=None, description="The employer, for vendors that do not name it: then applications can be made."
    )
    api_base_url: WebAddress | None = Field(
        default=None, description="Where the vendor's API is, if not at its usual address."
    )
    signing_secret: Secret | None = Field(
        default=None, description="What the vendor signs its deliveries with. Kept encrypted, never shown."
    )
    api_key: Secret | None = Field(
        default=None, description="A key for the vendor's API, to ask for what deliveries leave out. Never shown."
    )

    def to_fields(self) -> IntegrationFields:
        """The same for the service, without the secrets."""
        return IntegrationFields(self.name, self.company, self.api_base_url)

    def to_secrets(self) -> Secrets:
        """The secrets for the service."""
        return Secrets(self.signing_secret, self.api_key)


class IntegrationNew(IntegrationWrite):
    """A new integration."""

    vendor: VendorName


class Integration(ResponseModel):
    """A connection to an applicant-tracking tool, without its secrets."""

    id: UUID
    vendor: VendorName
    name: str
    company: str | None
    api_base_url: str | None
    hook_url: str = Field(description="The address to give the vendor for its webhook.")
    has_signing_secret: bool = Field(description="Without one, only handshakes and tests are answered with 200.")
    has_api_key: bool
    can_sync: bool = Field(description="Whether the vendor's API can be asked, with the key that is stored.")
    last_event_at: Instant | None = Field(description="When the vendor last told something.")
    sync_asked_at: Instant | None = Field(description="Since when a sync is under way; null when none is.")
    last_synced_at: Instant | None = Field(description="When the last sync that came to its end began.")
    last_error: str | None = Field(description="What went wrong last when the vendor's API was asked, in a sentence.")
    created_at: Instant
    updated_at: Instant

    def writable(self) -> IntegrationWrite:
        """The part that a caller may change, without the secrets, which nobody can read."""
        return IntegrationWrite(name=self.name, company=self.company, api_base_url=self.api_base_url)


class ToldInterviewer(ResponseModel):
    """Somebody who interviews, as far as the vendor names them."""

    name: str | None
    email: str | None


class ToldInterview(ResponseModel):
    """An interview as the vendor tells of it; what it does not say is null."""

    external_id: str
    starts_at: Instant | None
    ends_at: Instant | None
    timezone: str | None
    interviewers: list[ToldInterviewer]


class IntegrationEvent(ResponseModel):
    """Something that a vendor told us, and what became of it; what it does not say is null."""

    id: UUID
    delivery_id: str
    received_at: Instant
    event: EventName
    outcome: EventOutcome = Field(
        description="applied; unchanged (nothing to change, or too late); ignored (of no use, or too little); "
        "waiting (the vendor's API is being asked); failed."
    )
    detail: str | None = Field(description="What became of it, in a sentence.")
    company: str | None
    role: str | None
    candidate_email: str | None
    interview: ToldInterview | None


class HookAnswer(ResponseModel):
    """That a delivery has arrived."""

    new_events: int = Field(description="How much of it was news; what is repeated is not.")


def integration_of(row: integrations.Integration, *, public_url: str, can_sync: bool) -> Integration:
    """What a row looks like from outside; the server is reached at `public_url`."""
    shown = row.model_dump(exclude={"signing_secret", "api_key", "user_id"})
    return Integration(
        **shown,
        hook_url=f"{public_url}/api/v1/hooks/{row.id}",
        has_signing_secret=row.signing_secret is not None,
        has_api_key=row.api_key is not None,
        can_sync=can_sync,
    )


def event_of(row: integrations.IntegrationEvent) -> IntegrationEvent:
    """What a row looks like from outside."""
    told = {name: row.told.get(name) for name in ("company", "role", "candidate_email", "interview")}
    said = row.model_dump(include={"id", "delivery_id", "received_at", "event", "outcome", "detail"})
    return IntegrationEvent.model_validate(said | told)
