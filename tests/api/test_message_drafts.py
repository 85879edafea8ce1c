"""A draft on its way out: links in a message, and the file that a mail program opens."""

from email import message_from_string, policy
from email.message import EmailMessage
from urllib.parse import unquote

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from tests.api.resources import Resource, a_contact, an_application, an_interview, codes, pointers

EML = "/api/v1/messages/eml"
DRAFT = {
    "to": {"name": "Dana Reyes", "address": "dana@acme.example"},
    "subject": "Thank you for Friday",
    "body": "Dear Dana,\n\nthank you.",
}


def rendered(client: TestClient, kind: str = "thank_you_email", **said: object) -> Resource:
    """A draft for Dana, who interviewed on Friday."""
    application = an_application(client)
    dana = a_contact(client, application, name="Dana Reyes", email="dana@acme.example", **said)
    an_interview(client, application, interviewer_ids=[dana["id"]], discussion_points=["Event streams, 50 % & more."])
    body = {"application_id": application["id"], "contact_id": dana["id"]}
    answer = client.post(f"/api/v1/templates/{kind}/render", json=body)
    assert answer.status_code == 200, answer.text
    message: Resource = answer.json()
    return message


def opened(answer: Response) -> EmailMessage:
    """What a mail program makes of the file, with line breaks as they are here."""
    assert answer.status_code == 200, answer.text
    return message_from_string(answer.content.decode().replace("\r\n", "\n"), EmailMessage, policy=policy.default)


def test_a_draft_comes_with_links_that_hold_all_of_it(signed_in: TestClient) -> None:
    message = rendered(signed_in)
    address, _, query = message["links"]["mailto"].removeprefix("mailto:").partition("?")
    subject, body = (unquote(field.partition("=")[2]) for field in query.split("&"))
    expected = ("dana@acme.example", message["subject"], message["body"].replace("\n", "\r\n"))
    assert (address, subject, body) == expected


def test_what_is_no_e_mail_has_no_links(signed_in: TestClient) -> None:
    message = rendered(signed_in, "follow_up_call", phone="+12125550123")
    assert message["links"] == {"mailto": None, "gmail": None, "outlook": None}


def test_a_draft_becomes_a_file_just_as_it_came(signed_in: TestClient) -> None:
    message = rendered(signed_in)
    file = opened(signed_in.post(EML, json=message))
    assert (file["To"], file["Subject"]) == ("Dana Reyes <dana@acme.example>", message["subject"])
    assert file.get_content() == message["body"].rstrip("\n") + "\n"


def test_the_file_has_a_type_and_a_name_in_any_script(signed_in: TestClient) -> None:
    headers = signed_in.post(EML, json=DRAFT | {"subject": 'Grüße; "x"'}).headers
    assert headers["Content-Type"] == "message/rfc822"
    assert headers["Content-Disposition"] == (
        'attachment; filename="Dana Reyes - Gr__e; x.eml"; '
        "filename*=UTF-8''Dana%20Reyes%20-%20Gr%C3%BC%C3%9Fe%3B%20x.eml"
    )


def test_a_text_alone_is_enough(signed_in: TestClient) -> None:
    file = opened(signed_in.post(EML, json={"body": "Hello"}))
    assert (file["To"], file.get_content()) == (None, "Hello\n")


def test_a_name_in_any_script_arrives(signed_in: TestClient) -> None:
    someone = {"name": '大橋, "Ren" <x@y.example>', "address": "dänä@bücher.example"}
    (to,) = opened(signed_in.post(EML, json=DRAFT | {"to": someone}))["To"].addresses
    assert (to.display_name, to.addr_spec) == (someone["name"], "dänä@xn--bcher-kva.example")


@pytest.mark.parametrize("break_", ["\r\n", "\n", "\r", "\u2028", "\x85"])
def test_a_line_break_gets_into_no_header(break_: str, signed_in: TestClient) -> None:
    trick = f"Dana{break_}Bcc: eve@evil.example"
    for said, at in (
        ({"subject": trick}, "/subject"),
        ({"to": {"name": trick}}, "/to/name"),
        ({"to": {"name": "Dana", "address": f"dana@acme.example{break_}Bcc: eve@evil.example"}}, "/to/address"),
    ):
        assert pointers(signed_in.post(EML, json=DRAFT | said)) == [at]


def test_a_line_break_in_the_text_stays_in_the_text(signed_in: TestClient) -> None:
    body = "Hello\r\nBcc: eve@evil.example\r\n\r\n.\r\nFrom here"
    file = opened(signed_in.post(EML, json=DRAFT | {"body": body}))
    assert (file["Bcc"], file.get_content()) == (None, body.replace("\r\n", "\n") + "\n")


def test_what_cannot_be_a_file_is_pointed_at(signed_in: TestClient) -> None:
    answer = signed_in.post(EML, json=DRAFT | {"channel": "linkedin", "to": {"name": "", "address": "dana"}, "cc": "x"})
    assert list(codes(answer)) == ["/channel", "/to/name", "/to/address", "/cc"]


def test_a_file_takes_a_token(client: TestClient) -> None:
    assert client.post(EML, json=DRAFT).status_code == 401
