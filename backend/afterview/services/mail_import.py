"""E-mail messages become touches: who wrote to whom is read off them, what they mean is proposed, and may be corrected.

A message is never filed on a guess between several applications; then it is asked which one is meant.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlmodel import Session

from afterview.connectors.calendar_files import read_calendar
from afterview.connectors.mail_messages import Mail, Mailbox, read_mail
from afterview.errors import FieldError, Invalid
from afterview.policy.decide import decide
from afterview.policy.steps import STEPS
from afterview.policy.terms import Channel, TouchKind, Verdict
from afterview.services import accounts
from afterview.services.advice import facts_of_application
from afterview.services.applications import get_application
from afterview.services.event_filing import EventFiling
from afterview.services.filed_events import FiledCalendar, FiledEvent
from afterview.services.filed_mail import Correction, Direction, FiledMail, MailOutcome, Place
from afterview.services.mail_matching import Match, matches, person_in
from afterview.services.reviewed import commit_reviewed, write
from afterview.services.touches import NewTouch, add_touch
from afterview.store import applications, contacts, interviews, touches
from afterview.store.tables import LoggedMessage, User

NO_DATE: Final = "The message does not say when it was sent, so it counts as sent now."
LATER: Final = "The message says it was sent later than now, so it counts as sent now."
NEW_PERSON: Final = "{who} is not among the people at {company}. Add them if you write to each other."
NOBODY: Final = "Nobody in this message is known here. Say which application it belongs to."
SEVERAL: Final = "This may belong to more than one application. Say to which."
SEEN: Final = "This message was logged before, so it changes nothing."
BAD_CALENDAR: Final = "The calendar file in this message could not be read: {why}"
AUTOMATIC: Final = "A machine sent this message; only its invitation is kept."


def file_mail(
    session: Session, *, user_id: UUID, raw: bytes, correction: Correction, dry_run: bool, now: datetime
) -> FiledMail:
    """File one message, with the invitations in it, all or nothing; a dry run does the same and takes it back.

    What is no message is `Invalid`. The same message twice is logged once, by its Message-ID.
    """
    user = accounts.get_user(session, user_id=user_id, lock=True)
    filing = MailFiling(session, user, correction, now)
    filed = filing.file(read_mail(raw))
    if dry_run:
        session.rollback()
        return filed.rehearsed()
    commit_reviewed(session, user_id=user_id, application_ids=filing.touched, now=now)
    return filed


class MailFiling:
    """Files a user's message within one transaction that holds the user; `touched` are the applications changed."""

    def __init__(self, session: Session, user: User, correction: Correction, now: datetime) -> None:
        self._session = session
        self._user = user
        self._correction = correction
        self._now = now
        self.touched: set[UUID] = set()

    def file(self, mail: Mail) -> FiledMail:
        """File one message, or the one that the user forwarded with it; written but not committed."""
        mine = self._mine(mail)
        if mail.forwarded and _is_one_of(mail.sender, mine):
            mail = mail.forwarded
            mine = self._mine(mail)
        is_sent = _is_one_of(mail.sender, mine)
        others = [one for one in mail.recipients if not _is_one_of(one, mine)] if is_sent else _writers(mail)
        filed = FiledMail(mail, Direction.SENT if is_sent else Direction.RECEIVED, MailOutcome.UNMATCHED)
        seen = touches.of_messages(self._session, self._user.id, [mail.message_id] if mail.message_id else [])
        if seen:
            place = self._place(Match(seen[0].application_id, seen[0].contact_id))
            return replace(filed, outcome=MailOutcome.KNOWN, place=place, touch_id=seen[0].id, remarks=(SEEN,))
        filed = self._with_invitations(filed)
        found = self._find(filed, others)
        if not found:
            return replace(filed, remarks=(*filed.remarks, NOBODY))
        if len(found) > 1:
            choices = tuple(self._place(match) for match in found)
            return replace(filed, outcome=MailOutcome.UNCLEAR, choices=choices, remarks=(*filed.remarks, SEVERAL))
        return self._log(filed, found[0], others)

    def _mine(self, mail: Mail) -> set[str]:
        """The addresses that are the user's, or those of candidates for whom the user keeps applications."""
        named = {one.address.casefold() for one in (mail.sender, *mail.recipients) if one.address}
        return {self._user.email.casefold()} | applications.candidate_addresses(self._session, self._user.id, named)

    def _with_invitations(self, filed: FiledMail) -> FiledMail:
        """With what became of the calendar files in it."""
        named = self._correction.application_id
        if named is not None and applications.get(self._session, self._user.id, named) is None:
            raise Invalid(FieldError("/application_id", "unknown_id", "Name one of your applications by its id."))
        filing = EventFiling(self._session, self._user, named, self._now)
        method, events, remarks = None, list[FiledEvent](), list[str]()
        for raw in filed.mail.calendars:
            try:
                file = read_calendar(raw, default_zone=self._user.timezone)
            except Invalid as refused:
                remarks.append(BAD_CALENDAR.format(why=refused.errors[0].detail))
                continue
            method = method or file.method
            events += [filing.file(event) for event in file.events]
        self.touched |= filing.touched
        calendar = FiledCalendar(method, tuple(events)) if events else None
        return replace(filed, calendar=calendar, remarks=tuple(remarks))

    def _find(self, filed: FiledMail, others: Sequence[Mailbox]) -> list[Match]:
        """Where it belongs: where the user says, where its invitation is filed, or where its people are known."""
        write(self._session)
        application_id = self._correction.application_id or self._of_invitation(filed.calendar)
        if application_id is not None:
            return [Match(application_id, person_in(self._session, self._user.id, application_id, others))]
        return matches(self._session, self._user.id, filed.mail, others)

    def _of_invitation(self, calendar: FiledCalendar | None) -> UUID | None:
        kept = next((one.interview_id for one in calendar.events if one.interview_id), None) if calendar else None
        interview = interviews.get(self._session, self._user.id, kept) if kept else None
        return interview.application_id if interview else None

    def _log(self, filed: FiledMail, match: Match, others: Sequence[Mailbox]) -> FiledMail:
        """Log it where it belongs; of what a machine sent with an invitation only that is kept."""
        place, mail = self._place(match), filed.mail
        filed = replace(filed, outcome=MailOutcome.LOGGED, place=place)
        if mail.automatic and filed.calendar:
            return replace(filed, remarks=(*filed.remarks, AUTOMATIC))
        touch, remarks = self._touch(filed, match)
        get_application(self._session, user_id=self._user.id, application_id=match.application_id, lock=True)
        row = add_touch(
            self._session, user_id=self._user.id, application_id=match.application_id, touch=touch, now=self._now
        )
        if mail.message_id:
            write(self._session)
            self._session.add(LoggedMessage(user_id=self._user.id, touch_id=row.id, message_id=mail.message_id))
        self.touched.add(match.application_id)
        if match.contact_id is None and others:
            remarks.append(NEW_PERSON.format(who=others[0].name or others[0].address, company=place.company))
        return replace(filed, touch=touch, touch_id=row.id, remarks=(*filed.remarks, *remarks))

    def _touch(self, filed: FiledMail, match: Match) -> tuple[NewTouch, list[str]]:
        """What is logged of it, and what there is to say about that."""
        said, mail = self._correction, filed.mail
        remarks = [NO_DATE] if mail.sent_at is None else [LATER] if mail.sent_at > self._now else []
        at = mail.sent_at if mail.sent_at and not remarks else self._now
        kind = said.kind or self._proposed_kind(filed, match, at)
        asks = "?" in mail.text and kind == TouchKind.REPLY_RECEIVED
        touch = NewTouch(
            kind,
            occurred_at=at,
            contact_id=match.contact_id,
            note=mail.subject,
            reply_expected_by=said.reply_expected_by,
            needs_answer=asks if said.needs_answer is None else said.needs_answer,
        )
        return touch, remarks

    def _proposed_kind(self, filed: FiledMail, match: Match, at: datetime) -> TouchKind:
        """What a message most likely is: of one that was sent, the e-mail that was right at that time."""
        if filed.direction == Direction.RECEIVED:
            return TouchKind.AUTO_REPLY_RECEIVED if filed.mail.automatic else TouchKind.REPLY_RECEIVED
        facts = facts_of_application(
            self._session, user_id=self._user.id, application_id=match.application_id, now=self._now, at=at
        )
        advice, who = decide(facts), str(match.contact_id)
        judged = [advice.chosen] if advice.chosen else []
        judged += [j for j in advice.alternatives if j.verdict is Verdict.ALLOWED]
        for one in judged:
            if one.step.who == who and STEPS[one.step.kind].channel is Channel.EMAIL:
                return TouchKind(one.step.kind.value)
        return TouchKind.OTHER_OUTBOUND

    def _place(self, match: Match) -> Place:
        application = get_application(self._session, user_id=self._user.id, application_id=match.application_id)
        contact = contacts.get(self._session, self._user.id, match.contact_id) if match.contact_id else None
        name = contact.name if contact else None
        return Place(application.id, application.company, application.role, match.contact_id, name)


def _writers(mail: Mail) -> list[Mailbox]:
    """Who wrote it: the sender, and whoever is to be answered instead."""
    return [mail.sender, *(one for one in mail.reply_to if one != mail.sender)]


def _is_one_of(one: Mailbox, addresses: set[str]) -> bool:
    return one.address is not None and one.address.casefold() in addresses
