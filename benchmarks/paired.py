"""Two things timed side by side, so that what else the machine does falls on both."""

import gc
from collections.abc import Callable
from statistics import median
from time import process_time_ns
from typing import NamedTuple

Work = Callable[[], object]


class Measure(NamedTuple):
    """One figure: how many times its reference something took, and how many times it may take."""

    what: str
    against: str
    ratio: float
    bar: float | None

    @property
    def over(self) -> bool:
        """Whether it took longer than it may."""
        return self.bar is not None and self.ratio > self.bar


def ratio(subject: Work, reference: Work, *, rounds: int = 21, each: int = 1, reference_each: int = 1) -> float:
    """The median over rounds of one subject's time by one reference's; each is run so often in a round."""
    _time(subject, each)
    _time(reference, reference_each)
    return median(_time(subject, each) / _time(reference, reference_each) for _ in range(rounds))


def _time(work: Work, times: int) -> float:
    gc.collect()  # or one would pay for what the other left behind
    begun = process_time_ns()
    for _ in range(times):
        work()
    return max(1, process_time_ns() - begun) / times
