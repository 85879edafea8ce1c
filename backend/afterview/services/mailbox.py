"""How a worker reads the mailbox that people forward messages to: each becomes a proposal to whom it concerns.

Who wrote a message can be forged, so nothing is filed from here: its reader says what becomes of it
(services/mail_proposals.py). Each message is taken once, in the transaction that writes down how far the folder was
read.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from sqlmodel import Session

from afterview.connectors.mail_in import Position, read_new
from afterview.connectors.mail_messages import Mail, Mailbox, read_mail
from afterview.errors import Invalid
from afterview.services.jobs import Open
from afterview.services.sealing import Seal
from afterview.settings import Inbox
from afterview.store import mail_folders, mail_proposals, touches, users
from afterview.store.mail_proposals import NewProposal
from afterview.store.tables import User

INTERVAL: Final = timedelta(minutes=5)
"""How often the folder is read."""

AFTER_TROUBLE: Final = timedelta(minutes=15)
"""How long a mailbox is left alone that could not be read, or whose reader was not heard of again."""

KEPT_FOR: Final = timedelta(days=30)
"""How long a message waits to be looked at, and how old one may be in a folder that is read for the first time."""

MOST_WAITING: Final = 50
"""How many messages wait for one user; what comes after that is not taken."""

_AT_ONCE: Final = 20
_MOST_ADDRESSES: Final = 50
_LONGEST: Final = 500


class MailboxReader:
    """Reads one folder; any number of workers may have one, and they take turns."""

    def __init__(self, inbox: Inbox, seal: Seal) -> None:
        server = inbox.server
        self._inbox = inbox
        self._seal = seal
        self._name = f"{server.user} {server.host}:{server.port} {inbox.folder}"

    def read_next(self, open_session: Open, *, now: datetime) -> bool:
        """Read what is new, if it is time to; False when it is not. `MailboxTrouble` when it cannot be read."""
        claimed = self._claim(open_session, now)
        if claimed is None:
            return False
        uid_validity, last_uid = claimed
        known = None if uid_validity is None else Position(uid_validity, last_uid)
        batch = read_new(self._inbox, known=known, since=(now - KEPT_FOR).date(), most=_AT_ONCE)
        for uid, raw in batch.messages:
            with open_session() as session:
                if not mail_folders.advance(session, self._name, uid_validity=batch.uid_validity, uid=uid):
                    return True  # another worker is further on
                if raw is not None:
                    self._propose(session, raw, now)
                session.commit()
        with open_session() as session:
            mail_folders.advance(session, self._name, uid_validity=batch.uid_validity, uid=batch.read_to)
            mail_folders.read_next_at(session, self._name, now if batch.has_more else now + INTERVAL)
            session.commit()
        return True

    def next_at(self, session: Session) -> datetime | None:
        """When the folder is to be read next."""
        return mail_folders.next_read_at(session, self._name)

    def _claim(self, open_session: Open, now: datetime) -> tuple[int | None, int] | None:
        """How far the folder was read, if it is this worker's turn to read on."""
        with open_session() as session:
            if (self.next_at(session) or now) > now:
                return None
            claimed = mail_folders.claim(session, self._name, now=now, until=now + AFTER_TROUBLE)
            mail_proposals.forget(session, before=now - KEPT_FOR)
            session.commit()
        return claimed

    def _propose(self, session: Session, raw: bytes, now: datetime) -> None:
        try:
            mail = read_mail(raw)
        except Invalid:
            return
        for user in _concerned(session, mail):
            told = mail.forwarded if mail.forwarded and _is(mail.sender, user) else mail
            ids = [one.message_id for one in (mail, told) if one.message_id]
            if touches.of_messages(session, user.id, ids) or mail_proposals.count(session, user.id) >= MOST_WAITING:
                continue
            proposal = NewProposal(
                message_key=mail.message_id or sha256(raw).hexdigest(),
                subject=_shortened(told.subject),
                sender_name=_shortened(told.sender.name),
                sender_email=_shortened(told.sender.address),
                sent_at=told.sent_at,
                raw=self._seal.shut(raw),
            )
            mail_proposals.add(session, user.id, proposal, now=now)


def _concerned(session: Session, mail: Mail) -> list[User]:
    """Whoever sent it on, if they have an account here; else everybody with one to whom it went."""
    sender = list(_users(session, [mail.sender]))
    return sender or list(_users(session, [*mail.delivered_to, *mail.recipients]))


def _users(session: Session, named: list[Mailbox]) -> Iterator[User]:
    addresses = dict.fromkeys(one.address.casefold() for one in named if one.address)
    for address in list(addresses)[:_MOST_ADDRESSES]:
        user = users.find_by_email(session, address)
        if user is not None:
            yield user


def _is(one: Mailbox, user: User) -> bool:
    return one.address is not None and one.address.casefold() == user.email


def _shortened(text: str | None) -> str | None:
    return None if text is None else text[:_LONGEST]
