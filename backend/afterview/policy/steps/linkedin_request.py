"""An invitation to connect, to somebody who interviewed."""

from collections.abc import Collection

from afterview.policy.situation import Situation
from afterview.policy.steps import StepKind
from afterview.policy.terms import Channel, Kind, Strength


def _interviewers(facts: Situation) -> Collection[str | None]:
    return facts.people.interviewers


STEP = StepKind(
    kind=Kind.LINKEDIN_REQUEST,
    channel=Channel.LINKEDIN,
    strength=Strength.MAY,
    headline="Invite {who} to connect on LinkedIn",
    include=("gratitude", "discussion_points"),
    recipients=_interviewers,
    others_rule="linkedin-after-thanks",
    others_because="{who} did not interview you.",
)
