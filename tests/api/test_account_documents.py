"""The whole account as one document, out and in."""

import json
from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from starlette.testclient import TestClient

from afterview.store.tables import METADATA
from tests.api.account_documents import Json, documents
from tests.api.resources import (
    APPLICATIONS,
    INTERVIEWS,
    UNKNOWN,
    V1,
    a_contact,
    a_deferral,
    a_template,
    a_touch,
    an_application,
    an_interview,
    codes,
    items,
)
from tests.conftest import MovableClock, SignUp

EXPORT, IMPORT = f"{V1}/me/export", f"{V1}/imports/afterview"
MESSAGE = (
    b"From: Dana <dana@acme.example>\r\nTo: kim@example.com\r\nSubject: Re: thank you\r\n"
    b"Message-ID: <1@acme.example>\r\nDate: Mon, 23 Nov 2026 09:00:00 +0000\r\n\r\nThank you!\r\n"
)


def export(client: TestClient) -> Json:
    """The account of this client."""
    answer = client.get(EXPORT)
    assert answer.status_code == 200
    document: Json = answer.json()
    return document


def take_in(client: TestClient, document: Json, **query: str) -> Json:
    """What became of the document."""
    answer = client.post(IMPORT, json=document, params=query)
    assert answer.status_code == 200, answer.text
    result: Json = answer.json()
    return result


def counts(result: Json, outcome: str) -> set[str]:
    """The kinds of records of which some came out so."""
    return {kind for kind, count in result.items() if isinstance(count, dict) and count[outcome]}


def without_ids(document: Json) -> Json:
    """The document with every id replaced by how many came before it, and without the address."""
    numbers: dict[str, str] = {}
    names = count()

    def number(one: str) -> str:
        return numbers.setdefault(one, f"#{next(names)}")

    def walk(value: Any, name: str = "") -> Any:  # noqa: ANN401  (JSON)
        if isinstance(value, dict):
            return {key: walk(inner, key) for key, inner in value.items() if key != "email"}
        if isinstance(value, list):
            return [walk(inner, name) for inner in value]
        is_id = name in {"id", "contact_id", "interview_id", "interviewer_ids", "reply_promised_by"}
        return number(value) if is_id and value is not None else value

    walked: Json = walk(document)
    return walked


@pytest.fixture
def full(signed_in: TestClient) -> TestClient:
    """Somebody with one of everything, and a profile that differs from all defaults."""
    profile = {"signature": "Kim", "holiday_region": "US-NY", "preferences": {"calls": False}}
    hours = {"working_hours": {"start": "08:00", "end": "16:00"}, "digest": {"enabled": True, "hour": 7}}
    assert signed_in.patch(f"{V1}/me", json=profile | hours).status_code == 200
    application = an_application(signed_in, notes="mine", preferences={"linkedin": False}, candidate={"name": "Lee"})
    dana = a_contact(signed_in, application, email="dana@acme.example", phone="+12125550123")
    interview = an_interview(
        signed_in, application, interviewer_ids=[dana["id"]], reply_promised_by=dana["id"], external_id="event-1"
    )
    a_touch(signed_in, application, contact_id=dana["id"], interview_id=interview["id"], note="sent")
    a_deferral(signed_in, application, contact_id=dana["id"], reason="away")
    a_template(signed_in, body="Dear {{ recipient.greeting }}")
    mail = signed_in.post(f"{V1}/imports/email", content=MESSAGE, headers={"Content-Type": "message/rfc822"})
    assert mail.json()["outcome"] == "logged", mail.text
    return signed_in


@pytest.fixture
def somebody_new(sign_up: SignUp) -> Callable[[], TestClient]:
    """Makes accounts that nobody has used yet."""
    numbers = count()
    return lambda: sign_up(f"somebody{next(numbers)}@example.com")


def test_an_account_comes_back_whole_after_it_was_erased(full: TestClient, sign_up: SignUp) -> None:
    before = export(full)
    full.delete(f"{V1}/me")
    again = sign_up("kim@example.com")
    take_in(again, before)
    assert export(again) == before


def test_in_another_account_everything_is_the_same_but_the_ids_that_are_taken(
    full: TestClient, sign_up: SignUp
) -> None:
    before = export(full)
    other = sign_up("other@example.com")
    take_in(other, before)
    assert without_ids(export(other)) == without_ids(before)
    assert export(full) == before
    assert {one["id"] for one in items(other, APPLICATIONS)}.isdisjoint(one["id"] for one in items(full, APPLICATIONS))


