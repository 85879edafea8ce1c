"""`asks_feedback`: work for people who have just said no."""

from collections.abc import Iterator
from typing import Final

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, error
from afterview.messages.lexicon import phrases
from afterview.messages.reading import Reading
from afterview.messages.terms import Kind, Stage
from afterview.messages.text import first_in_each

_FEEDBACK: Final = phrases("after_a_no", "feedback")
_GIVEN: Final = phrases("after_a_no", "feedback_given")


@check(error(Kind.REJECTION_THANKS_EMAIL, Kind.LINKEDIN_REQUEST), section="FAQ7")
def asks_feedback(draft: Reading, about: About) -> Iterator[Remark]:
    """After a rejection nobody is asked for feedback; thanks for feedback that was given are fine."""
    if about.kind is Kind.LINKEDIN_REQUEST and about.stage is not Stage.REJECTED:
        return
    for match in first_in_each(draft.find(_FEEDBACK)):
        given = match.comes_after(_GIVEN) or match.goes_on(_GIVEN)
        if not match.denied(6) and (not given or match.sentence.asks):
            yield Remark(
                "Asking for reasons gives them a task they would rather not have, and turns thanks into a request.",
                match.sentence_span,
                "Thank you for the time that you and your colleagues have taken.",
            )
