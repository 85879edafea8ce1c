"""The rules: one file each, found by file name. A rule looks at one step and yields effects; it knows no other rule."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from afterview.policy.effects import Effect
from afterview.policy.parameters import Parameters
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind

When = Callable[[Situation], bool]
Judge = Callable[[Step, Situation, Parameters], Iterator[Effect]]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule of the catalogue: its id, what it says, what it rests on, and the kinds of step it looks at."""

    id: str
    statement: str
    basis: Basis
    sections: tuple[str, ...]
    about: tuple[Kind, ...]
    parameters: tuple[str, ...]
    when: When
    judge: Judge


RulesByKind = dict[Kind, tuple[Rule, ...]]

_found: dict[str, Rule] = {}


def _always(facts: Situation) -> bool:
    return True


def rule(
    *,
    basis: Basis,
    about: tuple[Kind, ...],
    sections: tuple[str, ...] = (),
    parameters: tuple[str, ...] = (),
    when: When | None = None,
) -> Callable[[Judge], Judge]:
    """Enter a function into the catalogue: its name is the rule's id, its docstring's first line the statement.

    `when` tells in which situations it has anything to say at all.
    """

    def enter(judge: Judge) -> Judge:
        name = judge.__name__.replace("_", "-")
        statement = (judge.__doc__ or "").strip().partition("\n")[0]
        _found[name] = Rule(name, statement, basis, sections, about, parameters, when or _always, judge)
        return judge

    return enter


for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")

RULES: dict[str, Rule] = dict(sorted(_found.items()))
_CONDITIONAL = tuple(r for r in RULES.values() if r.when is not _always)


def rules_for(facts: Situation) -> RulesByKind:
    """By kind of step, the rules that have something to say in that situation."""
    return _speaking(tuple([r.when(facts) for r in _CONDITIONAL]))


@lru_cache(maxsize=1024)
def _speaking(conditions: tuple[bool, ...]) -> RulesByKind:
    silent = {r.id for r, speaks in zip(_CONDITIONAL, conditions, strict=True) if not speaks}
    return {kind: tuple(r for r in RULES.values() if kind in r.about and r.id not in silent) for kind in Kind}