def test_the_same_document_twice_changes_nothing(full: TestClient, sign_up: SignUp, clock: MovableClock) -> None:
    document = export(full)
    other = sign_up("other@example.com")
    first = take_in(other, document)
    kinds = {"applications", "contacts", "interviews", "touches", "deferrals", "templates"}
    assert counts(first, "created") == kinds
    assert first["profile_changed"]
    before = export(other)
    clock.advance(minutes=5)
    second = take_in(other, document)
    assert counts(second, "created") == counts(second, "updated") == set()
    assert counts(second, "unchanged") == kinds
    assert not second["profile_changed"]
    assert export(other) == before


def test_ones_own_document_finds_everything_in_its_place(full: TestClient) -> None:
    before = export(full)
    assert counts(take_in(full, before), "unchanged") >= {"applications", "templates"}
    assert export(full) == before


def test_what_was_deleted_since_comes_back_under_its_id(full: TestClient) -> None:
    before = export(full)
    full.delete(f"{APPLICATIONS}/{before['applications'][0]['id']}")
    assert items(full, APPLICATIONS) == []
    take_in(full, before)
    assert export(full) == before


def test_what_was_changed_here_later_stays(full: TestClient, clock: MovableClock) -> None:
    before = export(full)
    clock.advance(minutes=5)
    address = f"{APPLICATIONS}/{before['applications'][0]['id']}"
    full.patch(address, json={"notes": "written later"})
    assert counts(take_in(full, before), "updated") == set()
    assert full.get(address).json()["notes"] == "written later"


def test_what_is_newer_in_the_document_replaces_what_is_here(full: TestClient, clock: MovableClock) -> None:
    older = export(full)
    clock.advance(minutes=5)
    interview = older["applications"][0]["interviews"][0]["id"]
    full.patch(f"{INTERVIEWS}/{interview}", json={"notes": "changed", "interviewer_ids": [], "external_id": "event-2"})
    newer = export(full)
    full.delete(f"{V1}/applications/{older['applications'][0]['id']}")
    take_in(full, older)
    assert counts(take_in(full, newer), "updated") == {"interviews"}
    assert export(full)["applications"] == newer["applications"]


LEFT_OUT = {
    "users": {"id", "password_hash", "created_at", "updated_at", "digest_at", "digested_at", "digest_refusals"},
    "applications": {
        "search_key",
        "next_review_at",
        "act_by",
        "advice_changes_at",
        "told_action",
        "mailed_action",
        "mailed_times",
    },
    "contacts": {"position"},
    "interviews": set(),
    "touches": set(),
    "deferrals": set(),
    "templates": set(),
}
"""What a document does not say: secrets, what follows from the rest, and where something stands in its list."""


@pytest.mark.parametrize("table", LEFT_OUT)
def test_every_column_is_in_the_document_or_left_out_on_purpose(table: str, full: TestClient) -> None:
    document = export(full)
    application = document["applications"][0]
    records = {"users": document["profile"], "applications": application, "templates": document["templates"][0]}
    record = records[table] if table in records else application[table][0]
    said = set(record) | {f"candidate_{name}" for name in record.get("candidate", ())}
    columns = {column.name for column in METADATA.tables[table].columns} - {"user_id", "application_id"}
    assert columns - said == LEFT_OUT[table]


def test_documents_follow_each_other(full: TestClient, sign_up: SignUp) -> None:
    whole = export(full)
    second = an_application(full, company="Second")
    part = {**export(full), "applications": export(full)["applications"][1:]}
    del part["profile"], part["templates"]
    other = sign_up("other@example.com")
    take_in(other, whole)
    assert counts(take_in(other, part), "created") == {"applications"}
    assert sorted(one["company"] for one in items(other, APPLICATIONS)) == ["Acme", "Second"]
    assert second["id"] in str(part)


