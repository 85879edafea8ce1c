"""Entity tags (RFC 9110): a strong one from the representation, so that no change is lost and no answer sent twice.

A GET takes `known: IfNoneMatch` and returns `known.answer(resource)`. A PATCH or DELETE takes `expected: IfMatch`,
calls `expected.require(current)` before it changes anything, and a PATCH returns `answer(resource)`. A POST that
creates returns `created(resource, at=path)`.
"""

import re
from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import Annotated, Final

from fastapi import Depends, Header
from pydantic import BaseModel
from starlette.responses import Response

from afterview.errors import PreconditionFailed

JSON: Final = "application/json"
_TAG = re.compile(r'(W/)?("[\x21\x23-\x7e\x80-\xff]*")')


class ExpectedTag:
    """The state that a caller means to change, by `If-Match`."""

    def __init__(
        self,
        if_match: Annotated[
            str | None, Header(alias="If-Match", description="Only if the ETag is still one of these; 412 otherwise.")
        ] = None,
    ) -> None:
        self._header = if_match

    def require(self, current: BaseModel) -> None:
        """Refuse to touch a resource that is no longer the one that the caller read (`PreconditionFailed`)."""
        if self._header is None or self._header.strip() == "*":
            return
        expected = {tag for weak, tag in _TAG.findall(self._header) if not weak}
        if entity_tag(represent(current)) not in expected:
            raise PreconditionFailed("This has changed since you read it: read it again, then change it.")


class KnownTag:
    """The state that a caller has already, by `If-None-Match`."""

    def __init__(
        self,
        if_none_match: Annotated[
            str | None, Header(alias="If-None-Match", description="Only if the ETag is none of these; 304 otherwise.")
        ] = None,
    ) -> None:
        self._header = if_none_match

    def answer(self, resource: BaseModel) -> Response:
        """The resource with its `ETag`, or 304 when the caller has it already."""
        response = answer(resource)
        if self._header is None or not self._knows(response.headers["ETag"]):
            return response
        return Response(status_code=304, headers={"ETag": response.headers["ETag"]})

    def _knows(self, tag: str) -> bool:
        header = self._header or ""
        return header.strip() == "*" or tag in {known for _, known in _TAG.findall(header)}


def answer(resource: BaseModel) -> Response:
    """200 with the resource and its `ETag`."""
    body = represent(resource)
    return Response(body, headers={"ETag": entity_tag(body)}, media_type=JSON)


def created(resource: BaseModel, *, at: str, tagged_as: BaseModel | None = None) -> Response:
    """201 with the new resource, its address, and its `ETag`: that of `tagged_as` when this answer alone says more."""
    body = represent(resource)
    tag = entity_tag(body if tagged_as is None else represent(tagged_as))
    return Response(body, 201, headers={"ETag": tag, "Location": at}, media_type=JSON)


def represent(resource: BaseModel) -> bytes:
    """The bytes that stand for a resource."""
    return resource.model_dump_json().encode()


def entity_tag(representation: bytes) -> str:
    """A strong entity tag, in its quotes."""
    return f'"{urlsafe_b64encode(sha256(representation).digest()[:18]).decode()}"'


IfMatch = Annotated[ExpectedTag, Depends()]
IfNoneMatch = Annotated[KnownTag, Depends()]
