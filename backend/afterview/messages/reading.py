"""A draft, read: its sentences and words, in body and subject, and the language that it is in."""

import re
from collections.abc import Collection
from functools import cached_property
from typing import Final

from afterview.messages.draft import Draft
from afterview.messages.letter import Greeting, greeting_of
from afterview.messages.phrases import Phrases
from afterview.messages.text import Match, Text
from afterview.messages.words import word_set

_COUNTED: Final = re.compile(r"[^\W_]+(?:['’.@-][^\W_]+)*")

_ENGLISH: Final = word_set(
    "the to and of a in is it you that for on with as i my your we at this have are was be me about would not if from"
    " so thank thanks dear hi hello please am will had all but our"
)
_GERMAN: Final = word_set(
    "der die das und ich sie ist nicht mit für ein eine einen zu im auf den dem des von bei wir ihr ihnen ihre es mir"
    " mich dass auch noch über als wie liebe lieber sehr geehrte danke vielen dank habe hat haben wäre würde zum zur um"
    " nach aus am uns unser gerne freue sich oder aber guten tag hallo"
)
_ENOUGH_WORDS: Final = 12
"""A shorter text is English unless it is German: too few words to tell."""
_LEAST_ENGLISH: Final = 0.15
"""How many of an English text's words are in the list above, at the least: usual is a third and more."""


class Reading:
    """A draft with its sentences and words."""

    def __init__(self, draft: Draft, facts: Collection[str] = ()) -> None:
        """`facts` are names and topics, which say nothing of a writer's tone."""
        self.draft = draft
        self.body = Text(draft.body, facts=facts)
        self.subject = Text(draft.subject, is_body=False, facts=facts)

    def find(self, phrases: Phrases, *, quoted: bool = False) -> list[Match]:
        """Where those phrases stand in the writer's own words, first in the body, then in the subject."""
        return [*self.body.find(phrases, quoted=quoted), *self.subject.find(phrases, quoted=quoted)]

    def find_meant(self, phrases: Phrases) -> list[Match]:
        """Where those phrases stand, and are not the name of a company, a role or a topic."""
        return [*self.body.find_meant(phrases), *self.subject.find_meant(phrases)]

    def says(self, phrases: Phrases) -> bool:
        """Whether one of those phrases stands in the body or in the subject."""
        return bool(self.find(phrases))

    @cached_property
    def greeting(self) -> Greeting | None:
        """How the body begins, if with a greeting."""
        return greeting_of(self.body.own_as_written)

    @cached_property
    def is_english(self) -> bool:
        """Whether the body is in English, as far as its small words tell."""
        words = [word.text for word in self.body.words]
        english = sum(word in _ENGLISH for word in words)
        german = sum(word in _GERMAN for word in words)
        if len(words) < _ENOUGH_WORDS:
            return english >= german
        return english > german and english >= len(words) * _LEAST_ENGLISH

    @cached_property
    def counted_words(self) -> list[tuple[int, int]]:
        """Where the words of the body begin and end, counted as people count them: `I'm` is one."""
        return [found.span() for found in _COUNTED.finditer(self.body.own_as_written)]
