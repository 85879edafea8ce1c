"""`placeholder`: something was to be filled in."""

import re
from collections.abc import Iterator
from typing import Final

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, error
from afterview.messages.finding import Span
from afterview.messages.reading import Reading

_MARK: Final = re.compile(
    r"\{\{[^{}\n]{0,80}\}\}?|\{%[^{}\n]{0,80}%\}"
    r"|(?<![\w\]\)])\$?\{[ ]?[A-Za-z][\w .'/-]{0,60}[ ]?\}"
    r"|(?<![\w\]\)!\"'])\[(?P<square>[^\[\]\n]{0,80})\](?![(\[])"
    r"|(?<!\w)<(?P<angle>[A-Za-z][A-Za-z _'/-]{1,50})>"
    r"|<<[^<>\n]{1,60}>>|«[^«»\n]{1,40}»"
    r"|%%?[A-Z][A-Z_ ]{2,30}%%?|(?<![\w$])\$[A-Z][A-Z_]{2,30}\b"
    r"|(?<!\w)_{3,}(?:[\w ]{1,40}_{2,})?|(?<!\w)\.{6,}|(?<!\w)X{3,}(?!\w)|(?<!\w)(?-i:x{4,})(?!\w)"
    r"|\b(?:TBD|TBC|TODO|FIXME|YOUR NAME|COMPANY NAME)\b|\b(?i:lorem ipsum)\b"
    r"|\b(?:INSERT|ADD|ENTER) [A-Za-z][A-Za-z' ]{1,30}\bHERE\b"
    r"|(?i:\((?:insert|enter|fill in)\b[^()\n]{0,40}\))"
    r"|(?i:\((?:insert|add|enter|fill in|your|name of|company|role|position|date|topic)\b"
    r"(?: (?:your|the|a|name|company|role|position|title|date|topic|here|interviewer|of|hiring|manager)){0,5}\))"
)
_EDITORIAL: Final = re.compile(
    r"\s*(?:sic|…|\.\.\.|\d[\d ,.:/-]*|[A-Z]{2,10}-\d+|ext|external|signed|smiles?|laughs?|edit(?:ed)?|x|✓)\s*",
    re.IGNORECASE,
)
_OPENS: Final = re.compile(r"“|(?<!\w)['‘](?=\w)")
_CLOSES: Final = re.compile(r"”|(?<=[\w.,!?])['’](?!\w)")
_HAS_NAME: Final = re.compile(r"[^\W\d_]")
_TAGS: Final = frozenset(
    ("br", "p", "b", "i", "u", "em", "strong", "div", "span", "a", "li", "ul", "ol", "grin", "smile")
)


@check(error(), section="FAQ2", in_any_language=True)
def placeholder(draft: Reading, about: About) -> Iterator[Remark]:
    """Every gap that a template leaves is filled before the message goes out."""
    for text in (draft.body, draft.subject):
        for found in _MARK.finditer(text.own_as_written):
            if _is_gap(found, text.own_as_written):
                yield Remark(
                    f"“{found[0].strip()}” still waits to be filled in"
                    + (".", " in the subject.")[text is draft.subject],
                    Span(found.start(), found.end()) if text.is_body else None,
                    _instead(found[0], about),
                )
    greeting = draft.greeting
    if greeting is not None and greeting.is_hollow:
        yield Remark(
            "The greeting stops before the name.",
            greeting.span,
            f"Dear {about.recipient.name}," if about.recipient else "Write whom you greet.",
        )


def _is_gap(found: re.Match[str], text: str) -> bool:
    angle, square = found["angle"], found["square"]
    if angle is not None:
        return angle.lower() not in _TAGS
    if square is not None:
        if _EDITORIAL.fullmatch(square) or _is_inside_quotation(found, text):
            return False
        return not square.strip(" .…") or _HAS_NAME.search(square) is not None
    return True


def _is_inside_quotation(found: re.Match[str], text: str) -> bool:
    """Whether the brackets hold what somebody put into another's words."""
    line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
    opened, closed = len(_OPENS.findall(line)), len(_CLOSES.findall(line))
    return opened > closed or line.count('"') % 2 == 1


def _instead(mark: str, about: About) -> str:
    said = mark.lower()
    if "company" in said or "employer" in said or "organi" in said:
        return about.company
    if any(word in said for word in ("role", "position", "job")):
        return about.role
    if any(word in said for word in ("your name", "my name", "sender", "candidate", "signature")):
        return about.sender or "Your own name."
    if any(word in said for word in ("topic", "discuss", "talked", "subject")) and about.discussion_points:
        return about.discussion_points[0]
    if "name" in said or "interviewer" in said or "recipient" in said or "manager" in said:
        return about.recipient.name if about.recipient else "Their name."
    return "Write what belongs here, or take the mark out."
