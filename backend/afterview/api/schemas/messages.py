"""Messages as they are handed over, and what there is to look at again in them."""

from typing import Literal, Self

from pydantic import Field

from afterview.api.schemas.fields import ResponseModel
from afterview.api.schemas.terms import StepKind
from afterview.messages import message
from afterview.messages.terms import Severity


class Span(ResponseModel):
    """A stretch of the body, in code points: from `start` up to but not including `end`."""

    start: int
    end: int


class Finding(ResponseModel):
    """One thing to look at again."""

    rule: str = Field(description="Which check found it.", examples=["not_specific"])
    severity: Severity = Field(description="An error should not go out; a warning is better mended.")
    message: str = Field(description="Why, in a sentence.")
    section: str | None = Field(description="The part of the article that it rests on.")
    span: Span | None = Field(description="Where in the body; null when it is about the whole.")
    suggestion: str | None = Field(description="What to write instead.")


class Addressee(ResponseModel):
    """Who gets a message."""

    name: str
    address: str | None = Field(description="Where its channel finds them; null when that is not on file.")


class Message(ResponseModel):
    """A draft, ready to be looked through; nothing is sent by Afterview."""

    kind: StepKind
    channel: Literal["email", "phone", "linkedin", "post"]
    to: Addressee | None
    subject: str | None = Field(description="Of an e-mail; null for everything else.")
    body: str
    findings: list[Finding]
    missing: list[str] = Field(description="Variables without a value; the lines that needed them were left out.")
    characters: int = Field(description="Of the body, in code points.")
    words: int = Field(description="Of the body.")

    @classmethod
    def of(cls, it: message.Message) -> Self:
        """The document of a message."""
        return cls.model_validate(it)
