"""Fills a template in: the text, and the names of what was missing, whose lines are left out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from liquid.exceptions import LiquidError
from liquid.output import LimitedStringIO

from afterview.messages.dialect import MARK, MOST_BYTES, Rendering
from afterview.messages.template import BadTemplate, complaint, read_template
from afterview.messages.terms import Kind
from afterview.messages.variables import OWN_SAMPLE, Occasion, sample, values

_BLANKS: Final = re.compile(r"(?<=\S)[ \t]{2,}")
_PARAGRAPHS: Final = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Source:
    """A template as its author writes it; of several versions of the body, the first that is short enough is taken.

    There is at least one, and the last is the shortest.
    """

    subject: str
    versions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A template filled in: no line of it has a hole, and `missing` names what would have been in those left out."""

    subject: str
    body: str
    missing: tuple[str, ...]


def render(source: Source, occasion: Occasion, own: Mapping[str, str]) -> Text:
    """The text of a source for an occasion, with the caller's own values; `BadTemplate` when it is none or grows."""
    known = values(occasion, own)
    subject, missing_there = _fill(source.subject, occasion, known)
    *longer, shortest = source.versions
    filled = (_fill(version, occasion, known) for version in longer)
    fitting = next((it for it in filled if _is_short(it[0], occasion)), None)
    body, missing = fitting or _fill(shortest, occasion, known)
    return Text(" ".join(subject.split()), body, tuple(dict.fromkeys((*missing_there, *missing))))


def _is_short(body: str, occasion: Occasion) -> bool:
    """Whether a body is within the limit of its channel."""
    return occasion.about.kind is not Kind.LINKEDIN_REQUEST or len(body) <= occasion.note_limit


def fault(source: str, kind: Kind, language: str) -> BadTemplate | None:
    """What is wrong with a source, found by reading it and filling it in with the sample."""
    try:
        occasion = sample(kind, language)
        _fill(source, occasion, values(occasion, OWN_SAMPLE))
    except BadTemplate as bad:
        return bad
    return None


def _fill(source: str, occasion: Occasion, known: Mapping[str, object]) -> tuple[str, tuple[str, ...]]:
    """The text without the lines that lack something, and what they lack."""
    template = read_template(source)
    rendering = Rendering(template, known, occasion.tongue)
    output = LimitedStringIO(limit=MOST_BYTES)
    try:
        template.render_with_context(rendering, output)
    except LiquidError as error:
        raise complaint(error, source) from None
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        # What the library does not catch itself, such as a limit below nothing or a list looked for in a mapping.
        raise BadTemplate(
            "wrong_value", "Something in this does not fit what it is given: write it more simply."
        ) from None
    lines = [line.rstrip() for line in output.getvalue().splitlines() if MARK not in line]
    text = _PARAGRAPHS.sub("\n\n", _BLANKS.sub(" ", "\n".join(lines))).strip()
    return text, tuple(dict.fromkeys(rendering.missing))
