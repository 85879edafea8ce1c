"""`channel_pileup`: the same thing on every channel."""

from collections.abc import Iterator
from typing import Final

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, error
from afterview.messages.lexicon import phrases
from afterview.messages.reading import Reading
from afterview.messages.text import first_in_each

_PILED: Final = phrases("channel_pileup", "piled")
_NOT_THE_SAME: Final = phrases("channel_pileup", "not_the_same")


@check(error(), section="FAQ4")
def channel_pileup(draft: Reading, about: About) -> Iterator[Remark]:
    """A message does not say that the same also went out on other channels or to others."""
    for match in first_in_each(draft.find_meant(_PILED)):
        if match.denied() or match.stands_with(_NOT_THE_SAME):
            continue
        yield Remark(
            "One message on one channel is enough; to hear of the others makes it feel like a chase.",
            match.sentence_span,
            "Leave this sentence out.",
        )
