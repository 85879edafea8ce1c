"""The Model Context Protocol, by its official library: one stateless exchange a request."""

from mcp.server import MCPServer
from mcp.server.transport_security import TransportSecuritySettings
from starlette.types import ASGIApp, Receive, Scope, Send

from afterview import __version__
from afterview.api.assistants.calling import Api
from afterview.api.assistants.tools import Tools
from afterview.api.routing import MIB

INSTRUCTIONS = """\
Afterview says what to do after a job interview: the next right step, by when, and why, and also when waiting is right.
Begin with agenda for what is worth doing today, or with find_applications for one application. Trust the advice over
your own instinct to follow up: when the action is wait, tell the user until when and why, and suggest nothing else.
Nothing is ever sent from here. After the user has sent, said or received something themselves, log it with log_touch;
ask before you do."""

# What it guards against, pages of other sites that rebind a name, is kept out by asking for a token.
_ANY_HOST = TransportSecuritySettings(enable_dns_rebinding_protection=False)


class Protocol:
    """The server that assistants speak to."""

    def __init__(self, app: ASGIApp) -> None:
        self._server = MCPServer(
            "afterview", title="Afterview", version=__version__, instructions=INSTRUCTIONS, log_level="WARNING"
        )
        Tools(Api(app)).enter(self._server)

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, and forget it."""
        self._server.streamable_http_app(
            json_response=True,
            stateless_http=True,
            transport_security=_ANY_HOST,
            max_request_body_size=MIB,
        )
        manager = self._server.session_manager  # the one just made: a manager runs once
        async with manager.run():
            await manager.handle_request(scope, receive, send)
