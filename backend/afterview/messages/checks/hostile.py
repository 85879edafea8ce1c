"""`hostile`: words that cannot be taken back."""

from collections.abc import Iterator
from typing import Final

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, error
from afterview.messages.lexicon import phrases
from afterview.messages.reading import Reading
from afterview.messages.terms import Kind
from afterview.messages.text import first_in_each

_RUDE: Final = phrases("hostile", "rude")
_NOT_THEIRS: Final = phrases("hostile", "not_theirs")


@check(error(), section="DONT")
def hostile(draft: Reading, about: About) -> Iterator[Remark]:
    """A message is never rude, sarcastic or belittling, and closes no door."""
    over = about.kind is Kind.REJECTION_THANKS_EMAIL
    for match in first_in_each(draft.find_meant(_RUDE)):
        if match.stands_with(_NOT_THEIRS) or match.denied(3):
            continue
        yield Remark(
            "This hurts or closes a door, and it is read by people whom you may meet again.",
            match.sentence_span,
            "Thank you for letting me know. I wish you and the team all the best."
            if over
            else "Leave it out; what you think of it is safer with a friend.",
        )
