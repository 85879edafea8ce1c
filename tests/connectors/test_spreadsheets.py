"""Tables as programs and people write them."""

import csv
from codecs import BOM_UTF8
from contextlib import suppress
from datetime import UTC, date, datetime, time
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview.connectors.spreadsheets import (
    Delimiter,
    Moment,
    Sheet,
    day_first_of,
    guess_columns,
    read_moment,
    read_sheet,
    read_span,
    write_sheet,
)
from afterview.errors import Invalid

BERLIN = ZoneInfo("Europe/Berlin")
TABLE = "Firma,Stelle\r\nGrüße & Söhne,Köchin\r\n"
HUNTR = ["Title", "Company", "List", "Location", "URL", "Salary", "Description", "Created At", "Notes"]
TEAL = [
    "Job Position",
    "Company",
    "Max. Salary",
    "Location",
    "Status",
    "Date Saved",
    "Deadline",
    "Date Applied",
    "Notes",
]
NOTION = ["Company", "Position", "Stage", "Interview Date", "Interviewer", "Comments"]
GERMAN = ["Unternehmen", "Stellenbezeichnung", "Bewerbungsstatus", "Gesprächstermin", "Ansprechpartner:in", "Notizen"]
OURS = ["company", "role", "status", "round", "starts_at", "ends_at", "timezone", "interviewers", "reply_expected_by"]


def cells(raw: bytes) -> list[dict[str, str]]:
    """The cells of every row, by heading."""
    return [row.cells for row in read_sheet(raw).rows]


def codes(raw: bytes) -> list[str]:
    """Why a table is refused."""
    with pytest.raises(Invalid) as refused:
        read_sheet(raw)
    return [error.code for error in refused.value.errors]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
def test_text_is_read_in_every_encoding_that_programs_save(encoding: str) -> None:
    assert cells(TABLE.encode(encoding)) == [{"Firma": "Grüße & Söhne", "Stelle": "Köchin"}]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
def test_cells_are_told_apart_whatever_separates_them(delimiter: str, ending: str) -> None:
    text = ending.join([f"Company{delimiter}Role", f'"A{delimiter} Inc. ""B"""{delimiter}One,two;three'])
    text = text.replace("One,two;three", '"One,two;three"') + ending
    assert cells(text.encode()) == [{"Company": f'A{delimiter} Inc. "B"', "Role": "One,two;three"}]


def test_a_line_that_names_the_separator_is_believed() -> None:
    assert cells(b"sep=;\r\nCompany, or so;Role\r\nAcme;Cook\r\n") == [{"Company, or so": "Acme", "Role": "Cook"}]


def test_rows_are_numbered_as_spreadsheet_programs_do() -> None:
    sheet = read_sheet(b'Company,Role\n"A\nB",x\n\n,\nC,y\n')
    assert [(row.number, row.cells["Company"]) for row in sheet.rows] == [(2, "A\nB"), (5, "C")]


def test_blanks_around_cells_and_short_rows_do_no_harm() -> None:
    assert cells(b" Company , Role ,\n Acme \nB, y ,\n") == [{"Company": "Acme"}, {"Company": "B", "Role": "y"}]


def test_of_two_columns_with_one_heading_the_first_counts() -> None:
    assert cells(b"Company,Role,Company\nAcme,x,Other\n") == [{"Company": "Acme", "Role": "x"}]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (b"\n\n,,\n", "empty"),
        (b"PK\x03\x04...", "workbook"),
        (b"\xd0\xcf\x11\xe0....", "workbook"),
        (b"Company,Role\n\x00\x00\x01,x", "not_text"),
        (b"Company,Role\nA,b,c\n", "too_many_cells"),
        (b'Company,Role\n"' + b"x" * 200_000, "not_a_table"),
        (b"Company\n" + b"A\n" * 1_001, "too_many"),
    ],
)
def test_what_is_no_table_is_refused_in_words(raw: bytes, code: str) -> None:
    assert codes(raw) == [code]


@given(raw=st.binary(max_size=300) | st.text(max_size=100).map(str.encode))
def test_arbitrary_bytes_are_read_or_refused(raw: bytes) -> None:
    with suppress(Invalid):
        assert isinstance(read_sheet(raw), Sheet)


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (HUNTR, {"role": "Title", "company": "Company", "status": "List", "notes": "Notes"}),
        (TEAL, {"role": "Job Position", "company": "Company", "status": "Status", "notes": "Notes"}),
        (
            NOTION,
            {
                "company": "Company",
                "role": "Position",
                "status": "Stage",
                "starts_at": "Interview Date",
                "interviewers": "Interviewer",
                "notes": "Comments",
            },
        ),
        (
            GERMAN,
            {
                "company": "Unternehmen",
                "role": "Stellenbezeichnung",
                "status": "Bewerbungsstatus",
                "starts_at": "Gesprächstermin",
                "interviewers": "Ansprechpartner:in",
                "notes": "Notizen",
            },
        ),
        (OURS, {heading: heading for heading in OURS}),
        (["COMPANY NAME", "jobTitle", "E-Mail"], {"company": "COMPANY NAME", "role": "jobTitle"}),
    ],
)
def test_usual_headings_are_known(headings: list[str], columns: dict[str, str]) -> None:
    assert guess_columns(headings) == columns


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("2026-11-23", date(2026, 11, 23), None),
        ("2026-11-23 10:00", date(2026, 11, 23), time(10)),
        ("2026-11-23T10:00:30", date(2026, 11, 23), time(10, 0, 30)),
        ("2026/11/23 9:05", date(2026, 11, 23), time(9, 5)),
        ("23.11.2026", date(2026, 11, 23), None),
        ("3.4.26, 10:30 Uhr", date(2026, 4, 3), time(10, 30)),
        ("Mo, 23.11.2026 um 10:30", date(2026, 11, 23), time(10, 30)),
        ("23. November 2026 10:30", date(2026, 11, 23), time(10, 30)),
        ("Montag, 2. März 2026", date(2026, 3, 2), None),
        ("November 23, 2026 3:00 PM", date(2026, 11, 23), time(15)),
        ("Mon, Nov 23rd, 2026 at 12 am", date(2026, 11, 23), time(0)),
        ("23-Nov-26", date(2026, 11, 23), None),
        ("11/23/2026 3:00 PM", date(2026, 11, 23), time(15)),
        ("23/11/2026", date(2026, 11, 23), None),
        ("5/5/2026", date(2026, 5, 5), None),
    ],
)
def test_days_and_times_are_read_as_people_write_them(text: str, day: date, clock: time | None) -> None:
    moment = read_moment(text, day_first=None)
    assert (moment.day, moment.time, moment.offset) == (day, clock, None)


