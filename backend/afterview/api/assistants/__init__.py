"""`/mcp`: the same API for AI assistants (Model Context Protocol, streamable HTTP), with a token or an API key.

Nothing is kept between two requests: each is answered by itself, as plain JSON. The protocol's library takes a second
to import, so that happens at the first request and in a thread.
"""

from typing import TYPE_CHECKING

from anyio import Lock, to_thread
from starlette.requests import Request
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from afterview.api.callers import SignedIn

if TYPE_CHECKING:
    from afterview.api.assistants.protocol import Protocol

PATH = "/mcp"


def assistant_routes(app: ASGIApp) -> list[Route]:
    """The route for assistants, whose tools call `app` in the caller's name."""
    return [Route(PATH, Assistants(app), methods=["GET", "POST", "DELETE"])]


class Assistants:
    """Answers assistants; whoever is not known is refused before the protocol is spoken."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._protocol: Protocol | None = None
        self._loading = Lock()
        self._signed_in = SignedIn(stores_nothing=True)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, by itself."""
        await self._signed_in(Request(scope))
        async with self._loading:
            if self._protocol is None:
                self._protocol = await to_thread.run_sync(self._load)
        await self._protocol.answer(scope, receive, send)

    def _load(self) -> "Protocol":
        from afterview.api.assistants.protocol import Protocol

        return Protocol(self._app)
