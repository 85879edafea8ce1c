"""What a check has to say about a text."""

from collections.abc import Iterable
from dataclasses import dataclass

from afterview.messages.terms import Severity, Verdict


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the body, in code points, from `start` up to but not including `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to look at again: which check, how much it matters, why in a kind sentence, and what to write."""

    rule: str
    severity: Severity
    message: str
    section: str | None = None
    span: Span | None = None
    suggestion: str | None = None


def verdict(findings: Iterable[Finding]) -> Verdict:
    """What they come to: an error forbids, a warning asks for a change, advice does neither."""
    found = {finding.severity for finding in findings}
    if Severity.ERROR in found:
        return Verdict.DO_NOT_SEND
    return Verdict.IMPROVE if Severity.WARNING in found else Verdict.OK
