"""`/mcp` as an assistant uses it: with the protocol's own client and an API key."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import httpx2
import pytest
from fastapi import FastAPI
from mcp import Client
from mcp.client.streamable_http import streamable_http_client
from starlette.testclient import TestClient

from tests.api.resources import (
    APPLICATIONS,
    INTERVIEWS,
    UNKNOWN,
    V1,
    Resource,
    a_contact,
    an_application,
    an_interview,
    items,
    made,
)
from tests.conftest import SignUp
from tests.connectors.calendar_texts import invitation

ResultT = TypeVar("ResultT")
MCP = "http://testserver/mcp"


def key_of(client: TestClient, *scopes: str) -> str:
    """A new API key of that user's."""
    key = made(client.post(f"{V1}/api-keys", json={"name": "assistant", "scopes": list(scopes) or ["read", "write"]}))
    return str(key["secret"])


def converse(app: FastAPI, key: str, talk: Callable[[Client], Awaitable[ResultT]]) -> ResultT:
    """What comes of a talk between an assistant and the application."""

    async def connected() -> ResultT:
        headers = {"Authorization": f"Bearer {key}"}
        async with (
            httpx2.AsyncClient(transport=httpx2.ASGITransport(app), headers=headers) as http,
            Client(streamable_http_client(MCP, http_client=http)) as client,
        ):
            return await talk(client)

    return asyncio.run(connected())


def use(app: FastAPI, key: str, tool: str, **arguments: object) -> Any:  # noqa: ANN401  (a JSON document)
    """What a tool gives."""
    result = converse(app, key, lambda client: client.call_tool(tool, arguments))
    assert not result.is_error, result.content
    return result.structured_content


def refusal(app: FastAPI, key: str, tool: str, **arguments: object) -> str:
    """What a tool says when it refuses."""
    result = converse(app, key, lambda client: client.call_tool(tool, arguments))
    assert result.is_error
    return str(result.content[0])


@pytest.fixture
def acme(signed_in: TestClient) -> Resource:
    """An application to Acme where Dana held the interview on Friday, and has not been thanked."""
    application = an_application(signed_in)
    dana = a_contact(signed_in, application, email="dana@acme.example")
    an_interview(signed_in, application, interviewer_ids=[dana["id"]])
    return application | {"dana": dana["id"]}


def test_every_tool_tells_an_assistant_how_to_use_it(app: FastAPI, signed_in: TestClient) -> None:
    listed = converse(app, key_of(signed_in), lambda client: client.list_tools())
    assert {tool.name: len(tool.description or "") > 100 for tool in listed.tools} == dict.fromkeys(
        [
            "agenda", "find_applications", "application_facts", "next_action", "plan", "draft_message", "check_message",
            "log_touch", "import_invitation",
        ],
        True,
    )  # fmt: skip


def test_the_next_action_is_what_the_api_says(app: FastAPI, signed_in: TestClient, acme: Resource) -> None:
    said = use(app, key_of(signed_in), "next_action", application_id=acme["id"])
    assert said == signed_in.get(f"{APPLICATIONS}/{acme['id']}/next-action").json()
    assert said["action"]["kind"] == "thank_you_email"


def test_an_application_is_found_and_its_facts_and_plan_read(
    app: FastAPI, signed_in: TestClient, acme: Resource
) -> None:
    key = key_of(signed_in)
    found = use(app, key, "find_applications", words="acme")["items"][0]["id"]
    assert use(app, key, "application_facts", application_id=found)["contacts"][0]["name"] == "Dana Reyes"
    assert use(app, key, "plan", application_id=found)["steps"][0]["action"]["kind"] == "thank_you_email"
    assert use(app, key, "agenda")["items"][0]["application"]["id"] == acme["id"]


@pytest.mark.parametrize(("language", "greeting"), [("en", "Dear Dana"), ("de", "Guten Tag Dana")])
def test_a_draft_is_written_from_the_facts(
    app: FastAPI, signed_in: TestClient, acme: Resource, language: str, greeting: str
) -> None:
    asked = {"application_id": acme["id"], "contact_id": acme["dana"], "kind": "thank_you_email"}
    draft = use(app, key_of(signed_in, "read"), "draft_message", language=language, **asked)
    assert draft["body"].startswith(greeting)
    assert draft["to"]["address"] == "dana@acme.example"


