"""`wrong_name`: somebody else is greeted."""

import re
from collections.abc import Iterator
from typing import Final

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, error
from afterview.messages.finding import Span
from afterview.messages.letter import Greeting
from afterview.messages.likeness import is_name_of, is_slip_of, same_company
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
    if greeting is not None and greeting.people:
        remark = _greeted(greeting, meant, about)
        if remark is not None:
            yield remark
            return
    for found in _ADDRESSED.finditer(draft.body.own_as_written):
        name = found["name"]
        mine = about.sender is not None and is_name_of(name, about.sender)
        if not mine and not any(is_name_of(name, one) or is_slip_of(name, one) for one in meant):
            yield _somebody_else(name, Span(*found.span("name")), meant)
            return


def _greeted(greeting: Greeting, meant: tuple[str, ...], about: About) -> Remark | None:
    people = greeting.people
    if any(_is(names, one) for names in people for one in meant):
        return None
    if same_company(" ".join(people[0]), about.company):
        return None
    slips = [name for names in people for name in names if any(is_slip_of(name, one) for one in meant)]
    if slips and all(is_name_of(name, one) or name in slips for name in people[0] for one in meant[:1]):
        return Remark(
            f"“{slips[0]}” looks like a slip of the finger: they are called {meant[0]}.",
            greeting.span,
            f"Dear {meant[0]},",
            Severity.WARNING,
        )
    return _somebody_else(" and ".join(" ".join(names) for names in people), greeting.span, meant)


def _is(names: tuple[str, ...], person: str) -> bool:
    """Whether names in a row are that person's: the first of them, and one of the others, if there are others."""
    first, *others = (is_name_of(name, person) for name in names)
    return first and (not others or any(others))


def _somebody_else(greeted: str, span: Span, meant: tuple[str, ...]) -> Remark:
    if len(meant) == 1:
        return Remark(f"This greets {greeted}, and goes to {meant[0]}.", span, f"Dear {meant[0]},")
    return Remark(f"This greets {greeted}, who is none of the people you met.", span, f"Dear {meant[0]},")
