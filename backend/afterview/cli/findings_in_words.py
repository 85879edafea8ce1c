"""Findings as a page of plain text, for a terminal: each with its line of the message and a caret under the place."""

import unicodedata
from collections.abc import Iterator, Sequence
from textwrap import fill

from afterview.messages.finding import Finding, Span, verdict
from afterview.messages.terms import Severity, Verdict

_NO_WIDTH = ("Mn", "Me", "Cf")
"""Marks on letters, and signs that join or vary others: what Unicode calls them."""
_WIDTH = 88
_INDENT = "  "
_MARGIN = 32
"""How much of a long line stands before the place that is pointed at, in characters."""
_VERDICTS = {
    Verdict.OK: "This can go out.",
    Verdict.IMPROVE: "This can go out, and would be better with a change.",
    Verdict.DO_NOT_SEND: "Better not send this as it is.",
}
_SEVERITIES = {Severity.ERROR: "do not send", Severity.WARNING: "better mended", Severity.ADVICE: "advice"}


def in_words(body: str, found: Sequence[Finding]) -> str:
    """What they come to, and each of them."""
    return "\n".join([_VERDICTS[verdict(found)], *(line for finding in found for line in _lines(body, finding))])


def _lines(body: str, finding: Finding) -> Iterator[str]:
    yield ""
    where = "" if finding.span is None else f" in line {body.count(chr(10), 0, finding.span.start) + 1}"
    section = "" if finding.section is None else f", {finding.section}"
    yield f"{_SEVERITIES[finding.severity].capitalize()}{where} [{finding.rule}{section}]"
    if finding.span is not None:
        yield from _pointed_at(body, finding.span)
    yield _paragraph(finding.message)
    if finding.suggestion is not None:
        yield _paragraph(f"Instead: {finding.suggestion}")


def _pointed_at(body: str, span: Span) -> Iterator[str]:
    """The line in which the place begins, cut to what surrounds it, and carets under the place."""
    begin = body.rfind("\n", 0, span.start) + 1
    end = body.find("\n", span.start)
    end = len(body) if end < 0 else end
    shown_from = max(begin, span.start - _MARGIN)
    shown_to = min(end, shown_from + _WIDTH - len(_INDENT) * 2)
    before = ("…" if shown_from > begin else "") + body[shown_from : span.start]
    place = body[span.start : min(span.end, shown_to)]
    after = body[min(span.end, shown_to) : shown_to] + ("…" if shown_to < end else "")
    yield f"{_INDENT}{_shown(before)}{_shown(place)}{_shown(after)}"
    yield f"{_INDENT}{' ' * _columns(before)}{'^' * max(1, _columns(place))}"


def _shown(text: str) -> str:
    """The text without what would move the cursor."""
    return "".join(" " if unicodedata.category(c) == "Cc" else c for c in text)


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes: wide letters take two, marks and what cannot be seen none."""
    return sum(
        0 if unicodedata.category(c) in _NO_WIDTH else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in _shown(text)
    )


def _paragraph(text: str) -> str:
    return fill(text, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT, break_on_hyphens=False)
