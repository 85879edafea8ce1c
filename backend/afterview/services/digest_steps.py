"""What a daily letter mentions: what the agenda shows for today, but no step more often than twice."""

from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from sqlmodel import Session

from afterview.connectors.calendar_entries import why
from afterview.connectors.digest_letter import LetterStep
from afterview.policy.recommendation import Recommendation, Window
from afterview.policy.wording import day_and_time
from afterview.services.agenda import Due, end_of_today, list_due
from afterview.services.attention import due_action
from afterview.services.due_steps import opening
from afterview.services.feed_entries import page_of

MOST_STEPS: Final = 10
"""How many steps one letter names; the page shows the rest."""

MOST_MENTIONS: Final = 2
"""How often a step is mentioned before it rests."""

_AT_ONCE: Final = 50


class Mention(NamedTuple):
    """A step to mention, of which application, and what tells it from every other one there has been."""

    application_id: UUID
    action: str
    step: LetterStep


class Digest(NamedTuple):
    """The steps to mention, the most urgent first, and whether there are more than a letter names."""

    mentions: list[Mention]
    has_more: bool


def worth_mentioning(session: Session, *, user_id: UUID, public_url: str, now: datetime) -> Digest:
    """What is due by the end of the user's today, and does not rest yet."""
    until, after, found = end_of_today(session, user_id=user_id, now=now), None, list[Mention]()
    while True:
        page, after = list_due(session, user_id=user_id, limit=_AT_ONCE, until=until, now=now, after=after)
        for due in page:
            mention = _mention(due, until, public_url)
            if mention is None:
                continue
            if len(found) == MOST_STEPS:
                return Digest(found, has_more=True)
            found.append(mention)
        if after is None:
            return Digest(found, has_more=False)


def _mention(due: Due, until: datetime, public_url: str) -> Mention | None:
    application, advice = due
    opened = opening(advice.situation.facts, advice, until)
    action = due_action(opened) if opened else None
    if opened is None or action is None or opened.action.window is None:
        return None
    if application.mailed_action == action and application.mailed_times >= MOST_MENTIONS:
        return None
    step = LetterStep(
        headline=opened.action.headline,
        company=application.company,
        role=application.role,
        when=_when(opened, opened.action.window, advice.situation.now),
        why=why(opened.reasons[:1])[0],
        link=page_of(public_url, application.id),
    )
    return Mention(application.id, action, step)


def _when(opened: Recommendation, window: Window, now: datetime) -> str:
    """A sentence such as: Best Mon 23 Nov, 17:00 (New York), good until Tue 24 Nov, 15:00 (New York)."""
    zone = opened.action.zone
    best = "Best now" if window.best_at <= now else f"Best {day_and_time(window.best_at, zone)}"
    until = "" if window.closes_at is None else f", good until {day_and_time(window.closes_at, zone)}"
    return f"{best}{until}."
