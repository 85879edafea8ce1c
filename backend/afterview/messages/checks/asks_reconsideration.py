"""`asks_reconsideration`: a no is a no."""

from collections.abc import Iterator
from typing import Final

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, error
from afterview.messages.lexicon import phrases
from afterview.messages.reading import Reading
from afterview.messages.terms import Kind, Stage
from afterview.messages.text import first_in_each

_RECONSIDERATION: Final = phrases("after_a_no", "reconsideration")
_ACCEPTED: Final = phrases("after_a_no", "accepted")


@check(error(Kind.REJECTION_THANKS_EMAIL, Kind.LINKEDIN_REQUEST), section="FAQ7")
def asks_reconsideration(draft: Reading, about: About) -> Iterator[Remark]:
    """After a rejection nobody is asked to think again."""
    if about.kind is Kind.LINKEDIN_REQUEST and about.stage is not Stage.REJECTED:
        return
    for match in first_in_each(draft.find_meant(_RECONSIDERATION)):
        if not match.denied(6) and not match.stands_with(_ACCEPTED):
            yield Remark(
                "The decision is made; taking it well is what they will remember.",
                match.sentence_span,
                f"I would be glad if our paths crossed again, and wish everyone at {about.company} all the best.",
            )
