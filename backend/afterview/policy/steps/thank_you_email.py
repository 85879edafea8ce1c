"""The thank-you to each interviewer."""

from collections.abc import Collection

from afterview.policy.situation import Situation
from afterview.policy.steps import StepKind
from afterview.policy.terms import Channel, Kind, Strength


def _interviewers(facts: Situation) -> Collection[str | None]:
    return facts.people.interviews_of


STEP = StepKind(
    kind=Kind.THANK_YOU_EMAIL,
    channel=Channel.EMAIL,
    strength=Strength.SHOULD,
    headline="Send {who} a thank-you email",
    late_headline="Send {who} a short thank-you email; later is still kind",
    include=("gratitude", "discussion_points", "interest"),
    recipients=_interviewers,
    others_rule="thank-each-person",
    others_because="{who} did not interview you.",
)
