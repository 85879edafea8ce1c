"""`no_information`: an addition that adds nothing."""

from collections.abc import Iterator

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, error
from afterview.messages.information import informing
from afterview.messages.reading import Reading
from afterview.messages.terms import Kind


@check(error(Kind.ADDITIONAL_INFORMATION_EMAIL), section="WAY5")
def no_information(draft: Reading, about: About) -> Iterator[Remark]:
    """Additional information says what there is to say, not only that there is something."""
    if not any(informing(draft, about)):
        yield Remark(
            "This says that something was left out, and not yet what it is.",
            None,
            f"I would like to add: {about.points_to_add[0]}"
            if about.points_to_add
            else "Say it in a sentence or two: what you did, where, and what came of it.",
        )
