"""Errors as HTTP answers: `application/problem+json` (RFC 9457) for every 4xx and 5xx, the framework's own included."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Final, NamedTuple
from urllib.parse import quote

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match

from afterview import errors
from afterview.api.field_errors import field_errors
from afterview.errors import AfterviewError, FieldError, Invalid, TooMany, Unauthenticated

MEDIA_TYPE: Final = "application/problem+json"
TYPE_PREFIX: Final = "urn:problem-type:afterview:"


class Row(NamedTuple):
    """How one kind of error looks from outside: its status and the last part of its `type`."""

    status: int
    slug: str


ROWS: Final[Mapping[type[AfterviewError], Row]] = {
    errors.Malformed: Row(400, "malformed"),
    errors.Unauthenticated: Row(401, "unauthenticated"),
    errors.Forbidden: Row(403, "forbidden"),
    errors.NotFound: Row(404, "not-found"),
    errors.Conflict: Row(409, "conflict"),
    errors.PreconditionFailed: Row(412, "changed-meanwhile"),
    errors.TooLarge: Row(413, "too-large"),
    errors.WrongMediaType: Row(415, "wrong-content-type"),
    errors.Invalid: Row(422, "invalid"),
    errors.TooMany: Row(429, "too-many-requests"),
    errors.Unavailable: Row(503, "not-ready"),
}
"""One row for every leaf of the error tree."""

FRAMEWORK: Final[Mapping[int, tuple[str, str, str]]] = {
    400: (
        "malformed",
        "The request cannot be read",
        "The request cannot be read; compare it with the reference at /docs.",
    ),
    404: ("not-found", "Not found", "There is nothing at this address; the addresses are listed at /docs."),
    405: ("method-not-allowed", "Method not allowed", "This address takes other methods: {allow}."),
    500: ("internal", "Something went wrong here", "This is our mistake, not yours. Report it with the request id."),
    503: ("not-ready", "Not ready", "The service is not ready; try again in a moment."),
}
"""Slug, title and detail of the problems that the framework raises by itself."""


def problem_of(error: AfterviewError, request: Request) -> Response:
    """The answer to one of our own errors."""
    headers = {}
    if isinstance(error, Unauthenticated):
        headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error, TooMany):
        headers["Retry-After"] = str(error.retry_after)
    return _respond(ROWS[type(error)].status, problem_document(error, request), headers)


def problem_document(error: AfterviewError, request: Request) -> dict[str, object]:
    """The problem document of one of our own errors."""
    row = ROWS[type(error)]
    document = _document(request, row.status, row.slug, error.title, error.detail)
    if isinstance(error, Invalid):
        document["errors"] = [_written(one) for one in error.errors]
    return document


def _written(error: FieldError) -> dict[str, object]:
    return {name: value for name, value in asdict(error).items() if value is not None}


def problem_of_status(status: int, request: Request, headers: Mapping[str, str] | None = None) -> Response:
    """The answer for a status that no error of ours stands behind, such as an unknown address."""
    slug, title, detail = FRAMEWORK.get(status) or FRAMEWORK[500 if status >= 500 else 400]
    detail = detail.format(allow=(headers or {}).get("Allow", ""))
    return _respond(status, _document(request, status, slug, title, detail), headers)


def _document(request: Request, status: int, slug: str, title: str, detail: str) -> dict[str, object]:
    return {
        "type": TYPE_PREFIX + slug,
        "title": title,
        "status": status,
        "detail": detail,
        "instance": quote(request.url.path),
        "request_id": request.scope.get("request_id"),
    }


def _respond(status: int, document: Mapping[str, object], headers: Mapping[str, str] | None) -> Response:
    """A problem document as a response; pure ASCII, so that any text can be quoted in it."""
    return Response(json.dumps(document), status, headers=headers, media_type=MEDIA_TYPE)


def answer_errors_with_problems(app: FastAPI) -> None:
    """Install the handlers; unknown exceptions are caught further out, by the request log."""

    @app.exception_handler(AfterviewError)
    async def on_own_error(request: Request, error: AfterviewError) -> Response:
        return problem_of(error, request)

    @app.exception_handler(RequestValidationError)
    async def on_validation_error(request: Request, error: RequestValidationError) -> Response:
        complaints = error.errors()
        if any(complaint["loc"][0] == "path" for complaint in complaints):
            return problem_of(errors.NotFound("There is no record with this id."), request)
        return problem_of(Invalid(*field_errors(complaints, skip=1)), request)

    @app.exception_handler(HTTPException)
    async def on_http_error(request: Request, error: HTTPException) -> Response:
        if error.status_code == 405:
            return problem_of_status(405, request, {"Allow": ", ".join(allowed_methods(request))})
        return problem_of_status(error.status_code, request, error.headers)


def allowed_methods(request: Request) -> list[str]:
    """Every method that the path of a request takes, in alphabetical order."""
    routes: Sequence[BaseRoute] = request.app.routes
    methods: set[str] = set()
    for route in routes:
        if route.matches(request.scope)[0] is not Match.NONE:
            methods |= getattr(route, "methods", None) or set()
    return sorted(methods | {"HEAD"} if "GET" in methods else methods)
