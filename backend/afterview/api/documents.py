"""Documents that the policy writes, as bytes and as answers: the same document is always the same bytes."""

from collections.abc import Iterable, Mapping

from pydantic_core import to_json
from starlette.responses import Response

from afterview.api.conditional import JSON


def write_document(document: object) -> bytes:
    """The document as JSON, without blanks."""
    return to_json(document)


def document_response(document: object, headers: Mapping[str, str] | None = None) -> Response:
    """200 with the document."""
    return Response(write_document(document), headers=headers, media_type=JSON)


def items_response(documents: Iterable[object]) -> Response:
    """200 with many documents under `items`; each is written as it comes, so that only its bytes are kept."""
    return Response(b'{"items":[' + b",".join(map(write_document, documents)) + b"]}", media_type=JSON)
