"""`desperate`: a text that begs."""

import re
from collections.abc import Iterator
from typing import Final

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, error
from afterview.messages.finding import Span
from afterview.messages.lexicon import phrases
from afterview.messages.reading import Reading
from afterview.messages.text import Text, first_in_each
from afterview.messages.words import word_set

_BEGGING: Final = phrases("desperate", "begging")
_PILED: Final = re.compile(r"(?:[!?]*![!?]*){2,}|!\?|\?!")
_MOST_MARKS: Final = 3
_CAPITALS: Final = re.compile(r"\b[A-Z](?:[A-Z']|[ \t,](?=[A-Z])){2,}\b")
_SHOUTED: Final = word_set(
    "please really very love need want anything never thank thanks you amazing perfect best absolutely definitely must"
    " now so much this job have hope great excited always must am the to not any only chance hear hearing back dream"
    " soon can will would do wait me my would for that why still urgent immediately asap desperate everything awesome"
)
_LOUD_ALONE: Final = word_set(
    "please really very love need want anything never amazing perfect best absolutely definitely desperate desperately"
    " everything extremely urgent immediately dream thank must truly so"
)


@check(error(), section="DONT")
def desperate(draft: Reading, about: About) -> Iterator[Remark]:
    """A message does not beg, argue with need, make its writer small, or shout."""
    for match in first_in_each(draft.find_meant(_BEGGING)):
        if not match.denied(3) or match.words[0].text in ("not", "i", "nobody", "no", "nothing"):
            yield Remark(
                "This sounds as if you had to have it, and takes away from what speaks for you.",
                match.sentence_span,
                f"I am very interested in the {about.role} position, and would be glad to join {about.company}.",
            )
    for text in (draft.body, draft.subject):
        yield from _loud(text, about)


def _loud(text: Text, about: About) -> Iterator[Remark]:
    written = text.own_as_written
    for start, end in text.named:
        written = f"{written[:start]}{' ' * (end - start)}{written[end:]}"
    piled = _PILED.search(written)
    if piled is None and written.count("!") > _MOST_MARKS:
        at = [place for place, c in enumerate(written) if c == "!"][_MOST_MARKS]
        yield Remark("So many exclamation marks wear themselves out.", _span(text, at, at + 1), "One is plenty.")
    elif piled is not None:
        yield Remark("Piled-up exclamation marks sound shrill.", _span(text, *piled.span()), "Use a full stop.")
    known = f"{about.company} {about.role} {about.sender} {about.recipient.name if about.recipient else ''}".lower()
    for found in _CAPITALS.finditer(written):
        words = [word for word in re.findall(r"[a-z']+", found[0].lower()) if word not in known]
        shouted = [word for word in words if word in _SHOUTED and len(word) > 1]
        if (len(shouted) > 1 and len(shouted) * 2 >= len(words)) or any(
            word in _LOUD_ALONE and len(word) > 3 for word in words
        ):
            yield Remark(
                "Capitals read as shouting.", _span(text, *found.span()), re.sub(r"\bi\b", "I", found[0].lower())
            )
            return


def _span(text: Text, start: int, end: int) -> Span | None:
    return Span(start, end) if text.is_body else None
