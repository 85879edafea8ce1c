"""Words as checks see them: contractions undone, one spelling for both sides of the Atlantic, and stems."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple, cast

import snowballstemmer  # type: ignore[import-untyped]

_WORD: Final = re.compile(r"\be-mail\w*|[^\W_]+(?:'[^\W_]+)*")
_HOW_MANY: Final = 20_000
"""How many words are remembered with their stems: finding one takes long, and people write the same ones."""

_SHORT: Final = {
    "can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not", "ain't": "is not",
    "let's": "let us", "y'all": "you all", "gonna": "going to", "wanna": "want to", "gotta": "have to",
    "lemme": "let me", "gimme": "give me", "dont": "do not", "didnt": "did not", "doesnt": "does not",
    "havent": "have not", "hasnt": "has not", "hadnt": "had not", "isnt": "is not", "arent": "are not",
    "wasnt": "was not", "werent": "were not", "cant": "can not", "couldnt": "could not", "wouldnt": "would not",
    "shouldnt": "should not", "im": "i am", "ive": "i have", "youve": "you have", "youre": "you are",
    "thats": "that is", "whats": "what is", "u": "you", "ur": "your", "pls": "please", "plz": "please",
    "thx": "thanks", "tks": "thanks", "thankyou": "thank you", "dm'd": "messaged",
    "cc'd": "copied", "bcc'd": "copied", "cced": "copied", "whilst": "while",
}  # fmt: skip
"""Contractions and short forms that follow no rule."""

_IS: Final = frozenset(
    ("it", "that", "this", "what", "there", "where", "who", "how", "he", "she", "here", "when", "why", "nothing")
)
"""What is followed by `'s` for `is`; after other words it is a genitive."""

_ENDINGS: Final = {"n't": "not", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}

_IRREGULAR: Final = {
    form: base
    for base, forms in {
        "be": "am is are was were been being",
        "have": "has had having",
        "do": "does did done doing",
        "hear": "heard", "say": "said", "tell": "told", "send": "sent", "write": "wrote written", "make": "made",
        "get": "got gotten", "give": "gave given", "take": "took taken", "meet": "met", "speak": "spoke spoken",
        "leave": "left", "keep": "kept", "think": "thought", "feel": "felt", "know": "knew known", "run": "ran",
        "build": "built", "lead": "led", "go": "went gone", "come": "came", "choose": "chose chosen",
        "understand": "understood", "find": "found", "lose": "lost", "hold": "held", "ring": "rang rung",
        "see": "saw seen", "bring": "brought", "teach": "taught", "spend": "spent", "forget": "forgot forgotten",
        "pay": "paid", "mean": "meant", "win": "won", "sell": "sold",
        "begin": "began begun", "lie": "lied lying", "hang": "hung", "beg": "begged begging",
    }.items()
    for form in forms.split()
}  # fmt: skip

_AMERICAN: Final = (
    (re.compile(r"((?:apolog|real|recogn|organ|final|priorit|summar|emphas|util|optim|minim|modern)i)s"), r"\1z"),
    (re.compile(r"(analy)s(?=e|i)"), r"\1z"),
    (re.compile(r"((?:fav|hon|behavi|col|lab|neighb|end?eav))our"), r"\1or"),
    (re.compile(r"^enquir"), "inquir"),
    (re.compile(r"^programme"), "program"),
)
_PERHAPS_BRITISH: Final = re.compile(r"is|ys|our|enq|programme")


def word_set(*words: str) -> frozenset[str]:
    """The words of those texts, which blanks part."""
    return frozenset(" ".join(words).split())


class Word(NamedTuple):
    """A word of a text: in lower case, its stem, and where it stands, in code points.

    Both words of a contraction stand where it stands.
    """

    text: str
    stem: str
    start: int
    end: int


def words_in(text: str) -> Iterator[Word]:
    """The words of a text that is in lower case, and has none but straight apostrophes."""
    for found in _WORD.finditer(text):
        start, end = found.span()
        for part, its_stem in _parts(found[0]):
            yield Word(part, its_stem, start, end)


def stems_of(words: Sequence[Word]) -> Iterator[str]:
    """The stems of those words, and of each two neighbours as one."""
    yield from (word.stem for word in words)
    yield from (one.stem + other.stem for one, other in pairwise(words))


@lru_cache(_HOW_MANY)
def stem(word: str) -> str:
    """What all forms of an English word share: `applied` and `applying` are `appli`, `was` and `is` are `be`."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if _PERHAPS_BRITISH.search(word):
        for british, american in _AMERICAN:
            word = british.sub(american, word)
    return cast(str, _english().stemWord(word))


@lru_cache(_HOW_MANY)
def _parts(word: str) -> tuple[tuple[str, str], ...]:
    """The words that one stands for, with their stems: `don't` is `do not`, `it's` is `it is`, `Acme's` is `Acme`."""
    return tuple((part, stem(part)) for part in _undone(word).split())


def _undone(word: str) -> str:
    if word in _SHORT:
        return _SHORT[word]
    for ending, meant in _ENDINGS.items():
        if word.endswith(ending):
            return f"{_undone(word.removesuffix(ending))} {meant}"
    if word.endswith("'s"):
        owner = word.removesuffix("'s")
        return f"{owner} is" if owner in _IS else owner
    return word.replace("'", "").replace("-", "")


@cache
def _english() -> snowballstemmer.english_stemmer.EnglishStemmer:
    return snowballstemmer.stemmer("english")
