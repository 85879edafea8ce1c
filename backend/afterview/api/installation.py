"""`/installation`: what this installation can do beyond what every one can."""

from starlette.responses import Response

from afterview.api.conditional import JSON, represent
from afterview.api.dependencies import Reading, Wiring
from afterview.api.routing import resource_router
from afterview.api.schemas.installation import Installation, ReadMailbox
from afterview.settings import Settings

router = resource_router(tag="Account")


@router.get("/installation", response_model=Installation)
def read_installation(reading: Reading, parts: Wiring) -> Response:
    """Whether daily letters are sent, and where messages can be forwarded to: what the pages offer follows from it."""
    with reading():  # only to refuse whoever has gone
        found = Installation(sends_letters=parts.settings.smtp_url is not None, mailbox=_mailbox(parts.settings))
    return Response(represent(found), media_type=JSON)


def _mailbox(settings: Settings) -> ReadMailbox | None:
    if settings.imap_url is None:
        return None
    user = settings.imap_url.server.user or ""
    return ReadMailbox(address=user if "@" in user else None, folder=settings.imap_url.folder)
