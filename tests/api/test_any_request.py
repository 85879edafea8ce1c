"""Whatever is sent, the answer is one that the contract promises, and never a 5xx."""

import json
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

CONTRACT = json.loads((Path(__file__).parents[2] / "openapi" / "afterview.v1.json").read_text())
OPERATIONS = sorted(
    (operation["operationId"], method.upper(), path)
    for path, methods in CONTRACT["paths"].items()
    for method, operation in methods.items()
)
schemathesis.serializer.alias("message/rfc822", "text/plain")
PROMISES = (content_type_conformance, response_schema_conformance, status_code_conformance)


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """What both databases do alike is tested elsewhere."""
    return sqlite_url


@pytest.mark.parametrize(("name", "method", "path"), OPERATIONS, ids=[name for name, _, _ in OPERATIONS])
def test_any_request_gets_an_answer_that_the_contract_promises(
    name: str, method: str, path: str, app: FastAPI, signed_in: TestClient
) -> None:
    operation = schemathesis.openapi.from_asgi("/openapi.json", app)[path][method]
    authorization = {"Authorization": signed_in.headers["Authorization"]}

    @settings(max_examples=15, suppress_health_check=list(HealthCheck))
    @given(case=st.one_of(operation.as_strategy(), negative(operation)))
    def send(case: Any) -> None:  # noqa: ANN401  (schemathesis does not say)
        answer = case.call(headers=authorization)
        assert answer.status_code < 500
        case.validate_response(answer, checks=PROMISES)

    send()


def negative(operation: Any) -> Any:  # noqa: ANN401
    """Requests that break the contract somewhere."""
    return operation.as_strategy(generation_mode=schemathesis.GenerationMode.NEGATIVE)
