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
    for match in draft.find(_WHERE_THINGS_STAND):
        if match.comes_after(_TOLD, 6) and not match.sentence.asks:
            continue
        if match.sentence.asks or match.comes_after(_ASKING, 12) or match.comes_after(_SOFTLY_ASKING, 14):
            return True
        if any(it.sentence is match.sentence and it.first <= match.first for it in match.text.find(_SOFTLY_ASKING)):
            return True
    return False