def test_the_advice_is_that_of_the_original(full: TestClient, sign_up: SignUp) -> None:
    an_interview(full, an_application(full, company="Unthanked"))
    other = sign_up("other@example.com")
    take_in(other, export(full))
    mine, theirs = (client.get(f"{V1}/agenda?until=2027-01-01T00:00:00Z").json()["items"] for client in (full, other))
    headlines = [[one["recommendation"]["action"]["headline"] for one in found] for found in (mine, theirs)]
    assert headlines[0] == headlines[1] != []
    kept = [[one["next_review_at"] for one in items(client, APPLICATIONS)] for client in (full, other)]
    assert kept[0] == kept[1]


def test_a_message_that_was_logged_there_is_known_here(full: TestClient, sign_up: SignUp) -> None:
    other = sign_up("other@example.com")
    take_in(other, export(full))
    answer = other.post(f"{V1}/imports/email", content=MESSAGE, headers={"Content-Type": "message/rfc822"})
    assert answer.json()["outcome"] == "known"


def test_no_secret_and_no_address_travels(full: TestClient, sign_up: SignUp) -> None:
    key = full.post(f"{V1}/api-keys", json={"name": "k", "scopes": ["read"]}).json()
    feed = full.post(f"{V1}/calendar-feeds").json()
    text = full.get(EXPORT).text
    assert not [
        secret for secret in (key["secret"], key["prefix"], feed["prefix"], "password", "hash") if secret in text
    ]
    other = sign_up("other@example.com")
    take_in(other, export(full))
    assert other.get(f"{V1}/me").json()["email"] == "other@example.com"


def test_a_dry_run_tells_and_changes_nothing(full: TestClient, sign_up: SignUp) -> None:
    other = sign_up("other@example.com")
    before = export(other)
    assert take_in(other, export(full), dry_run="true")["applications"]["created"] == 1
    assert export(other) == before
    assert other.get(f"{V1}/me").json()["signature"] is None