def test_a_text_is_looked_through_before_it_goes_out(app: FastAPI, signed_in: TestClient, acme: Resource) -> None:
    key = key_of(signed_in, "read")
    asked = {"application_id": acme["id"], "contact_id": acme["dana"], "kind": "thank_you_email"}
    draft = use(app, key, "draft_message", **asked)["body"]
    assert use(app, key, "check_message", body=draft, **asked)["verdict"] == "ok"
    found = use(app, key, "check_message", body=draft, others=[draft], **asked)
    assert {one["rule"] for one in found["findings"]} == {"same_as_other"}
    assert use(app, key, "check_message", body="Dear [Name], thanks.", **asked)["verdict"] == "do_not_send"


def test_a_call_to_a_machine_need_not_ask_for_a_moment(app: FastAPI, signed_in: TestClient, acme: Resource) -> None:
    script = "Hello Dana, this is Robin. Thank you for Friday. Could you tell me when you expect to decide?"
    asked = {"application_id": acme["id"], "kind": "follow_up_call", "body": script}

    def rules(**more: object) -> set[str]:
        said = use(app, key_of(signed_in, "read"), "check_message", **asked, **more)
        return {finding["rule"] for finding in said["findings"]}

    assert "no_time_check" in rules()
    assert "no_time_check" not in rules(voicemail=True)


def test_what_rode_along_is_logged_too(app: FastAPI, signed_in: TestClient, acme: Resource) -> None:
    asked = {"application_id": acme["id"], "kind": "thank_you_email", "contact_id": acme["dana"]}
    touch = use(app, key_of(signed_in), "log_touch", carries=["additional_information_email"], **asked)
    assert touch["carries"] == ["additional_information_email"]


def test_what_happened_is_logged_and_changes_the_advice(app: FastAPI, signed_in: TestClient, acme: Resource) -> None:
    key = key_of(signed_in)
    touch = use(app, key, "log_touch", application_id=acme["id"], kind="thank_you_email", contact_id=acme["dana"])
    assert items(signed_in, f"{APPLICATIONS}/{acme['id']}/touches")[0]["id"] == touch["id"]
    assert use(app, key, "next_action", application_id=acme["id"])["action"]["kind"] == "wait"


def test_an_invitation_is_filed_only_when_that_is_said(app: FastAPI, signed_in: TestClient) -> None:
    key, text = key_of(signed_in), invitation("google-request").decode()
    assert use(app, key, "import_invitation", calendar_file=text)["created"] == 1
    assert items(signed_in, INTERVIEWS) == []
    use(app, key, "import_invitation", calendar_file=text, file_it=True)
    assert len(items(signed_in, INTERVIEWS)) == 1


def test_a_refusal_is_told_in_the_apis_words(app: FastAPI, signed_in: TestClient, acme: Resource) -> None:
    key = key_of(signed_in)
    assert "no application with this id" in refusal(app, key, "next_action", application_id=UNKNOWN)
    assert "find_applications" in refusal(app, key, "next_action", application_id="../me")
    said = refusal(app, key, "log_touch", application_id=acme["id"], kind="answer", contact_id=UNKNOWN)
    assert "/contact_id" in said


def test_a_key_that_may_only_read_stores_nothing(app: FastAPI, signed_in: TestClient, acme: Resource) -> None:
    key = key_of(signed_in, "read")
    assert "no write scope" in refusal(app, key, "log_touch", application_id=acme["id"], kind="thank_you_email")
    assert use(app, key, "next_action", application_id=acme["id"])["action"]["kind"] == "thank_you_email"


def test_nobody_sees_what_is_somebody_elses(
    app: FastAPI, signed_in: TestClient, acme: Resource, sign_up: SignUp
) -> None:
    key = key_of(sign_up("sam@example.com"))
    assert use(app, key, "agenda")["items"] == []
    assert "no application with this id" in refusal(app, key, "application_facts", application_id=acme["id"])


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_without_a_token_it_is_a_401(client: TestClient, method: str) -> None:
    response = client.request(method, "/mcp")
    assert (response.status_code, response.headers["content-type"]) == (401, "application/problem+json")
