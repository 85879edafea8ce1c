"""Contacts: made, listed in order, changed, deleted."""

from starlette.testclient import TestClient

from tests.api.resources import (
    APPLICATIONS,
    UNKNOWN,
    a_contact,
    a_deferral,
    a_touch,
    an_application,
    an_interview,
    codes,
    items,
)

CONTACTS = "/api/v1/contacts"
SAID = {
    "name": "Dana Reyes",
    "title": "Head of data",
    "role": "hiring_manager",
    "email": "dana@acme.example",
    "phone": "+12125550123",
    "linkedin_url": "https://www.linkedin.com/in/dana",
    "postal_address": "1 Main Street\nSpringfield",
    "timezone": "Europe/Berlin",
}


def test_a_name_is_enough(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    contact = a_contact(signed_in, application, name="Dana Reyes")
    assert contact == {
        "id": contact["id"],
        "application_id": application["id"],
        "name": "Dana Reyes",
        "title": None,
        "role": "interviewer",
        "email": None,
        "phone": None,
        "linkedin_url": None,
        "postal_address": None,
        "timezone": None,
        "created_at": "2026-11-23T15:00:00Z",
        "updated_at": "2026-11-23T15:00:00Z",
    }


def test_everything_that_was_said_is_kept(signed_in: TestClient) -> None:
    contact = a_contact(signed_in, an_application(signed_in), **SAID)
    assert SAID.items() <= contact.items()
    assert signed_in.get(f"{CONTACTS}/{contact['id']}").json() == contact


def test_addresses_and_numbers_are_kept_in_their_normal_form(signed_in: TestClient) -> None:
    contact = a_contact(signed_in, an_application(signed_in), email=" Dana@ACME.Example ", phone="+1 (212) 555-0123")
    assert (contact["email"], contact["phone"]) == ("Dana@acme.example", "+12125550123")


def test_a_new_one_tells_where_it_is_and_which_version(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    answer = signed_in.post(f"{APPLICATIONS}/{application['id']}/contacts", json={"name": "Dana"})
    assert signed_in.get(answer.headers["Location"]).headers["ETag"] == answer.headers["ETag"]


def test_contacts_stand_in_the_order_in_which_they_were_added(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    for name in ("Dana", "Sam", "Ada"):
        a_contact(signed_in, application, name=name)
    found = items(signed_in, f"{APPLICATIONS}/{application['id']}/contacts")
    assert [contact["name"] for contact in found] == ["Dana", "Sam", "Ada"]


def test_a_list_holds_the_contacts_of_one_application(signed_in: TestClient) -> None:
    application, other = an_application(signed_in), an_application(signed_in)
    a_contact(signed_in, other)
    assert items(signed_in, f"{APPLICATIONS}/{application['id']}/contacts") == []


def test_a_contact_needs_an_application_that_is_there(signed_in: TestClient) -> None:
    assert signed_in.post(f"{APPLICATIONS}/{UNKNOWN}/contacts", json={"name": "Dana"}).status_code == 404


def test_a_patch_changes_what_it_names_and_null_clears(signed_in: TestClient) -> None:
    contact = a_contact(signed_in, an_application(signed_in), **SAID)
    patch = {"title": "CTO", "email": None, "role": None}
    changed = signed_in.patch(f"{CONTACTS}/{contact['id']}", json=patch).json()
    assert changed == contact | {"title": "CTO", "email": None, "role": "interviewer"}


def test_a_contact_cannot_move_to_another_application(signed_in: TestClient) -> None:
    contact = a_contact(signed_in, an_application(signed_in))
    answer = signed_in.patch(f"{CONTACTS}/{contact['id']}", json={"application_id": UNKNOWN})
    assert codes(answer) == {"/application_id": "unknown_field"}


def test_a_change_to_an_outdated_copy_is_refused(signed_in: TestClient) -> None:
    contact = a_contact(signed_in, an_application(signed_in))
    outdated = {"If-Match": '"another"'}
    assert signed_in.patch(f"{CONTACTS}/{contact['id']}", json={}, headers=outdated).status_code == 412
    assert signed_in.delete(f"{CONTACTS}/{contact['id']}", headers=outdated).status_code == 412


def test_a_deleted_contact_leaves_their_interviews(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    dana, sam = a_contact(signed_in, application), a_contact(signed_in, application, name="Sam")
    ids = [dana["id"], sam["id"]]
    interview = an_interview(signed_in, application, interviewer_ids=ids, reply_promised_by=dana["id"])
    assert signed_in.delete(f"{CONTACTS}/{dana['id']}").status_code == 204
    left = signed_in.get(f"/api/v1/interviews/{interview['id']}").json()
    assert left == interview | {"interviewer_ids": [sam["id"]], "reply_promised_by": None}


def test_a_deleted_contact_takes_along_what_was_about_them(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    dana = a_contact(signed_in, application)
    a_touch(signed_in, application, contact_id=dana["id"])
    kept = a_touch(signed_in, application)
    a_deferral(signed_in, application, contact_id=dana["id"])
    signed_in.delete(f"{CONTACTS}/{dana['id']}")
    assert items(signed_in, f"{APPLICATIONS}/{application['id']}/touches") == [kept]
    assert items(signed_in, f"{APPLICATIONS}/{application['id']}/deferrals") == []
