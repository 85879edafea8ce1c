"""`no_interest`: nobody hires somebody who does not say that they want to come."""

from collections.abc import Iterator
from typing import Final

from afterview.messages.about import About
from afterview.messages.checks import Remark, advice, check, error
from afterview.messages.lexicon import phrases
from afterview.messages.reading import Reading
from afterview.messages.terms import Kind, Stage
from afterview.messages.text import Match

_WANTS: Final = phrases("interest", "wants")
_DESIRE: Final = phrases("interest", "desire")
_JOB: Final = phrases("interest", "job")
_ELSEWHERE: Final = phrases("interest", "elsewhere")


@check(error(Kind.THANK_YOU_EMAIL, Kind.HANDWRITTEN_NOTE), advice(Kind.CHECK_IN_EMAIL), section="WAY1")
def no_interest(draft: Reading, about: About) -> Iterator[Remark]:
    """Thanks, notes and check-ins say that their writer wants the position, for as long as that is open."""
    if about.stage is not Stage.ACTIVE:
        return
    text = draft.body
    wishes = (match for match in text.find(_DESIRE) if match.stands_with(_JOB))
    if any(_wants_it(match) for match in (*text.find(_WANTS), *wishes)):
        return
    yield Remark(
        "This does not say yet that you want the position.",
        None,
        f"I am very interested in the {about.role} position, and would be glad to join {about.company}.",
    )


def _wants_it(match: Match) -> bool:
    if match.denied():
        return match.words[0].text in ("can", "hardly", "barely") or match.preceded(frozenset(("wait",)))
    around = (*match.before[-2:], *match.words, *match.after[:4])
    elsewhere = [
        it for it in match.text.find(_ELSEWHERE, quoted=True) if it.sentence is match.sentence and len(it.words) > 1
    ]
    return not any(it.words[0] in around for it in elsewhere)
