"""`wrong_date`: a promise that nobody gave."""

import re
from collections.abc import Iterator
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
    body = draft.body
    for mentioned in dates_in(body.own, about.today):
        if promised in mentioned.days:
            continue
        if (
            about.interview_on in mentioned.days
            and mentioned.is_exact
            and not _DUE.search(body.own, 0, mentioned.start)
        ):
            continue
        sentence = body.sentence_at(mentioned.start)
        if sentence is not None and _is_promise(draft, sentence, mentioned):
            day = format_skeleton("dMMMM", promised, locale="en_GB")
            yield Remark(
                f"On record is that they promised an answer by {day}.",
                Span(mentioned.start, mentioned.end),
                f"I had understood that there might be news by {day}.",
            )


def _is_promise(draft: Reading, sentence: Sentence, mentioned: Mentioned) -> bool:
    if not any(it.sentence is sentence for it in draft.body.find(_PROMISED)):
        return False
    return not any(
        it.sentence is sentence and mentioned.start - _NEAR < it.words[-1].end <= mentioned.start
        for it in draft.body.find(_THEIR_OWN)
    )
