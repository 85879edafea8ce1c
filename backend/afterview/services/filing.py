"""Under which application an invitation is filed, when neither the caller nor an earlier version of it says so."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from afterview.connectors.calendar_files import Event
from afterview.services.applications import active_application
from afterview.services.invitation_subject import Known, Subject, subject_of
from afterview.services.invited_people import Self, met, plain_name
from afterview.services.mail_domains import employer_domain, is_company_of
from afterview.store.candidacies import list_open


@dataclass(slots=True)
class _Open:
    """An open application, and the addresses of its contacts in lower case."""

    id: UUID
    company: str
    role: str
    emails: set[str] = field(default_factory=set)

    def is_at(self, domain: str) -> bool:
        """Whether anybody there has an address in this domain, or the company is called like it."""
        return any(email.endswith(f"@{domain}") for email in self.emails) or is_company_of(self.company, domain)

    def is_named_in(self, event: Event) -> bool:
        """Whether the summary names this very role."""
        return self.role.casefold() in (event.summary or "").casefold()


class FilingCabinet:
    """The user's open applications, as they are and as the file at hand adds to them."""

    def __init__(self, session: Session, user_id: UUID) -> None:
        self._session = session
        self._user_id = user_id
        self._open: dict[UUID, _Open] = {}
        for application_id, company, role, email in list_open(session, user_id):
            one = self._open.setdefault(application_id, _Open(application_id, company, role))
            one.emails.update({email.casefold()} if email else ())

    def find(self, event: Event, me: Self, now: datetime) -> UUID:
        """By the organizer's domain, else by company and role, else a new application; written but not committed.

        Where several applications fit the domain: the one whose role the summary names, else where one of the people
        is known, else the newest.
        """
        emails, domain = addresses_met(event, me), employer_met(event, me)
        fitting = [one for one in self._open.values() if domain and one.is_at(domain)]
        if not fitting:
            return self._file_anew(event, me, domain, now)
        best = max(fitting, key=lambda one: (one.is_named_in(event), not one.emails.isdisjoint(emails), one.id))
        return best.id

    def remember(self, application_id: UUID, event: Event, me: Self) -> None:
        """Let later events of the same file find an application by the people who have been met there now."""
        if application_id in self._open:
            self._open[application_id].emails.update(addresses_met(event, me))

    def _file_anew(self, event: Event, me: Self, domain: str | None, now: datetime) -> UUID:
        subject = subject_of_event(event, me, domain)
        application = active_application(
            self._session, user_id=self._user_id, company=subject.company, role=subject.role, now=now
        )
        self._open.setdefault(application.id, _Open(application.id, application.company, application.role))
        return application.id


def subject_of_event(event: Event, me: Self, domain: str | None) -> Subject:
    """What an event is about; the names of the people invited are not taken for companies."""
    invited = [person for person in (event.organizer, *event.attendees) if person and person.name]
    names = tuple(plain_name(person.name or "")[0] for person in invited)
    hosts = [person for person in met(event, me) if person.name and "@" not in person.name]
    host = plain_name(hosts[0].name or "")[0] if hosts else None
    return subject_of(event.summary, Known(domain=domain, me=me.name, others=names, host=host))


def employer_met(event: Event, me: Self) -> str | None:
    """The domain of the employer who invites: the organizer's if it says anything, else the first that does."""
    return next((domain for email in addresses_met(event, me) if (domain := employer_domain(email))), None)


def addresses_met(event: Event, me: Self) -> list[str]:
    """The addresses, in lower case, of the people whom the user meets, the organizer's first."""
    return [person.email.casefold() for person in met(event, me) if person.email]
