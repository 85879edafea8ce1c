"""`wrong_stage`: the right message at the wrong time."""

from collections.abc import Iterator
from typing import Final

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, error
from afterview.messages.reading import Reading
from afterview.messages.terms import Kind, Stage

_FITS: Final = {
    Kind.ANSWER: (Stage.ACTIVE, Stage.OFFERED),
    Kind.REJECTION_THANKS_EMAIL: (Stage.REJECTED,),
    Kind.THANK_YOU_EMAIL: (Stage.ACTIVE, Stage.OFFERED, Stage.ACCEPTED, Stage.WITHDRAWN, Stage.CLOSED),
    Kind.CHECK_IN_EMAIL: (Stage.ACTIVE,),
    Kind.FOLLOW_UP_CALL: (Stage.ACTIVE,),
    Kind.ADDITIONAL_INFORMATION_EMAIL: (Stage.ACTIVE,),
    Kind.HANDWRITTEN_NOTE: (Stage.ACTIVE,),
    Kind.LINKEDIN_REQUEST: tuple(Stage),
}
_SAYS: Final = {
    Stage.ACTIVE: "nobody has decided yet",
    Stage.OFFERED: "they have made you an offer",
    Stage.ACCEPTED: "you have accepted their offer",
    Stage.REJECTED: "they have said no",
    Stage.WITHDRAWN: "you have withdrawn",
    Stage.CLOSED: "the application is closed",
}
_WHAT: Final = {
    Kind.ANSWER: "an answer",
    Kind.REJECTION_THANKS_EMAIL: "thanks after a rejection",
    Kind.THANK_YOU_EMAIL: "a thank-you for the interview",
    Kind.CHECK_IN_EMAIL: "a check-in",
    Kind.FOLLOW_UP_CALL: "a follow-up call",
    Kind.ADDITIONAL_INFORMATION_EMAIL: "additional information",
    Kind.HANDWRITTEN_NOTE: "a note for an open application",
}
_INSTEAD: Final = {
    Stage.ACTIVE: "Write a thank-you or a check-in, whichever is due.",
    Stage.OFFERED: "Answer the offer; thanks for the interview are welcome as well.",
    Stage.REJECTED: "Thank them for letting you know, and wish them well.",
}


@check(error(), section="FAQ7", in_any_language=True)
def wrong_stage(draft: Reading, about: About) -> Iterator[Remark]:
    """A message fits the outcome: no enquiry after a decision, no thanks for a no that nobody said."""
    fits = about.stage in _FITS[about.kind]
    if about.kind is Kind.HANDWRITTEN_NOTE and not about.thanked and about.stage is not Stage.REJECTED:
        fits = True  # the note is the thank-you
    if not fits:
        yield Remark(
            f"This is {_WHAT[about.kind]}, and {_SAYS[about.stage]}.",
            draft.body.span,
            _INSTEAD.get(about.stage, "Nothing needs to be sent."),
        )
