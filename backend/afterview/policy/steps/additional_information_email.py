"""What was left unsaid in the interview, in one message to the lead interviewer."""

from afterview.policy.situation import Situation
from afterview.policy.steps import StepKind
from afterview.policy.terms import Channel, Kind, Strength


def _lead_interviewer(facts: Situation) -> set[str | None]:
    return {facts.lead} - {None}


STEP = StepKind(
    kind=Kind.ADDITIONAL_INFORMATION_EMAIL,
    channel=Channel.EMAIL,
    strength=Strength.MAY,
    headline="Send {who} what you did not get to say",
    include=("gratitude", "points_to_add"),
    recipients=_lead_interviewer,
    others_rule="fold-in-what-was-missed",
    others_because="There is nothing on record that {who} should still hear from you.",
)
