"""`no_status_question`: an enquiry that enquires about nothing."""

from collections.abc import Iterator

from afterview.messages.about import About
from afterview.messages.asking import asks_softly
from afterview.messages.checks import Remark, check, error
from afterview.messages.reading import Reading
from afterview.messages.terms import Kind


@check(error(Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL), section="FAQ6")
def no_status_question(draft: Reading, about: About) -> Iterator[Remark]:
    """A check-in asks how things stand, or when an answer can be expected."""
    if not asks_softly(draft):
        yield Remark(
            "Nothing here asks how things stand, so there is nothing to answer.",
            None,
            f"May I ask how things stand with the {about.role} position, and when you expect to have news?",
        )
