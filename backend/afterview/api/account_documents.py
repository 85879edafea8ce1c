"""`/me/export` and `/imports/afterview`: the whole account as one document, out and in."""

from typing import Final

from sqlmodel import Session
from starlette.responses import Response

from afterview.api.account_writing import write_account
from afterview.api.conditional import JSON, represent
from afterview.api.dependencies import CurrentUser, IfNoneMatch, Now, Reading, Wiring
from afterview.api.imports import Importing
from afterview.api.routing import MIB, resource_router
from afterview.api.schemas.account_documents import AccountDocument, UnreadDocument
from afterview.api.schemas.account_imports import AccountImport
from afterview.services.account_export import export_account
from afterview.services.account_import import check_document, take_in

router = resource_router(tag="Account")
import_router = resource_router(tag="Imports", body_limit=10 * MIB)

_DOWNLOAD: Final = {"Content-Disposition": 'attachment; filename="afterview.json"'}


@router.get("/me/export", response_model=AccountDocument)
def export_me(me: CurrentUser, reading: Reading, known: IfNoneMatch) -> Response:
    """The whole account as one document; secrets and keys stay out."""
    with reading() as session:
        email, document = export_account(session, user_id=me.id)
    return known.answer_bytes(write_account(document, email=email), media_type=JSON, headers=_DOWNLOAD)


@import_router.post("/imports/afterview", response_model=AccountImport)
def import_account(body: UnreadDocument, importing: Importing, parts: Wiring, now: Now) -> Response:
    """Take in a document that was exported, or a part of one; a record that is here in a later version stays so.

    Ids stay as they are unless another account has them. The profile is taken over, the e-mail address is not.
    """
    document = body.read()
    check_document(document, trial=parts.template_trial, now=now)

    def carry_out(session: Session) -> Response:
        taken = take_in(session, user_id=importing.user_id, document=document, dry_run=importing.dry_run, now=now)
        return Response(represent(AccountImport.model_validate(taken)), media_type=JSON)

    return importing.once(carry_out)
