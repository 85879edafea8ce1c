"""Lists: `{"items", "next_cursor"}`, `Link: rel="next"`, and cursors that only this server can have made.

An endpoint takes `page: PageOf`, hands `page.limit` and `page.after` to its service, and returns
`page.answer(items, next_position)`, with the position of the last item, or None when nothing follows.
"""

import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from typing import Annotated, Final, Generic, TypeVar
from urllib.parse import urlencode

from fastapi import Depends, Query
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from afterview.api.conditional import JSON, represent
from afterview.api.parts import parts_of
from afterview.errors import FieldError, Invalid

ItemT = TypeVar("ItemT", bound=BaseModel)
Position = Sequence[str | int | None]
"""Where a page ended: the sort key and the id of its last item, as JSON scalars."""

MOST: Final = 200
USUAL: Final = 50
_TAG_BYTES: Final = 12


class Page(BaseModel, Generic[ItemT]):
    """One page of a list; `next_cursor` is null on the last one."""

    items: list[ItemT]
    next_cursor: str | None = Field(description="Give this as `cursor` to get what follows; null when nothing does.")


class PageRequest:
    """Which page the caller asks for: at most `limit` items that follow the position `after`."""

    def __init__(self, request: Request, limit: int, cursor: str | None) -> None:
        self.limit = limit
        self._request = request
        self._key = parts_of(request).cursor_key
        self.after = None if cursor is None else self._read(cursor)

    def answer(self, items: Sequence[BaseModel], next_position: Position | None) -> Response:
        """The page as a response, with a `Link` to the next one."""
        return self.answer_written([represent(item) for item in items], next_position)

    def answer_written(self, items: Sequence[bytes], next_position: Position | None) -> Response:
        """The same for items that are JSON already."""
        cursor = None if next_position is None else self._write(next_position)
        body = b'{"items":[%b],"next_cursor":%b}' % (b",".join(items), json.dumps(cursor).encode())
        headers = {}
        if cursor is not None:
            query = urlencode([*self._filters(), ("limit", str(self.limit)), ("cursor", cursor)])
            headers["Link"] = f'<{self._request.url.path}?{query}>; rel="next"'
        return Response(body, headers=headers, media_type=JSON)

    def _write(self, position: Position) -> str:
        written = json.dumps(list(position), separators=(",", ":")).encode()
        return urlsafe_b64encode(self._tag(written) + written).decode().rstrip("=")

    def _read(self, cursor: str) -> Position:
        try:
            signed = urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
        except ValueError:
            raise _bad_cursor() from None
        tag, written = signed[:_TAG_BYTES], signed[_TAG_BYTES:]
        if not hmac.compare_digest(tag, self._tag(written)):
            raise _bad_cursor()
        position: Position = json.loads(written)
        return position

    def _tag(self, written: bytes) -> bytes:
        bound_to = json.dumps([self._request.url.path, sorted(self._filters())]).encode()
        return hmac.digest(self._key, bound_to + b"\n" + written, "sha256")[:_TAG_BYTES]

    def _filters(self) -> list[tuple[str, str]]:
        query = self._request.query_params.multi_items()
        return [(name, value) for name, value in query if name not in {"limit", "cursor"}]


def _bad_cursor() -> Invalid:
    return Invalid(
        FieldError("/cursor", "bad_cursor", "Take next_cursor from the page before, and keep its filters as they were.")
    )


async def page_request(
    request: Request,
    limit: Annotated[int, Query(ge=1, le=MOST, description="How many items at most.")] = USUAL,
    cursor: Annotated[str | None, Query(max_length=2_000, description="The `next_cursor` of the page before.")] = None,
) -> PageRequest:
    """The page that a query asks for."""
    return PageRequest(request, limit, cursor)


PageOf = Annotated[PageRequest, Depends(page_request)]
