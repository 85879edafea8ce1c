"""Bodies of `/calendar-feeds`."""

from uuid import UUID

from pydantic import Field

from afterview.api.schemas.fields import Name, RequestModel, ResponseModel
from afterview.api.schemas.times import Instant


class CalendarFeedNew(RequestModel):
    """A calendar subscription."""

    name: Name = Field(default="Calendar", description="To tell subscriptions apart.", examples=["My phone"])


class CalendarFeedOut(ResponseModel):
    """A calendar subscription, without the secret in its address."""

    id: UUID
    name: str
    prefix: str = Field(description="How the secret in its address begins.", examples=["3fK9xQ"])
    created_at: Instant


class CalendarFeedCreated(CalendarFeedOut):
    """A calendar subscription with its address, which is shown this once."""

    url: str = Field(
        description="Give this to a calendar program, and to nobody else: whoever knows it reads the calendar.",
        examples=["https://afterview.example.com/api/v1/calendar/3fK9xQ....ics"],
    )