@pytest.mark.parametrize(
    "text", ["2026-11-23T10:00:00+01:00", "2026-11-23 10:00 (GMT+1)", "2026-11-23 9:00Z", "2026-11-23 09:00 UTC"]
)
def test_an_offset_counts_more_than_the_zone_of_the_row(text: str) -> None:
    assert read_moment(text, day_first=None).at(ZoneInfo("Asia/Tokyo")) == datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_a_time_without_an_offset_is_that_of_the_zone() -> None:
    assert read_moment("2026-07-01 10:00", day_first=None).at(BERLIN) == datetime(2026, 7, 1, 8, tzinfo=UTC)


def test_what_may_be_two_days_is_told_by_the_other_cells_or_not_at_all() -> None:
    assert day_first_of(["3/4/2026", "13/4/2026", "soon"]) is True
    assert day_first_of(["3/4/2026", "3/14/2026"]) is False
    assert day_first_of(["3/4/2026", ""]) is None
    assert day_first_of(["13/4/2026", "3/14/2026"]) is None
    assert read_moment("3/4/2026", day_first=True).day == date(2026, 4, 3)
    assert read_moment("3/4/2026", day_first=False).day == date(2026, 3, 4)
    with pytest.raises(ValueError, match="two different days"):
        read_moment("3/4/2026", day_first=None)


@pytest.mark.parametrize(
    "text",
    ["soon", "2026-02-30", "32.1.2026", "2026-11-23 25:00", "2026-11-23 13 pm", "Foo 3, 2026", "10:00", "11/2026"],
)
def test_what_is_no_time_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"[.]$"):
        read_moment(text, day_first=None)


def test_a_cell_may_hold_the_end_too() -> None:
    begins, ends = read_span("November 23, 2026 10:00 AM → 11:30 AM", day_first=None)
    assert (begins.time, ends and ends.time) == (time(10), time(11, 30))
    _, later = read_span("2026-11-23 10:00 → 2026-11-24 11:00", day_first=None)
    assert later is not None
    assert later.day == date(2026, 11, 24)


@given(text=st.text(max_size=40))
def test_any_cell_is_a_time_or_none(text: str) -> None:
    with suppress(ValueError):
        assert isinstance(read_moment(text, day_first=None), Moment)


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "＝1+1"])
def test_what_looks_like_a_formula_is_text_and_comes_back_as_it_was(formula: str) -> None:
    written = write_sheet(["Notes"], [[formula]], Delimiter.COMMA)
    [_, [cell]] = csv.reader(StringIO(written.decode("utf-8-sig"), newline=""))
    assert cell == f"'{formula}"
    assert cells(written) == [{"Notes": formula.strip()}]


def test_a_table_opens_right_in_spreadsheet_programs() -> None:
    written = write_sheet(["Company", "Notes"], [["Grüße", 'one, "two"\nthree']], Delimiter.COMMA)
    assert written == BOM_UTF8 + 'Company,Notes\r\nGrüße,"one, ""two""\nthree"\r\n'.encode()
    assert write_sheet(["A", "B"], [["1", "2"]], Delimiter.SEMICOLON) == BOM_UTF8 + b"A;B\r\n1;2\r\n"


lines = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=20).map(str.strip).filter(bool)


@given(rows=st.lists(st.tuples(lines, lines), min_size=1, max_size=5), delimiter=st.sampled_from(Delimiter))
def test_what_is_written_is_read_again(rows: list[tuple[str, str]], delimiter: Delimiter) -> None:
    written = write_sheet(["Company", "Role"], rows, delimiter)
    found = [(row["Company"], row["Role"]) for row in cells(written)]
    assert found == [tuple(cell.removeprefix("'") if _is_quoted(cell) else cell for cell in row) for row in rows]


def _is_quoted(cell: str) -> bool:
    """Whether somebody wrote the apostrophe that makes text of a formula themselves."""
    return cell[:1] == "'" and cell[1:2] in set("=+-@\uff1d\uff0b\uff0d\uff20")
