"""`no_identification`: who is that?"""

from collections.abc import Iterator
from typing import Final

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, error
from afterview.messages.lexicon import phrases
from afterview.messages.likeness import is_name_of, is_slip_of, name_parts, plain
from afterview.messages.reading import Reading
from afterview.messages.terms import Kind

_NAMES_ITSELF: Final = phrases("call", "names_itself")


@check(error(Kind.FOLLOW_UP_CALL), section="WAY2")
def no_identification(draft: Reading, about: About) -> Iterator[Remark]:
    """Whoever calls says who it is."""
    if about.sender is None:
        named = any(_capital_follows(draft, match.words[-1].end) for match in draft.body.find(_NAMES_ITSELF))
    else:
        named = _says(about.sender, draft, about)
    if not named:
        yield Remark(
            "This does not say who is calling, and a voice alone is hard to place.",
            None,
            f"Hello, this is {about.sender or 'your name'}, about the {about.role} position at {about.company}.",
        )


def _says(name: str, draft: Reading, about: About) -> bool:
    """Whether the caller's name is said, and is not but the name of whoever is called."""
    shared = set(name_parts(about.recipient.name)) if about.recipient else set()
    parts = [part for part in name_parts(name) if part not in shared and len(part) > 1]
    said = [plain(word.text) for word in draft.body.words]
    if not parts:
        return sum(word in shared for word in said) > 1
    if not set(parts).isdisjoint(said):
        return True
    own = " ".join(parts)
    return any(len(word) > 1 and (is_name_of(word, own) or is_slip_of(word, own)) for word in said)


def _capital_follows(draft: Reading, at: int) -> bool:
    return draft.body.written[at : at + 10].lstrip(" ,:")[:1].isupper()
