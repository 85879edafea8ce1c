"""What vendors send, read into values of the kind that is expected; what is absent, or of another kind, is null."""

import json
import math
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from afterview.connectors.ats.vendor import Unreadable

MOST_ITEMS: Final = 200
"""How many entries of a list are looked at."""


class Fields:
    """One JSON object. A path of names leads down through objects; where it leads nowhere, there is nothing."""

    def __init__(self, content: object) -> None:
        self._content: dict[str, object] = content if isinstance(content, dict) else {}

    def __bool__(self) -> bool:
        return bool(self._content)

    def __contains__(self, name: str) -> bool:
        return name in self._content

    def value(self, *path: str) -> object:
        """Whatever stands there."""
        content: object = self._content
        for name in path:
            content = content.get(name) if isinstance(content, dict) else None
        return content

    def part(self, *path: str) -> "Fields":
        """The object there; an empty one where there is none."""
        return Fields(self.value(*path))

    def parts(self, *path: str) -> Iterator["Fields"]:
        """The objects in the list there, the first of very many."""
        return (Fields(item) for item in self._items(path) if isinstance(item, dict))

    def texts(self, *path: str) -> list[str]:
        """The texts in the list there, the first of very many."""
        return [item for item in self._items(path) if isinstance(item, str)]

    def text(self, *path: str) -> str | None:
        """The text there, with anything but blanks in it."""
        content = self.value(*path)
        return content if isinstance(content, str) and content.strip() else None

    def id(self, *path: str) -> str | None:
        """The id there, which vendors write as a number or as a text."""
        content = self.value(*path)
        return str(content) if isinstance(content, int) and not isinstance(content, bool) else self.text(*path)

    def instant(self, *path: str) -> datetime | None:
        """The instant there, in ISO 8601 with an offset; without one it is not said which instant that is."""
        try:
            at = datetime.fromisoformat(self.text(*path) or "")
            return at.astimezone(UTC) if at.utcoffset() is not None else None
        except (ValueError, OverflowError):
            return None

    def number(self, *path: str) -> float | None:
        """The number there."""
        content = self.value(*path)
        is_number = isinstance(content, int | float) and not isinstance(content, bool) and abs(content) < 10**15
        return float(content) if is_number and isinstance(content, int | float) else None

    def epoch_ms(self, *path: str) -> datetime | None:
        """The instant there, in milliseconds since 1970."""
        milliseconds = self.number(*path)
        return None if milliseconds is None else instant_of(milliseconds / 1000)

    def _items(self, path: tuple[str, ...]) -> list[object]:
        content = self.value(*path)
        return content[:MOST_ITEMS] if isinstance(content, list) else []


def read_object(body: bytes) -> Fields:
    """The JSON object that a body is; `Unreadable` when it is none."""
    try:
        content = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Unreadable("The body is not JSON, or it is nested too deeply.") from None
    if not isinstance(content, dict):
        raise Unreadable("The body is JSON, but no object.")
    return Fields(content)


def instant_of(seconds: float) -> datetime | None:
    """The instant so many seconds after 1970; null for those outside of the calendar."""
    try:
        return datetime.fromtimestamp(seconds, UTC) if math.isfinite(seconds) else None
    except (ValueError, OverflowError, OSError):
        return None


def joined(*names: str | None) -> str | None:
    """The parts of a name that are there, with blanks between them."""
    return " ".join(name.strip() for name in names if name) or None
