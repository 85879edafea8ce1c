"""From the cells of a table to what they say about an application and an interview."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlmodel import Session

from afterview.connectors.spreadsheets import (
    Moment,
    Sheet,
    SheetRow,
    day_first_of,
    guess_columns,
    read_moment,
    read_sheet,
    read_span,
)
from afterview.errors import FieldError, Invalid
from afterview.policy.terms import InterviewStatus
from afterview.services.accounts import get_user
from afterview.services.event_filing import ALL_DAY, ASSUMED_LENGTH, NO_END
from afterview.services.tracker_words import format_of_words, status_of

ValueT = TypeVar("ValueT")

_REQUIRED: Final = ("company", "role")
_TIMES: Final = ("starts_at", "ends_at", "status_changed_at", "reply_expected_by")
_PLAIN: Final = ("company", "role", "source", "round", "location", "timezone", "notes")
_PERSON = re.compile(r'"?(?P<name>[^<>"]*)"?\s*<(?P<address>[^<>]*)>')


@dataclass(slots=True)
class ReadRow:
    """What one row says, field by field; `remarks` are sentences about what was assumed, `errors` what is wrong."""

    number: int
    said: dict[str, object] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    errors: list[FieldError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table: its headings, which of them is which field, and its rows.

    Without a column that every row needs there are `errors` instead of rows.
    """

    headings: tuple[str, ...]
    columns: dict[str, str]
    rows: list[ReadRow]
    errors: list[FieldError]


def read_table(
    session: Session, *, user_id: UUID, raw: bytes, mapping: Mapping[str, str | None], now: datetime
) -> ReadTable:
    """What a table says to this user, in whose zone its times are read; `Invalid` if it cannot be read as a table."""
    sheet = read_sheet(raw)
    columns = _columns_of(sheet, mapping)
    missing = _missing(sheet, columns)
    zone = get_user(session, user_id=user_id).timezone
    rows = [] if missing else _read_rows(sheet, columns, zone=zone, now=now)
    return ReadTable(sheet.headings, columns, rows, missing)


def _columns_of(sheet: Sheet, mapping: Mapping[str, str | None]) -> dict[str, str]:
    """The heading of each field: as `mapping` says (null for none), else as the headings suggest."""
    errors = [
        FieldError(f"/mapping/{name}", "unknown_heading", f"There is no column {heading!r}; {_headings(sheet)}")
        for name, heading in mapping.items()
        if heading is not None and heading not in sheet.headings
    ]
    if errors:
        raise Invalid(*errors)
    guessed = {name: head for name, head in guess_columns(sheet.headings).items() if head not in mapping.values()}
    return {name: head for name, head in {**guessed, **mapping}.items() if head is not None}


def _missing(sheet: Sheet, columns: Mapping[str, str]) -> list[FieldError]:
    """The columns that every row needs and that nobody has found."""
    detail = 'No column looks like the {0}; say which it is, as ?mapping={{"{0}": "heading"}}. {1}'
    return [
        FieldError(f"/mapping/{name}", "required", detail.format(name, _headings(sheet)))
        for name in _REQUIRED
        if name not in columns
    ]


def _read_rows(sheet: Sheet, columns: Mapping[str, str], *, zone: str, now: datetime) -> list[ReadRow]:
    dates = [row.cells.get(columns[name], "") for row in sheet.rows for name in _TIMES if name in columns]
    day_first = day_first_of(dates)
    return [_Reader(row, columns, day_first, zone, now).read() for row in sheet.rows]


