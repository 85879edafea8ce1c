"""`wrong_date`: a promise that nobody gave."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from babel.dates import format_skeleton

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, error
from afterview.messages.dates import Mentioned, dates_in
from afterview.messages.finding import Span
from afterview.messages.lexicon import phrases
from afterview.messages.reading import Reading
from afterview.messages.terms import Kind
from afterview.messages.text import Sentence

_PROMISED: Final = phrases("promise", "promised")
_THEIR_OWN: Final = phrases("promise", "their_own")
_DUE: Final = re.compile(r"\b(?:by|until|till|before|no later than)\s+(?:\w+\s+)?\Z|\bby\s+\w+,\s+\Z")
_NEAR: Final = 60
"""How far before a day, in characters, what it is the day of may stand."""


@check(error(Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL), section="FAQ1")
def wrong_date(draft: Reading, about: About) -> Iterator[Remark]:
    """A day that is quoted as the promised one is the one on record."""
    promised = about.promised_date
    if promised is None:
        return
    for sentence in dict.fromkeys(match.sentence for match in draft.body.find(_PROMISED)):
        for mentioned in dates_in(draft.body.own[: sentence.end], about.today, since=sentence.start):
            if _could_be(promised, mentioned, draft, about) or _is_of_something_else(draft, sentence, mentioned):
                continue
            day = format_skeleton("dMMMM", promised, locale="en_GB")
            yield Remark(
                f"On record is that they promised an answer by {day}.",
                Span(mentioned.start, mentioned.end),
                f"I had understood that there might be news by {day}.",
            )


def _could_be(promised: date, mentioned: Mentioned, draft: Reading, about: About) -> bool:
    """Whether the promised day may be meant, or the day of the interview."""
    if promised in mentioned.days:
        return True
    due = _DUE.search(draft.body.own, 0, mentioned.start) is not None
    return about.interview_on in mentioned.days and mentioned.is_exact and not due


def _is_of_something_else(draft: Reading, sentence: Sentence, mentioned: Mentioned) -> bool:
    """Whether the day is that of a conversation, an offer, a journey or the like."""
    return any(
        it.sentence is sentence and mentioned.start - _NEAR < it.words[-1].end <= mentioned.start
        for it in draft.body.find(_THEIR_OWN)
    )
