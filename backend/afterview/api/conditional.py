"""Entity tags (RFC 9110): a strong one from the representation, so that no change is lost and no answer sent twice.

A GET takes `known: IfNoneMatch` and returns `known.answer(resource)`. A PATCH or DELETE takes `expected: IfMatch`,
calls `expected.require(current)` before it changes anything, and a PATCH returns `answer(resource)`. A POST that
creates returns `created(resource, at=path)`.
"""

import re
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated, Final

from fastapi import Depends, Header
from pydantic import BaseModel
from starlette.responses import Response

from afterview.errors import PreconditionFailed

JSON: Final = "application/json"
NO_HEADERS: Final[Mapping[str, str]] = {}
_TAG = re.compile(r'(W/)?("[\x21\x23-\x7e\x80-\xff]*")')


@dataclass(frozen=True, slots=True)
class ExpectedTag:
    """The state that a caller means to change, by `If-Match`."""

    header: str | None

    def require(self, current: BaseModel) -> None:
        """Refuse to touch a resource that is no longer the one that the caller read (`PreconditionFailed`)."""
        if self.header is None or self.header.strip() == "*":
            return
        expected = {tag for weak, tag in _TAG.findall(self.header) if not weak}
        if entity_tag(represent(current)) not in expected:
            raise PreconditionFailed("This has changed since you read it: read it again, then change it.")


@dataclass(frozen=True, slots=True)
class KnownTag:
    """The state that a caller has already, by `If-None-Match`."""

    header: str | None

    def answer(self, resource: BaseModel) -> Response:
        """The resource with its `ETag`, or 304 when the caller has it already."""
        return self.answer_bytes(represent(resource), media_type=JSON)

    def answer_bytes(self, body: bytes, *, media_type: str, headers: Mapping[str, str] = NO_HEADERS) -> Response:
        """The same for a resource that has been written already; `headers` go along in both cases."""
        tag = entity_tag(body)
        tagged = {**headers, "ETag": tag}
        if self.header is not None and self._knows(self.header, tag):
            return Response(status_code=304, headers=tagged)
        return Response(body, headers=tagged, media_type=media_type)

    @staticmethod
    def _knows(header: str, tag: str) -> bool:
        return header.strip() == "*" or tag in {known for _, known in _TAG.findall(header)}


async def expected_tag(
    if_match: Annotated[
        str | None, Header(alias="If-Match", description="Only if the ETag is still one of these; 412 otherwise.")
    ] = None,
) -> ExpectedTag:
    """The precondition of a change; a coroutine, as all dependencies are, because others would run in a thread."""
    return ExpectedTag(if_match)


async def known_tag(
    if_none_match: Annotated[
        str | None, Header(alias="If-None-Match", description="Only if the ETag is none of these; 304 otherwise.")
    ] = None,
) -> KnownTag:
    """The precondition of a reading."""
    return KnownTag(if_none_match)


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


IfMatch = Annotated[ExpectedTag, Depends(expected_tag)]
IfNoneMatch = Annotated[KnownTag, Depends(known_tag)]
