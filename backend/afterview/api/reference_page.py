"""The reference at `/docs`: the OpenAPI document as one readable page, without a script or a foreign server."""

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, Final

Document = Mapping[str, Any]

_HEAD: Final = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Afterview API</title>
<link rel="stylesheet" href="/docs.css">
</head>
<body>
"""


def write_reference(contract: Document) -> str:
    """The page for a contract."""
    return "\n".join(_page(contract))


def _page(contract: Document) -> Iterator[str]:
    operations = list(_operations(contract))
    yield _HEAD
    yield f"<header><h1>{escape(contract['info']['title'])} API</h1>"
    yield from (f"<p>{_prose(text)}</p>" for text in contract["info"]["description"].split("\n\n"))
    yield '<p>For programs: <a href="/openapi.json">the OpenAPI document</a>.</p></header><main>'
    yield "<nav><ul>"
    for path, method, operation in operations:
        yield f'<li><a href="#{operation["operationId"]}">{_method(method)}{escape(_short(path))}</a></li>'
    yield "</ul></nav>"
    tag = None
    for path, method, operation in operations:
        if operation["tags"] != tag:
            tag = operation["tags"]
            yield f"<h2>{escape(', '.join(tag))}</h2>"
        yield from _article(path, method, operation)
    yield "<h2>Shapes</h2>"
    for name, schema in contract["components"]["schemas"].items():
        yield from _shape(name, schema)
    yield "</main></body></html>"


def _operations(contract: Document) -> Iterator[tuple[str, str, Document]]:
    for path, methods in contract["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def _article(path: str, method: str, operation: Document) -> Iterator[str]:
    yield f'<article id="{operation["operationId"]}">'
    yield f"<h3>{_method(method)}<code>{escape(path)}</code></h3>"
    yield f"<p>{_prose(operation['description'])}</p>"
    if parameters := operation.get("parameters"):
        rows = [
            (f"<code>{escape(one['name'])}</code>", _type(one["schema"]), _prose(one.get("description", "")))
            for one in parameters
        ]
        yield from _table("Parameters", rows)
    if body := operation.get("requestBody"):
        rows = [(f"<code>{kind}</code>", _type(what["schema"]), "") for kind, what in body["content"].items()]
        yield from _table("Body", rows)
    answers = operation["responses"]
    yield from _table("Answers", [_answer(status, answers[status]) for status in answers if status < "4"])
    problems = [(status, answer["description"]) for status, answer in answers.items() if "4" <= status < "6"]
    listed = ", ".join(f'<code title="{escape(meaning)}">{status}</code>' for status, meaning in problems)
    if listed:
        yield f"<p>Problems: {listed}, each a {_type({'$ref': '#/Problem'})}.</p>"
    yield "</article>"


def _answer(status: str, answer: Document) -> tuple[str, str, str]:
    kinds = [_type(what["schema"]) for what in answer.get("content", {}).values() if what.get("schema")]
    meaning = str(answer["description"]).replace("Successful Response", "Done")
    return f"<code>{escape(status)}</code>", " or ".join(kinds), escape(meaning)


def _shape(name: str, schema: Document) -> Iterator[str]:
    yield f'<article id="{escape(name)}"><h3>{escape(name)}</h3>'
    if description := schema.get("description"):
        yield f"<p>{_prose(description)}</p>"
    required = schema.get("required", ())
    rows = [
        (
            f"<code>{escape(field)}</code>",
            _type(what) + (" (required)" if field in required else ""),
            _prose(what.get("description", "")),
        )
        for field, what in schema.get("properties", {}).items()
    ]
    yield from _table("", rows) if rows else (f"<p>{_type(schema)}</p>",)
    yield "</article>"


def _table(heading: str, rows: list[tuple[str, str, str]]) -> Iterator[str]:
    if heading:
        yield f"<h4>{heading}</h4>"
    yield '<div class="wide"><table>'
    yield from (f"<tr><th scope=row>{name}</th><td>{kind}</td><td>{text}</td></tr>" for name, kind, text in rows)
    yield "</table></div>"


def _type(schema: Document) -> str:
    """A type in a few words, with links to the shapes it is made of."""
    if "$ref" in schema:
        name = escape(str(schema["$ref"]).rpartition("/")[2])
        return f'<a href="#{name}">{name}</a>'
    for several in ("anyOf", "oneOf", "allOf"):
        if several in schema:
            return " or ".join(dict.fromkeys(_type(one) for one in schema[several]))
    if "enum" in schema:
        return ", ".join(f"<code>{escape(str(value))}</code>" for value in schema["enum"])
    if "const" in schema:
        return f"<code>{escape(str(schema['const']))}</code>"
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    return escape(schema.get("format") or schema.get("type") or "any JSON")


def _short(path: str) -> str:
    return path.removeprefix("/api/v1")


def _prose(text: str) -> str:
    return re.sub("`([^`]+)`", r"<code>\1</code>", escape(text))


def _method(method: str) -> str:
    return f'<span class="method {method}">{method.upper()}</span>'
