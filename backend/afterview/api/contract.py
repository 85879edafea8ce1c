"""The OpenAPI document: FastAPI's, with every error as a problem document and readable schema names."""

import json
import re
from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from afterview import __version__
from afterview.api.problems import FRAMEWORK, MEDIA_TYPE, ROWS
from afterview.api.routing import MERGE_PATCH
from afterview.api.schemas.problem import Problem

Document = dict[str, Any]

DESCRIPTION: Final = """The next right step after a job interview, by when, and why.

Times are RFC 3339 with an offset in requests and UTC in answers. Every error is a problem document (RFC 9457).
Lists are paged by an opaque cursor. Single resources carry an `ETag`; `If-Match` guards a change. A `PATCH` is a JSON
merge patch. Every `POST` that creates takes an `Idempotency-Key`."""

_TITLES: Final = {row.status: error.title for error, row in ROWS.items()} | {
    status: title for status, (_, title, _) in FRAMEWORK.items()
}
_RENAMED: Final = (
    (re.compile(r"\bMergePatch_(\w+?)(?:Write)?_(?=\")"), r"\1Patch"),
    (re.compile(r"\bPage_(\w+?)(?:Out)?_(?=\")"), r"\1Page"),
    (re.compile(r"\bBody_(\w+)(?=\")"), r"\1_form"),
)
"""How FastAPI names generic schemas and forms, and how we do."""
_REFERENCE: Final = re.compile(r'"#/components/schemas/(\w+)"')


def describe(app: FastAPI) -> Document:
    """The document, worked out once per application."""
    if app.openapi_schema is None:
        document = get_openapi(
            title="Afterview",
            version=__version__,
            description=DESCRIPTION,
            routes=app.routes,
            separate_input_output_schemas=False,
        )
        app.openapi_schema = _finish(document)
    return app.openapi_schema


def _finish(document: Document) -> Document:
    text = json.dumps(document)
    for pattern, name in _RENAMED:
        text = pattern.sub(name, text)
    finished: Document = json.loads(text)
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    finished["components"]["schemas"] |= problem.pop("$defs") | {"Problem": problem}
    for path, operations in finished["paths"].items():
        for method, operation in operations.items():
            operation["summary"] = operation["description"].split("\n")[0].rstrip(".")
            for parameter in operation.get("parameters", ()):
                parameter["schema"] = _without_null(parameter["schema"])
            _add_problems(path, method, operation)
            if method == "patch":
                _add_merge_patch(operation)
    finished["components"]["schemas"] = _in_use(finished)
    return finished


def _without_null(schema: Document) -> Document:
    """A parameter is there or not; null is how the code says that it is not."""
    choices = [choice for choice in schema.get("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) != 1:
        return schema
    rest = {name: value for name, value in schema.items() if name != "anyOf"}
    return {**rest, **choices[0]}


def _in_use(document: Document) -> Document:
    """The schemas that something refers to, in alphabetical order."""
    schemas: Document = document["components"]["schemas"]
    wanted, waiting = set(), set(_REFERENCE.findall(json.dumps(document["paths"])))
    while waiting:
        wanted |= waiting
        waiting = {name for one in waiting for name in _REFERENCE.findall(json.dumps(schemas[one]))} - wanted
    return {name: schemas[name] for name in sorted(wanted)}


def _add_problems(path: str, method: str, operation: Document) -> None:
    has_body = "requestBody" in operation
    parameters = {parameter["name"]: parameter for parameter in operation.get("parameters", [])}
    applies = {
        400: has_body,
        401: "security" in operation or path.endswith(("/auth/token", "/auth/refresh")) or "/hooks/" in path,
        403: ("security" in operation and method != "get") or path.endswith("/auth/register"),
        404: "{" in path,
        409: "Idempotency-Key" in parameters,
        412: "If-Match" in parameters,
        413: has_body,
        415: has_body,
        422: has_body or any(parameter["in"] == "query" for parameter in parameters.values()),
        429: "/auth/" in path or "/hooks/" in path or "/calendar/" in path or path.startswith("/unsubscribe/"),
        503: path == "/readyz" or "/hooks/" in path,
    }
    responses = {status: answer for status, answer in operation["responses"].items() if status != "422"}
    for status in (status for status, does in applies.items() if does):
        responses[str(status)] = _problem(_TITLES[status])
    if "If-None-Match" in parameters:
        responses["304"] = {"description": "Not changed"}
    operation["responses"] = dict(sorted(responses.items())) | {"default": _problem("Any other error")}


def _problem(description: str) -> Document:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": description, "content": {MEDIA_TYPE: {"schema": schema}}}


def _add_merge_patch(operation: Document) -> None:
    content = operation["requestBody"]["content"]
    content[MERGE_PATCH] = content["application/json"]
