"""Thanks for a no, to whoever brought it."""

from afterview.policy.situation import Situation
from afterview.policy.steps import StepKind
from afterview.policy.terms import Channel, Kind, Strength


def _who_wrote(facts: Situation) -> set[str | None]:
    return {facts.writer} if facts.rejected else set()


STEP = StepKind(
    kind=Kind.REJECTION_THANKS_EMAIL,
    channel=Channel.EMAIL,
    strength=Strength.SHOULD,
    headline="Thank {who} for the decision, and leave the door open",
    include=("gratitude", "keep_in_touch"),
    recipients=_who_wrote,
    others_rule="gracious-after-rejection",
    others_because="{who} has brought no rejection.",
)
