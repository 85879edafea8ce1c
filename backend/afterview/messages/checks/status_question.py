"""`status_question`: a question that is another message's."""

from collections.abc import Iterator

from afterview.messages.about import About
from afterview.messages.asking import plain_questions
from afterview.messages.checks import Remark, check, error
from afterview.messages.reading import Reading
from afterview.messages.terms import Kind
from afterview.messages.text import first_in_each

_LATER = "You can ask in a check-in once it is time; here, “I look forward to hearing from you” is enough."


@check(
    error(
        Kind.THANK_YOU_EMAIL,
        Kind.LINKEDIN_REQUEST,
        Kind.HANDWRITTEN_NOTE,
        Kind.ADDITIONAL_INFORMATION_EMAIL,
        Kind.REJECTION_THANKS_EMAIL,
    ),
    section="FAQ6",
)
def status_question(draft: Reading, about: About) -> Iterator[Remark]:
    """Thanks, invitations, notes and additions do not ask for the decision or its time."""
    over = about.kind is Kind.REJECTION_THANKS_EMAIL
    for match in first_in_each(plain_questions(draft)):
        yield Remark(
            "They have answered already, so there is nothing left to ask." if over
            else "This asks about the decision, and turns the message into a reminder.",
            match.sentence_span,
            "Leave the question out." if over else _LATER,
        )  # fmt: skip
