"""Documents that the policy writes, as bytes and as answers: the same document is always the same bytes."""

import json
from collections.abc import Mapping

from starlette.responses import Response

from afterview.api.conditional import JSON


def write_document(document: object) -> bytes:
    """The document as JSON, without blanks."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def document_response(document: object, headers: Mapping[str, str] | None = None) -> Response:
    """200 with the document."""
    return Response(write_document(document), headers=headers, media_type=JSON)
