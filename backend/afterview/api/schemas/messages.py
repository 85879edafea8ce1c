"""Messages as they are handed over, and what there is to look at again in them."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, JsonValue, StringConstraints

from afterview.api.schemas.fields import Email, Name, RequestModel, ResponseModel, Text, one_line
from afterview.api.schemas.terms import StepKind
from afterview.messages import message
from afterview.messages.terms import Severity

SubjectLine = Annotated[str, StringConstraints(max_length=1_000), AfterValidator(one_line)]
"""The subject of an e-mail, on one line."""


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


class Links(ResponseModel):
    """What opens an e-mail, ready to be sent, in a program of the user's; null for a text too long for a link."""

    mailto: str | None = Field(description="For the mail program (RFC 6068).")
    gmail: str | None = Field(description="For Gmail in the browser.")
    outlook: str | None = Field(description="For Outlook in the browser.")


class Message(ResponseModel):
    """A draft, ready to be looked through; nothing is sent by Afterview."""

    kind: StepKind
    channel: Literal["email", "phone", "linkedin", "post"]
    to: Addressee | None
    subject: str | None = Field(description="Of an e-mail; null for everything else.")
    body: str
    links: Links = Field(description="For an e-mail; when they are null, POST /messages/eml makes a file of it.")
    findings: list[Finding]
    missing: list[str] = Field(description="Variables without a value; the lines that needed them were left out.")
    characters: int = Field(description="Of the body, in code points.")
    words: int = Field(description="Of the body.")

    @classmethod
    def of(cls, it: message.Message) -> Self:
        """The document of a message."""
        return cls.model_validate(it)


class Recipient(RequestModel):
    """Who gets a message."""

    name: Name = Field(examples=["Dana Reyes"])
    address: Email | None = None


class MessageToHandOver(RequestModel):
    """A Message as `render` gave it, edited or not: what Afterview works out of a text is taken in and left unread."""

    channel: Literal["email"] = Field(default="email", description="Nothing but an e-mail goes as a file.")
    to: Recipient | None = None
    subject: SubjectLine = Field(default="", examples=["Thank you for your time on Friday"])
    body: Text = Field(examples=["Dear Dana,\n\nthank you for taking the time to talk with me."])
    kind: StepKind | None = None
    links: JsonValue = None
    findings: JsonValue = None
    missing: JsonValue = None
    characters: JsonValue = None
    words: JsonValue = None

    @property
    def recipient(self) -> tuple[str | None, str | None]:
        """The name and the address, as far as they are known."""
        return (self.to.name, self.to.address) if self.to else (None, None)
