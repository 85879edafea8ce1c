"""What the facts amount to at `now`: read once per decision, then asked by every rule.

The words (held, ahead, round, epoch, date in force, ...) are those of the policy and mean what it says they mean.
"""

from datetime import datetime
from typing import Any

from afterview.policy.facts import Deferral, Facts, Interview, Touch
from afterview.policy.people import People
from afterview.policy.promises import Promise, in_force, said_at_the_end_of
from afterview.policy.sent import Sent
from afterview.policy.step import Step
from afterview.policy.terms import ENQUIRIES, InterviewStatus, Kind, Role, Status
from afterview.policy.terms import TouchKind as Did
from afterview.policy.working_time import end_of_day, next_working_moment

_ENQUIRY_TOUCHES = frozenset(Did(kind.value) for kind in ENQUIRIES)


class Situation:
    """The facts known at `now`, in the policy's own words."""

    def __init__(self, facts: Facts) -> None:
        now = facts.now
        self.facts = facts
        self.now = now
        self.parameters = facts.policy
        self.calendar = facts.calendar
        self.preferences = facts.preferences
        self.contacts = facts.contacts
        self.status = facts.application.status
        self.status_changed_at = facts.application.status_changed_at
        self.touches = sorted(facts.touches, key=_moment)
        kept = sorted([i for i in facts.interviews if i.status != InterviewStatus.CANCELLED], key=_order)
        self.held = [i for i in kept if i.ends_at <= now]
        self.ahead = [i for i in kept if i.ends_at > now]
        self.latest_held = self.held[-1] if self.held else None
        self.people = People(self.contacts, self.held, self.ahead, self.preferences.handwritten_notes)
        self.sent = Sent(self.touches, {interview.id: interview for interview in facts.interviews}, self.people)
        self.replies = [t for t in self.touches if t.kind is Did.REPLY_RECEIVED]
        self.dateless_update_at = self._dateless_update_at()
        self.epoch_start = self._epoch_start()
        # The open step that matters most, once the steps that matter are judged; the optional ones look at it.
        self.due: Step | None = None
        # What several rules ask for is worked out once, and kept by question.
        self.worked_out: dict[object, Any] = {}
        self._working_moments: dict[tuple[datetime, str], datetime] = {}
        self.promises = self._promises()
        self.promise = in_force(self.promises, (*self.held, *self.ahead), self.dateless_update_at)
        self.follow_ups = self.sent.follow_ups(self.epoch_start)
        self.enquiries = [t for t in self.follow_ups if t.kind in _ENQUIRY_TOUCHES]
        self.enquiry_recipient = self._enquiry_recipient()
        self.open_questions = self._open_questions()
        # When anybody was last thanked since the latest held interview ended.
        self.round_thanked_at = self.sent.anybody_thanked_at(self.latest_held.ends_at) if self.latest_held else None
        # The latest held interview after which something was left to add, whose lead is to hear it, and when that went.
        self.informing = next((i for i in reversed(self.held) if i.points_to_add or i.concerns), None)
        self.lead = self._lead()
        self.points_carried_at = self.sent.points_carried_at(self.informing.ends_at) if self.informing else None

    # -- where it stands ----------------------------------------------------------------------------------------

    @property
    def rejected(self) -> bool:
        """Whether they said no."""
        return self.status is Status.REJECTED

    @property
    def active(self) -> bool:
        """Whether an answer is still to come."""
        return self.status is Status.ACTIVE

    def _epoch_start(self) -> datetime | None:
        """The latest human update or end of a held interview; null when there was neither."""
        starts = [reply.occurred_at for reply in self.replies[-1:]]
        if self.status_changed_at:
            starts.append(self.status_changed_at)
        if self.latest_held:
            starts.append(self.latest_held.ends_at)
        return max(starts, default=None)

    def _dateless_update_at(self) -> datetime | None:
        """When they last let hear from themselves without naming a day."""
        updates = [reply.occurred_at for reply in self.replies if reply.reply_expected_by is None]
        if self.status_changed_at:
            updates.append(self.status_changed_at)
        return max(updates, default=None)

    # -- time ---------------------------------------------------------------------------------------------------

    def working_moment(self, at: datetime, zone: str) -> datetime:
        """`at`, or the next moment inside working hours of that zone."""
        found = self._working_moments.get((at, zone))
        if found is None:
            found = self._working_moments[at, zone] = next_working_moment(at, zone, self.calendar)
        return found

    # -- what was promised --------------------------------------------------------------------------------------

    def _promises(self) -> list[Promise]:
        """Every date that was ever promised, in interviews held and in replies (there: the writer's day)."""
        said = [promise for i in self.held if (promise := said_at_the_end_of(i))]
        for reply in self.replies:
            day = reply.reply_expected_by
            if day is not None:
                passed_at = end_of_day(day, self.people[reply.contact_id].zone)
                said.append(Promise(day, reply.occurred_at, passed_at, reply.contact_id))
        return said

    # -- what was sent ------------------------------------------------------------------------------------------

    @property
    def rejection_thanked_at(self) -> datetime | None:
        """When they were first thanked for their no; null when that has not happened since it came."""
        since = self.status_changed_at
        thanks = (t.occurred_at for t in self.sent.of(Did.REJECTION_THANKS_EMAIL))
        return next((at for at in thanks if since is None or at >= since), None)

    # -- who a step is for --------------------------------------------------------------------------------------

    def _enquiry_recipient(self) -> str | None:
        """The one person to ask: who gave the date in force, else recruiter, else hiring manager, else interviewer."""
        if self.promise and self.promise.contact_id is not None:
            return self.promise.contact_id
        for role in (Role.RECRUITER, Role.HIRING_MANAGER):
            for contact in self.contacts:
                if contact.role is role:
                    return contact.id
        interview = self.latest_held or (self.ahead[0] if self.ahead else None)
        return interview.interviewer_ids[0] if interview and interview.interviewer_ids else None

    @property
    def writer(self) -> str | None:
        """Who brought the outcome: the sender of the latest reply, else the person to ask."""
        if self.replies and self.replies[-1].contact_id is not None:
            return self.replies[-1].contact_id
        return self.enquiry_recipient

    def _open_questions(self) -> dict[str | None, datetime]:
        """By whom (null: nobody we know) and since when an answer is awaited from the candidate."""
        if self.status not in (Status.ACTIVE, Status.OFFERED):
            return {}
        answers = self.sent.of(Did.ANSWER)
        waiting: dict[str | None, datetime] = {}
        for reply in self.replies:
            who = reply.contact_id if reply.contact_id is not None else self.enquiry_recipient
            if reply.needs_answer and not _answered(answers, who, reply.occurred_at):
                waiting.setdefault(who, reply.occurred_at)
        changed_at = self.status_changed_at
        if self.status is Status.OFFERED and changed_at and not _answered(answers, None, changed_at):
            waiting.setdefault(self.writer, changed_at)
        return waiting

    def _lead(self) -> str | None:
        """Its lead interviewer: the hiring manager among them, else the first listed."""
        if self.informing is None or not self.informing.interviewer_ids:
            return None
        ids = self.informing.interviewer_ids
        managers = {contact.id for contact in self.contacts if contact.role is Role.HIRING_MANAGER}
        return next((who for who in ids if who in managers), ids[0])

    @property
    def points_left(self) -> bool:
        """Whether something was left to add and no message has carried it."""
        return self.informing is not None and self.points_carried_at is None

    # -- the candidate's own wishes -----------------------------------------------------------------------------

    def deferrals_of(self, kind: Kind, who: str | None) -> list[Deferral]:
        """The deferrals of that step: those naming the contact, and those for everybody."""
        return [d for d in self.facts.deferrals if d.kind is kind and d.contact_id in (None, who)]

    def declined(self, kind: Kind, who: str | None) -> bool:
        """Whether the candidate chose never to take that step."""
        return any(d.until is None for d in self.deferrals_of(kind, who))

    def usable(self, kind: Kind, who: str | None) -> bool:
        """Whether an enquiry of that kind could ever reach the contact: address, preference, no refusal."""
        contact = self.people[who].contact
        if contact is None or self.declined(kind, who):
            return False
        if kind is Kind.FOLLOW_UP_CALL:
            return bool(contact.phone) and self.preferences.calls
        return bool(contact.email)


def _moment(touch: Touch) -> tuple[datetime, str, str]:
    return (touch.occurred_at, touch.kind, touch.contact_id or "")


def _order(interview: Interview) -> tuple[datetime, datetime, str]:
    return (interview.ends_at, interview.starts_at, interview.id)


def _answered(answers: list[Touch], who: str | None, since: datetime) -> bool:
    return any(a.occurred_at >= since and (who is None or a.contact_id in (None, who)) for a in answers)
