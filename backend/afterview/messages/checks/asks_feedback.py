"""`asks_feedback`: work for people who have just said no."""

from collections.abc import Iterator
from typing import Final

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, error
from afterview.messages.lexicon import phrases
from afterview.messages.reading import Reading
from afterview.messages.terms import Kind, Stage
from afterview.messages.text import Match, first_in_each
from afterview.messages.words import word_set

_FEEDBACK: Final = phrases("after_a_no", "feedback")
_GIVEN: Final = phrases("after_a_no", "feedback_given")
_ASKING: Final = phrases("after_a_no", "asking")
_WOULD: Final = word_set("would could might may can please")
_OF_ANY_KIND: Final = word_set("any some further more additional whatever")


@check(error(Kind.REJECTION_THANKS_EMAIL, Kind.LINKEDIN_REQUEST), section="FAQ7")
def asks_feedback(draft: Reading, about: About) -> Iterator[Remark]:
    """After a rejection nobody is asked for feedback; thanks for feedback that was given are fine."""
    if about.kind is Kind.LINKEDIN_REQUEST and about.stage is not Stage.REJECTED:
        return
    for match in first_in_each(draft.find_meant(_FEEDBACK)):
        if not match.denied(6) and _is_asked_for(match):
            yield Remark(
                "Asking for reasons gives them a task they would rather not have, and turns thanks into a request.",
                match.sentence_span,
                "Thank you for the time that you and your colleagues have taken.",
            )


def _is_asked_for(match: Match) -> bool:
    """Whether it is to come still: a question, a wish, or feedback of any kind; not what they have given."""
    of_any_kind = match.preceded(_OF_ANY_KIND, 2) or match.words[0].text in _OF_ANY_KIND
    if match.sentence.asks or (of_any_kind and match.stands_with(_ASKING)):
        return True
    if not match.stands_with(_ASKING):
        return False
    given = (it for it in match.text.find(_GIVEN, quoted=True) if it.sentence is match.sentence)
    return not any(not it.preceded(_WOULD, 3) for it in given)
