"""The phrase books: what checks look for in a language, a text file for each under `phrasebook/`.

A file has its phrases a line each, written as `phrases` says, in sections headed `[name]`; `#` begins a remark, and
`families.txt` holds the families that all of them may use.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from afterview.messages.phrases import Phrases

_ENGLISH: Final = Path(__file__).with_name("phrasebook") / "en"


def phrases(book: str, section: str) -> Phrases:
    """The phrases of one section of that book."""
    return Phrases(_sections(book)[section], _families())


@cache
def _sections(book: str) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    section: list[str] = []
    for line in (_ENGLISH / f"{book}.txt").read_text(encoding="utf-8").splitlines():
        phrase = line.partition("#")[0].strip()
        if phrase.startswith("["):
            section = found.setdefault(phrase.strip("[]"), [])
        elif phrase:
            section.append(phrase)
    return found


@cache
def _families() -> Mapping[str, str]:
    return {name: " ".join(lines) for name, lines in _sections("families").items()}
