"""The checks: one file each, found by file name. A check reads one draft and remarks on it; it knows no other check."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Final, NamedTuple

from afterview.messages.about import About
from afterview.messages.finding import Span
from afterview.messages.reading import Reading
from afterview.messages.terms import Kind, Severity


class Remark(NamedTuple):
    """What a check says of one place: why in a kind sentence, where, and what to write instead.

    `span` is null where something is not there, and in the subject; `severity` where it is another than the check's.
    """

    message: str
    span: Span | None = None
    suggestion: str | None = None
    severity: Severity | None = None


Look = Callable[[Reading, About], Iterator[Remark]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its name, what it says, how grave it is for which kinds, and whether it reads any language.

    `section` is the part of the article that it rests on; one that is not `in_any_language` reads English alone.
    """

    rule: str
    statement: str
    severities: Mapping[Kind, Severity]
    section: str
    in_any_language: bool
    look: Look


_found: dict[str, Check] = {}


def check(*severities: Mapping[Kind, Severity], section: str, in_any_language: bool = False) -> Callable[[Look], Look]:
    """Enter a function among the checks: its name is the rule's, its docstring's first line the statement."""

    def enter(look: Look) -> Look:
        merged = {kind: severity for some in severities for kind, severity in some.items()}
        statement = (look.__doc__ or "").strip().partition("\n")[0]
        _found[look.__name__] = Check(look.__name__, statement, merged, section, in_any_language, look)
        return look

    return enter


def error(*kinds: Kind) -> Mapping[Kind, Severity]:
    """An error in those kinds of messages, in all of them when none is named."""
    return dict.fromkeys(kinds or Kind, Severity.ERROR)


def warning(*kinds: Kind) -> Mapping[Kind, Severity]:
    """A warning in those kinds of messages."""
    return dict.fromkeys(kinds, Severity.WARNING)


def advice(*kinds: Kind) -> Mapping[Kind, Severity]:
    """Advice in those kinds of messages."""
    return dict.fromkeys(kinds, Severity.ADVICE)


for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")

CHECKS: Final[dict[str, Check]] = dict(sorted(_found.items()))
