"""The records of a document, kept one kind after the other within a transaction: added, replaced by a later version, or
left as they are.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import Session

from afterview.errors import FieldError
from afterview.services.account_checks import event_of
from afterview.services.account_document import (
    AccountDocument,
    KeptInterview,
    KeptTouch,
    Placed,
    Times,
    contacts_in,
    deferrals_in,
    interviews_in,
    touches_in,
)
from afterview.services.account_ids import Known
from afterview.services.reviewed import write
from afterview.store import account_rows, contacts, interviews
from afterview.store.applications import search_key
from afterview.store.tables import Application, Contact, Deferral, Interview, LoggedMessage, Template, Touch, User

RowT = TypeVar("RowT", Application, Contact, Interview, Touch, Deferral, Template)


@dataclass(slots=True)
class Count:
    """What became of the records of one kind."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0


@dataclass(slots=True)
class Taken:
    """What became of a document."""

    profile_changed: bool = False
    applications: Count = field(default_factory=Count)
    contacts: Count = field(default_factory=Count)
    interviews: Count = field(default_factory=Count)
    touches: Count = field(default_factory=Count)
    deferrals: Count = field(default_factory=Count)
    templates: Count = field(default_factory=Count)


class Taking:
    """Takes a document in; written but not committed.

    `touched` are the applications in which something changed. `errors` are records that are in the way of others here;
    then nothing must be committed.
    """

    def __init__(self, session: Session, user: User, document: AccountDocument) -> None:
        self.taken = Taken()
        self.touched: set[UUID] = set()
        self.errors: list[FieldError] = []
        self._session, self._user, self._user_id, self._document = session, user, user.id, document
        self._applications = Known(session, user.id, Application, [one.id for one in document.applications])
        self._contacts = Known(session, user.id, Contact, [one.part.id for one in contacts_in(document)])
        self._interviews = Known(session, user.id, Interview, [one.part.id for one in interviews_in(document)])

    def take(self) -> None:
        """Everything; each kind is written before the next one refers to it."""
        for take in (
            self._take_applications,
            self._take_contacts,
            self._take_interviews,
            self._take_touches,
            self._take_deferrals,
            self._take_templates,
        ):
            take()
            if self.errors:
                return
            write(self._session)

    def _take_applications(self) -> None:
        for n, one in enumerate(self._document.applications):
            columns = one.fields._asdict() | {"search_key": search_key(one.fields.company, one.fields.role)}
            at, count = f"/applications/{n}", self.taken.applications
            if self._keep(Application, self._applications, count, at, one.id, columns, one.times):
                self.touched.add(self._applications.here(one.id))

    def _take_contacts(self) -> None:
        positions: Counter[UUID] = Counter()
        for at, application, kept in contacts_in(self._document):
            here = self._applications.here(application.id)
            columns: dict[str, Any] = {**kept.fields._asdict(), "application_id": here}
            if self._contacts.row(kept.id) is None:
                if here not in positions and self._applications.row(application.id) is not None:
                    positions[here] = contacts.next_position(self._session, self._user_id, here)
                columns["position"] = positions[here]
                positions[here] += 1
            self._keep(Contact, self._contacts, self.taken.contacts, at, kept.id, columns, kept.times)

    def _take_interviews(self) -> None:
        said = {kept.fields.external_id for _, _, kept in interviews_in(self._document)}
        events = account_rows.of_events(self._session, self._user_id, [one for one in said if one is not None])
        written = [placed for placed in interviews_in(self._document) if self._take_interview(placed, events)]
        if self.errors:
            return
        write(self._session)
        for _, _, kept in written:
            ids = [self._contacts.here(one) for one in kept.fields.interviewer_ids]
            interviews.set_interviewers(self._session, self._user_id, self._interviews.here(kept.id), ids)

    def _take_interview(self, placed: Placed[KeptInterview], events: Mapping[tuple[str, str], UUID]) -> bool:
        at, application, kept = placed
        columns = kept.fields._asdict()
        del columns["interviewer_ids"]
        columns |= {name: list(columns[name]) for name in ("discussion_points", "points_to_add", "concerns")}
        columns |= kept.version._asdict()
        columns["reply_promised_by"] = self._contacts.here_or_none(kept.fields.reply_promised_by)
        columns["application_id"] = self._applications.here(application.id)
        columns["timezone"] = kept.fields.timezone or self._user.timezone
        if not self._keep(Interview, self._interviews, self.taken.interviews, at, kept.id, columns, kept.times):
            return False
        event, here = event_of(kept), self._interviews.here(kept.id)
        if event is not None and events.get(event, here) != here:
            detail = "Another interview here was made from the same calendar event; delete that one first."
            self.errors.append(FieldError(f"{at}/external_id", "kept_already", detail))
        return True

    def _take_touches(self) -> None:
        everything = touches_in(self._document)
        known = Known(self._session, self._user_id, Touch, [one.part.id for one in everything])
        for at, application, kept in everything:
            columns = kept.touch._asdict() | {
                "application_id": self._applications.here(application.id),
                "contact_id": self._contacts.here_or_none(kept.touch.contact_id),
                "interview_id": self._interviews.here_or_none(kept.touch.interview_id),
                "carries": [kind.value for kind in kept.touch.carries],
                "created_at": kept.created_at,
            }
            self._keep(Touch, known, self.taken.touches, at, kept.id, columns)
        if not self.errors:
            write(self._session)
            self._take_message_ids([(known.here(one.part.id), one.part) for one in everything])

    def _take_message_ids(self, touches: list[tuple[UUID, KeptTouch]]) -> None:
        """Remember which messages the touches were logged from, so that none of them is logged again."""
        said = {message_id: here for here, kept in touches for message_id in kept.message_ids}
        known = account_rows.logged_messages(self._session, self._user_id, said)
        for message_id, here in said.items():
            if message_id not in known:
                self._session.add(LoggedMessage(user_id=self._user_id, touch_id=here, message_id=message_id))

    def _take_deferrals(self) -> None:
        everything = deferrals_in(self._document)
        known = Known(self._session, self._user_id, Deferral, [one.part.id for one in everything])
        for at, application, kept in everything:
            columns = kept.deferral._asdict() | {
                "application_id": self._applications.here(application.id),
                "contact_id": self._contacts.here_or_none(kept.deferral.contact_id),
                "created_at": kept.created_at,
            }
            self._keep(Deferral, known, self.taken.deferrals, at, kept.id, columns)

    def _take_templates(self) -> None:
        templates = self._document.templates
        known = Known(self._session, self._user_id, Template, [one.id for one in templates])
        for n, one in enumerate(templates):
            columns = one.fields._asdict()
            self._keep(Template, known, self.taken.templates, f"/templates/{n}", one.id, columns, one.times)

    def _keep(
        self,
        table: type[RowT],
        known: Known[RowT],
        count: Count,
        at: str,
        said_id: UUID,
        columns: dict[str, Any],
        times: Times | None = None,
    ) -> bool:
        """Add a record or replace it by a later version; whether that was done. Without `times` it never changes."""
        row, application_id = known.row(said_id), columns.get("application_id")
        if row is None:
            dated = times._asdict() if times else {}
            self._session.add(table(id=known.here(said_id), user_id=self._user_id, **columns, **dated))
            count.created += 1
        elif getattr(row, "application_id", None) != application_id:
            detail = "This belongs to another application here; give it an id of its own."
            self.errors.append(FieldError(f"{at}/id", "elsewhere", detail))
            return False
        elif times is None or times.updated_at <= getattr(row, "updated_at", times.updated_at):
            count.unchanged += 1
            return False
        else:
            row.sqlmodel_update({**columns, "updated_at": times.updated_at})
            count.updated += 1
        if application_id is not None:
            self.touched.add(application_id)
        return True
