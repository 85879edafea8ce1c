"""`python -m benchmarks`: every figure beside its bar; ends with 1 when one is over."""

import sys
from collections.abc import Iterable

from benchmarks.checks import checks
from benchmarks.decisions import batch, decisions
from benchmarks.paired import Measure
from benchmarks.reading import reading


def report(measures: Iterable[Measure]) -> bool:
    """Print each figure as it comes; whether none is over its bar."""
    fine = True
    for one in measures:
        verdict = "no bar" if one.bar is None else f"bar {one.bar:g}: {'OVER' if one.over else 'ok'}"
        print(f"{one.what:<48} {one.ratio:8.2f} x {one.against:<36} {verdict}", flush=True)
        fine = fine and not one.over
    return fine


if __name__ == "__main__":
    results = [report(measures) for measures in (decisions(), batch(), reading(), checks())]
    sys.exit(0 if all(results) else 1)
