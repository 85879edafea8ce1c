"""What the facts amount to at `now`: read once per decision, then asked by every rule.

The words (held, ahead, round, epoch, date in force, ...) are those of the policy and mean what it says they mean.
Whatever is dated after `now` is left out here, so that nothing below this line can see the future.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from afterview.policy.facts import Contact, Deferral, Facts, Interview, Touch
from afterview.policy.step import Step
from afterview.policy.terms import ENQUIRIES, FOLLOW_UPS, RECEIVED, InterviewStatus, Kind, Notes, Reached, Role, Status
from afterview.policy.terms import TouchKind as Did
from afterview.policy.working_time import days_after, end_of_day, next_working_moment


@dataclass(slots=True)
class Promise:
    """A day by which an answer was promised: said when and by whom, and the instant at which it has passed."""

    day: date
    said_at: datetime
    passed_at: datetime
    contact_id: str | None


@dataclass(slots=True)
class Thanks:
    """The window of one thank-you: on time until `late_after`, possible until `closes_at`."""

    interview: Interview
    opens_at: datetime
    late_after: datetime
    closes_at: datetime


class Situation:
    """The facts at `now`, in the policy's own words."""

    def __init__(self, facts: Facts) -> None:
        now = facts.now
        application = facts.application
        self.facts = facts
        self.now = now
        self.parameters = facts.policy
        self.calendar = facts.calendar
        self.preferences = facts.preferences
        self.contacts = facts.contacts
        self.contact = {contact.id: contact for contact in facts.contacts}
        changed_at = application.status_changed_at
        if changed_at is None and application.status != Status.ACTIVE:
            changed_at = now  # nobody said when; the latest possible moment closes nothing too early
        known = changed_at is None or changed_at <= now
        self.status = application.status if known else Status.ACTIVE
        self.status_changed_at = changed_at if known else None
        self.touches = sorted((t for t in facts.touches if t.occurred_at <= now), key=_moment_of_touch)
        interviews = sorted((i for i in facts.interviews if i.status != InterviewStatus.CANCELLED), key=_order)
        self.interview = {interview.id: interview for interview in facts.interviews}
        self.held = [i for i in interviews if i.ends_at <= now]
        self.ahead = [i for i in interviews if i.ends_at > now]
        self.latest_held = self.held[-1] if self.held else None
        self.replies = [t for t in self.touches if t.kind == Did.REPLY_RECEIVED]
        self.epoch_start = self._epoch_start()
        self._sent: dict[str | None, list[Touch]] = {}
        # The open step that matters most, once the steps that matter are judged; the optional ones look at it.
        self.due: Step | None = None

    # -- status -------------------------------------------------------------------------------------------------

    @property
    def rejected(self) -> bool:
        """Whether they said no."""
        return self.status == Status.REJECTED

    @property
    def active(self) -> bool:
        """Whether an answer is still to come."""
        return self.status == Status.ACTIVE

    def _epoch_start(self) -> datetime | None:
        starts = [reply.occurred_at for reply in self.replies[-1:]]
        if self.status_changed_at:
            starts.append(self.status_changed_at)
        if self.latest_held:
            starts.append(self.latest_held.ends_at)
        return max(starts, default=None)

    # -- people and zones ---------------------------------------------------------------------------------------

    @cached_property
    def interviews_of(self) -> dict[str | None, tuple[Interview | None, Interview | None]]:
        """By contact (null: interviews that name nobody): the latest held with them, and the next one ahead."""
        met: dict[str | None, tuple[Interview | None, Interview | None]] = {}
        for interview in self.held:
            for who in interview.interviewer_ids or (None,):
                met[who] = (interview, None)
        for interview in self.ahead:
            for who in interview.interviewer_ids or (None,):
                held, following = met.get(who, (None, None))
                met[who] = (held, following or interview)
        return met

    def held_with(self, who: str | None) -> Interview | None:
        """The latest held interview with that contact (null: one that names nobody)."""
        return self.interviews_of.get(who, (None, None))[0]

    def interview_for(self, who: str | None) -> Interview | None:
        """The interview that a step for that contact stands for: theirs, else the application's latest or next."""
        held, following = self.interviews_of.get(who, (None, None))
        return held or following or self.latest_held or (self.ahead[0] if self.ahead else None)

    def zone_of(self, who: str | None) -> str:
        """The time zone where that contact reads and picks up; UTC when nothing is known."""
        contact = self.contact.get(who) if who is not None else None
        if contact is not None and contact.timezone:
            return contact.timezone
        interview = self.held_with(who) or self.latest_held or (self.ahead[0] if self.ahead else None)
        return interview.timezone if interview else "UTC"

    def working_moment(self, at: datetime, who: str | None) -> datetime:
        """`at`, or the next moment inside the contact's working hours."""
        return next_working_moment(at, self.zone_of(who), self.calendar)

    def by_post(self, who: str | None) -> bool:
        """Whether the handwritten note is this person's thank-you: a postal address, no e-mail, notes not unwelcome."""
        contact = self.contact.get(who) if who is not None else None
        if contact is None or self.preferences.handwritten_notes == Notes.UNWELCOME:
            return False
        return bool(contact.postal_address) and not contact.email

    # -- what was promised --------------------------------------------------------------------------------------

    @cached_property
    def promise(self) -> Promise | None:
        """The promised date in force: the one said last, unless something since took it out of force."""
        said = [p for p in self._promises()]
        if not said:
            return None
        last = max(said, key=lambda p: (p.said_at, p.day, p.passed_at))
        return None if self._overtaken(last) else last

    def _promises(self) -> Iterable[Promise]:
        for i in self.held:
            if i.reply_expected_by:
                passed_at = end_of_day(i.reply_expected_by, i.timezone)
                yield Promise(i.reply_expected_by, i.ends_at, passed_at, i.reply_promised_by)
        for reply in self.replies:
            if reply.reply_expected_by:
                passed_at = end_of_day(reply.reply_expected_by, self.zone_of(reply.contact_id))
                yield Promise(reply.reply_expected_by, reply.occurred_at, passed_at, reply.contact_id)

    def _overtaken(self, promise: Promise) -> bool:
        if self.dateless_update_at is not None and self.dateless_update_at > promise.said_at:
            return True
        return any(i.starts_at > promise.said_at and i.ends_at > promise.passed_at for i in (*self.held, *self.ahead))

    @cached_property
    def dateless_update_at(self) -> datetime | None:
        """When they last let hear from themselves without naming a day."""
        updates = [reply.occurred_at for reply in self.replies if reply.reply_expected_by is None]
        if self.status_changed_at:
            updates.append(self.status_changed_at)
        return max(updates, default=None)

    @cached_property
    def date_said_since_update(self) -> bool:
        """Whether a day was named at or after the last dateless update."""
        update = self.dateless_update_at
        return update is not None and any(p.said_at >= update for p in self._promises())

    # -- what was sent ------------------------------------------------------------------------------------------

    def sent_to(self, who: str | None) -> list[Touch]:
        """What was sent to that contact, in order; a touch without a contact counts for everybody concerned."""
        found = self._sent.get(who)
        if found is None:
            found = [t for t in self.touches if t.kind not in RECEIVED and self._concerns(t, who)]
            self._sent[who] = found
        return found

    def _concerns(self, touch: Touch, who: str | None) -> bool:
        if touch.contact_id is not None:
            return touch.contact_id == who
        if touch.interview_id is None:
            return True
        interview = self.interview.get(touch.interview_id)
        return interview is not None and who in (interview.interviewer_ids or (None,))

    def _is_thanks(self, touch: Touch, who: str | None) -> bool:
        if touch.kind == Did.THANK_YOU_EMAIL or Kind.THANK_YOU_EMAIL in touch.carries:
            return True
        return touch.kind == Did.HANDWRITTEN_NOTE and self.by_post(who)

    def thanked_at(self, who: str | None, since: datetime | None = None) -> datetime | None:
        """When that contact was last thanked, at or after `since`."""
        return max(
            (t.occurred_at for t in self.sent_to(who) if self._is_thanks(t, who) and _within(t, since)), default=None
        )

    @cached_property
    def thanks_of_round(self) -> Touch | None:
        """The latest thank-you to anybody since the latest held interview ended."""
        if self.latest_held is None:
            return None
        since = self.latest_held.ends_at
        return max(
            (t for t in self.touches if t.occurred_at >= since and self._is_thanks(t, t.contact_id)),
            key=_moment_of_touch,
            default=None,
        )

    @cached_property
    def follow_ups(self) -> list[Touch]:
        """The follow-ups of this epoch, in order; a call that left no trace is none."""
        return [t for t in self._of_epoch(FOLLOW_UPS) if t.reached != Reached.NO_TRACE]

    @cached_property
    def enquiries(self) -> list[Touch]:
        """The enquiries of this epoch, in order."""
        return [t for t in self.follow_ups if Kind(t.kind) in ENQUIRIES]

    def _of_epoch(self, kinds: frozenset[Kind]) -> list[Touch]:
        start = self.epoch_start
        names = {kind.value for kind in kinds}
        return [t for t in self.touches if t.kind.value in names and _within(t, start)]

    # -- who a step is for --------------------------------------------------------------------------------------

    @cached_property
    def enquiry_recipient(self) -> str | None:
        """The one person to ask: who gave the date in force, else recruiter, else hiring manager, else interviewer."""
        if self.promise and self.promise.contact_id is not None:
            return self.promise.contact_id
        for role in (Role.RECRUITER, Role.HIRING_MANAGER):
            for contact in self.contacts:
                if contact.role == role:
                    return contact.id
        interview = self.latest_held or (self.ahead[0] if self.ahead else None)
        return interview.interviewer_ids[0] if interview and interview.interviewer_ids else None

    @cached_property
    def writer(self) -> str | None:
        """Who brought the outcome: the sender of the latest reply, else the person to ask."""
        if self.replies and self.replies[-1].contact_id is not None:
            return self.replies[-1].contact_id
        return self.enquiry_recipient

    @cached_property
    def open_questions(self) -> dict[str | None, datetime]:
        """By whom (null: nobody we can ask either) and since when an answer is awaited from the candidate."""
        if self.status not in (Status.ACTIVE, Status.OFFERED):
            return {}
        answers = [t for t in self.touches if t.kind == Did.ANSWER]
        waiting: dict[str | None, datetime] = {}
        for reply in self.replies:
            who = reply.contact_id if reply.contact_id is not None else self.enquiry_recipient
            if reply.needs_answer and not _answered(answers, who, reply.occurred_at):
                waiting.setdefault(who, reply.occurred_at)
        changed_at = self.status_changed_at
        if self.status == Status.OFFERED and changed_at and not _answered(answers, None, changed_at):
            waiting.setdefault(self.writer, changed_at)
        return waiting

    @cached_property
    def informing(self) -> Interview | None:
        """The latest held interview with something left to add."""
        return next((i for i in reversed(self.held) if i.points_to_add or i.concerns), None)

    @cached_property
    def lead(self) -> str | None:
        """Its lead interviewer: the hiring manager among them, else the first listed."""
        if self.informing is None or not self.informing.interviewer_ids:
            return None
        ids = self.informing.interviewer_ids
        return next((who for who in ids if self._role(who) == Role.HIRING_MANAGER), ids[0])

    def _role(self, who: str) -> Role | None:
        contact = self.contact.get(who)
        return contact.role if contact else None

    @cached_property
    def points_carried_at(self) -> datetime | None:
        """When a message carried what was left to add; null while it is open."""
        if self.informing is None:
            return None
        kind = Kind.ADDITIONAL_INFORMATION_EMAIL
        return max(
            (
                t.occurred_at
                for t in self.touches
                if t.occurred_at >= self.informing.ends_at and (t.kind.value == kind or kind in t.carries)
            ),
            default=None,
        )

    @cached_property
    def rejection_thanked_at(self) -> datetime | None:
        """When they were first thanked for their no; null when that has not happened since it came."""
        since = self.status_changed_at
        thanks = (t.occurred_at for t in self.touches if t.kind == Did.REJECTION_THANKS_EMAIL and _within(t, since))
        return min(thanks, default=None)

    @property
    def points_left(self) -> bool:
        """Whether something was left to add and no message has carried it."""
        return self.informing is not None and self.points_carried_at is None

    # -- windows that several rules share -----------------------------------------------------------------------

    def thanks(self, interview: Interview, who: str | None) -> Thanks:
        """When a thank-you for that interview to that contact is on time, and until when it is possible."""
        late_after = interview.ends_at + self.parameters.thank_you_time
        last = self.promise.passed_at if self.promise else self.a_week_after(interview.ends_at, who)
        return Thanks(interview, interview.ends_at, late_after, max(late_after, self.working_moment(last, who)))

    def a_week_after(self, at: datetime, who: str | None, weeks: int = 1) -> datetime:
        """`weeks` quiet weeks later (`quiet_days` each), never short in hours nor early on their clock."""
        return days_after(at, weeks * self.parameters.quiet_days, self.zone_of(who))

    def thanks_to_come(self, who: str | None) -> Thanks | None:
        """The thank-you to that contact that can still be sent, if there is one."""
        interview = self.held_with(who)
        if interview is None or self.rejected or self.thanked_at(who, interview.ends_at):
            return None
        window = self.thanks(interview, who)
        kind = Kind.HANDWRITTEN_NOTE if self.by_post(who) else Kind.THANK_YOU_EMAIL
        until = self.deferred_until(kind, who)
        if self.now >= window.closes_at or until == "never":
            return None
        return None if isinstance(until, datetime) and until >= window.closes_at else window

    def quiet_until(self, who: str | None, *, by_call: bool = False) -> datetime | None:
        """When the week after the thank-you (or the interview: two by call) is over; null when none was held."""
        if self.latest_held is None:
            return None
        thanks = self.thanks_of_round
        if thanks is not None:
            return self.a_week_after(thanks.occurred_at, who)
        return self.a_week_after(self.latest_held.ends_at, who, weeks=2 if by_call else 1)

    def update_quiet_until(self, who: str | None) -> datetime | None:
        """When the week that a dateless update buys is over; null when there was none, or a day was named since."""
        if self.dateless_update_at is None or self.date_said_since_update:
            return None
        return self.a_week_after(self.dateless_update_at, who)

    # -- the candidate's own wishes -----------------------------------------------------------------------------

    def deferrals_of(self, kind: Kind, who: str | None) -> list[Deferral]:
        """The deferrals of that step: those naming the contact, and those for everybody."""
        return [d for d in self.facts.deferrals if d.kind == kind and d.contact_id in (None, who)]

    def deferred_until(self, kind: Kind, who: str | None) -> datetime | str | None:
        """The latest instant that the step was put off to, `"never"`, or null."""
        until: datetime | None = None
        for deferral in self.deferrals_of(kind, who):
            if deferral.until is None:
                return "never"
            until = max(until, deferral.until) if until else deferral.until
        return until

    def usable(self, kind: Kind, who: str | None) -> bool:
        """Whether an enquiry of that kind could ever reach the contact: address, preference, no refusal."""
        contact: Contact | None = self.contact.get(who) if who is not None else None
        if contact is None or self.deferred_until(kind, who) == "never":
            return False
        if kind == Kind.FOLLOW_UP_CALL:
            return bool(contact.phone) and self.preferences.calls
        return bool(contact.email)


def _moment_of_touch(touch: Touch) -> tuple[datetime, str, str]:
    return (touch.occurred_at, touch.kind, touch.contact_id or "")


def _order(interview: Interview) -> tuple[datetime, datetime, str]:
    return (interview.ends_at, interview.starts_at, interview.id)


def _within(touch: Touch, since: datetime | None) -> bool:
    return since is None or touch.occurred_at >= since


def _answered(answers: list[Touch], who: str | None, since: datetime) -> bool:
    return any(a.occurred_at >= since and (who is None or a.contact_id in (None, who)) for a in answers)
