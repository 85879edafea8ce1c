"""`no_time_check`: a call finds people in the middle of something."""

from collections.abc import Iterator
from typing import Final

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, warning
from afterview.messages.lexicon import phrases
from afterview.messages.reading import Reading
from afterview.messages.terms import Kind

_ASKS_FOR_TIME: Final = phrases("call", "asks_for_time")


@check(warning(Kind.FOLLOW_UP_CALL), section="WAY2")
def no_time_check(draft: Reading, about: About) -> Iterator[Remark]:
    """A call asks whether the moment suits; one that is spoken to a machine does not."""
    if not draft.draft.voicemail and not draft.body.find(_ASKS_FOR_TIME):
        yield Remark(
            "You do not know what they are in the middle of; ask before you begin.",
            None,
            "Is this a good moment for a quick question?",
        )
