"""Whether two names or topics are the same, whoever wrote them down and however their fingers slipped."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from afterview.messages.nicknames import SHORT_FOR
from afterview.messages.words import stem, word_set, words_in

_SMALL: Final = word_set(
    "a an the and or of in on at to for from by with about into over as is are was were be been it its this that"
    " these those how what why when where who which we you they i he she our your their my his her me us them do does"
    " did done has have had will would could should can may might not no more most very much many some any all each"
    " every other than then there here so such just also too one two get got way ways use uses used using between"
    " through within without during after before under up down out off per via versus vs etc if whether"
)
_WEAK: Final = frozenset(
    stem(word)
    for word in word_set(
        "work team role position job company new plan project process change people time move day week year month"
        " question approach experience thing part idea make take build run good great best large small current next"
        " future big manage manager lead learn help need start grow different better handle share call hour"
    )
)
"""Words that say too little to tell a topic by one of them alone."""

_SAME: Final = {
    stem(word): stem(meant)
    for meant, words in {
        "move": "migrate migration shift transition switch moving relocation",
        "pay": "salary compensation",
        "rota": "roster schedule",
        "test": "qa",
        "hire": "recruit recruitment recruiting hiring",
    }.items()
    for word in words.split()
}
_LEGAL: Final = word_set(
    "inc incorporated corp corporation co company ltd limited llc llp plc gmbh ag se sa sarl bv nv ab oy as pty kg"
    " kgaa srl spa group holding holdings the international technologies technology"
)
_ALIKE: Final = 88
"""How alike two words of five letters and more have to be, of 100, to be one with a slip in it."""

_NEIGHBOURS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


@lru_cache(4096)
def plain(name: str) -> str:
    """A name in lower case, without accents."""
    decomposed = unicodedata.normalize("NFKD", name.replace("ß", "ss").replace("ø", "o").replace("ł", "l"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().replace("’", "'")


def is_name_of(written: str, name: str) -> bool:
    """Whether a word, as somebody greets with it, is one of a person's names, short or in full, or their initial."""
    short = plain(written).rstrip(".")
    for part in name_parts(name):
        if short == part or (len(short) == 1 and part.startswith(short)):
            return True
        if SHORT_FOR.get(short, frozenset((short,))) & SHORT_FOR.get(part, frozenset((part,))):
            return True
    return False


def is_slip_of(written: str, name: str) -> bool:
    """Whether a word is one of a person's names with a slip of the finger: letters swapped, doubled or beside."""
    return any(_slipped(plain(written), part) for part in name_parts(name) if len(part) > 3)


@lru_cache(4096)
def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a name, plain: those that a hyphen joins, also together."""
    parts = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", plain(name))
    joined = re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)+", plain(name))
    return (*parts, *joined)


def same_company(written: str, company: str) -> bool:
    """Whether a company's name, as written, is that company: in part, without its legal form, or by its initials."""
    ours, theirs = _company_words(company), _company_words(written)
    if not ours or not theirs:
        return True
    if all(any(_alike(one, other) for other in ours) for one in theirs):
        return True
    together, given = "".join(ours), "".join(theirs)
    initials = ("".join(word[0] for word in words) for words in (ours, re.findall(r"[^\W_]+", plain(company))))
    return given in initials or fuzz.ratio(together, given) >= _ALIKE or given in together or together in given


def _company_words(name: str) -> list[str]:
    words = re.findall(r"[^\W_]+", plain(name).replace("'s", "").replace("'", ""))
    return [word for word in words if word not in _LEGAL] or words


def content(text: str) -> list[str]:
    """The stems of the words in a text that carry its meaning."""
    found = (word.stem for word in words_in(plain(text)) if word.text not in _SMALL and len(word.text) > 1)
    return list(dict.fromkeys(_SAME.get(one, one) for one in found))


def shared(stems: Iterable[str], topic: str) -> float:
    """How much of a topic is among those stems, from 0 to 1."""
    wanted = content(topic)
    if not wanted:
        return 1.0
    there = {_SAME.get(one, one) for one in stems}
    return sum(_is_among(one, there) for one in wanted) / len(wanted)


def mentions(stems: Iterable[str], topic: str) -> bool:
    """Whether words with those stems speak of a topic: one telling word of it, or two of the others."""
    wanted = content(topic)
    there = {_SAME.get(one, one) for one in stems}
    found = [one for one in wanted if _is_among(one, there)]
    telling = [one for one in wanted if one not in _WEAK]
    if not wanted or any(_is_among(one, there) for one in _compounds(topic)):
        return True
    return any(one in telling for one in found) or len(found) >= min(2, len(wanted))


@lru_cache(1024)
def _compounds(topic: str) -> tuple[str, ...]:
    """What somebody else may write as one word, or as two: words beside each other that carry meaning."""
    words = list(words_in(plain(topic)))
    hyphened = {
        "".join(stem(part) for part in it.split("-")) for it in re.findall(r"[^\W\d_]+-[^\W\d_]+", plain(topic))
    }
    pairs = (one.stem + other.stem for one, other in pairwise(words) if not {one.text, other.text} & _SMALL)
    return (*hyphened, *pairs)


def _is_among(one: str, there: Iterable[str]) -> bool:
    if one in there:
        return True
    if len(one) < 5 or one.isdigit():
        return False
    near = process.extractOne(one, [other for other in there if len(other) > 4], scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return near is not None


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) > 3 and (fuzz.ratio(one, other) >= _ALIKE or _slipped(one, other))


def _slipped(written: str, meant: str) -> bool:
    if written == meant or abs(len(written) - len(meant)) > 1 or OSA.distance(written, meant, score_cutoff=1) > 1:
        return False
    if re.sub(r"(.)\1", r"\1", written) == re.sub(r"(.)\1", r"\1", meant):
        return True
    if len(written) == len(meant):
        differing = [(a, b) for a, b in zip(written, meant, strict=True) if a != b]
        return len(differing) == 2 or _are_neighbours(*differing[0])
    return len(meant) > 6


def _are_neighbours(one: str, other: str) -> bool:
    for above, row in zip(("", *_NEIGHBOURS), _NEIGHBOURS, strict=False):
        if one in row and other in row:
            return abs(row.index(one) - row.index(other)) == 1
        for upper, lower in ((one, other), (other, one)):
            if upper in above and lower in row:
                return above.index(upper) - row.index(lower) in (0, 1)
    return False
