"""A handwritten note to an interviewer, in the post."""

from collections.abc import Collection

from afterview.policy.situation import Situation
from afterview.policy.steps import StepKind
from afterview.policy.terms import Channel, Kind, Strength


def _interviewers(facts: Situation) -> Collection[str | None]:
    return facts.people.interviewers


STEP = StepKind(
    kind=Kind.HANDWRITTEN_NOTE,
    channel=Channel.POST,
    strength=Strength.MAY,
    headline="Write {who} a handwritten note",
    include=("gratitude", "discussion_points", "interest"),
    recipients=_interviewers,
    others_rule="note-is-a-bonus",
    others_because="{who} did not interview you.",
)
