"""What the candidate has sent, and what it amounts to: who was thanked when, who was asked, what was carried."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from afterview.policy.facts import Interview, Touch
from afterview.policy.people import People, took_part
from afterview.policy.terms import FOLLOW_UPS, RECEIVED, Kind, Reached
from afterview.policy.terms import TouchKind as Did

_FOLLOW_UPS = frozenset(Did(kind.value) for kind in FOLLOW_UPS)


class Sent:
    """Everything that went out, in order; a touch without a contact counts for everybody concerned."""

    def __init__(self, touches: Sequence[Touch], interviews: Mapping[str, Interview], people: People) -> None:
        self._all = [t for t in touches if t.kind not in RECEIVED]
        self._to: dict[str | None, list[Touch]] = {}
        self._interviews = interviews
        self._people = people

    def to(self, who: str | None) -> list[Touch]:
        """What was sent to that contact."""
        found = self._to.get(who)
        if found is None:
            found = self._to[who] = [t for t in self._all if self._concerns(t, who)]
        return found

    def of(self, kind: Did) -> list[Touch]:
        """What was sent of that kind, to whomever."""
        return [t for t in self._all if t.kind is kind]

    def thanked_at(self, who: str | None, since: datetime | None = None) -> datetime | None:
        """When that contact was last thanked, at or after `since`."""
        for touch in reversed(self.to(who)):
            if since is not None and touch.occurred_at < since:
                return None
            if self._is_thanks(touch, who):
                return touch.occurred_at
        return None

    def anybody_thanked_at(self, since: datetime) -> datetime | None:
        """When anybody was last thanked, at or after `since`."""
        thanks = [t.occurred_at for t in self._all if t.occurred_at >= since and self._thanks_anybody(t)]
        return max(thanks, default=None)

    def follow_ups(self, since: datetime | None) -> list[Touch]:
        """The follow-ups at or after `since`; a call that left no trace is none."""
        return [
            t
            for t in self._all
            if t.kind in _FOLLOW_UPS and t.reached is not Reached.NO_TRACE and (since is None or t.occurred_at >= since)
        ]

    def points_carried_at(self, since: datetime, before: datetime | None = None) -> datetime | None:
        """When a message last carried points to add, at or after `since` and before that."""
        carried = [
            t.occurred_at
            for t in self._all
            if t.occurred_at >= since
            and (before is None or t.occurred_at < before)
            and (t.kind is Did.ADDITIONAL_INFORMATION_EMAIL or Kind.ADDITIONAL_INFORMATION_EMAIL in t.carries)
        ]
        return max(carried, default=None)

    def _concerns(self, touch: Touch, who: str | None) -> bool:
        if touch.contact_id is not None:
            return touch.contact_id == who
        if touch.interview_id is None:
            return True
        interview = self._interviews.get(touch.interview_id)
        return interview is not None and took_part(interview, who)

    def _thanks_anybody(self, touch: Touch) -> bool:
        if touch.contact_id is not None:
            return self._is_thanks(touch, touch.contact_id)
        return any(self._is_thanks(touch, who) for who in self._people.interviews_of if self._concerns(touch, who))

    def _is_thanks(self, touch: Touch, who: str | None) -> bool:
        if touch.kind is Did.THANK_YOU_EMAIL or Kind.THANK_YOU_EMAIL in touch.carries:
            return True
        return touch.kind is Did.HANDWRITTEN_NOTE and self._people[who].by_post
