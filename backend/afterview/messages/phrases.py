"""Phrases: how checks write down what they look for, so that one line stands for many ways of saying it.

A phrase is a row of words, each matched in all its forms: `thank you` finds "thanking you", `be` finds "was". Beside
plain words there are:

`reply|answer`  one of them            `=interested`  that form alone
`@thanks`       one of a family        `at+once`      several words as one
`please?`       may be missing         `!not|never`   what must not come next
`*` and `**`    up to 3 or 7 words     `^` and `$`    where a sentence begins or ends, `$` also as a choice

Nothing reaches beyond a sentence. Gaps are short and few, so that no text takes long, whoever wrote it.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from typing import Final, NamedTuple

from afterview.messages.words import Word, stem

_GAPS: Final = {"*": 3, "**": 7}
_WORD: Final = r"[^ \n]+ "
_AT_THE_END: Final = r"(?=\n)"


class Row(NamedTuple):
    """Words in a row, as phrases are looked up in them: `line` has each with its stem, sentences parted by newlines.

    `offsets` says where in `line` each word begins, and `places` at which words a stem occurs.
    """

    line: str
    offsets: list[int]
    places: dict[str, list[int]]


def row(sentences: Collection[Collection[Word]]) -> Row:
    """Those sentences in a row."""
    written, at = ["\n"], 1
    offsets: list[int] = []
    places: dict[str, list[int]] = {}
    for sentence in sentences:
        for word in sentence:
            places.setdefault(word.stem, []).append(len(offsets))
            offsets.append(at)
            token = f"{word.stem}/{word.text} "
            written.append(token)
            at += len(token)
        written.append("\n")
        at += 1
    return Row("".join(written), offsets, places)


class Phrases:
    """A set of phrases, found wherever one of them stands."""

    def __init__(self, lines: Iterable[str], families: Mapping[str, str]) -> None:
        """`lines` are phrases; `families` are what `@name` stands for."""
        found: dict[str, list[str]] = {}
        for line in lines:
            elements = [_element(written, families) for written in line.split()]
            pattern = "".join(element.pattern for element in elements)
            for first in _firsts(elements):
                found.setdefault(first, []).append(pattern)
        self._by_first = {first: re.compile("|".join(f"(?:{one})" for one in found[first])) for first in found}

    def ranges(self, where: Row) -> Iterator[tuple[int, int]]:
        """Where they stand: the number of the first word, and of the first word after."""
        for first in self._by_first.keys() & where.places.keys():
            pattern = self._by_first[first]
            for number in where.places[first]:
                match = pattern.match(where.line, where.offsets[number])
                if match is not None:
                    yield number, number + match[0].count(" ")


class _Element(NamedTuple):
    pattern: str
    firsts: frozenset[str]
    """The stems that it can begin with; empty for what takes no word of its own."""
    optional: bool = False


def _element(written: str, families: Mapping[str, str]) -> _Element:
    if written in _GAPS:
        return _Element(f"(?:{_WORD}){{0,{_GAPS[written]}}}?", frozenset(), optional=True)
    if written == "^":
        return _Element(r"(?<=\n)", frozenset(), optional=True)
    if written == "$":
        return _Element(_AT_THE_END, frozenset(), optional=True)
    optional, written = written.endswith("?"), written.removesuffix("?")
    forbidden, written = written.startswith("!"), written.removeprefix("!")
    choices = [choice for part in written.split("|") for choice in _choices(part, families)]
    pattern = "(?:" + "|".join(_choice(choice) for choice in choices) + ")"
    if forbidden:
        return _Element(f"(?!{pattern})", frozenset(), optional=True)
    firsts = frozenset(stem(choice.split("+")[0].removeprefix("=")) for choice in choices)
    return _Element(f"{pattern}?" if optional else pattern, firsts, optional)


def _choices(part: str, families: Mapping[str, str]) -> list[str]:
    words = [families[word[1:]].split() if word.startswith("@") else [word] for word in part.split("+")]
    return ["+".join(chosen) for chosen in product(*words)]


def _choice(choice: str) -> str:
    return "".join(_token(word) for word in choice.split("+"))


@cache
def _token(word: str) -> str:
    if word == "$":
        return _AT_THE_END
    if word.startswith("="):
        return re.escape(f"{stem(word[1:])}/{word[1:]}") + " "
    return re.escape(stem(word)) + "/" + _WORD


def _firsts(elements: list[_Element]) -> Iterator[str]:
    """The stems that a phrase can begin with."""
    for element in elements:
        yield from element.firsts
        if element.firsts and not element.optional:
            return
