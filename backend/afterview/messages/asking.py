"""How people ask where things stand, so plainly or so softly that it takes a list."""

from collections.abc import Iterator
from typing import Final

from afterview.messages.lexicon import phrases
from afterview.messages.reading import Reading
from afterview.messages.text import Match

_WHERE_THINGS_STAND: Final = phrases("asking", "where_things_stand")
"""What somebody asks about who asks for the decision or its time."""

_ASKING: Final = phrases("asking", "asking")
_PLAINLY_ASKING: Final = phrases("asking", "plainly_asking")
_SOFTLY_ASKING: Final = phrases("asking", "softly_asking")
_CURIOUS: Final = phrases("asking", "curious")
_ABOUT_THE_DECISION: Final = phrases("asking", "about_the_decision")
_OFFERS: Final = phrases("asking", "offers")
_TOLD: Final = phrases("asking", "told")


def plain_questions(draft: Reading) -> Iterator[Match]:
    """Where the draft asks for the decision or its time, one place for each sentence."""
    for match in draft.find(_WHERE_THINGS_STAND):
        if match.denied() or match.goes_on(_OFFERS) or match.comes_after(_OFFERS):
            continue
        asks = match.comes_after(_PLAINLY_ASKING, 6) or any(
            it.sentence is match.sentence and it.first <= match.first < it.last
            for it in match.text.find(_PLAINLY_ASKING)
        )
        if (match.sentence.asks and not match.comes_after(_TOLD)) or (asks and not match.comes_after(_TOLD, 12)):
            yield match


def asks_softly(draft: Reading) -> bool:
    """Whether the draft asks in any way, a hope or a check-in among them, about the decision or its time."""
    if any(match.sentence.asks and not match.stands_with(_OFFERS) for match in draft.find(_ABOUT_THE_DECISION)):
        return True
    if any(not match.stands_with(_OFFERS) and not match.comes_after(_TOLD) for match in draft.find(_CURIOUS)):
        return True
    return any(_is_asked(match) for match in draft.find(_WHERE_THINGS_STAND))


def _is_asked(match: Match) -> bool:
    if match.sentence.asks:
        return True
    if match.comes_after(_TOLD, 6):
        return False
    if match.comes_after(_ASKING, 12) or match.comes_after(_SOFTLY_ASKING, 14):
        return True
    soft = match.text.find(_SOFTLY_ASKING)
    return any(it.sentence is match.sentence and it.first <= match.first for it in soft)
