"""From bytes to the content lines that matter: unfold first, then decode, then leave out what nobody reads.

Leaving lines out is also what makes us forgiving: a body whose line breaks were not escaped, a comment after the end,
attachments and styled copies of the text are gone before they can break anything.
"""

import codecs
import re
from typing import Final

from afterview.errors import FieldError, Invalid

MOST_EVENTS: Final = 500
MOST_LINES: Final = 30_000
LONGEST_LINE: Final = 20_000
"""In characters; what goes beyond is cut off."""

_FOLD = re.compile(rb"(?:\r\n|\r|\n)[ \t]")
_LINE_END = re.compile(r"[\r\n]+")
_READ = re.compile(
    r"(?:BEGIN|END|METHOD|UID|RECURRENCE-ID|SEQUENCE|DTSTAMP|STATUS|SUMMARY|DESCRIPTION|LOCATION|URL|CONFERENCE"
    r"|X-GOOGLE-CONFERENCE|X-MICROSOFT-SKYPETEAMSMEETINGURL|DTSTART|DTEND|DURATION|RRULE|RDATE|ORGANIZER|ATTENDEE"
    r"|TZID|TZOFFSETFROM|TZOFFSETTO)[ \t]*[:;]",
    re.IGNORECASE,
)
_EVENT_BEGINS = re.compile(r"BEGIN:VEVENT\s*", re.IGNORECASE)


def content_lines(raw: bytes) -> list[str]:
    """The lines of a calendar file that we read, unfolded; `Invalid` when there are too many of them."""
    text = _decode(_FOLD.sub(b"", raw) if not raw.startswith(_WIDE) else raw)
    lines = [line[:LONGEST_LINE] for line in _LINE_END.split(text) if _READ.match(line)]
    events = sum(1 for line in lines if _EVENT_BEGINS.fullmatch(line))
    if events > MOST_EVENTS or len(lines) > MOST_LINES:
        raise refusal(
            "calendar_too_long",
            f"The file holds more than {MOST_EVENTS:,} events, or far too much text. Export a shorter span of time, or "
            "save only the invitation itself.",
        )
    return lines


def refusal(code: str, sentence: str) -> Invalid:
    """The error for a whole file; it points at the body."""
    return Invalid(FieldError(pointer="", code=code, detail=sentence))


_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def _decode(raw: bytes) -> str:
    """UTF-8 unless the bytes say otherwise; what is not UTF-8 comes from an old Outlook in Western Europe."""
    if raw.startswith(_WIDE):
        return re.sub(r"(?:\r\n|\r|\n)[ \t]", "", raw.decode("utf-16", errors="replace"))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.removeprefix(codecs.BOM_UTF8).decode("cp1252", errors="replace")
