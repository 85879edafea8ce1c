"""One polite question by e-mail about how things stand."""

from afterview.policy.situation import Situation
from afterview.policy.steps import StepKind
from afterview.policy.terms import Channel, Kind, Strength


def _one_person(facts: Situation) -> set[str | None]:
    return {facts.enquiry_recipient}


STEP = StepKind(
    kind=Kind.CHECK_IN_EMAIL,
    channel=Channel.EMAIL,
    strength=Strength.SHOULD,
    headline="Ask {who}, politely, how things stand",
    include=("gratitude", "status_question", "interest"),
    recipients=_one_person,
    others_rule="one-enquiry",
    others_because="One person is asked, and that is not {who}.",
)
