"""What belongs to somebody else is not found, by any method, and stays as it is."""

from typing import NamedTuple

import pytest
from starlette.testclient import TestClient

from tests.api.resources import (
    Resource,
    a_contact,
    a_deferral,
    a_template,
    a_touch,
    an_application,
    an_interview,
    codes,
    interview_body,
    items,
)
from tests.conftest import SignUp

V1 = "/api/v1"
CALLS: dict[tuple[str, str], Resource | None] = {
    ("GET", "/applications/{application_id}"): None,
    ("PATCH", "/applications/{application_id}"): {"notes": "mine now"},
    ("DELETE", "/applications/{application_id}"): None,
    ("GET", "/applications/{application_id}/next-action"): None,
    ("GET", "/applications/{application_id}/plan"): None,
    ("GET", "/applications/{application_id}/facts"): None,
    ("GET", "/applications/{application_id}/contacts"): None,
    ("POST", "/applications/{application_id}/contacts"): {"name": "Sam"},
    ("GET", "/contacts/{contact_id}"): None,
    ("PATCH", "/contacts/{contact_id}"): {"name": "Sam"},
    ("DELETE", "/contacts/{contact_id}"): None,
    ("GET", "/interviews/{interview_id}"): None,
    ("GET", "/interviews/{interview_id}/next-action"): None,
    ("GET", "/interviews/{interview_id}/plan"): None,
    ("PATCH", "/interviews/{interview_id}"): {"notes": "mine now"},
    ("DELETE", "/interviews/{interview_id}"): None,
    ("GET", "/applications/{application_id}/touches"): None,
    ("POST", "/applications/{application_id}/touches"): {"kind": "answer"},
    ("DELETE", "/touches/{touch_id}"): None,
    ("GET", "/applications/{application_id}/deferrals"): None,
    ("POST", "/applications/{application_id}/deferrals"): {"kind": "answer"},
    ("DELETE", "/deferrals/{deferral_id}"): None,
    ("GET", "/templates/{template_id}"): None,
    ("PATCH", "/templates/{template_id}"): {"name": "mine now"},
    ("DELETE", "/templates/{template_id}"): None,
    ("POST", "/templates/{template_id}/render"): {"application_id": "{application_id}"},
}
"""Every call with an id in its path, and a body that its owner could send."""


class Somebody(NamedTuple):
    """A user, and the ids of one thing of each kind that is theirs."""

    client: TestClient
    ids: dict[str, str]

    def body_of(self, method: str, path: str) -> Resource | None:
        """What they would send, about what is theirs."""
        body = CALLS[method, path]
        return body and {name: value.format(**self.ids) for name, value in body.items()}

    def everything(self) -> list[Resource]:
        """All that they have, as they see it."""
        lists = ["applications", "interviews", "templates"]
        lists += [f"applications/{self.ids['application_id']}/{part}" for part in ("contacts", "touches", "deferrals")]
        return [one for address in lists for one in items(self.client, f"{V1}/{address}")]


@pytest.fixture
def owner(sign_up: SignUp) -> Somebody:
    """Somebody with one thing of each kind."""
    client = sign_up("owner@example.com")
    application = an_application(client)
    contact, interview = a_contact(client, application), an_interview(client, application)
    touch, deferral, template = a_touch(client, application), a_deferral(client, application), a_template(client)
    found = {
        "application_id": application,
        "contact_id": contact,
        "interview_id": interview,
        "touch_id": touch,
        "deferral_id": deferral,
        "template_id": template,
    }
    return Somebody(client, {name: one["id"] for name, one in found.items()})


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_somebody_elses_is_not_found(method: str, path: str, owner: Somebody, sign_up: SignUp) -> None:
    before = owner.everything()
    stranger = sign_up("stranger@example.com")
    answer = stranger.request(method, V1 + path.format(**owner.ids), json=owner.body_of(method, path))
    assert answer.status_code == 404
    assert owner.everything() == before


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_the_owner_may_make_every_one_of_these_calls(method: str, path: str, owner: Somebody) -> None:
    assert owner.client.request(method, V1 + path.format(**owner.ids), json=owner.body_of(method, path)).is_success


def test_no_list_shows_what_is_somebody_elses(owner: Somebody, sign_up: SignUp) -> None:
    stranger = sign_up("stranger@example.com")
    assert items(stranger, f"{V1}/applications") == []
    assert items(stranger, f"{V1}/interviews") == []
    assert items(stranger, f"{V1}/agenda") == []
    assert items(stranger, f"{V1}/interviews?application_id={owner.ids['application_id']}") == []


def test_somebody_elses_ids_in_a_body_are_unknown(owner: Somebody, sign_up: SignUp) -> None:
    stranger = sign_up("stranger@example.com")
    answer = stranger.post(f"{V1}/interviews", json=interview_body(application_id=owner.ids["application_id"]))
    assert codes(answer) == {"/application_id": "unknown_id"}
    own = an_application(stranger)
    said = {"kind": "answer", "contact_id": owner.ids["contact_id"], "interview_id": owner.ids["interview_id"]}
    answer = stranger.post(f"{V1}/applications/{own['id']}/touches", json=said)
    assert codes(answer) == {"/contact_id": "unknown_id", "/interview_id": "unknown_id"}
    body = interview_body(
        application_id=own["id"], interviewer_ids=[owner.ids["contact_id"]], reply_promised_by=owner.ids["contact_id"]
    )
    answer = stranger.post(f"{V1}/interviews", json=body)
    assert codes(answer) == {"/interviewer_ids/0": "unknown_id", "/reply_promised_by": "unknown_id"}


def test_every_call_with_one_of_these_ids_is_looked_at_here(client: TestClient) -> None:
    ids = ("application_id", "contact_id", "interview_id", "touch_id", "deferral_id", "template_id")
    resources = {
        (method.upper(), path.removeprefix(V1))
        for path, operations in client.get("/openapi.json").json()["paths"].items()
        if any(f"{{{name}}}" in path for name in ids)
        for method in operations
    }
    assert resources == set(CALLS)
