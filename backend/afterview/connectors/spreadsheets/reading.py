"""A table with one row of headings, separated by commas, semicolons, tabs or bars (RFC 4180, read leniently)."""

import csv
import re
from dataclasses import dataclass
from io import StringIO
from typing import Final, NamedTuple

from afterview.connectors.spreadsheets.decoding import decode
from afterview.errors import FieldError, Invalid

MOST_ROWS: Final = 1_000
LONGEST_CELL: Final = 100_000

_DELIMITERS: Final = ",;\t|"
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_NEUTRALISED = re.compile(r"^'(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])")


class SheetRow(NamedTuple):
    """A row by its number as spreadsheet programs count, the headings being the first; its cells by heading."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: what separates its cells, its headings in order, and the rows that are not empty."""

    delimiter: str
    headings: tuple[str, ...]
    rows: tuple[SheetRow, ...]


def read_sheet(raw: bytes) -> Sheet:
    """The table; `Invalid` for what is none, and for more than `MOST_ROWS` rows."""
    text = decode(raw)
    said = _SAID.match(text)
    delimiter = said[1] if said else _likeliest_delimiter(text)
    text = text[said.end() :] if said else text
    numbered = [(n, cells) for n, cells in enumerate(_records(text, delimiter), 1) if any(cells)]
    if not numbered:
        raise Invalid(FieldError("", "empty", "Send a table with a row of headings; this one is empty."))
    if len(numbered) > MOST_ROWS + 1:
        raise Invalid(FieldError("", "too_many", f"Send at most {MOST_ROWS} rows at once."))
    headings = tuple(numbered[0][1])
    errors = [
        FieldError(f"/rows/{n}", "too_many_cells", f"Row {n} has more cells than there are headings.")
        for n, cells in numbered[1:]
        if any(cells[len(headings) :])
    ]
    if errors:
        raise Invalid(*errors[:50])
    rows = (SheetRow(n, _by_heading(headings, cells)) for n, cells in numbered[1:])
    return Sheet(delimiter, tuple(dict.fromkeys(filter(None, headings))), tuple(rows))


def _likeliest_delimiter(text: str) -> str:
    """What stands most often between the headings."""
    start = _QUOTED.sub("", text[:LONGEST_CELL]).lstrip()
    line = start.splitlines()[0] if start else ""
    return max(_DELIMITERS, key=line.count)


def _records(text: str, delimiter: str) -> list[list[str]]:
    csv.field_size_limit(LONGEST_CELL)
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
        return [[_NEUTRALISED.sub("", cell, count=1).strip() for cell in cells] for cells in reader]
    except csv.Error:
        detail = "This cannot be read as a table; look for a quotation mark that is never closed."
        raise Invalid(FieldError("", "not_a_table", detail)) from None


def _by_heading(headings: tuple[str, ...], cells: list[str]) -> dict[str, str]:
    """The cells by heading; of two headings that are alike the first counts."""
    found: dict[str, str] = {}
    for heading, cell in zip(headings, cells, strict=False):
        if heading:
            found.setdefault(heading, cell)
    return found
