"""Messages that were read from the mailbox and wait: looked at, filed as their reader says, or dismissed."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from afterview.connectors.mail_messages import read_mail
from afterview.errors import Conflict, NotFound
from afterview.services import accounts
from afterview.services.filed_mail import Correction, FiledMail, MailOutcome
from afterview.services.mail_import import MailFiling
from afterview.services.reviewed import commit_reviewed
from afterview.services.sealing import Seal, SealBroken
from afterview.store import mail_proposals
from afterview.store.paging import Position, Slice
from afterview.store.tables import MailProposal


def list_proposals(
    session: Session, *, user_id: UUID, limit: int, after: Position | None
) -> tuple[list[MailProposal], Position | None]:
    """A page of the messages that wait, in the order in which they came, and where it ends."""
    return mail_proposals.list_page(session, user_id, Slice(limit, after))


def get_proposal(session: Session, *, user_id: UUID, proposal_id: UUID) -> MailProposal:
    """One of the user's messages that wait, held against other writers until the transaction ends."""
    proposal = mail_proposals.get(session, user_id, proposal_id, lock=True)
    if proposal is None:
        raise NotFound("No message with this id waits for you.")
    return proposal


def accept(
    session: Session,
    *,
    user_id: UUID,
    proposal_id: UUID,
    seal: Seal,
    correction: Correction,
    dry_run: bool,
    now: datetime,
) -> FiledMail:
    """File a message that waits as if it had been imported by hand; it waits no longer once it is logged.

    A dry run does the same and takes it back.
    """
    user = accounts.get_user(session, user_id=user_id, lock=True)
    proposal = get_proposal(session, user_id=user_id, proposal_id=proposal_id)
    filing = MailFiling(session, user, correction, now)
    filed = filing.file(read_mail(_opened(proposal, seal)))
    if dry_run:
        session.rollback()
        return filed.rehearsed()
    if filed.outcome in (MailOutcome.LOGGED, MailOutcome.KNOWN):
        _settle(proposal, now)
    commit_reviewed(session, user_id=user_id, application_ids=filing.touched, now=now)
    return filed


def dismiss(session: Session, proposal: MailProposal, *, now: datetime) -> None:
    """Leave a message that waits unfiled; it does not come again."""
    _settle(proposal, now)
    session.commit()


def _settle(proposal: MailProposal, now: datetime) -> None:
    """Keep nothing of it but that it was here."""
    proposal.raw = proposal.subject = proposal.sender_name = proposal.sender_email = None
    proposal.settled_at = now


def _opened(proposal: MailProposal, seal: Seal) -> bytes:
    try:
        return seal.open(proposal.raw or b"")
    except SealBroken:
        raise Conflict(
            "The secret key of this installation has changed, so this message cannot be read; forward it again."
        ) from None
