"""A table as CSV that Excel and LibreOffice open right: UTF-8 with a mark, CRLF, nothing that they would carry out."""

import csv
from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from enum import StrEnum
from io import StringIO
from typing import Final

_CARRIED_OUT: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""With what a cell begins that a spreadsheet program takes for a formula; the last four are wide forms of the first."""


class Delimiter(StrEnum):
    """What separates cells: Excel expects a semicolon where a comma is the decimal sign."""

    COMMA = "comma"
    SEMICOLON = "semicolon"


_SIGNS: Final = {Delimiter.COMMA: ",", Delimiter.SEMICOLON: ";"}


def write_sheet(headings: Sequence[str], rows: Iterable[Sequence[str]], delimiter: Delimiter) -> bytes:
    """The table as a file; what looks like a formula is text, with an apostrophe before it."""
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=_SIGNS[delimiter], lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_as_text(cell) for cell in row] for row in rows)
    return BOM_UTF8 + file.getvalue().encode()


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_CARRIED_OUT) else cell