def test_the_export_is_a_download_that_is_asked_for_again_only_when_it_changed(full: TestClient) -> None:
    answer = full.get(EXPORT)
    assert answer.headers["content-disposition"] == 'attachment; filename="afterview.json"'
    assert full.get(EXPORT, headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


def test_a_read_key_may_export_and_rehearse_and_not_import(full: TestClient, client: TestClient) -> None:
    key = full.post(f"{V1}/api-keys", json={"name": "k", "scopes": ["read"]}).json()["secret"]
    client.headers["Authorization"] = f"Bearer {key}"
    document = export(client)
    assert client.post(IMPORT, json=document, params={"dry_run": "true"}).status_code == 200
    assert client.post(IMPORT, json=document).status_code == 403


def test_nobody_exports_without_signing_in(client: TestClient) -> None:
    assert client.get(EXPORT).status_code == 401
    assert client.post(IMPORT, json={}).status_code == 401


EMPTY: Json = {"contacts": [], "interviews": [], "touches": [], "deferrals": []}
BAD: dict[str, tuple[Callable[[Json], object], dict[str, str]]] = {
    "no document of ours": (lambda it: it.update(format="other"), {"/format": "not_a_choice"}),
    "of a later version": (lambda it: it.update(version=2), {"/version": "not_a_choice"}),
    "an unknown field": (lambda it: it.update(extra=1), {"/extra": "unknown_field"}),
    "an unknown region": (
        lambda it: it["profile"].update(holiday_region="XX"),
        {"/profile/holiday_region": "unknown_region"},
    ),
    "an unfit parameter": (
        lambda it: it["profile"].update(policy={"quiet_days": 500}),
        {"/profile/policy/quiet_days": "unfit_parameter"},
    ),
    "an id twice": (
        lambda it: it["applications"].append({**it["applications"][0], **EMPTY}),
        {"/applications/1/id": "repeated_id"},
    ),
    "an event twice": (
        lambda it: it["applications"][0]["interviews"].append(
            {**it["applications"][0]["interviews"][0], "id": UNKNOWN}
        ),
        {"/applications/0/interviews/1/external_id": "repeated_event"},
    ),
    "an unknown interviewer": (
        lambda it: it["applications"][0]["contacts"].clear(),
        {
            "/applications/0/interviews/0/reply_promised_by": "unknown_id",
            "/applications/0/interviews/0/interviewer_ids/0": "unknown_id",
            "/applications/0/touches/0/contact_id": "unknown_id",
            "/applications/0/touches/1/contact_id": "unknown_id",
            "/applications/0/deferrals/0/contact_id": "unknown_id",
        },
    ),
    "an interview that ends before it starts": (
        lambda it: it["applications"][0]["interviews"][0].update(ends_at="2020-01-01T00:00:00Z"),
        {"/applications/0/interviews/0/ends_at": "ends_too_early"},
    ),
    "a touch in the future": (
        lambda it: it["applications"][0]["touches"][0].update(occurred_at="2027-01-01T00:00:00Z"),
        {"/applications/0/touches/0/occurred_at": "in_the_future"},
    ),
    "a thank-you that was a call": (
        lambda it: it["applications"][0]["touches"][0].update(kind="thank_you_email", reached="spoke"),
        {"/applications/0/touches/0/reached": "not_a_call"},
    ),
    "a no without its day": (
        lambda it: it["applications"][0].update(status="rejected", status_changed_at=None),
        {"/applications/0/status_changed_at": "required"},
    ),
    "a template that breaks off": (lambda it: it["templates"][0].update(body="{{"), {"/templates/0/body": "syntax"}),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_document_is_pointed_at_and_nothing_of_it_is_kept(
    what: str, full: TestClient, somebody_new: Callable[[], TestClient]
) -> None:
    spoil, pointed_at = BAD[what]
    document = export(full)
    spoil(document)
    other = somebody_new()
    before = export(other)
    found = codes(other.post(IMPORT, json=document))
    if "template" in what:
        assert list(found) == list(pointed_at)
    else:
        assert found == pointed_at
    assert export(other) == before


def test_an_event_that_is_kept_already_is_pointed_at(full: TestClient, sign_up: SignUp) -> None:
    other = sign_up("other@example.com")
    an_interview(other, an_application(other), external_id="event-1")
    before = export(other)
    answer = other.post(IMPORT, json=export(full))
    assert codes(answer) == {"/applications/0/interviews/0/external_id": "kept_already"}
    assert export(other) == before


def test_a_record_does_not_move_from_one_application_to_another(full: TestClient) -> None:
    document = export(full)
    document["applications"][0]["id"] = an_application(full, company="Other")["id"]
    found = codes(full.post(IMPORT, json=document))
    assert found["/applications/0/contacts/0/id"] == "elsewhere"


@pytest.mark.parametrize(("body", "status"), [("[]", 422), ('"text"', 422), ("{", 400), ("", 422), ("null", 422)])
def test_what_is_no_document_is_refused(signed_in: TestClient, body: str, status: int) -> None:
    answer = signed_in.post(IMPORT, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == status


def test_a_document_of_more_than_ten_mebibytes_is_too_large(signed_in: TestClient) -> None:
    body = b" " * (10 * 1024 * 1024 + 1)
    assert signed_in.post(IMPORT, content=body, headers={"Content-Type": "application/json"}).status_code == 413


def test_a_large_document_is_taken_in(signed_in: TestClient) -> None:
    record = {
        "company": "Acme",
        "role": "R",
        "created_at": "2026-01-01T00:00:00Z",
        "updated_at": "2026-01-01T00:00:00Z",
    }
    many = [record | {"id": f"01936b2e-0000-7000-8000-{n:012x}", "notes": "x" * 2_000} for n in range(3_000)]
    document = {"format": "afterview-account", "version": 1, "applications": many}
    assert take_in(signed_in, document)["applications"]["created"] == 3_000
    assert len(json.dumps(export(signed_in))) > 6_000_000


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(document=documents())
def test_any_document_comes_out_as_it_went_in(document: Json, somebody_new: Callable[[], TestClient]) -> None:
    assume(is_one_account(document))
    one, other = somebody_new(), somebody_new()
    take_in(one, document)
    first = export(one)
    assert without_ids(first) == without_ids(document)
    take_in(other, first)
    assert without_ids(export(other)) == without_ids(document)
    take_in(other, first)
    assert without_ids(export(other)) == without_ids(document)


def is_one_account(document: Json) -> bool:
    """Whether no two records of a kind share an id, nor two interviews an event, nor two touches a message."""
    applications = document["applications"]
    named = [[one["id"] for it in applications for one in it[part]] for part in EMPTY]
    talks = [one for it in applications for one in it["interviews"] if one["external_id"] is not None]
    named.append([(one["external_id"], one["recurrence_id"]) for one in talks])
    named.append([message for it in applications for one in it["touches"] for message in one["message_ids"]])
    return all(len(group) == len(set(group)) for group in named)
