"""`/messages`: a draft that somebody has edited, on its way out of Afterview. Nothing is stored or sent."""

from typing import Any, Final
from urllib.parse import quote

from starlette.responses import Response

from afterview.api.dependencies import ReadingUser
from afterview.api.routing import resource_router
from afterview.api.schemas.messages import MessageToHandOver
from afterview.messages.eml import eml, file_name

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
