"""What `/imports/csv` takes and answers."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, JsonValue, TypeAdapter, ValidationError

from afterview.api.field_errors import field_errors
from afterview.api.json_body import read_json
from afterview.api.schemas.fields import Email, ListOf, Name, RequestModel, ResponseModel, Text
from afterview.api.schemas.terms import Term
from afterview.api.schemas.times import DateOnly, IanaZone, Instant
from afterview.errors import FieldError, Invalid, Malformed
from afterview.policy.terms import InterviewFormat, InterviewStatus, Status
from afterview.services.csv_import import FiledRow, NewRow, Person, RowOutcome
from afterview.services.csv_rows import ReadRow, row_error

Column = Literal[
    "company", "role", "status", "status_changed_at", "source", "round", "format", "starts_at", "ends_at", "timezone",
    "location", "interviewers", "reply_expected_by", "notes",
]  # fmt: skip
"""What a column can be."""

Mapping = dict[Column, str | None]
_MAPPING: TypeAdapter[Mapping] = TypeAdapter(Mapping)


def read_mapping(text: str | None) -> dict[str, str | None]:
    """The heading of each field that `?mapping=` names, null for none; `Invalid` when it is something else."""
    if text is None:
        return {}
    try:
        value: JsonValue = read_json(text.encode())
        return dict(_MAPPING.validate_python(value, strict=True).items())
    except Malformed as error:
        detail = f'Write an object of fields and headings, such as {{"company": "Employer"}}. {error.detail}'
        raise Invalid(FieldError("/mapping", "no_mapping", detail)) from None
    except ValidationError as error:
        found = field_errors(error.errors(include_url=False, include_input=False))
        raise Invalid(*(FieldError(f"/mapping{one.pointer}", one.code, one.detail) for one in found)) from None


class RowPerson(RequestModel):
    """Somebody named in a row."""

    name: Name
    email: Email | None


class RowFields(RequestModel):
    """What a row says, with the limits that hold everywhere."""

    company: Name
    role: Name
    status: Term[Status] | None = None
    status_changed_at: Instant | None = None
    source: Name | None = None
    notes: Text | None = None
    starts_at: Instant | None = None
    ends_at: Instant | None = None
    timezone: IanaZone | None = None
    round: Name | None = None
    format: Term[InterviewFormat] | None = None
    interview_status: Term[InterviewStatus] | None = None
    location: Text | None = None
    reply_expected_by: DateOnly | None = None
    interviewers: ListOf[RowPerson] = []


def check_row(row: ReadRow, headings: dict[str, str]) -> NewRow | list[FieldError]:
    """The row for the service, or everything that is wrong with it."""
    try:
        fields = RowFields.model_validate(row.said)
    except ValidationError as error:
        found = field_errors(error.errors(include_url=False, include_input=False))
        names = [one.pointer.split("/")[1] for one in found]
        wrong = [
            row_error(row.number, name, headings.get(name), one.code, one.detail)
            for name, one in zip(names, found, strict=True)
        ]
        return [*row.errors, *wrong]
    if row.errors:
        return row.errors
    people = [Person(one.name, one.email) for one in fields.interviewers]
    said = {name: getattr(fields, name) for name in RowFields.model_fields if name != "interviewers"}
    return NewRow(row.number, **said, interviewers=people, remarks=tuple(row.remarks))


class RowError(ResponseModel):
    """What is wrong with a row."""

    pointer: str = Field(examples=["/rows/7/starts_at"])
    code: str
    detail: str


class ImportedPerson(ResponseModel):
    """Somebody named in a row."""

    name: str
    email: str | None


class ImportedRow(ResponseModel):
    """A row, and what became of it."""

    row: int = Field(description="Its number as spreadsheet programs count: the headings are row 1.")
    outcome: RowOutcome
    company: str
    role: str
    status: Status | None
    starts_at: Instant | None
    ends_at: Instant | None
    timezone: str | None
    interviewers: list[ImportedPerson]
    remarks: list[str] = Field(description="What was assumed, in sentences.")
    application_id: UUID | None = Field(description="Null when it is yet to be made.")
    interview_id: UUID | None

    @classmethod
    def of(cls, filed: FiledRow, *, dry_run: bool) -> Self:
        """What became of a row; a dry run has made nothing that has an id."""
        row = filed.row
        made = dry_run and filed.outcome is RowOutcome.CREATED
        said = {name: getattr(row, name) for name in ("company", "role", "status", "starts_at", "ends_at", "timezone")}
        return cls(
            row=row.number,
            outcome=filed.outcome,
            **said,
            interviewers=[ImportedPerson.model_validate(one) for one in row.interviewers],
            remarks=filed.remarks,
            application_id=None if made else filed.application_id,
            interview_id=None if made else filed.interview_id,
        )


class CsvImport(ResponseModel):
    """What became of a table: how it was read, how many rows came out how, and every row."""

    headings: list[str]
    mapping: Annotated[dict[str, str], Field(description="The heading of each field, as given or guessed.")]
    created: int
    updated: int
    skipped: int
    errors: list[RowError] = Field(description="Only with `dry_run`: what an import would be refused for.")
    rows: list[ImportedRow]
