"""Each kind of step as what somebody is advised to do next."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from tests.browser.people import Visitor

FRIDAY: Final = "2026-11-20T14:15:00Z"
THREE_WEEKS_AGO: Final = "2026-11-02T14:15:00Z"


@dataclass(frozen=True)
class Advised:
    """What leads to a step: the interview's end and more of it, Dana's address, what was said since, one's wishes."""

    ended: str = "2026-11-23T14:15:00Z"
    more: Mapping[str, object] = field(default_factory=dict)
    dana: Mapping[str, object] = field(default_factory=dict)
    thanked: bool = True
    reply: Mapping[str, object] | None = None
    status: str | None = None
    wishes: Mapping[str, object] | None = None


STEPS: Final[dict[str, Advised]] = {
    "thank_you_email": Advised(thanked=False),
    "answer": Advised(reply={"needs_answer": True}),
    "rejection_thanks_email": Advised(FRIDAY, reply={}, status="rejected"),
    "check_in_email": Advised(THREE_WEEKS_AGO),
    "follow_up_call": Advised(
        THREE_WEEKS_AGO, dana={"phone": "+12125550123"}, wishes={"policy": {"enquiry_order": "call_first"}}
    ),
    "additional_information_email": Advised(FRIDAY, {"points_to_add": ["I have led two moves to event streams"]}),
    "handwritten_note": Advised(
        FRIDAY,
        dana={"postal_address": "1 Main Street\nSpringfield"},
        wishes={"preferences": {"handwritten_notes": "welcome", "linkedin": False}},
    ),
    "linkedin_request": Advised(FRIDAY, dana={"linkedin_url": "https://www.linkedin.com/in/dana"}),
}


def is_advised(visitor: Visitor, kind: str) -> str:
    """Bring somebody to where that step is the next one at Acme; the application's id."""
    it = STEPS[kind]
    if it.wishes is not None:
        visitor.send("PATCH", "/me", it.wishes)
    more: dict[str, Any] = {
        "interviewers": [{"name": "Dana Reyes", "email": "dana@acme.example", **it.dana}],
        "discussion_points": ["the move to event streams"],
        **it.more,
    }
    application_id = visitor.had_interview("Acme", "Data engineer", ended=it.ended, **more)
    touches = f"/applications/{application_id}/touches"
    if it.thanked:
        visitor.send("POST", touches, {"kind": "thank_you_email", "occurred_at": it.ended.replace("14:15", "14:30")})
    if it.reply is not None:
        visitor.send("POST", touches, {"kind": "reply_received", **it.reply})
    if it.status is not None:
        visitor.send("PATCH", f"/applications/{application_id}", {"status": it.status})
    return application_id
