"""What there is to say about a draft, from all checks that its kind and its language are for."""

from collections.abc import Iterator

from afterview.messages.about import About
from afterview.messages.checks import CHECKS, Check, Remark
from afterview.messages.draft import Draft
from afterview.messages.finding import Finding
from afterview.messages.reading import Reading
from afterview.messages.terms import Severity

_GRAVEST_FIRST = tuple(Severity)


def check(draft: Draft, about: About) -> list[Finding]:
    """All findings: the gravest first, and in the order in which they stand in the text."""
    if not draft.body.strip():
        return []
    reading = Reading(draft, about.names)
    found = [finding for one in CHECKS.values() for finding in _findings(one, reading, about)]
    return sorted(found, key=lambda it: (_GRAVEST_FIRST.index(it.severity), it.span.start if it.span else -1, it.rule))


def is_worded_for_us(body: str) -> bool:
    """Whether the wording of a text is looked at: in English, as far as can be told from it."""
    return Reading(Draft(body)).is_english


def _findings(it: Check, reading: Reading, about: About) -> Iterator[Finding]:
    severity = it.severities.get(about.kind)
    if severity is not None and (it.in_any_language or reading.is_english):
        for remark in it.look(reading, about):
            yield _finding(it, severity, remark)


def _finding(it: Check, severity: Severity, remark: Remark) -> Finding:
    return Finding(
        rule=it.rule,
        severity=remark.severity or severity,
        message=remark.message,
        section=it.section,
        span=remark.span,
        suggestion=remark.suggestion,
    )
