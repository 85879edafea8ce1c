"""A vendor's interviews become ours: made, moved and called off, in whatever order the news of them comes."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlmodel import Session

from afterview.connectors.ats.event import EventName, VendorEvent, VendorInterview
from afterview.connectors.calendar_files import Person
from afterview.policy.terms import InterviewStatus
from afterview.services.applications import get_application
from afterview.services.contacts import match_people
from afterview.services.interviews import (
    MOST_INTERVIEWERS,
    Conversation,
    EventVersion,
    InterviewFields,
    add_interview,
    fields_of,
    revise_interview,
)
from afterview.services.invitation_format import format_from
from afterview.services.invited_people import contact_of
from afterview.services.reviewed import write
from afterview.services.vendor_applications import OLDER, Missing, VendorApplications, Verdict
from afterview.store import contacts, integrations, interviews
from afterview.store.tables import Application, EventOutcome, Integration, Interview, User, VendorRecord, VendorThing

ASSUMED_LENGTH: Final = timedelta(hours=1)
_NO_ZONE: Final = frozenset({None, "UTC", "Etc/UTC"})

MADE: Final = "The interview is in your plan now."
MOVED: Final = "The interview follows what the vendor says now."
CALLED_OFF: Final = "The interview is called off."
NO_END: Final = " When it ends is not said, so an hour is assumed."
NO_NEWS: Final = "Everything this says is known here already."
NOT_NAMED: Final = "It is not said which interview this is about."
NO_TIME: Final = "It is not said when the interview begins, so nothing changes."
UNKNOWN: Final = "This calls off an interview that is not known here; should it come later, it stays called off."
OVER: Final = "This interview was called off already, so it stays away."
DELETED: Final = "You deleted this interview here, so it stays away."
HELD: Final = "You marked this interview as held, so it stays."


class VendorInterviews:
    """A user's interviews as one vendor knows them, within a transaction that holds the user."""

    def __init__(
        self, session: Session, user: User, integration: Integration, own: VendorApplications, now: datetime
    ) -> None:
        self._session = session
        self._user = user
        self._integration = integration
        self._applications = own
        self._now = now

    def follow(self, event: VendorEvent, happened_at: datetime) -> Verdict:
        """Let an interview follow what its vendor says; written but not committed."""
        told = event.interview
        if told is None:
            return Verdict(EventOutcome.UNCHANGED, NOT_NAMED, lacks=True)
        if event.name is EventName.INTERVIEW_CANCELLED:
            return self._call_off(told.external_id, happened_at)
        if told.starts_at is None:
            return Verdict(EventOutcome.UNCHANGED, NO_TIME, lacks=True)
        verdict = self._why_not(event, told, happened_at)
        if verdict is None:
            verdict = self._file(event, told, told.starts_at, happened_at)
        if told.replaces is not None and not verdict.lacks:
            self._call_off(told.replaces, happened_at)
        return verdict

    def _why_not(self, event: VendorEvent, told: VendorInterview, happened_at: datetime) -> Verdict | None:
        """Why news of an interview changes nothing, if so; one called off comes back only by what is surely newer."""
        record = self._record(told.external_id)
        for one in (record, self._record_of_group(told)):
            if one is not None and one.called_off:
                is_newer = event.as_of is not None and one.as_of is not None and event.as_of > one.as_of
                return None if is_newer else Verdict(EventOutcome.UNCHANGED, OVER)
        if record is None:
            return None
        if record.as_of is not None and happened_at < record.as_of:
            return Verdict(EventOutcome.UNCHANGED, OLDER)
        if self._interview(told) is None and record.application_id is not None:
            return Verdict(EventOutcome.UNCHANGED, DELETED)
        return None

    def _file(self, event: VendorEvent, told: VendorInterview, starts_at: datetime, happened_at: datetime) -> Verdict:
        interview = self._interview(told)
        if interview is not None:
            application_id, verdict = interview.application_id, self._move(interview, told, starts_at)
        else:
            application = self._applications.find_or_make(event, happened_at)
            if isinstance(application, Missing):
                return Verdict(EventOutcome.IGNORED, application.detail, lacks=True)
            application_id, verdict = application.id, self._add(application, told, starts_at)
        record = self._kept(told.external_id)
        record.application_id, record.as_of, record.called_off = application_id, happened_at, False
        if (group := self._record_of_group(told)) is not None:
            group.called_off = False
        write(self._session)
        return verdict

    def _add(self, application: Application, told: VendorInterview, starts_at: datetime) -> Verdict:
        ends_at = told.ends_at if told.ends_at and told.ends_at > starts_at else None
        fields = InterviewFields(
            starts_at=starts_at,
            ends_at=ends_at or starts_at + ASSUMED_LENGTH,
            timezone=None if told.timezone in _NO_ZONE else told.timezone,
            round=told.title,
            format=format_from(told.location or "", told.title or ""),
            location=told.location,
            interviewer_ids=self._interviewers(told, application, []),
            external_id=told.external_id,
        )
        user_id = self._user.id
        add_interview(self._session, user_id=user_id, application_id=application.id, fields=fields, now=self._now)
        self._applications.touched.add(application.id)
        return Verdict(EventOutcome.APPLIED, MADE if ends_at else MADE + NO_END)

    def _move(self, interview: Interview, told: VendorInterview, starts_at: datetime) -> Verdict:
        """Let an interview follow; everything that the candidate took down about it stays."""
        user_id = self._user.id
        application = get_application(
            self._session, user_id=user_id, application_id=interview.application_id, lock=True
        )
        before = fields_of(self._conversation(interview))
        length = before.ends_at - before.starts_at
        ends_at = told.ends_at if told.ends_at and told.ends_at > starts_at else starts_at + length
        records = self._record(told.external_id), self._record_of_group(told)
        was_over = any(one is not None and one.called_off for one in records)
        is_back = (starts_at, ends_at) != (before.starts_at, before.ends_at) or was_over
        after = before._replace(
            starts_at=starts_at,
            ends_at=ends_at,
            timezone=before.timezone if told.timezone in _NO_ZONE else told.timezone,
            status=InterviewStatus.SCHEDULED if is_back else before.status,
            round=before.round or told.title,
            location=told.location or before.location,
            interviewer_ids=self._interviewers(told, application, before.interviewer_ids),
            external_id=told.external_id,
        )
        if after._replace(external_id=before.external_id) == before:
            interview.external_id = told.external_id
            return Verdict(EventOutcome.UNCHANGED, NO_NEWS)
        self._revise(interview, after)
        return Verdict(EventOutcome.APPLIED, MOVED)

    def _call_off(self, external_id: str, happened_at: datetime) -> Verdict:
        """Call an interview off, or all of a group; what is not known here stays away, should it come late."""
        record = self._kept(external_id)
        if record.as_of is not None and happened_at < record.as_of:
            return Verdict(EventOutcome.UNCHANGED, OLDER)
        record.called_off, record.as_of = True, happened_at
        write(self._session)
        own = self._known(external_id)
        meant = [own] if own else interviews.of_group(self._session, self._user.id, external_id)
        scheduled = [one for one in meant if one.status is InterviewStatus.SCHEDULED]
        for interview in scheduled:
            before = fields_of(self._conversation(interview))
            self._revise(interview, before._replace(status=InterviewStatus.CANCELLED))
        if scheduled:
            return Verdict(EventOutcome.APPLIED, CALLED_OFF)
        held = any(one.status is InterviewStatus.COMPLETED for one in meant)
        return Verdict(EventOutcome.UNCHANGED, HELD if held else NO_NEWS if meant else UNKNOWN)

    def _revise(self, interview: Interview, fields: InterviewFields) -> None:
        version = EventVersion(interview.recurrence_id, interview.dtstamp)
        newer = fields._replace(sequence=interview.sequence + 1)
        revise_interview(self._session, interview, fields=newer, version=version, now=self._now)
        self._applications.touched.add(interview.application_id)

    def _interviewers(self, told: VendorInterview, application: Application, present: Sequence[UUID]) -> list[UUID]:
        """Who leads the interview by what is said; those whom the candidate named without an address stay."""
        away = {email.casefold() for email in (self._user.email, application.candidate_email) if email}
        people = [
            contact_of(Person(one.name, one.email))
            for one in told.interviewers
            if (one.email or "").casefold() not in away
        ]
        if not people:
            return list(present)
        user_id, application_id = self._user.id, application.id
        leading = match_people(
            self._session, user_id=user_id, application_id=application_id, people=people, now=self._now
        )
        everybody = contacts.of_application(self._session, user_id, application_id)
        without_address = {contact.id for contact in everybody if contact.email is None}
        staying = [one for one in present if one in leading or one in without_address]
        return list(dict.fromkeys([*staying, *leading]))[:MOST_INTERVIEWERS]

    def _interview(self, told: VendorInterview) -> Interview | None:
        """The interview that is meant, under its id or the one before it was moved."""
        return self._known(told.external_id) or (self._known(told.replaces) if told.replaces else None)

    def _known(self, external_id: str) -> Interview | None:
        found = interviews.of_event(self._session, self._user.id, external_id)
        return next((one for one in found if not one.recurrence_id), None)

    def _record(self, external_id: str) -> VendorRecord | None:
        thing = VendorThing.INTERVIEW
        return integrations.get_record(self._session, self._user.id, self._integration.id, thing, external_id)

    def _record_of_group(self, told: VendorInterview) -> VendorRecord | None:
        group, _, _ = told.external_id.rpartition("/")
        return self._record(group) if group else None

    def _kept(self, external_id: str) -> VendorRecord:
        """The record of an interview, a new one if need be."""
        record = self._record(external_id)
        if record is None:
            record = VendorRecord(
                user_id=self._user.id,
                integration_id=self._integration.id,
                thing=VendorThing.INTERVIEW,
                external_id=external_id,
            )
            self._session.add(record)
        return record

    def _conversation(self, interview: Interview) -> Conversation:
        ids = interviews.interviewer_ids(self._session, self._user.id, [interview.id])
        return Conversation(interview, ids[interview.id])
