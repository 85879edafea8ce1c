"""The OpenAPI document says what the code does."""

from typing import Any

import pytest
from starlette.testclient import TestClient

Contract = dict[str, Any]


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """No test here is about storing."""
    return sqlite_url


@pytest.fixture
def contract(client: TestClient) -> Contract:
    """The document."""
    document: Contract = client.get("/openapi.json").json()
    return document


def operations(contract: Contract) -> list[tuple[str, str, Contract]]:
    """Every path, method and operation."""
    return [(path, method, what) for path, methods in contract["paths"].items() for method, what in methods.items()]


def test_every_operation_has_a_short_name_of_its_own(contract: Contract) -> None:
    names = [what["operationId"] for _, _, what in operations(contract)]
    assert len(names) == len(set(names))
    assert all("api_v1" not in name for name in names)


def test_every_operation_says_what_it_does(contract: Contract) -> None:
    assert [path for path, _, what in operations(contract) if not what.get("description")] == []


def test_every_error_is_described_as_a_problem(contract: Contract) -> None:
    for path, method, what in operations(contract):
        for status, answer in what["responses"].items():
            if status >= "4":
                assert list(answer["content"]) == ["application/problem+json"], (path, method, status)
        assert "default" in what["responses"]


def test_every_call_but_the_doors_needs_a_token(contract: Contract) -> None:
    open_calls = {path for path, _, what in operations(contract) if "security" not in what}
    assert {path for path in open_calls if "/auth/" not in path} == {
        "/healthz",
        "/readyz",
        "/api/v1/hooks/{integration_id}",
        "/api/v1/calendar/{token}.ics",
        "/unsubscribe/{token}",
    }


def test_every_change_of_a_single_resource_takes_if_match(contract: Contract) -> None:
    changes = [what for _, method, what in operations(contract) if method in {"patch", "delete"}]
    assert changes
    for what in changes:
        assert "If-Match" in {parameter["name"] for parameter in what["parameters"]}, what["operationId"]


def test_every_creation_takes_an_idempotency_key(contract: Contract) -> None:
    creations = [what for _, method, what in operations(contract) if method == "post" and "201" in what["responses"]]
    assert creations
    for what in creations:
        assert "Idempotency-Key" in {parameter["name"] for parameter in what["parameters"]}, what["operationId"]


def test_every_patch_is_a_merge_patch_in_which_nothing_is_required(contract: Contract) -> None:
    for _, method, what in operations(contract):
        if method == "patch":
            content = what["requestBody"]["content"]
            assert set(content) == {"application/json", "application/merge-patch+json"}
            name = content["application/json"]["schema"]["$ref"].rpartition("/")[2]
            assert "required" not in contract["components"]["schemas"][name]


def test_every_reference_leads_somewhere(contract: Contract) -> None:
    names = set(contract["components"]["schemas"])

    def references(node: object) -> set[str]:
        if isinstance(node, dict):
            own = {str(node["$ref"]).rpartition("/")[2]} if "$ref" in node else set()
            return own.union(*(references(child) for child in node.values()))
        return set().union(*(references(child) for child in node)) if isinstance(node, list) else set()

    assert references(contract) == names
