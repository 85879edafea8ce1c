"""The words of the policy for some facts, read off its page as plainly as possible and shared with no other code.

Nothing here is fast or clever: it is what the checks hold the advice against, so that a wrong reading is found and not
copied.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from afterview.policy.facts import Contact, Facts, Interview, Touch
from afterview.policy.terms import InterviewStatus, Kind, Notes, Reached, Role, Status, TouchKind
from tests.policy.invariants.clocks import days_after, end_of, next_at_work

SENT = frozenset(TouchKind) - {TouchKind.REPLY_RECEIVED, TouchKind.AUTO_REPLY_RECEIVED}
ASKING = frozenset({TouchKind.CHECK_IN_EMAIL, TouchKind.FOLLOW_UP_CALL})
FOLLOWING_UP = ASKING | {TouchKind.ADDITIONAL_INFORMATION_EMAIL}

Who = str | None


@dataclass(frozen=True)
class Promised:
    """A day by which an answer was promised: said when, by whom, and when it has passed."""

    said_at: datetime
    day: date
    passed_at: datetime
    who: Who


class Words:
    """Held and ahead, epoch and round, the date in force, and the rest, for some facts at their `now`."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.now = facts.now
        kept = [i for i in facts.interviews if i.status is not InterviewStatus.CANCELLED]
        self.held = sorted([i for i in kept if i.ends_at <= self.now], key=lambda i: (i.ends_at, i.starts_at))
        self.ahead = sorted([i for i in kept if i.ends_at > self.now], key=lambda i: (i.ends_at, i.starts_at))
        self.touches = sorted([t for t in facts.touches if t.occurred_at <= self.now], key=lambda t: t.occurred_at)
        changed_at = facts.application.status_changed_at
        self.changed_at = changed_at if changed_at is not None and changed_at <= self.now else None
        self.status = facts.application.status if self.changed_at else Status.ACTIVE
        self.replies = [t for t in self.touches if t.kind is TouchKind.REPLY_RECEIVED]

    # -- people and places

    def contact(self, who: Who) -> Contact | None:
        """That contact, if on file."""
        return next((c for c in self.facts.contacts if c.id == who), None)

    def held_with(self, who: Who) -> Interview | None:
        """The latest interview held with that person (null: one that names nobody)."""
        return next((i for i in reversed(self.held) if self._was_there(who, i)), None)

    def zone(self, who: Who) -> str:
        """The recipient's zone."""
        contact = self.contact(who)
        if contact and contact.timezone:
            return contact.timezone
        last = self.held_with(who) or (self.held[-1] if self.held else None) or (self.ahead[0] if self.ahead else None)
        return last.timezone if last else "UTC"

    def by_post(self, who: Who) -> bool:
        """Whether a handwritten note is that person's thank-you."""
        contact = self.contact(who)
        welcome = self.facts.preferences.handwritten_notes is not Notes.UNWELCOME
        return bool(welcome and contact and contact.postal_address and not contact.email)

    def at_work(self, at: datetime, who: Who) -> datetime:
        """`at`, or the next working moment for that person."""
        return next_at_work(at, self.zone(who), self.facts.calendar)

    def a_week_after(self, at: datetime, who: Who, weeks: int = 1) -> datetime:
        """A week (of `quiet_days`) after that, for that person."""
        return days_after(at, weeks * self.facts.policy.quiet_days, self.zone(who))

    def _was_there(self, who: Who, interview: Interview) -> bool:
        return who in interview.interviewer_ids if who is not None else not interview.interviewer_ids

    # -- what they let us know

    @cached_property
    def epoch_start(self) -> datetime | None:
        """The latest human update or end of a held interview."""
        starts = [r.occurred_at for r in self.replies] + [i.ends_at for i in self.held]
        return max(starts + ([self.changed_at] if self.changed_at else []), default=None)

    @cached_property
    def round_start(self) -> datetime | None:
        """The end of the latest held interview."""
        return self.held[-1].ends_at if self.held else None

    @cached_property
    def last_word_without_a_date(self) -> datetime | None:
        """The latest human update that named no date."""
        words = [r.occurred_at for r in self.replies if r.reply_expected_by is None]
        return max(words + ([self.changed_at] if self.changed_at else []), default=None)

    @cached_property
    def promises(self) -> list[Promised]:
        """Every date that was said, in the order in which they were."""
        said = [
            Promised(i.ends_at, i.reply_expected_by, end_of(i.reply_expected_by, i.timezone), i.reply_promised_by)
            for i in self.held
            if i.reply_expected_by
        ] + [
            Promised(
                r.occurred_at,
                r.reply_expected_by,
                end_of(r.reply_expected_by, self.zone(r.contact_id)),
                r.contact_id,
            )
            for r in self.replies
            if r.reply_expected_by
        ]
        return sorted(said, key=lambda p: (p.said_at, p.day, p.passed_at))

    @cached_property
    def in_force(self) -> Promised | None:
        """The date in force."""
        if not self.promises:
            return None
        last = self.promises[-1]
        silent_since = self.last_word_without_a_date is None or self.last_word_without_a_date <= last.said_at
        overtaken = any(i.starts_at > last.said_at and i.ends_at > last.passed_at for i in self.held + self.ahead)
        return last if silent_since and not overtaken else None

    @property
    def date_ahead(self) -> bool:
        """Whether a promised day is not over."""
        return self.in_force is not None and self.in_force.passed_at > self.now

    @property
    def date_passed(self) -> bool:
        """Whether a promised day is over."""
        return self.in_force is not None and self.in_force.passed_at <= self.now

    @cached_property
    def update_week_ends(self) -> datetime | None:
        """Until when a dateless update buys quiet; null when it buys none."""
        word = self.last_word_without_a_date
        if word is None or any(p.said_at >= word for p in self.promises):
            return None
        return self.a_week_after(word, self.one_to_ask)

    # -- what was sent

    def concerns(self, touch: Touch, who: Who) -> bool:
        """Whether that touch counts for that person."""
        if touch.contact_id is not None:
            return touch.contact_id == who
        if touch.interview_id is None:
            return True
        return any(i.id == touch.interview_id and self._was_there(who, i) for i in self.facts.interviews)

    def sent_to(self, who: Who, *kinds: TouchKind, since: datetime | None = None) -> list[Touch]:
        """What was sent to that person, of those kinds (none named: of any), at or after that."""
        return [
            t
            for t in self.touches
            if t.kind in (kinds or SENT) and (since is None or t.occurred_at >= since) and self.concerns(t, who)
        ]

    def thanks_to(self, who: Who, since: datetime | None = None) -> list[datetime]:
        """When that person was thanked, at or after that."""
        return [t.occurred_at for t in self.sent_to(who, since=since) if self._thanks(t, who)]

    def _thanks(self, touch: Touch, who: Who) -> bool:
        note = touch.kind is TouchKind.HANDWRITTEN_NOTE and self.by_post(who)
        return note or touch.kind is TouchKind.THANK_YOU_EMAIL or Kind.THANK_YOU_EMAIL in touch.carries

    @cached_property
    def thanks_of_the_round(self) -> list[datetime]:
        """When anybody was thanked since the latest held interview ended."""
        people: list[Who] = [None, *(c.id for c in self.facts.contacts)]
        return sorted(at for who in people for at in self.thanks_to(who, self.round_start))

    def owed_thanks(self, who: Who) -> Interview | None:
        """The held interview for which that person has yet to be thanked."""
        interview = self.held_with(who)
        return None if interview is None or self.thanks_to(who, interview.ends_at) else interview

    def thanks_close(self, interview: Interview, who: Who) -> datetime:
        """Until when a thank-you for that interview can still be sent."""
        last = self.in_force.passed_at if self.in_force else self.a_week_after(interview.ends_at, who)
        return max(self.at_work(last, who), self.thanks_are_late(interview))

    def thanks_are_late(self, interview: Interview) -> datetime:
        """From when a thank-you for that interview is late."""
        return interview.ends_at + timedelta(hours=self.facts.policy.thank_you_hours)

    def of_this_epoch(self, kinds: Iterable[TouchKind]) -> list[Touch]:
        """The touches of those kinds in this epoch that left a trace."""
        start = self.epoch_start
        return [
            t
            for t in self.touches
            if t.kind in kinds and t.reached is not Reached.NO_TRACE and (start is None or t.occurred_at >= start)
        ]

    @property
    def enquiries(self) -> list[Touch]:
        """The enquiries of this epoch."""
        return self.of_this_epoch(ASKING)

    @property
    def follow_ups(self) -> list[Touch]:
        """The follow-ups of this epoch."""
        return self.of_this_epoch(FOLLOWING_UP)

    # -- whom to ask, and what was missed

    @cached_property
    def one_to_ask(self) -> Who:
        """The one person to whom enquiries go."""
        if self.in_force and self.in_force.who is not None:
            return self.in_force.who
        for role in (Role.RECRUITER, Role.HIRING_MANAGER):
            for contact in self.facts.contacts:
                if contact.role is role:
                    return contact.id
        for interview in [*reversed(self.held), *self.ahead][:1]:
            return next(iter(interview.interviewer_ids), None)
        return None

    @property
    def missed(self) -> list[Interview]:
        """The held interviews after which something was left to add, in their order."""
        return [i for i in self.held if i.points_to_add or i.concerns]
