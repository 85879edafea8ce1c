"""`too_long`: more than somebody reads, or listens to."""

from collections.abc import Iterator
from typing import Final

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, warning
from afterview.messages.finding import Span
from afterview.messages.reading import Reading
from afterview.messages.terms import Kind

_MOST_WORDS: Final = {
    Kind.FOLLOW_UP_CALL: 150,
    Kind.HANDWRITTEN_NOTE: 120,
    Kind.ANSWER: 250,
    Kind.REJECTION_THANKS_EMAIL: 250,
    Kind.THANK_YOU_EMAIL: 250,
    Kind.CHECK_IN_EMAIL: 250,
    Kind.ADDITIONAL_INFORMATION_EMAIL: 250,
}


@check(warning(*_MOST_WORDS), section="DO", in_any_language=True)
def too_long(draft: Reading, about: About) -> Iterator[Remark]:
    """A call stays under 150 words, a note under 120, an e-mail under 250."""
    most, words = _MOST_WORDS[about.kind], draft.counted_words
    if len(words) > most:
        yield Remark(
            f"These are {len(words)} words; up to {most} are read to the end.",
            Span(words[most][0], words[-1][1]),
            "Keep the thanks, one thing you talked about, and one more sentence; the rest can wait.",
        )
