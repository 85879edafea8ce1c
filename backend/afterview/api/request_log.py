"""One log line per request, a request id in and out, and a calm answer when something breaks.

What is logged: method, route template, status, duration, request id; never a body, a query, an address or a token. Of
an exception its class and where it happened, since messages of databases quote what they were given.
"""

import re
import sys
import traceback
from time import perf_counter
from typing import Final

import structlog
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from afterview.api.problems import problem_of_status
from afterview.ids import new_id
from afterview.settings import Log

HEADER: Final = "X-Request-ID"
_ACCEPTED = re.compile(r"[A-Za-z0-9._-]{1,128}", re.ASCII)
_FRAMES_KEPT: Final = 12

log = structlog.get_logger("afterview.requests")


class RequestLog:
    """Pure ASGI, outside of everything that may fail."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, and write down how it went."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        offered = request.headers.get(HEADER, "")
        request_id = scope["request_id"] = offered if _ACCEPTED.fullmatch(offered) else str(new_id())
        started, status = perf_counter(), 0

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = request_id
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            try:
                await self._app(scope, receive, send_with_id)
            except Exception as error:
                log.error("failed", error=type(error).__name__, at=_places(error))
                if status:
                    raise
                await _apologise(request, error)(scope, receive, send_with_id)
            finally:
                route = getattr(scope.get("route"), "path", None)
                took = round((perf_counter() - started) * 1000, 1)
                log.info("answered", method=scope["method"], route=route, status=status, ms=took)


def _apologise(request: Request, error: Exception) -> ASGIApp:
    if isinstance(error, OperationalError | NoConnection):
        return problem_of_status(503, request, {"Retry-After": "5"})
    return problem_of_status(500, request)


def _places(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES_KEPT:]
    return [f"{frame.filename.rpartition('site-packages/')[2]}:{frame.lineno} {frame.name}" for frame in frames]


def configure_log(settings: Log) -> None:
    """Write the log to standard error, as JSON, or as text for a terminal; for the whole process."""
    as_text = settings.form == "text" or (settings.form == "auto" and sys.stderr.isatty())
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.dev.ConsoleRenderer() if as_text else structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(settings.level),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
    )