class _Reader:
    """Reads one row."""

    def __init__(
        self, row: SheetRow, columns: Mapping[str, str], day_first: bool | None, zone: str, now: datetime
    ) -> None:
        self._cells = {name: row.cells.get(heading, "") for name, heading in columns.items()}
        self._columns, self._day_first, self._now = columns, day_first, now
        self._found = ReadRow(row.number)
        self._zone = self._read_zone(zone)

    def read(self) -> ReadRow:
        """What the row says."""
        said = self._found.said
        said.update({name: self._cells[name] for name in _PLAIN if self._cells.get(name)})
        status = self._try("status", status_of)
        said["interview_status" if isinstance(status, InterviewStatus) else "status"] = status
        said["format"] = self._try("format", format_of_words)
        said["interviewers"] = list(_people(self._cells.get("interviewers", "")))
        answer = self._try("reply_expected_by", self._moment)
        said["reply_expected_by"] = answer.day if answer else None
        changed = self._try("status_changed_at", self._moment)
        said["status_changed_at"] = changed.at(self._zone) if changed else None
        if changed and changed.at(self._zone) > self._now:
            self._wrong("status_changed_at", "in_the_future", "Write when it changed: now at the latest.")
        self._read_times()
        return self._found

    def _read_times(self) -> None:
        span = self._try("starts_at", lambda cell: read_span(cell, day_first=self._day_first))
        end = self._try("ends_at", self._end)
        if span is None:
            return
        begins, until = span
        until = end or until
        if isinstance(until, Moment) and until.time is None and begins.time is not None:
            until = None
        starts_at = begins.at(self._zone)
        ends_at = until.at(self._zone) if until else starts_at + ASSUMED_LENGTH
        if until is None and begins.time is None:
            ends_at = begins._replace(day=begins.day + timedelta(days=1)).at(self._zone)
            self._found.remarks.append(ALL_DAY)
        elif until is None:
            self._found.remarks.append(NO_END)
        if ends_at <= starts_at:
            self._wrong("ends_at", "ends_too_early", "Let the interview end after it starts.")
        self._found.said |= {"starts_at": starts_at, "ends_at": ends_at}

    def _end(self, cell: str) -> Moment:
        """An end, which may be a time alone, on the day of the beginning."""
        begins = self._cells.get("starts_at", "")
        if begins and re.fullmatch(r"\d{1,2}:\d\d.*", cell):
            _, until = read_span(f"{begins.partition('→')[0]} → {cell}", day_first=self._day_first)
            if until is not None:
                return until
        return self._moment(cell)

    def _moment(self, cell: str) -> Moment:
        return read_moment(cell, day_first=self._day_first)

    def _read_zone(self, zone: str) -> ZoneInfo:
        name = self._cells.get("timezone") or zone
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self._cells["timezone"] = ""
            detail = "Name an IANA time zone, such as America/New_York or Europe/Berlin."
            self._wrong("timezone", "unknown_zone", detail)
            return ZoneInfo(zone)

    def _try(self, name: str, read: Callable[[str], ValueT]) -> ValueT | None:
        cell = self._cells.get(name, "")
        try:
            return read(cell) if cell else None
        except (ValueError, OverflowError) as error:
            self._wrong(name, "unreadable", str(error))
            return None

    def _wrong(self, name: str, code: str, detail: str) -> None:
        self._found.errors.append(row_error(self._found.number, name, self._columns.get(name), code, detail))


def row_error(number: int, name: str, heading: str | None, code: str, detail: str) -> FieldError:
    """Something wrong with a cell, named by the number of its row and its heading."""
    place = f"Row {number}, {heading}" if heading else f"Row {number}"
    return FieldError(f"/rows/{number}/{name}", code, f"{place}: {detail}")


def _people(cell: str) -> Iterator[dict[str, str | None]]:
    """`Dana Reyes <dana@acme.example>; Sam Lee`; a comma parts addresses, but no names: it may stand inside of one."""
    for part in filter(
        None, map(str.strip, re.split(r"[;\n,]" if "@" in cell and ";" not in cell else r"[;\n]", cell))
    ):
        if found := _PERSON.fullmatch(part):
            address = found["address"].strip()
            yield {"name": found["name"].strip() or address.partition("@")[0], "email": address}
        elif "@" in part and " " not in part:
            yield {"name": part.partition("@")[0], "email": part}
        else:
            yield {"name": part, "email": None}


def _headings(sheet: Sheet) -> str:
    return f"The headings are: {', '.join(sheet.headings)}."
