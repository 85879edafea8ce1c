"""`wrong_name`: somebody else is greeted."""

import re
from collections.abc import Iterator
from typing import Final

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, error
from afterview.messages.finding import Span
from afterview.messages.likeness import is_name_of, is_slip_of, plain, same_company
from afterview.messages.reading import Reading
from afterview.messages.terms import Severity

_ADDRESSED: Final = re.compile(
    r"\b(?i:thank you|thanks)(?i: again| so much| very much| a lot| kindly){0,2}, (?P<name>[A-Z][\w'’-]+)"
    r"(?=,? for\b|[.,!]|$)",
)


@check(error(), section="DO")
def wrong_name(draft: Reading, about: About) -> Iterator[Remark]:
    """The greeting names whoever gets the message."""
    meant = (about.recipient.name,) if about.recipient else about.colleagues
    if not meant:
        return
    greeting = draft.greeting
    if greeting is not None and greeting.names:
        remark = _greeted(greeting.names, greeting.span, meant, about)
        if remark is not None:
            yield remark
            return
    for found in _ADDRESSED.finditer(draft.body.own_as_written):
        name = found["name"]
        mine = about.sender is not None and is_name_of(name, about.sender)
        if not mine and not any(is_name_of(name, one) or is_slip_of(name, one) for one in meant):
            yield _somebody_else(name, Span(*found.span("name")), meant)
            return


def _greeted(names: tuple[str, ...], span: Span, meant: tuple[str, ...], about: About) -> Remark | None:
    strangers = [name for name in names if not any(is_name_of(name, one) for one in meant)]
    known = [name for name in names if name not in strangers]
    if known and (not strangers or _is_in_company(strangers, about) or len(plain(strangers[-1])) == 1):
        return None
    if known and not _is_instead_of_first(names, strangers):
        return None
    slips = [name for name in strangers if any(is_slip_of(name, one) for one in meant)]
    if slips and len(slips) == len(strangers):
        return Remark(
            f"“{slips[0]}” looks like a slip of the finger: they are called {meant[0]}.",
            span,
            f"Dear {meant[0]},",
            Severity.WARNING,
        )
    if same_company(" ".join(strangers), about.company):
        return None
    return _somebody_else(" ".join(names), span, meant)


def _is_in_company(strangers: list[str], about: About) -> bool:
    """Whether the others who are greeted along are people met there, or the company."""
    return all(
        any(is_name_of(name, one) for one in about.colleagues) or same_company(name, about.company)
        for name in strangers
    )


def _is_instead_of_first(names: tuple[str, ...], strangers: list[str]) -> bool:
    """Whether a stranger's first name stands before a family name that fits."""
    return len(names) == 2 and names[0] in strangers


def _somebody_else(greeted: str, span: Span, meant: tuple[str, ...]) -> Remark:
    if len(meant) == 1:
        return Remark(f"This greets {greeted}, and goes to {meant[0]}.", span, f"Dear {meant[0]},")
    return Remark(f"This greets {greeted}, who is none of the people you met.", span, f"Dear {meant[0]},")
