"""The templates that come with Afterview: a file for each kind of step in each language's folder.

A file begins like a letter's head, `Name:` and for an e-mail `Subject:`, with a blank line after it. Several versions
of a body, the longest first, are parted by a line of three dashes.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from afterview.messages.render import Source
from afterview.messages.terms import Kind
from afterview.messages.tongue import LIBRARY

_NEXT_VERSION: Final = "\n---\n"


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """One of our templates."""

    kind: Kind
    language: str
    name: str
    source: Source
    built_in: bool = True

    @property
    def id(self) -> Kind:
        """It is found by its kind."""
        return self.kind

    @property
    def subject(self) -> str | None:
        """How its subject is written; only an e-mail has one."""
        return self.source.subject or None

    @property
    def body(self) -> str:
        """How its body is written: the longest of several versions."""
        return self.source.versions[0]


@cache
def built_in(kind: Kind, language: str) -> BuiltIn:
    """Our template for that kind of step in that language, one of `tongue.LANGUAGES`."""
    text = (LIBRARY / language / f"{kind.value}.liquid").read_text(encoding="utf-8")
    head, _, body = text.partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    versions = tuple(version.strip() for version in body.split(_NEXT_VERSION))
    return BuiltIn(kind, language, fields["Name"], Source(fields.get("Subject", ""), versions))
