"""What of a letter others wrote: an earlier mail below it, or quoted line by line."""

import re
from typing import Final

_LINE: Final = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_INTRODUCED: Final = re.compile(
    r"^[ \t]*(?:on\b[^\n]{5,150}(?:\n[^\n]{0,100})?\bwrote:"
    r"|am\b[^\n]{5,150}(?:\n[^\n]{0,100})?\bschrieb[^\n]{0,60}:)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_BELOW: Final = re.compile(
    r"^[ \t]*(?:-{2,}[ \t]*(?:original message|forwarded message|original appointment|ursprüngliche nachricht"
    r"|weitergeleitete nachricht)\b[^\n]{0,40}|begin forwarded message:|_{10,}[ \t]*\n[ \t]*(?:from|von):"
    r"|(?:from|von):[^\n]{1,200}\n[ \t]*(?:sent|date|to|gesendet|datum|an):)",
    re.IGNORECASE | re.MULTILINE,
)


def without_quoted(text: str) -> str:
    """The text with everything quoted as blanks, so that what is left stands where it stood."""
    below = _BELOW.search(text)
    if below is not None:
        text = text[: below.start()] + _blank(text[below.start() :])
    introduced = _INTRODUCED.search(text)
    if introduced is not None:
        after = text[introduced.end() :]
        marked = _LINE.search(after) is not None
        text = text[: introduced.start()] + _blank(introduced[0]) + (after if marked else _blank(after))
    return _LINE.sub(lambda found: _blank(found[0]), text)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
