"""Counts what the tests tried, and prints it at the end: states explored, and Hypothesis' cases."""

import re
from collections import Counter
from collections.abc import Callable

import pytest

Tally = Callable[[str, int], None]
KEY = "tried"


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Tally:
    """`tally("states of a plan", 1234)`: the run's last lines say how many of each there were."""

    def count(what: str, number: int) -> None:
        record_property(KEY, (what, number))

    return count


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how much was tried, over all processes of the run."""
    tried: Counter[str] = Counter()
    for report in [one for reports in terminalreporter.stats.values() for one in reports]:
        if not isinstance(report, pytest.TestReport):
            continue
        for name, value in report.user_properties if report.when == "call" else ():
            if name == KEY and isinstance(value, tuple | list):
                tried[value[0]] += value[1]
        statistics = getattr(report, "_hypothesis_stats", "")
        tried["Hypothesis cases"] += sum(map(int, re.findall(r"(\d+) passing", statistics)))
    for what, number in sorted((+tried).items()):
        terminalreporter.write_line(f"tried {number:,} {what}")
