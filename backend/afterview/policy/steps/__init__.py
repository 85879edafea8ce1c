"""The kinds of step: one file each, found by file name. Each says whom it is for, how it goes out, and its headline."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules

from afterview.policy.effects import Never
from afterview.policy.rules import RULES, Rule
from afterview.policy.situation import Situation
from afterview.policy.terms import Channel, Kind, Strength


@dataclass(frozen=True)
class StepKind:
    """One kind of step.

    `recipients` names the contacts that it is for in a situation (null: nobody by name); for everybody else the verdict
    is `never`, by the rule `others_rule` and for the reason `others_because`.
    """

    kind: Kind
    channel: Channel
    strength: Strength
    headline: str
    include: tuple[str, ...]
    recipients: Callable[[Situation], Collection[str | None]]
    others_rule: str
    others_because: str
    late_headline: str | None = None

    @cached_property
    def for_others(self) -> tuple[Rule, Never]:
        """Why it is not for anybody else."""
        return RULES[self.others_rule], Never(self.others_because)


STEPS: dict[Kind, StepKind] = {}

for _module in iter_modules(__path__):
    _kind: StepKind = import_module(f"{__name__}.{_module.name}").STEP
    STEPS[_kind.kind] = _kind
STEPS = {kind: STEPS[kind] for kind in Kind if kind in STEPS}
