"""Findings come to one verdict."""

import pytest

from afterview.messages.finding import Finding, verdict
from afterview.messages.terms import Severity


@pytest.mark.parametrize(
    ("severities", "expected"),
    [([], "ok"), (["advice"], "ok"), (["advice", "warning"], "improve"), (["warning", "error"], "do_not_send")],
)
def test_the_gravest_finding_decides(severities: list[str], expected: str) -> None:
    found = [Finding(rule="too_long", severity=Severity(it), message="It is long.") for it in severities]
    assert verdict(found) == expected
