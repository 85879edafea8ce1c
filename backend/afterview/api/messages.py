"""`/messages`: a draft that somebody has edited, on its way out of Afterview. Nothing is stored or sent."""

from dataclasses import replace
from typing import Any, Final
from urllib.parse import quote

from starlette.responses import Response

from afterview.api.conditional import JSON, represent
from afterview.api.dependencies import Consulting, Now, ReadingUser
from afterview.api.routing import resource_router
from afterview.api.schemas.facts import Facts
from afterview.api.schemas.facts_reading import read_facts
from afterview.api.schemas.messages import Checked, MessageToCheck, MessageToHandOver
from afterview.errors import Invalid
from afterview.messages.eml import eml, file_name
from afterview.policy import facts as policy
from afterview.services.advice import holidays_of
from afterview.services.messages import check_by_application, check_by_facts

router = resource_router(tag="Messages")

MESSAGE: Final = "message/rfc822"
AS_FILE: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "The file",
        "content": {MESSAGE: {"schema": {"type": "string", "format": "binary"}}},
        "headers": {"Content-Disposition": {"schema": {"type": "string"}, "description": "What to call the file."}},
    }
}


@router.post("/messages/eml", response_class=Response, responses=AS_FILE)
def save_as_file(body: MessageToHandOver, _: ReadingUser) -> Response:
    """An e-mail as a file that mail programs open as an unsent draft, however long it is."""
    name, address = body.recipient
    title = file_name(name, body.subject)
    plain = title.encode("ascii", "replace").decode().replace("?", "_")
    return Response(
        eml(name, address, body.subject, body.body),
        media_type=MESSAGE,
        headers={"Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(title, safe='')}"},
    )


@router.post("/messages/check", response_model=Checked)
def check_message(body: MessageToCheck, me: ReadingUser, consulting: Consulting, now: Now) -> Response:
    """What there is to say about a text before it goes out, with the places and with what to write instead."""
    about, it = body.about, body.to_check()
    if isinstance(about, Facts):
        found = check_by_facts(_facts(about), it)
    else:
        with consulting() as session:
            found = check_by_application(session, user_id=me.id, application_id=about, it=it, now=now)
    return Response(represent(Checked.of(found, it.body)), media_type=JSON)


def _facts(document: Facts) -> policy.Facts:
    """The facts inside of the request; what does not fit is pointed at there."""
    try:
        return read_facts(document, holidays_of)
    except Invalid as error:
        raise Invalid(*(replace(one, pointer=f"/facts{one.pointer}") for one in error.errors)) from None
