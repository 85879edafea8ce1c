"""Bodies of `/templates`."""

from typing import Annotated, Final, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from afterview.api.schemas.fields import Id, Name, RequestModel, ResponseModel, one_line
from afterview.api.schemas.terms import StepKind
from afterview.api.schemas.times import Instant
from afterview.messages import variables
from afterview.messages.render import Source
from afterview.messages.template import MOST_BYTES
from afterview.messages.terms import Kind
from afterview.messages.tongue import FIRST_LANGUAGE, LANGUAGES
from afterview.services.drafts import Wanted, Written
from afterview.services.templates import TemplateFields

_VARIABLE_NAME: Final = r"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)?$"


def _check_language(value: str) -> str:
    if value not in LANGUAGES:
        raise PydanticCustomError("not_a_choice", "Write one of {expected}.", {"expected": ", ".join(LANGUAGES)})
    return value


Language = Annotated[str, AfterValidator(_check_language), WithJsonSchema({"type": "string", "enum": list(LANGUAGES)})]
"""A language that there are templates in, by its code."""

Subject = Annotated[str, StringConstraints(max_length=1_000), AfterValidator(one_line)]
"""The source of a subject, on one line."""

Body = Annotated[str, StringConstraints(min_length=1, max_length=MOST_BYTES)]
"""The source of a body."""

VariableName = Annotated[str, StringConstraints(max_length=60, pattern=_VARIABLE_NAME)]
"""A name, or a name in another such as `recipient.greeting`."""

Variables = Annotated[dict[VariableName, Annotated[str, StringConstraints(max_length=5_000)]], Field(max_length=100)]
"""The caller's own values by name."""


class TemplateWrite(RequestModel):
    """What a caller may say of a template, in Liquid (see GET /templates/variables)."""

    name: Name = Field(examples=["Thanks, short"])
    kind: StepKind
    subject: Subject | None = Field(
        default=None,
        description="Of an e-mail; left out, that of the built-in template.",
        examples=["Thank you for {{ interview.day }}"],
    )
    body: Body = Field(examples=["Dear {{ recipient.greeting }},\n\nthank you for talking about {{ topic }}."])
    language: Language = Field(default=FIRST_LANGUAGE, description="How days and lists are written.")

    def to_fields(self) -> TemplateFields:
        """The same for the service."""
        return TemplateFields(**self.model_dump())


class TemplateNew(TemplateWrite):
    """A new template of the user's own."""


class Template(ResponseModel):
    """A template: one that comes with Afterview, or one of the user's own."""

    id: UUID | Kind = Field(description="The kind of step, for one that comes with Afterview.")
    built_in: bool = Field(description="Whether it comes with Afterview, and stays as it is.")
    name: str
    kind: Kind
    subject: str | None = Field(description="Null takes the subject of the built-in one, and is all but an e-mail's.")
    body: str = Field(description="Of a built-in one with several versions, the longest.")
    language: str
    created_at: Instant | None = None
    updated_at: Instant | None = None

    def writable(self) -> TemplateWrite:
        """The part that a caller may change."""
        return TemplateWrite.model_validate(self.model_dump(include=set(TemplateWrite.model_fields), mode="json"))


class Variable(ResponseModel):
    """A name that templates know."""

    name: str = Field(examples=["recipient.greeting"])
    type: variables.Type
    meaning: str
    example: str | bool | int | list[str]

    @classmethod
    def of(cls, it: variables.Variable) -> Self:
        """The document of a variable."""
        example = list(it.example) if isinstance(it.example, tuple) else it.example
        return cls(name=it.name, type=it.type, meaning=it.meaning, example=example)


class _Wish(RequestModel):
    """For whom a template is filled in, and with which own values."""

    interview_id: Id | None = Field(default=None, description="Left out, the latest one held with that person.")
    contact_id: Id | None = Field(default=None, description="Left out, whoever alone such a step is for.")
    variables: Variables = Field(
        default={},
        description="Your own values, which go before ours of the same name; also as `variables.name`.",
        examples=[{"recipient.greeting": "Dana", "portfolio": "https://example.com"}],
    )
    mode: Literal["voicemail"] | None = Field(default=None, description="A call that is spoken to a machine.")

    def to_wanted(self, application_id: UUID | None) -> Wanted:
        """The same for the service."""
        return Wanted(
            application_id=application_id,
            interview_id=self.interview_id,
            contact_id=self.contact_id,
            variables=self.variables,
            voicemail=self.mode == "voicemail",
        )


class Render(_Wish):
    """What to fill a template in with."""

    application_id: Id


class Preview(_Wish):
    """A source that is not kept, and what to fill it in with; without an application, a sample."""

    kind: StepKind
    subject: Subject | None = None
    body: Body
    language: Language = FIRST_LANGUAGE
    application_id: Id | None = None

    def to_fields(self) -> TemplateFields:
        """The source for the service."""
        return TemplateFields("", self.kind, self.body, self.subject, self.language)

    def to_written(self) -> Written:
        """The source for a draft."""
        return Written(Kind(self.kind.value), self.language, Source(self.subject or "", (self.body,)))
