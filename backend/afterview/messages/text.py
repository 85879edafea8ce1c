"""A text as checks read it: the writer's own sentences, found again in what was written by code points."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from typing import Final, NamedTuple

from afterview.messages.finding import Span
from afterview.messages.phrases import Phrases, Row, row
from afterview.messages.quotation import without_quoted
from afterview.messages.words import Word, stems_of, words_in

_END: Final = re.compile(r"[.?!…]+[\"')\]]*(?=\s|$)|;(?=\s)|\n[ \t]*\n|\n(?=[ \t]*(?:[-*•–]|\d+[.)])[ \t])|\n")
_SHORT_LINE: Final = 50
"""A line of fewer characters was ended by its writer; a longer one perhaps by the program that wrapped it."""

_ABBREVIATED: Final = re.compile(
    r"(?:^|[^\w.])(?:mr|mrs|ms|mx|dr|prof|st|vs|inc|ltd|co|corp|approx|e\.g|i\.e|no|jan|feb|mar|apr|jun|jul|aug|sept?"
    r"|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|\w)$"
)
_IN_QUOTES: Final = re.compile(r'"[^"\n]{1,300}"')
_NOT: Final = frozenset(("not", "no", "never", "without", "nor", "neither", "nothing", "hardly"))
_SAME_LENGTH: Final = str.maketrans(
    {"’": "'", "‘": "'", "\u02bc": "'", "\u00b4": "'", "`": "'", "“": '"', "”": '"', "„": '"'}
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its words, and where it stands, in code points and by the numbers of its words."""

    start: int
    end: int
    words: tuple[Word, ...]
    first: int
    """The number of its first word in the text."""
    asks: bool
    """Whether it ends with a question mark."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Match(NamedTuple):
    """Where a phrase stands: in which sentence, from which word of it on, and up to which one."""

    text: "Text"
    sentence: Sentence
    first: int
    last: int
    """The number of the word after it, in the sentence."""

    @property
    def words(self) -> tuple[Word, ...]:
        """The words that it takes."""
        return self.sentence.words[self.first : self.last]

    @property
    def before(self) -> tuple[Word, ...]:
        """The words of the sentence before it."""
        return self.sentence.words[: self.first]

    @property
    def after(self) -> tuple[Word, ...]:
        """The words of the sentence after it."""
        return self.sentence.words[self.last :]

    @property
    def span(self) -> Span | None:
        """Where it stands in the body; null in the subject."""
        return Span(self.words[0].start, self.words[-1].end) if self.text.is_body else None

    @property
    def sentence_span(self) -> Span | None:
        """Where its sentence stands in the body; null in the subject."""
        return self.sentence.span if self.text.is_body else None

    @property
    def written(self) -> str:
        """What was written there."""
        return self.text.written[self.words[0].start : self.words[-1].end]

    def touches(self, places: Iterable[tuple[int, int]]) -> bool:
        """Whether its first or its last word stands in one of those places."""
        ends = (self.words[0].start, self.words[-1].start)
        return any(start <= place < end for start, end in places for place in ends)

    def goes_on(self, phrases: Phrases) -> bool:
        """Whether one of those phrases begins in it or later in the sentence."""
        return any(
            it.sentence is self.sentence and it.first >= self.first for it in self.text.find(phrases, quoted=True)
        )

    def stands_with(self, phrases: Phrases) -> bool:
        """Whether one of those phrases is in the same sentence."""
        return any(it.sentence is self.sentence for it in self.text.find(phrases, quoted=True))

    def comes_after(self, phrases: Phrases, within: int = 100) -> bool:
        """Whether one of those phrases ends before it in the sentence, at most so many words before."""
        return any(
            it.sentence is self.sentence and self.first - within <= it.last <= self.first
            for it in self.text.find(phrases, quoted=True)
        )

    def preceded(self, words: frozenset[str], within: int = 4) -> bool:
        """Whether one of so many words before it is among those."""
        return any(word.text in words for word in self.before[-within:])

    def denied(self, within: int = 4) -> bool:
        """Whether one of so many words before it says that it is not so, in the same part of the sentence."""
        denied, near = False, (*self.before[-within:], self.words[0])
        if self.sentence.asks and self.first - within <= 1:
            near = (*self.sentence.words[2 : self.first], self.words[0])  # `Won't you ...?` denies nothing
        for word, after in pairwise(near):
            denied = word.text != "but" and (denied or (word.text in _NOT and after.text != "only"))
        return denied


class Text:
    """A text and its parts; `own` is as long as what was written, in lower case, with what others wrote blanked."""

    def __init__(self, written: str, *, is_body: bool = True, facts: Iterable[str] = ()) -> None:
        """`is_body` is false for a subject, in which nothing can be pointed at; `facts` are names and topics."""
        self.written = written
        self.is_body = is_body
        self.own_as_written = without_quoted(written)
        self.own = _lower(self.own_as_written.translate(_SAME_LENGTH))
        self._facts = facts
        self._found: dict[Phrases, list[Match]] = {}

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The writer's own sentences, those without words left out."""
        found: list[Sentence] = []
        number = 0
        for start, end in _pieces(self.own):
            words = tuple(
                Word(word.text, word.stem, word.start + start, word.end + start)
                for word in words_in(self.own[start:end])
            )
            if words:
                end = start + len(self.own[start:end].rstrip())
                asks = self.own[words[-1].end : end].startswith("?")
                found.append(Sentence(words[0].start, end, words, number, asks))
                number += len(words)
        return found

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that stands there, if one does."""
        number = bisect_right(self._starts, place) - 1
        return self.sentences[number] if number >= 0 and place < self.sentences[number].end else None

    @cached_property
    def words(self) -> list[Word]:
        """All words."""
        return list(chain.from_iterable(sentence.words for sentence in self.sentences))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words, and of each two neighbours as one: some write `on-call`, and some `on call`."""
        return frozenset(chain.from_iterable(stems_of(sentence.words) for sentence in self.sentences))

    @property
    def span(self) -> Span | None:
        """Where the writer's own words stand; null in a subject."""
        if not self.is_body:
            return None
        start = len(self.own) - len(self.own.lstrip())
        return Span(start, max(start, len(self.own.rstrip())))

    @cached_property
    def named(self) -> list[tuple[int, int]]:
        """Where a fact is named as it was noted, and says nothing of its writer's tone: `Hire Now` is no demand."""
        wanted = [re.escape(fact) for noted in self._facts if (fact := _lower(noted).strip(" .,;:?"))]
        found = re.finditer("|".join(rf"(?<!\w)(?:{one})(?!\w)" for one in wanted), self.own) if wanted else ()
        return [it.span() for it in found]

    def find_meant(self, phrases: Phrases) -> list[Match]:
        """Where those phrases stand, and neither begin nor end in the name of a fact."""
        return [match for match in self.find(phrases) if not match.touches(self.named)]

    def find(self, phrases: Phrases, *, quoted: bool = False) -> list[Match]:
        """Where those phrases stand, in order; what is in quotation marks is somebody else's, unless `quoted`."""
        if phrases not in self._found:
            self._found[phrases] = [
                Match(self, (it := self._sentence_of[first]), first - it.first, after - it.first)
                for first, after in sorted(phrases.ranges(self._row))
            ]
        found = self._found[phrases]
        return found if quoted or not self._quotes else [match for match in found if not self._is_quoted(match)]

    @cached_property
    def _row(self) -> Row:
        return row([sentence.words for sentence in self.sentences])

    @cached_property
    def _sentence_of(self) -> list[Sentence]:
        return [sentence for sentence in self.sentences for _ in sentence.words]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _quotes(self) -> list[tuple[int, int]]:
        return [found.span() for found in _IN_QUOTES.finditer(self.own)]

    def _is_quoted(self, match: Match) -> bool:
        start, end = match.words[0].start, match.words[-1].end
        return any(opens < end and start < closes for opens, closes in self._quotes)


def first_in_each(matches: Iterable[Match]) -> Iterator[Match]:
    """Of several matches in a sentence the first."""
    seen: set[int] = set()
    for match in matches:
        if match.sentence.first not in seen or not match.text.is_body:
            seen.add(match.sentence.first)
            yield match


def _lower(text: str) -> str:
    """In lower case, and as long as before: a few letters have lower ones that are longer."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences begin and end."""
    start = 0
    for found in _END.finditer(text):
        at, end = found.span()
        if text[at] == "." and end - at == 1 and _ABBREVIATED.search(text, max(start, at - 8), at):
            continue
        if found[0] == "\n" and at - (text.rfind("\n", 0, at) + 1) > _SHORT_LINE and _goes_on(text, end):
            continue
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)


def _goes_on(text: str, at: int) -> bool:
    """Whether the next line begins like the middle of a sentence or of a wrapped paragraph."""
    return text[at : at + 1].isalnum() or text[at : at + 1] in "\"'("
