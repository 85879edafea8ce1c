"""The parts of a letter that have a form of their own: how it greets, and whom."""

import re
from itertools import takewhile
from typing import Final, NamedTuple

from afterview.messages.finding import Span
from afterview.messages.words import word_set

_GREETS: Final = (
    r"(?:dear|dearest|hi|hiya|hello|hey|heya|howdy|greetings|morning|afternoon|evening"
    r"|good (?:morning|afternoon|evening|day)"
    r"|to|attn|attention)"
)
_NAMED: Final = re.compile(
    rf"^[ \t]*(?P<word>{_GREETS})\b(?:[ \t]+(?:again|there))?,?[ \t]+(?P<names>[^\n,;:!?–—]{{1,80}}?)"
    r"(?=[ \t]*(?:[,;:!?–—\n]|$|(?<!\b[DM]r)(?<!\bMs)(?<!\bMrs)(?<!\bProf)\.(?:\s|$)| - ))",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"^[ \t]*(?P<names>[^\W\d_][\w.'’ -]{0,50}?)[ \t]*[,:–—-][ \t]*(?=\n|$)")
_TITLES: Final = word_set(
    "mr mrs ms miss mx dr prof professor sir madam dame lord lady herr frau doctor rev judge engineer"
)
_NOBODY: Final = word_set(
    "hi hello hey hiya dear greetings cheers thanks all team everyone everybody there both folks again sir madam"
    " hiring manager recruiter recruiting recruitment talent acquisition committee panel department hr people human"
    " resources group ladies gentlemen friends colleagues whom it may concern interviewer interviewers the and or & at"
    " of from to my our a sirs y'all one you this is it for i we thank thanks good morning afternoon evening day staff"
    " crew staffing ops operations leadership director"
)
_HOLLOW: Final = re.compile(r"(?:dear|hi|hello)[ \t]*(?=[,:])", re.IGNORECASE)
_AND: Final = re.compile(r"\s+(?:and|und|y|et)\s+|\s*[&/+]\s*")
_MARKED: Final = re.compile(r"[\[\]{}<>_@/\d]")
_PIECE: Final = re.compile(r"[^\W\d_](?:[\w'’.-]*\w)?\.?")
_STOPS: Final = word_set("this is it's i i'm my thank thanks for just from at calling speaking here how hope we we've")


class Greeting(NamedTuple):
    """A greeting: whom it names, without titles and as written, a tuple of names each, and where the names stand.

    `people` is empty when nobody is greeted by name, and `is_hollow` says that a name was meant to follow.
    """

    people: tuple[tuple[str, ...], ...]
    span: Span
    is_hollow: bool = False


def greeting_of(text: str) -> Greeting | None:
    """How a text begins, if it greets somebody."""
    start = len(text) - len(text.lstrip())
    line = text[start : start + 200]
    hollow = _HOLLOW.match(line)
    if hollow is not None:
        dear = hollow[0].lower().startswith("dear")
        return Greeting((), Span(start, start + hollow.end()), is_hollow=dear)
    found = _NAMED.match(line)
    if found is None:
        found = _BARE.match(line)
        if found is None or not all(piece[:1].isupper() for piece in _pieces(found["names"])):
            return None
    written, at = found["names"], start + found.start("names")
    people = tuple(names for part in _AND.split(written) if (names := _names(part)))
    if not people or _MARKED.search(written):
        return Greeting((), Span(at, at + len(written)))
    first, last = people[0][0], people[-1][-1]
    return Greeting(people, Span(at + written.index(first), at + written.rindex(last) + len(last)))


def _names(written: str) -> tuple[str, ...]:
    pieces = list(takewhile(lambda piece: piece.lower().replace("’", "'") not in _STOPS, _pieces(written)))
    meant = [piece for piece in pieces if piece.lower().rstrip(".") not in _TITLES | _NOBODY]
    lower = [piece for piece in meant if not piece[:1].isupper()]
    if lower and not (meant == lower == pieces and len(meant) <= 2):
        # Of a mixture only the capital ones are names; all in lower case they are, if there is nothing else.
        meant = [piece for piece in meant if piece not in lower]
    return tuple(meant)


def _pieces(written: str) -> list[str]:
    return [piece.rstrip(".") if len(piece) > 2 else piece for piece in _PIECE.findall(written)]
