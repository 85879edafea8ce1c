"""The benchmarks run, measure what they say, and can tell that something is over its bar."""

import pytest

from benchmarks.__main__ import report
from benchmarks.checks import checks
from benchmarks.decisions import batch, decisions
from benchmarks.paired import Measure, ratio
from benchmarks.reading import reading


def test_every_measure_can_be_taken() -> None:
    taken = [
        *decisions(rounds=1, each=1),
        *batch(size=3, rounds=1),
        *reading(few=2, many=4, rounds=1),
        *checks(rounds=1, each=1),
    ]
    assert len(taken) == 11
    assert all(one.ratio > 0 for one in taken)


def test_what_takes_longer_has_a_larger_ratio() -> None:
    assert ratio(lambda: sum(range(200_000)), lambda: sum(range(2_000)), rounds=3) > 10


def test_a_figure_over_its_bar_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert report([Measure("this", "that", 2.0, 3.0)])
    assert not report([Measure("this", "that", 4.0, 3.0)])
    assert "OVER" in capsys.readouterr().out
