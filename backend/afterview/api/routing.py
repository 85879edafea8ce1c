"""Routes that read a body strictly: of the right type, not too large, and JSON without surprises."""

from collections.abc import AsyncGenerator, Callable, Coroutine
from email.message import Message as Header
from typing import Any, Final

from fastapi import APIRouter
from fastapi.routing import APIRoute
from pydantic import JsonValue
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from afterview.api.json_body import read_json
from afterview.errors import Malformed, TooLarge, WrongMediaType

MIB: Final = 1024 * 1024
MERGE_PATCH: Final = "application/merge-patch+json"


def resource_router(*, tag: str, body_limit: int = MIB) -> APIRouter:
    """A router under `/api/v1` for one resource; `body_limit` in bytes holds for all of its routes."""
    route_class = type("LimitedRoute", (StrictRoute,), {"body_limit": body_limit})
    return APIRouter(
        prefix="/api/v1", tags=[tag], route_class=route_class, generate_unique_id_function=lambda route: route.name
    )


class StrictRequest(Request):
    """A request that gives up at `limit` bytes, and whose JSON has been read with `read_json`.

    `handle_strictly` reads the body first, because FastAPI turns every error met while reading into a bare 400.
    """

    limit: int = MIB
    value: JsonValue = None

    async def stream(self) -> AsyncGenerator[bytes, None]:
        """The body in pieces, counted as they come; too many bytes are `TooLarge`."""
        declared = self.headers.get("content-length", "")
        self._check_length(int(declared) if declared.isdecimal() else 0)
        length = 0
        try:
            async for piece in super().stream():
                length += len(piece)
                self._check_length(length)
                yield piece
        except ClientDisconnect:
            raise Malformed("The connection ended before the body did.") from None

    async def json(self) -> JsonValue:
        """The body as a JSON value."""
        return self.value

    def _check_length(self, length: int) -> None:
        if length > self.limit:
            raise TooLarge(f"Send at most {self.limit // MIB} MiB at once.")


class StrictRoute(APIRoute):
    """A route that answers 415 to other types than its own, and 413 to more than `body_limit` bytes."""

    body_limit: int = MIB

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """FastAPI's handler, given a `StrictRequest` whose body has been read."""
        handle = super().get_route_handler()
        accepted = self._accepted_types()

        async def handle_strictly(request: Request) -> Response:
            strict = StrictRequest(request.scope, request.receive)
            strict.limit = self.body_limit
            if accepted and await strict.body():
                check_type(strict, accepted)
                if "application/json" in accepted:
                    strict.value = read_json(await strict.body())
            return await handle(strict)

        return handle_strictly

    def _accepted_types(self) -> tuple[str, ...]:
        if self.body_field is None:
            return ()
        media_type: str = getattr(self.body_field.field_info, "media_type", "application/json")
        if media_type == "application/json" and self.methods == {"PATCH"}:
            return (MERGE_PATCH, media_type)
        return (media_type,)


def check_type(request: Request, accepted: tuple[str, ...]) -> None:
    """Refuse a body that is compressed, or of none of the `accepted` types."""
    encoding = request.headers.get("content-encoding", "identity").strip().lower()
    if encoding != "identity":
        raise WrongMediaType("Send the body uncompressed, without a Content-Encoding header.")
    header = Header()
    header["content-type"] = request.headers.get("content-type", "")
    if not request.headers.get("content-type") or header.get_content_type() not in accepted:
        raise WrongMediaType(f"Send this with the header Content-Type: {' or '.join(accepted)}.")
