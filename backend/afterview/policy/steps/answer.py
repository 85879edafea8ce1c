"""An answer to a question or an offer, by the way it came."""

from afterview.policy.situation import Situation
from afterview.policy.steps import StepKind
from afterview.policy.terms import Channel, Kind, Strength


def _who_asked(facts: Situation) -> set[str | None]:
    asked = {
        r.contact_id if r.contact_id is not None else facts.enquiry_recipient for r in facts.replies if r.needs_answer
    }
    return asked | set(facts.open_questions)


STEP = StepKind(
    kind=Kind.ANSWER,
    channel=Channel.EMAIL,
    strength=Strength.SHOULD,
    headline="Answer {who}",
    include=("gratitude", "answer"),
    recipients=_who_asked,
    others_rule="answer-what-they-ask",
    others_because="{who} has asked nothing that waits for an answer.",
)
