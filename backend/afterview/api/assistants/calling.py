"""Calls the API in the name of whoever speaks through an assistant: the same rights, errors and log lines."""

from typing import Any, cast
from uuid import UUID

import httpx
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError
from pydantic import JsonValue
from starlette.requests import Request
from starlette.types import ASGIApp

Document = dict[str, JsonValue]
Ctx = Context[Any, Any]


class Api:
    """The API, called in the same process."""

    def __init__(self, app: ASGIApp) -> None:
        self._transport = httpx.ASGITransport(app)

    async def call(
        self,
        ctx: Ctx,
        method: str,
        path: str,
        *,
        query: dict[str, str | None] | None = None,
        body: Document | None = None,
        text: tuple[str, str] | None = None,
    ) -> Document:
        """The answer's document; a refusal is a `ToolError` in the API's own words.

        `body` goes as JSON, `text` is a content type and a text; parameters that are null are left out.
        """
        asked = cast(Request, ctx.request_context.request)
        headers = {"Authorization": asked.headers["authorization"]}
        if text is not None:
            headers["Content-Type"] = text[0]
        said = {name: value for name, value in (query or {}).items() if value is not None}
        async with httpx.AsyncClient(transport=self._transport, base_url="http://afterview/api/v1") as client:
            response = await client.request(
                method, path, params=said, headers=headers, json=body, content=text[1].encode() if text else None
            )
        document = response.json() if response.content else {}
        if response.is_error:
            raise ToolError(_refusal(document))
        answer: Document = document
        return answer


def _refusal(problem: dict[str, Any]) -> str:
    """A problem document in sentences."""
    wrong = [f"{error['pointer']}: {error['detail']}" for error in problem.get("errors", [])]
    return " ".join([str(problem.get("detail", "This did not work.")), *wrong])


def without_nulls(**said: JsonValue) -> Document:
    """What was said, for a body in which what is left out has its default."""
    return {name: value for name, value in said.items() if value is not None}


def checked_id(value: str) -> str:
    """An id as it stands in a path; anything else is a `ToolError`."""
    try:
        return str(UUID(value))
    except ValueError:
        raise ToolError("Name an id as find_applications or application_facts gives it.") from None
