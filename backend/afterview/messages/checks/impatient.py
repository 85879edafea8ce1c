"""`impatient`: blame, demands and ultimatums."""

from collections.abc import Iterator
from typing import Final

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, error
from afterview.messages.lexicon import phrases
from afterview.messages.reading import Reading
from afterview.messages.text import Match, first_in_each
from afterview.messages.words import word_set

_BLAME: Final = phrases("impatient", "blame")
_DEMAND: Final = phrases("impatient", "demand")
_CONDITION: Final = word_set("if whether unless in case should lest")
_ANSWERING: Final = word_set("reply respond answer call get let decide tell update inform write confirm contact hear")
_SELF: Final = word_set("i we")
_SOFT: Final = word_set("not no never without neither")
_FREE: Final = phrases("impatient", "free")


@check(error(), section="DONT")
def impatient(draft: Reading, about: About) -> Iterator[Remark]:
    """A message does not blame for silence, demand, set ultimatums, or count its attempts."""
    suggestion = "May I ask how things stand, and when you expect to have news?"
    for match in first_in_each(_blaming(draft)):
        yield Remark(
            "This blames them for the time it takes; a question without blame gets an answer sooner.",
            match.sentence_span,
            suggestion,
        )
    for match in first_in_each(_demanding(draft)):
        yield Remark(
            "This presses them; whoever is pressed decides more easily against you.", match.sentence_span, suggestion
        )


def _blaming(draft: Reading) -> Iterator[Match]:
    for match in draft.find_meant(_BLAME):
        if not match.preceded(_CONDITION, 3) and not match.preceded(_SOFT, 3):
            yield match


def _demanding(draft: Reading) -> Iterator[Match]:
    for match in draft.find_meant(_DEMAND):
        asks_for_oneself = match.sentence.asks and match.words[0].text in ("i", "we")
        promised = match.preceded(_SELF, 3) and match.words[0].text in _ANSWERING
        if not (asks_for_oneself or promised or match.preceded(_SOFT, 4) or match.stands_with(_FREE)):
            yield match
