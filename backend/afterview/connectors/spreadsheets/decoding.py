"""From bytes to text: programs save tables as UTF-8, UTF-16, or in the old Windows code page of western Europe."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import Final

from afterview.errors import FieldError, Invalid

_MARKS: Final = ((BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How .xlsx, .ods and .numbers files begin, and how .xls files do."""

_LOOKED_AT: Final = 2_000
_MANY: Final = 0.3


def decode(raw: bytes) -> str:
    """The text; a workbook, and what is no text at all, is `Invalid`."""
    if raw.startswith(_WORKBOOKS):
        raise _invalid("workbook", "This is a workbook; save the sheet as CSV (UTF-8) in your program, and send that.")
    for encoding in (*(name for mark, name in _MARKS if raw.startswith(mark)), *_unmarked(raw)):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            raise _invalid("not_text", "This is no text; send a table as CSV.")
        return text
    raise AssertionError("every byte is a character in latin-1")


def _unmarked(raw: bytes) -> tuple[str, ...]:
    """What text without a mark may be, the likeliest first; every other byte of UTF-16 is mostly zero."""
    start = raw[:_LOOKED_AT]
    if start[1::2].count(0) > len(start) // 2 * _MANY:
        return ("utf-16-le", "latin-1")
    if start[::2].count(0) > len(start) // 2 * _MANY:
        return ("utf-16-be", "latin-1")
    return ("utf-8", "cp1252", "latin-1")


def _invalid(code: str, detail: str) -> Invalid:
    return Invalid(FieldError("", code, detail))
