"""Messages as they are handed over, and what there is to look at again in them."""

from collections.abc import Sequence
from typing import Annotated, Literal, Self, cast
from uuid import UUID

from pydantic import AfterValidator, Field, JsonValue, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from afterview.api.schemas.facts import Facts, Key
from afterview.api.schemas.fields import Email, Id, ListOf, Name, RequestModel, ResponseModel, Text, one_line
from afterview.api.schemas.terms import StepKind
from afterview.messages import finding, message
from afterview.messages.checking import is_worded_for_us
from afterview.messages.terms import Kind, Severity, Verdict
from afterview.services.messages import ToCheck

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


class MessageToCheck(RequestModel):
    """A text to look through, and what it is about: an application of yours, or a Facts document."""

    kind: StepKind
    subject: SubjectLine = Field(default="", examples=["Thank you for your time on Friday"])
    body: Text = Field(examples=["Dear Dana,\n\nthank you for taking the time to talk with me."])
    facts: Facts | None = Field(default=None, description="What the text is about; or name an application.")
    application_id: Id | None = Field(default=None, description="What the text is about; or bring the facts.")
    contact_id: Key | None = Field(default=None, description="Who gets it; left out, whoever alone it can be for.")
    sender_name: Name | None = Field(
        default=None, description="Who writes or calls; left out, the candidate of the application."
    )
    mode: Literal["voicemail"] | None = Field(default=None, description="A call that is spoken to a machine.")
    linkedin_note_limit: Literal[200, 300] | None = Field(
        default=None, description="How many characters LinkedIn takes; left out, as the preferences say."
    )
    others: ListOf[Text] = Field(default_factory=list, description="The texts to fellow interviewers.")

    @model_validator(mode="after")
    def _about_one_thing(self) -> Self:
        if (self.facts is None) == (self.application_id is None):
            raise PydanticCustomError("about_one_thing", "Send either facts or an application_id.")
        return self

    @property
    def about(self) -> Facts | UUID:
        """What the text is about: facts, or the id of an application."""
        return cast(UUID, self.application_id) if self.facts is None else self.facts

    def to_check(self) -> ToCheck:
        """The same for the service."""
        return ToCheck(
            kind=Kind(self.kind.value),
            body=self.body,
            subject=self.subject,
            contact_id=self.contact_id,
            sender_name=self.sender_name,
            voicemail=self.mode == "voicemail",
            linkedin_note_limit=self.linkedin_note_limit,
            others=tuple(self.others),
        )


class Checked(ResponseModel):
    """What there is to say about a text, the gravest first, and what it comes to."""

    findings: list[Finding]
    verdict: Verdict = Field(description="An error means do_not_send, a warning improve; advice alone is ok.")

    wording_read: bool = Field(
        description="False for a text in another language than English: its length, its gaps, its moment and"
        " whether a colleague gets the same are looked at, not its names, its days and its tone."
    )

    @classmethod
    def of(cls, found: Sequence[finding.Finding], body: str) -> Self:
        """The document of what a check found in a text."""
        return cls(
            findings=[Finding.model_validate(one) for one in found],
            verdict=finding.verdict(found),
            wording_read=is_worded_for_us(body),
        )
