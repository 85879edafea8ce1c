"""The rules: one file each, found by file name. A rule looks at one step and yields effects; it knows no other rule."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from afterview.policy.effects import Effect
from afterview.policy.parameters import Parameters
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind

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
    judge: Judge


_found: dict[str, Rule] = {}


def rule(
    *, basis: Basis, about: tuple[Kind, ...], sections: tuple[str, ...] = (), parameters: tuple[str, ...] = ()
) -> Callable[[Judge], Judge]:
    """Enter a function into the catalogue: its name is the rule's id, its docstring's first line the statement."""

    def enter(judge: Judge) -> Judge:
        name = judge.__name__.replace("_", "-")
        statement = (judge.__doc__ or "").strip().partition("\n")[0]
        _found[name] = Rule(name, statement, basis, sections, about, parameters, judge)
        return judge

    return enter


for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")

RULES: dict[str, Rule] = dict(sorted(_found.items()))
RULES_ABOUT: dict[Kind, tuple[Rule, ...]] = {kind: tuple(r for r in RULES.values() if kind in r.about) for kind in Kind}
