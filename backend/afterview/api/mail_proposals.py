"""`/mail-proposals`: messages that were forwarded to the installation's mailbox, and what becomes of them."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from sqlmodel import Session
from starlette.responses import Response

from afterview.api.conditional import JSON, represent
from afterview.api.dependencies import CurrentUser, IfMatch, Now, PageOf, Reading, Wiring, Writing
from afterview.api.imports import Importing, MailCorrection
from afterview.api.paging import Page
from afterview.api.routing import resource_router
from afterview.api.schemas.mail_imports import MailImport
from afterview.api.schemas.mail_proposals import MailProposalOut
from afterview.services import mail_proposals
from afterview.services.filed_mail import Correction

router = resource_router(tag="Imports")


@router.get("/mail-proposals", response_model=Page[MailProposalOut])
def list_mail_proposals(me: CurrentUser, reading: Reading, page: PageOf) -> Response:
    """The messages that wait for the caller, in the order in which they came."""
    with reading() as session:
        rows, end = mail_proposals.list_proposals(session, user_id=me.id, limit=page.limit, after=page.after)
        return page.answer([MailProposalOut.model_validate(row) for row in rows], end)


@router.post("/mail-proposals/{proposal_id}/accept", response_model=MailImport)
def accept_mail_proposal(
    proposal_id: UUID, importing: Importing, parts: Wiring, now: Now, said: Annotated[MailCorrection, Depends()]
) -> Response:
    """Log a message that waits, and file the invitations in it; it waits no longer once it is logged.

    With `dry_run` the answer is a proposal; ask again without it to confirm, with what you know better.
    """
    correction = Correction(said.application_id, said.kind, said.needs_answer, said.reply_expected_by)

    def carry_out(session: Session) -> Response:
        filed = mail_proposals.accept(
            session,
            user_id=importing.user_id,
            proposal_id=proposal_id,
            seal=parts.seal,
            correction=correction,
            dry_run=importing.dry_run,
            now=now,
        )
        return Response(represent(MailImport.of(filed)), media_type=JSON)

    return importing.once(carry_out)


@router.delete("/mail-proposals/{proposal_id}", status_code=204)
def dismiss_mail_proposal(proposal_id: UUID, me: CurrentUser, writing: Writing, expected: IfMatch, now: Now) -> None:
    """Dismiss a message that waits: it is not logged, and does not come again."""
    with writing() as session:
        proposal = mail_proposals.get_proposal(session, user_id=me.id, proposal_id=proposal_id)
        expected.require(MailProposalOut.model_validate(proposal))
        mail_proposals.dismiss(session, proposal, now=now)
