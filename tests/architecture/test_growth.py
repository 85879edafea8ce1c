"""The comparer of contracts names what would break a client, and lets everything else grow."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from tests.architecture.growth import breaks

Change = Callable[[dict[str, Any]], object]

CONTRACT: dict[str, Any] = {
    "paths": {
        "/notes": {
            "get": {
                "parameters": [{"in": "query", "name": "limit", "schema": {"type": "integer", "maximum": 200}}],
                "responses": {
                    "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Notes"}}}}
                },
            },
            "post": {
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewNote"}}},
                },
                "responses": {
                    "201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Note"}}}}
                },
            },
        }
    },
    "components": {
        "schemas": {
            "Notes": {
                "type": "object",
                "properties": {"items": {"type": "array", "items": {"$ref": "#/components/schemas/Note"}}},
                "required": ["items"],
            },
            "Note": {
                "type": "object",
                "properties": {
                    "text": {"type": "string"},
                    "kind": {"enum": ["plain", "secret"], "type": "string"},
                    "answers": {"type": "array", "items": {"$ref": "#/components/schemas/Note"}},
                },
                "required": ["text", "kind"],
            },
            "NewNote": {
                "type": "object",
                "properties": {
                    "text": {"type": "string", "maxLength": 100},
                    "kind": {"anyOf": [{"enum": ["plain", "secret"], "type": "string"}, {"type": "null"}]},
                },
                "required": ["text"],
            },
        }
    },
}


def changed(change: Change) -> dict[str, Any]:
    """The contract after a change."""
    contract = deepcopy(CONTRACT)
    change(contract)
    return contract


def schema(contract: dict[str, Any], name: str) -> Any:  # noqa: ANN401  (JSON)
    """One schema of a contract."""
    return contract["components"]["schemas"][name]


def call(contract: dict[str, Any], method: str) -> Any:  # noqa: ANN401  (JSON)
    """One operation of a contract."""
    return contract["paths"]["/notes"][method]


BREAKS: dict[str, Change] = {
    "GET /notes: is gone": lambda c: c["paths"].pop("/notes"),
    "POST /notes: is gone": lambda c: c["paths"]["/notes"].pop("post"),
    "GET /notes: the query parameter limit is gone": lambda c: call(c, "get").pop("parameters"),
    "GET /notes: the query parameter limit must now be sent": lambda c: call(c, "get")["parameters"][0].update(
        required=True
    ),
    "GET /notes: the query parameter cursor must now be sent": lambda c: call(c, "get")["parameters"].append(
        {"in": "query", "name": "cursor", "required": True}
    ),
    "GET /notes: the query parameter limit has a lower maximum": lambda c: call(c, "get")["parameters"][0][
        "schema"
    ].update(maximum=100),
    "GET /notes: the answer 200 is gone": lambda c: call(c, "get")["responses"].pop("200"),
    "GET /notes: the answer 200 as application/json is gone": lambda c: call(c, "get")["responses"]["200"][
        "content"
    ].clear(),
    "GET /notes: the answer 200: items: each item: text is gone": lambda c: schema(c, "Note")["properties"].pop("text"),
    "POST /notes: the answer 201: text may now be left out": lambda c: schema(c, "Note")["required"].remove("text"),
    "POST /notes: the answer 201: text may now be null": lambda c: schema(c, "Note")["properties"]["text"].update(
        type=["string", "null"]
    ),
    "POST /notes: the answer 201: text is no longer string": lambda c: schema(c, "Note")["properties"]["text"].update(
        type="integer"
    ),
    "POST /notes: the answer 201: kind no longer knows 'secret'": lambda c: schema(c, "Note")["properties"]["kind"][
        "enum"
    ].remove("secret"),
    "POST /notes: the body: kind is gone": lambda c: schema(c, "NewNote")["properties"].pop("kind"),
    "POST /notes: the body: title must now be sent": lambda c: schema(c, "NewNote")["required"].append("title"),
    "POST /notes: the body: text has a lower maxLength": lambda c: schema(c, "NewNote")["properties"]["text"].update(
        maxLength=50
    ),
    "POST /notes: the body: kind is no longer null": lambda c: schema(c, "NewNote")["properties"]["kind"][
        "anyOf"
    ].pop(),
    "POST /notes: the body: kind no longer knows 'plain'": lambda c: schema(c, "NewNote")["properties"]["kind"][
        "anyOf"
    ][0]["enum"].remove("plain"),
}

GROWTH: dict[str, Change] = {
    "a new path": lambda c: c["paths"].update({"/tags": c["paths"]["/notes"]}),
    "a new method": lambda c: c["paths"]["/notes"].update(delete={"responses": {"204": {}}}),
    "a new optional parameter": lambda c: call(c, "get")["parameters"].append({"in": "query", "name": "q"}),
    "a higher bound": lambda c: call(c, "get")["parameters"][0]["schema"].update(maximum=500),
    "a new answer": lambda c: call(c, "post")["responses"].update({"409": {}}),
    "a field more to read": lambda c: schema(c, "Note")["properties"].update(colour={"type": "string"}),
    "a field more to send, if one likes": lambda c: schema(c, "NewNote")["properties"].update(tag={"type": "string"}),
    "a field that need not be sent any more": lambda c: schema(c, "NewNote")["required"].clear(),
    "a value more": lambda c: schema(c, "Note")["properties"]["kind"]["enum"].append("shared"),
    "a schema under another name": lambda c: (
        c["components"]["schemas"].update(NewNotes=schema(c, "NewNote")),
        call(c, "post")["requestBody"]["content"]["application/json"].update(
            schema={"$ref": "#/components/schemas/NewNotes"}
        ),
    ),
}


@pytest.mark.parametrize("sentence", BREAKS)
def test_a_break_is_named(sentence: str) -> None:
    assert sentence in breaks(CONTRACT, changed(BREAKS[sentence]))


@pytest.mark.parametrize("change", GROWTH)
def test_growth_is_welcome(change: str) -> None:
    assert breaks(CONTRACT, changed(GROWTH[change])) == []


def test_a_contract_does_not_break_itself() -> None:
    assert breaks(CONTRACT, CONTRACT) == []
