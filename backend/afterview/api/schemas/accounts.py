"""Bodies of registration, sign-in and `/me`."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from afterview.api.schemas.fields import Email, Name, RequestModel, ResponseModel, Text
from afterview.api.schemas.preferences import Preferences, WorkingHours
from afterview.api.schemas.times import IanaZone, Instant
from afterview.services.accounts import Profile


def _number_or_word(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise PydanticCustomError("unfit_parameter", "Write a whole number, or a word in quotes.")
    return value


Overrides = dict[str, Annotated[int | str, BeforeValidator(_number_or_word)]]


class Registration(RequestModel):
    """A new account."""

    email: Email
    password: Annotated[str, Field(min_length=8, max_length=128, examples=["lantern quay oxbow"])]
    name: Name
    timezone: IanaZone


class RefreshBody(RequestModel):
    """The refresh token to spend, or to end."""

    refresh_token: Annotated[str, Field(min_length=1, max_length=200)]


class TokenPair(ResponseModel):
    """What a sign-in gives: a token for requests, and one to get the next pair with."""

    access_token: str = Field(description="Send it as `Authorization: Bearer ...`.")
    token_type: Literal["bearer"] = "bearer"  # noqa: S105  (the name of a scheme)
    expires_in: int = Field(description="Seconds until the access token expires.", examples=[900])
    refresh_token: str = Field(description="Good for one POST /auth/refresh.")


class Digest(RequestModel):
    """The daily summary by e-mail: whether, and at which hour of the user's day."""

    enabled: bool = False
    hour: Annotated[int, Field(ge=0, le=23)] = 8


class ProfileWrite(RequestModel):
    """What a user may change about their account."""

    name: Name
    timezone: IanaZone
    signature: Text | None = None
    holiday_region: Annotated[str, Field(max_length=6, examples=["US-NY"])] | None = None
    working_hours: WorkingHours = WorkingHours()
    preferences: Preferences = Preferences()
    policy: Overrides = Field(default={}, description="Parameters of the policy that differ from its defaults.")
    digest: Digest = Digest()

    def to_profile(self) -> Profile:
        """The same for the service: mappings hold only what differs from the defaults."""
        return Profile(
            name=self.name,
            timezone=self.timezone,
            signature=self.signature,
            holiday_region=self.holiday_region,
            working_hours=self.working_hours.model_dump() if self.working_hours != WorkingHours() else None,
            preferences=self.preferences.model_dump(exclude_defaults=True),
            policy=dict(self.policy),
            digest=self.digest.model_dump() if self.digest != Digest() else None,
        )


def _or_default(kept: object) -> object:
    return {} if kept is None else kept


class Me(ResponseModel):
    """The account of the caller."""

    id: UUID
    email: str = Field(description="Cannot be changed.")
    name: str
    timezone: str
    signature: str | None
    holiday_region: str | None
    working_hours: Annotated[WorkingHours, BeforeValidator(_or_default)]
    preferences: Preferences
    policy: Overrides
    digest: Annotated[Digest, BeforeValidator(_or_default)]
    created_at: Instant
    updated_at: Instant

    def writable(self) -> ProfileWrite:
        """The part that the user may change."""
        return ProfileWrite.model_validate(self.model_dump(include=set(ProfileWrite.model_fields)))
