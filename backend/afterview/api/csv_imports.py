"""`/imports/csv`: applications and interviews from a tracker's table."""

from typing import Annotated, Final

from fastapi import Body, Query
from pydantic import AfterValidator
from sqlmodel import Session
from starlette.responses import Response

from afterview.api.conditional import JSON, represent
from afterview.api.dependencies import Now
from afterview.api.field_errors import MOST_ERRORS
from afterview.api.imports import Importing
from afterview.api.routing import MIB, resource_router
from afterview.api.schemas.csv_imports import CsvImport, ImportedRow, RowError, check_row, read_mapping
from afterview.api.schemas.fields import without_nul
from afterview.errors import FieldError, Invalid
from afterview.services.csv_import import NewRow, RowOutcome, file_rows
from afterview.services.csv_rows import ReadTable, read_table

router = resource_router(tag="Imports", body_limit=10 * MIB)

CSV: Final = "text/csv"

MappingText = Annotated[
    str | None,
    Query(
        max_length=5_000,
        description="JSON: the heading of each field, null to leave one out; what is not named is guessed.",
        examples=['{"company": "Employer", "status": null}'],
    ),
    AfterValidator(lambda text: text if text is None else without_nul(text)),
]


@router.post("/imports/csv", response_model=CsvImport)
def import_csv(
    importing: Importing,
    now: Now,
    body: Annotated[bytes, Body(media_type=CSV, description="The table, with a row of headings.")] = b"",
    mapping: MappingText = None,
) -> Response:
    """File the rows of a table: all of them, or none when one is bad.

    With `dry_run` the answer tells what would be filed, what is wrong with which row, and which column is missing.
    """
    with importing.reading() as session:
        table = read_table(session, user_id=importing.user_id, raw=body, mapping=read_mapping(mapping), now=now)
    good, errors = _check(table)
    if errors and not importing.dry_run:
        raise Invalid(*errors[:MOST_ERRORS])

    def carry_out(session: Session) -> Response:
        filed = file_rows(session, user_id=importing.user_id, rows=good, dry_run=importing.dry_run, now=now)
        count = [one.outcome for one in filed].count
        answer = CsvImport(
            headings=list(table.headings),
            mapping=table.columns,
            created=count(RowOutcome.CREATED),
            updated=count(RowOutcome.UPDATED),
            skipped=count(RowOutcome.SKIPPED),
            errors=[RowError.model_validate(error) for error in errors],
            rows=[ImportedRow.of(one, dry_run=importing.dry_run) for one in filed],
        )
        return Response(represent(answer), media_type=JSON)

    return importing.once(carry_out)


def _check(table: ReadTable) -> tuple[list[NewRow], list[FieldError]]:
    """The good rows, and what is wrong with the others, or with the table."""
    good: list[NewRow] = []
    errors = list(table.errors)
    for row in table.rows:
        checked = check_row(row, table.columns)
        if isinstance(checked, NewRow):
            good.append(checked)
        else:
            errors += checked
    return good, errors
