"""Which sentences of a message add something, and which only say that something could be added."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from afterview.messages.about import About
from afterview.messages.asking import plain_questions
from afterview.messages.lexicon import phrases
from afterview.messages.likeness import shared
from afterview.messages.phrases import Phrases
from afterview.messages.reading import Reading
from afterview.messages.text import Match, Sentence
from afterview.messages.words import Word, words_in

_FACTS: Final = phrases("information", "facts")
_GAP: Final = phrases("information", "gap")
_OFFERS: Final = phrases("information", "offers")
_COURTESIES: Final = phrases("information", "courtesies")
_LEAST_WORDS: Final = 4
_OF_A_POINT: Final = 0.6
"""How much of a noted point a sentence must hold to have said it."""
_LINK_OR_FIGURE: Final = re.compile(r"https?://|www\.|\b\d+(?:[.,]\d+)?\s?(?:%|percent|k\b|million|ms\b|gb\b|tb\b)")
_NUMBER: Final = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred"
    r"|thousand|half|twice|dozen)\b(?!\s*(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|questions?|things?|points?|o'clock|am|pm)\b)"
)
_SAYS_IT: Final = re.compile(r"\bthat\b|:|—|–| - |,")


def informing(draft: Reading, about: About) -> Iterator[Sentence]:
    """The sentences that add something: a fact, a figure, an answer, or a question of substance."""
    asked = {match.sentence.first for match in plain_questions(draft) if match.text is draft.body}
    for sentence in draft.body.sentences:
        if sentence.first not in asked and _informs(draft, sentence, about):
            yield sentence


def statements(draft: Reading) -> Iterator[Sentence]:
    """The sentences that say something at all: no courtesy, no question, no offer, and no mere gap."""
    for sentence in draft.body.sentences:
        empty = any(_in(draft, sentence, wanted) for wanted in (_GAP, _OFFERS, _COURTESIES))
        if len(sentence.words) >= _LEAST_WORDS and not sentence.asks and not empty:
            yield sentence


def _informs(draft: Reading, sentence: Sentence, about: About) -> bool:
    text = draft.body.own[sentence.start : sentence.end]
    if quotes_a_point(sentence, about):
        return True
    if len(sentence.words) < _LEAST_WORDS:
        return False
    gaps = _in(draft, sentence, _GAP)
    offers = _in(draft, sentence, _OFFERS)
    if sentence.asks:
        return not offers and not _in(draft, sentence, _COURTESIES)
    if _LINK_OR_FIGURE.search(text) or (_NUMBER.search(text) and not (gaps or offers)):
        return not _in(draft, sentence, _COURTESIES)
    facts = [match for match in _in(draft, sentence, _FACTS) if not match.denied(3)]
    if gaps:
        return any(_follows(draft, gap, fact) for gap in gaps for fact in facts)
    if facts and not (offers and offers[0].first <= facts[0].first):
        return not _in(draft, sentence, _COURTESIES) or len(facts) > 1 or _says_a_point(sentence, about)
    return not offers and not _in(draft, sentence, _COURTESIES) and _says_a_point(sentence, about)


def _in(draft: Reading, sentence: Sentence, wanted: Phrases) -> list[Match]:
    return [match for match in draft.body.find(wanted) if match.sentence is sentence]


def _follows(draft: Reading, gap: Match, fact: Match) -> bool:
    """Whether the gap is filled in the same sentence, as in `I forgot to say that I ...`, or comes as an aside."""
    first, second = sorted((gap, fact), key=lambda match: match.first)
    between = draft.body.own[first.words[0].start : second.words[0].end]
    return _SAYS_IT.search(between) is not None if fact.first >= gap.first else "," in between


def _says_a_point(sentence: Sentence, about: About) -> bool:
    stems = {word.stem for word in sentence.words}
    return len(sentence.words) > 5 and any(shared(stems, point) >= _OF_A_POINT for point in about.points_to_add)


def quotes_a_point(sentence: Sentence, about: About) -> bool:
    """Whether a sentence holds a noted point as it was noted."""
    said = _wording(sentence.words)
    return any(wording in said for point in about.points_to_add if (wording := _wording(words_in(point.lower()))))


def _wording(words: Iterable[Word]) -> str:
    return " ".join(word.text for word in words)
