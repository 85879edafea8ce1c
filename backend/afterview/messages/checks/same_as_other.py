"""`same_as_other`: colleagues compare notes."""

from collections.abc import Iterator
from typing import Final

from rapidfuzz import fuzz

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, warning
from afterview.messages.reading import Reading
from afterview.messages.terms import Kind
from afterview.messages.text import Sentence, Text

_LEAST_WORDS: Final = 5
"""Shorter sentences are greetings and formulas, which everybody shares."""
_SAME: Final = 80
"""How alike two sentences are, of 100, when one of them was copied."""
_TOO_MUCH: Final = 0.6
"""How much of a text, by its words, may be in another: less than that."""
_MOST_NAMED: Final = 5
_MOST_COMPARED: Final = 60
"""How many sentences of each text are compared; no letter has more."""
_MOST_READ: Final = 6_000
"""How many characters of another's text are read."""


@check(warning(Kind.THANK_YOU_EMAIL), section="WAY1", in_any_language=True)
def same_as_other(draft: Reading, about: About) -> Iterator[Remark]:
    """No two people of one interview get nearly the same thanks."""
    own = _telling(draft.body)[:_MOST_COMPARED]
    total = sum(len(sentence.words) for sentence in own)
    copied: list[Sentence] = []
    for other in draft.draft.others:
        theirs = [_wording(sentence) for sentence in _telling(Text(other[:_MOST_READ]))[:_MOST_COMPARED]]
        same = [one for one in own if any(_alike(_wording(one), other) for other in theirs)]
        if sum(len(one.words) for one in same) >= total * _TOO_MUCH and len(same) > len(copied):
            copied = same
    for sentence in sorted(copied, key=lambda it: -len(it.words))[:_MOST_NAMED]:
        yield Remark(
            "A colleague gets nearly the same sentence, and the two may compare.",
            sentence.span,
            _instead(about),
        )


def _telling(text: Text) -> list[Sentence]:
    return [sentence for sentence in text.sentences if len(sentence.words) >= _LEAST_WORDS]


def _wording(sentence: Sentence) -> str:
    return " ".join(word.text for word in sentence.words)


def _alike(one: str, other: str) -> bool:
    return max(fuzz.ratio(one, other, score_cutoff=_SAME), fuzz.token_sort_ratio(one, other, score_cutoff=_SAME)) > 0


def _instead(about: About) -> str:
    if len(about.discussion_points) > 1:
        return f"Write of something that you talked about with them alone, such as {about.discussion_points[1]}."
    return "Write of something that you talked about with them alone."
