"""The eighteen invariants as checks: one function a statement, entered into the list by its decorator."""

from tests.policy.invariants.checks import answers, causes, moves, plans, restraint, times
from tests.policy.invariants.stating import CHECKS, TIME_CHECKS

__all__ = ["CHECKS", "TIME_CHECKS", "answers", "causes", "moves", "plans", "restraint", "times"]
