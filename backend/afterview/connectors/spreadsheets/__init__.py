"""Tables as spreadsheet programs and trackers save them: read leniently, and written so that they open right."""

from afterview.connectors.spreadsheets.headings import FIELDS, guess_columns
from afterview.connectors.spreadsheets.moments import Moment, day_first_of, read_moment, read_span
from afterview.connectors.spreadsheets.reading import Sheet, SheetRow, read_sheet
from afterview.connectors.spreadsheets.writing import Delimiter, write_sheet

__all__ = [
    "FIELDS",
    "Delimiter",
    "Moment",
    "Sheet",
    "SheetRow",
    "day_first_of",
    "guess_columns",
    "read_moment",
    "read_sheet",
    "read_span",
    "write_sheet",
]
