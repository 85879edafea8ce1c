"""What a candidate likes and when people work; an application may carry preferences of its own."""

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from afterview.api.schemas.fields import RequestModel

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)


def _check_clock(value: str) -> str:
    if not _CLOCK.fullmatch(value):
        raise PydanticCustomError("clock_format", "Write a time of day as 09:00, from 00:00 to 23:59.")
    return value


ClockTime = Annotated[
    str, AfterValidator(_check_clock), WithJsonSchema({"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"})
]
"""Hours and minutes of a day."""


class Preferences(RequestModel):
    """Which ways of following up the candidate wants."""

    linkedin: bool = True
    handwritten_notes: Literal["welcome", "unknown", "unwelcome"] = "unknown"
    calls: bool = True
    linkedin_note_limit: Annotated[
        int, Field(ge=1, le=300, description="How many characters LinkedIn lets this account write with an invitation.")
    ] = 200


class WorkingHours(RequestModel):
    """When people at companies are taken to be at work, on their own clocks."""

    start: ClockTime = "09:00"
    end: ClockTime = "17:00"

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start >= self.end:
            raise PydanticCustomError("out_of_order", "Let the working hours end after they start.")
        return self
