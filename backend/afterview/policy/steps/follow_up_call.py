"""One polite question by phone about how things stand."""

from afterview.policy.situation import Situation
from afterview.policy.steps import StepKind
from afterview.policy.terms import Channel, Kind, Strength


def _one_person(facts: Situation) -> set[str | None]:
    return {facts.enquiry_recipient}


STEP = StepKind(
    kind=Kind.FOLLOW_UP_CALL,
    channel=Channel.PHONE,
    strength=Strength.SHOULD,
    headline="Call {who} and ask how things stand",
    include=("identification", "time_check", "gratitude", "status_question"),
    recipients=_one_person,
    others_rule="one-enquiry",
    others_because="One person is asked, and that is not {who}.",
)
