"""Messages that mail programs forward as text, below a line that says so and a few of the headers, in their own words.

What is below a reply looks much the same, and is none: so without such a line the subject has to say that it is one.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import getaddresses, parsedate_to_datetime
from typing import Final, NamedTuple

_MARK: Final = re.compile(
    r"(?:-{2,} ?(?:forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht) ?-{2,}"
    r"|begin forwarded message:|anfang der weitergeleiteten nachricht:)",
    re.IGNORECASE,
)
_FORWARDED: Final = re.compile(r"\s*(?:fwd?|wg|wtr)\s*:", re.IGNORECASE)
_HEADER: Final = re.compile(r"\*?([a-z]{2,9}):\*?(?:\s+(.*))?", re.IGNORECASE)
_QUOTE: Final = re.compile(r"[> ]*")
_NAMES: Final = {
    "from": "from", "von": "from", "to": "to", "an": "to", "cc": "cc", "kopie": "cc", "subject": "subject",
    "betreff": "subject", "date": "date", "sent": "date", "datum": "date", "gesendet": "date",
}  # fmt: skip
_MOST_LINES: Final = 2_000
_MOST_HEADERS: Final = 40


class ForwardedText(NamedTuple):
    """What a text says of a message in it: by whom and to whom (name and address), of what, when; and its words.

    `sent_at` is null where it is written in a way that only people read.
    """

    sender: tuple[str, str]
    recipients: Sequence[tuple[str, str]]
    subject: str | None
    sent_at: datetime | None
    text: str


def forwarded_text(text: str, subject: str | None) -> ForwardedText | None:
    """The message that is forwarded in this text; `subject` is that of the one who forwards. Null when there is none.

    It needs an address for whoever wrote it: a name alone says nothing.
    """
    lines = [_QUOTE.sub("", line, count=1).rstrip() for line in text.splitlines()[:_MOST_LINES]]
    begin = _begin(lines, says_so=bool(_FORWARDED.match(subject or "")))
    if begin is None:
        return None
    said, end = _headers(lines, begin)
    senders = _people(said.get("from", ""))
    if not senders:
        return None
    return ForwardedText(
        sender=senders[0],
        recipients=[*_people(said.get("to", "")), *_people(said.get("cc", ""))],
        subject=said.get("subject") or None,
        sent_at=_instant(said.get("date", "")),
        text="\n".join(lines[end:]).strip(),
    )


def _begin(lines: Sequence[str], *, says_so: bool) -> int | None:
    """Where the headers begin: below the line that says so, or at the first sender if the subject does."""
    for number, line in enumerate(lines):
        if _MARK.fullmatch(line):
            return number + 1
        header = _HEADER.fullmatch(line) if says_so else None
        if header and _NAMES.get(header[1].casefold()) == "from" and "@" in line:
            return number
    return None


def _headers(lines: Sequence[str], begin: int) -> tuple[dict[str, str], int]:
    """What the headers say, and where they end; a line that is none goes on with the one before."""
    said, name, number = dict[str, str](), None, begin
    while number < min(len(lines), begin + _MOST_HEADERS):
        line = lines[number]
        header = _HEADER.fullmatch(line)
        if header and header[1].casefold() in _NAMES:
            name = _NAMES[header[1].casefold()]
            said.setdefault(name, (header[2] or "").strip())
        elif line and name:
            said[name] = f"{said[name]} {line}".strip()
        elif not line and said:
            break
        elif line:
            return {}, number
        number += 1
    return said, number


def _people(text: str) -> list[tuple[str, str]]:
    plain = text.replace("mailto:", "").replace(";", ",").replace("[", "<").replace("]", ">")
    return [(name, address) for name, address in getaddresses([plain]) if "@" in address]


def _instant(text: str) -> datetime | None:
    """An instant as headers write it; programs that write it for people leave the offset out, or the order open."""
    try:
        said = parsedate_to_datetime(text)
        return said.astimezone(UTC) if said.tzinfo else None
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
