"""Filing one event after the other: whether it is news, which interview it is about, and what changes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final
from uuid import UUID

from sqlmodel import Session

from afterview.connectors.calendar_files import Event
from afterview.policy.terms import InterviewStatus
from afterview.services.applications import get_application
from afterview.services.contacts import match_people
from afterview.services.filed_events import FiledEvent, Outcome
from afterview.services.filing import FilingCabinet, employer_met, subject_of_event
from afterview.services.interviews import (
    MOST_INTERVIEWERS,
    Conversation,
    EventVersion,
    InterviewFields,
    add_interview,
    fields_of,
    revise_interview,
)
from afterview.services.invitation_format import format_of
from afterview.services.invited_people import Self, invited_people
from afterview.store import applications, contacts, interviews
from afterview.store.tables import Application, Interview, User

ASSUMED_LENGTH: Final = timedelta(hours=1)
LONGEST_EXTERNAL_ID: Final = 200

_NO_ZONE: Final = frozenset({"UTC", "Etc/UTC"})
_INVITING: Final = frozenset({None, "PUBLISH", "REQUEST", "ADD", "CANCEL"})

REPLY: Final = "This is somebody's answer to an invitation, not an invitation, so nothing is filed."
OLDER: Final = "This is an older version of an invitation that is known already, so it changes nothing."
UNKNOWN: Final = "This calls off an interview that is not known here, so there is nothing to call off."
HELD: Final = "This calls off an interview that you marked as held, so it stays."
ELSEWHERE: Final = "This invitation is filed under another application already, and stays there."
NO_UID: Final = "The event has no UID, so a later version of it cannot be recognised."
NO_END: Final = "The file does not say when the interview ends, so an hour is assumed."
ALL_DAY: Final = "The event lasts all day; change the interview if you know its hours."


class EventFiling:
    """Files a user's events within one transaction that holds the user; `touched` are the applications changed."""

    def __init__(self, session: Session, user: User, application_id: UUID | None, now: datetime) -> None:
        self._session = session
        self._user = user
        self._me = Self(user.name, frozenset({user.email.casefold()}))
        self._application_id = application_id
        self._now = now
        self._cabinet = FilingCabinet(session, user.id)
        self.touched: set[UUID] = set()

    def file(self, event: Event) -> FiledEvent:
        """File one event; written but not committed."""
        filed = self._file(event)
        if filed.interview_id is None:
            return filed
        interview = interviews.get(self._session, self._user.id, filed.interview_id)
        application = interview and applications.get(self._session, self._user.id, interview.application_id)
        return replace(filed, company=application.company, role=application.role) if application else filed

    def _file(self, event: Event) -> FiledEvent:
        if event.method not in _INVITING:
            return FiledEvent(event, Outcome.SKIPPED, remarks=(REPLY,))
        known = interviews.of_event(self._session, self._user.id, external_id_of(event))
        if event.cancelled:
            return self._cancel(event, known)
        if event.starts_at is None:
            return FiledEvent(event, Outcome.SKIPPED, remarks=event.remarks)
        for interview in known:
            if interview.recurrence_id == (event.recurrence_id or ""):
                return self._follow(event, interview)
        return self._create(event, event.starts_at, known)

    def _create(self, event: Event, starts_at: datetime, siblings: Sequence[Interview]) -> FiledEvent:
        application_id = self._application_id or (siblings[0].application_id if siblings else None)
        if application_id is None:
            application_id = self._cabinet.find(event, self._me, self._now)
        application = self._hold(application_id)
        fields = InterviewFields(
            starts_at=starts_at,
            ends_at=event.ends_at or starts_at + ASSUMED_LENGTH,
            timezone=self._user.timezone if event.timezone in _NO_ZONE else event.timezone,
            round=subject_of_event(event, self._me, employer_met(event, self._me)).round,
            format=format_of(event),
            location=event.location,
            interviewer_ids=self._interviewers(event, application, []),
            external_id=external_id_of(event),
            sequence=event.sequence,
        )
        made = add_interview(
            self._session,
            user_id=self._user.id,
            application_id=application_id,
            fields=fields,
            version=EventVersion(event.recurrence_id or "", event.dtstamp),
            now=self._now,
        )
        self._cabinet.remember(application_id, event, self._me)
        self.touched.add(application_id)
        return FiledEvent(event, Outcome.CREATED, made.interview.id, remarks_on(event))

    def _follow(self, event: Event, interview: Interview) -> FiledEvent:
        """Let an interview follow a newer version of its event."""
        elsewhere = self._application_id not in (None, interview.application_id)
        remarks = (*remarks_on(event), *((ELSEWHERE,) if elsewhere else ()))
        if not _is_newer(event, interview):
            is_older = (event.sequence, event.dtstamp) != (interview.sequence, interview.dtstamp)
            return FiledEvent(event, Outcome.SKIPPED, interview.id, (OLDER,) if is_older else remarks)
        version = EventVersion(interview.recurrence_id, event.dtstamp or interview.dtstamp)
        before = fields_of(self._conversation(interview))
        after = self._moved(event, before, interview)
        if after._replace(sequence=before.sequence) == before:
            interview.sequence, interview.dtstamp = event.sequence, version.dtstamp
            return FiledEvent(event, Outcome.SKIPPED, interview.id, remarks)
        revise_interview(self._session, interview, fields=after, version=version, now=self._now)
        self.touched.add(interview.application_id)
        return FiledEvent(event, Outcome.UPDATED, interview.id, remarks)

    def _moved(self, event: Event, fields: InterviewFields, interview: Interview) -> InterviewFields:
        """What a newer version says; everything that the candidate took down stays."""
        starts_at = event.starts_at or fields.starts_at
        ends_at = event.ends_at or starts_at + ASSUMED_LENGTH
        is_moved = (starts_at, ends_at) != (fields.starts_at, fields.ends_at)
        is_back = is_moved or fields.status == InterviewStatus.CANCELLED
        return fields._replace(
            starts_at=starts_at,
            ends_at=ends_at,
            timezone=fields.timezone if event.timezone in _NO_ZONE else event.timezone,
            status=InterviewStatus.SCHEDULED if is_back else fields.status,
            location=event.location or fields.location,
            interviewer_ids=self._interviewers(event, self._hold(interview.application_id), fields.interviewer_ids),
            sequence=event.sequence,
        )

    def _cancel(self, event: Event, known: Sequence[Interview]) -> FiledEvent:
        """Call off one instance, or the event with all its instances."""
        meant = [one for one in known if event.recurrence_id in (None, one.recurrence_id)]
        if not meant:
            return FiledEvent(event, Outcome.SKIPPED, remarks=(UNKNOWN,))
        called_off = all(one.status == InterviewStatus.CANCELLED for one in meant)
        newer = [one for one in meant if _is_newer(event, one) and one.status != InterviewStatus.COMPLETED]
        open_ones = [one for one in newer if one.status == InterviewStatus.SCHEDULED]
        for interview in newer:
            fields = fields_of(self._conversation(interview))
            fields = fields._replace(status=InterviewStatus.CANCELLED, sequence=event.sequence)
            version = EventVersion(interview.recurrence_id, event.dtstamp or interview.dtstamp)
            revise_interview(self._session, interview, fields=fields, version=version, now=self._now)
            self.touched.add(interview.application_id)
        if open_ones:
            return FiledEvent(event, Outcome.CANCELLED, open_ones[0].id)
        held = any(one.status == InterviewStatus.COMPLETED for one in meant)
        return FiledEvent(event, Outcome.SKIPPED, meant[0].id, () if called_off else (HELD,) if held else (OLDER,))

    def _interviewers(self, event: Event, application: Application, present: Sequence[UUID]) -> list[UUID]:
        """Who leads the interview by what the file says; those whom the candidate named without an address stay."""
        me, user_id = self._me, self._user.id
        if application.candidate_email:
            me = me._replace(emails=me.emails | {application.candidate_email.casefold()})
        leading, _ = [
            match_people(self._session, user_id=user_id, application_id=application.id, people=people, now=self._now)
            for people in invited_people(event, me)
        ]
        if not leading:
            return list(present)
        everybody = contacts.of_application(self._session, user_id, application.id)
        without_address = {contact.id for contact in everybody if contact.email is None}
        staying = [one for one in present if one in leading or one in without_address]
        return list(dict.fromkeys([*staying, *leading]))[:MOST_INTERVIEWERS]

    def _hold(self, application_id: UUID) -> Application:
        return get_application(self._session, user_id=self._user.id, application_id=application_id, lock=True)

    def _conversation(self, interview: Interview) -> Conversation:
        ids = interviews.interviewer_ids(self._session, self._user.id, [interview.id])
        return Conversation(interview, ids[interview.id])


def external_id_of(event: Event) -> str:
    """What an event is kept under: its UID, shortened without loss when long, or a digest of an event without one."""
    if event.uid is None:
        said = repr((event.starts_at, event.summary, event.organizer and event.organizer.email))
        return f"without-uid-{sha256(said.encode()).hexdigest()}"
    if len(event.uid) <= LONGEST_EXTERNAL_ID:
        return event.uid
    return f"{event.uid[:100]}-{sha256(event.uid.encode()).hexdigest()}"


def remarks_on(event: Event) -> tuple[str, ...]:
    """What should be said about an event that is kept."""
    said = {NO_UID: event.uid is None, NO_END: event.ends_at is None, ALL_DAY: event.all_day}
    return (*event.remarks, *(remark for remark, applies in said.items() if applies))


def _is_newer(event: Event, interview: Interview) -> bool:
    """By SEQUENCE, then by DTSTAMP; of two versions that are equally old, the one that calls off is the later one."""
    if event.sequence != interview.sequence:
        return event.sequence > interview.sequence
    if event.dtstamp is not None and event.dtstamp != interview.dtstamp:
        return interview.dtstamp is None or event.dtstamp > interview.dtstamp
    return event.cancelled and interview.status != InterviewStatus.CANCELLED
