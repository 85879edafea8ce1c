"""Which application a vendor's event is about, and what becomes of its status."""

from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from sqlmodel import Session

from afterview.connectors.ats.event import EventName, VendorEvent
from afterview.policy.terms import Status
from afterview.services.applications import ApplicationFields, add_application
from afterview.services.events import EventType, note
from afterview.services.reviewed import write
from afterview.store import applications, integrations
from afterview.store.tables import Application, EventOutcome, Integration, User, VendorRecord, VendorThing

STATUSES: Final = {
    EventName.APPLICATION_REJECTED: Status.REJECTED,
    EventName.APPLICATION_WITHDRAWN: Status.WITHDRAWN,
    EventName.APPLICATION_REOPENED: Status.ACTIVE,
    EventName.OFFER_EXTENDED: Status.OFFERED,
    EventName.HIRED: Status.ACCEPTED,
}

_CALLED: Final = {"smartrecruiters": "SmartRecruiters"}
"""Vendors that write themselves otherwise than with one capital."""

OLDER: Final = "This is older than what is known here already, so it changes nothing."
YOURS: Final = "You changed the status after this had happened, so yours stays."
SAME: Final = "The application is {status} here already."
NOW: Final = "The application is {status} now."
STAGE: Final = "The stage is “{stage}” now; a stage by itself changes no advice."
SOME_STAGE: Final = "The stage has changed; a stage by itself changes no advice."
FOUND: Final = "The application is kept here from now on."
NO_ROLE: Final = "No application here fits, and it is not said for which role this is, so nothing was made."
NO_COMPANY: Final = (
    "No application here fits, and the company is not named, so nothing was made. Give this integration its company; "
    "what comes from then on is filed."
)


class Verdict(NamedTuple):
    """What became of an event, in a word and a sentence; `lacks` that the vendor's API may know more."""

    outcome: EventOutcome
    detail: str
    lacks: bool = False


class Missing(NamedTuple):
    """Why an application can be neither found nor made."""

    detail: str


class VendorApplications:
    """A user's applications as one vendor knows them, within a transaction that holds the user."""

    def __init__(self, session: Session, user: User, integration: Integration, now: datetime) -> None:
        self._session = session
        self._user = user
        self._integration = integration
        self._now = now
        self.touched: set[UUID] = set()

    def follow(self, event: VendorEvent, happened_at: datetime) -> Verdict:
        """Let an application follow what its vendor says of its status; what is older, or overruled, never wins."""
        status = STATUSES.get(event.name)
        found = self._find(event)
        if found is None:
            made = self._make(event, status or Status.ACTIVE, happened_at)
            if isinstance(made, Missing):
                return Verdict(EventOutcome.IGNORED, made.detail, lacks=True)
            detail = FOUND if status is None else NOW.format(status=status)
            return Verdict(EventOutcome.APPLIED, detail)
        record = self._record(event, found)
        if status is None:
            return Verdict(EventOutcome.UNCHANGED, STAGE.format(stage=event.stage) if event.stage else SOME_STAGE)
        if record.as_of is not None and happened_at < record.as_of:
            return Verdict(EventOutcome.UNCHANGED, OLDER)
        if found.status_changed_at is not None and happened_at < found.status_changed_at:
            return Verdict(EventOutcome.UNCHANGED, YOURS)
        record.as_of = happened_at
        return self._change(found, status, happened_at)

    def find_or_make(self, event: VendorEvent, happened_at: datetime) -> Application | Missing:
        """The application that an event is about, held against other writers; written but not committed."""
        found = self._find(event)
        if found is None:
            return self._make(event, Status.ACTIVE, happened_at, is_status=False)
        self._record(event, found)
        return found

    def _change(self, application: Application, status: Status, happened_at: datetime) -> Verdict:
        reopens_nothing = status is Status.ACTIVE and application.status is Status.OFFERED
        if application.status is status or reopens_nothing:
            return Verdict(EventOutcome.UNCHANGED, SAME.format(status=application.status))
        application.status, application.status_changed_at = status, min(happened_at, self._now)
        application.updated_at = self._now
        note(self._session, EventType.APPLICATION_UPDATED, application)
        write(self._session)
        self.touched.add(application.id)
        return Verdict(EventOutcome.APPLIED, NOW.format(status=status))

    def _find(self, event: VendorEvent) -> Application | None:
        """By what was filed before, else by the vendor's id, else by the candidate's address and the role."""
        if event.application_id is not None:
            record = self._known(event.application_id)
            if record is not None and record.application_id is not None:
                return applications.get(self._session, self._user.id, record.application_id, lock=True)
            if found := applications.find_external(self._session, self._user.id, event.application_id):
                return found
        return self._find_candidate(event)

    def _find_candidate(self, event: VendorEvent) -> Application | None:
        """The one application that fits; where a role is not said, or a company, there must be no other."""
        own = event.candidate_email is None or event.candidate_email.casefold() == self._user.email.casefold()
        company = event.company or self._integration.company
        if own and (event.candidate_email or company) is None:
            return None
        fitting = applications.of_candidate(
            self._session, self._user.id, None if own else event.candidate_email, event.role
        )
        there = [one for one in fitting if company is None or _is_same(company, one.company)]
        if own or there:
            fitting = there
        active = [one for one in fitting if one.status is Status.ACTIVE]
        is_sure = event.role is not None and (company is not None or not own)
        for some in (active, fitting):
            if len(some) == 1 or (some and is_sure):
                return some[0]
        return None

    def _make(
        self, event: VendorEvent, status: Status, happened_at: datetime, *, is_status: bool = True
    ) -> Application | Missing:
        company = event.company or self._integration.company
        if event.role is None:
            return Missing(NO_ROLE)
        if company is None:
            return Missing(NO_COMPANY)
        email = event.candidate_email
        own = email is None or email.casefold() == self._user.email.casefold()
        fields = ApplicationFields(
            company=company,
            role=event.role,
            status=status,
            status_changed_at=None if status is Status.ACTIVE else min(happened_at, self._now),
            candidate_name=None if own else event.candidate_name or email,
            candidate_email=None if own else email,
            source=_CALLED.get(self._integration.vendor, self._integration.vendor.capitalize()),
            external_id=event.application_id,
        )
        application = add_application(self._session, user_id=self._user.id, fields=fields, now=self._now)
        record = self._record(event, application)
        if is_status and event.name in STATUSES:
            record.as_of = happened_at
        self.touched.add(application.id)
        return application

    def _known(self, external_id: str) -> VendorRecord | None:
        thing = VendorThing.APPLICATION
        return integrations.get_record(self._session, self._user.id, self._integration.id, thing, external_id)

    def _record(self, event: VendorEvent, application: Application) -> VendorRecord:
        """What is known of the vendor's application, which is this one of ours from now on."""
        external_id = event.application_id or f"afterview {application.id}"
        record = self._known(external_id)
        if record is None:
            record = VendorRecord(
                user_id=self._user.id,
                integration_id=self._integration.id,
                thing=VendorThing.APPLICATION,
                external_id=external_id,
            )
            self._session.add(record)
        record.application_id = application.id
        if application.external_id is None and event.application_id is not None:
            application.external_id = event.application_id
        write(self._session)
        return record


def _is_same(one: str, other: str) -> bool:
    """Whether two names are those of one company: alike, or one of them goes on, as in `Acme` and `Acme Inc.`."""
    first, second = (" ".join(name.casefold().split()) for name in (one, other))
    return first == second or first.startswith(f"{second} ") or second.startswith(f"{first} ")
