"""`python -m tests.messages.report`: how well each check does on its examples; ends with 1 when one is poor."""

import sys
from collections.abc import Iterator

from tests.messages.cases import RULES, Score, cases, score

BAR = 0.95


def line(rule: str, it: Score) -> str:
    """One rule's figures."""
    return f"{rule:<22} {it.firing:>6} {it.quiet:>6} {it.precision:>10.2f} {it.recall:>7.2f}"


def lines() -> Iterator[str]:
    """The figures of all rules, and every example that a check gets wrong."""
    yield f"{'rule':<22} {'firing':>6} {'quiet':>6} {'precision':>10} {'recall':>7}"
    for rule in RULES:
        it = score(cases(rule))
        yield line(rule, it)
        for case in it.missed:
            yield f"    missed:  {case.said!r}"
        for case in it.wrong:
            places = [case.draft.body[f.span.start : f.span.end] if f.span else f.message for f in case.findings]
            yield f"    wrongly: {case.said!r} at {places}"
    yield line("all", score([case for rule in RULES for case in cases(rule)]))


def is_good(rule: str) -> bool:
    """Whether both figures of a rule reach the bar."""
    it = score(cases(rule))
    return min(it.precision, it.recall) >= BAR


if __name__ == "__main__":
    sys.stdout.writelines(f"{one}\n" for one in lines())
    sys.exit(0 if all(is_good(rule) for rule in RULES) else 1)
