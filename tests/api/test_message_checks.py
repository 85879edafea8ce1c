"""`POST /messages/check`: what there is to say about a text, by an application or by facts that a caller brings."""

import pytest
from starlette.testclient import TestClient

from tests.api.resources import UNKNOWN, V1, Resource, a_contact, an_application, an_interview, codes, pointers
from tests.api.test_evaluate import FACTS, facts_with

CHECK = f"{V1}/messages/check"
GOOD = (
    "Dear Dana,\n\nThank you for the time on Friday, and for telling me how your team at Acme works. I am very"
    " interested in the position.\n\nKind regards,\nKim"
)


def by_facts(**said: object) -> Resource:
    """A good thank-you about facts, and whatever else a test says."""
    return {"kind": "thank_you_email", "body": GOOD, "facts": FACTS} | said


def found(client: TestClient, **said: object) -> dict[str, str]:
    """The rules that spoke, and how grave that is."""
    response = client.post(CHECK, json=said)
    assert response.status_code == 200, response.text
    return {finding["rule"]: finding["severity"] for finding in response.json()["findings"]}


@pytest.fixture
def application(signed_in: TestClient) -> Resource:
    """An application with an interview that Dana held."""
    made = an_application(signed_in)
    dana = a_contact(signed_in, made)
    an_interview(signed_in, made, interviewer_ids=[dana["id"]], discussion_points=["the move to event streams"])
    return made


def test_a_good_message_is_found_good(signed_in: TestClient) -> None:
    assert signed_in.post(CHECK, json=by_facts()).json() == {"findings": [], "verdict": "ok", "wording_read": True}


def test_a_finding_says_what_where_why_and_what_instead(signed_in: TestClient) -> None:
    answer = signed_in.post(CHECK, json=by_facts(body=GOOD.replace("Dana", "Samir"))).json()
    assert answer["verdict"] == "do_not_send"
    assert answer["findings"] == [
        {
            "rule": "wrong_name",
            "severity": "error",
            "message": "This greets Samir, and goes to Dana Reyes.",
            "section": "DO",
            "span": {"start": 5, "end": 10},
            "suggestion": "Dear Dana Reyes,",
        }
    ]


def test_a_text_whose_wording_nobody_reads_is_not_passed_off_as_read(signed_in: TestClient) -> None:
    german = "Guten Tag Dana Reyes,\n\nvielen Dank für das Gespräch am Freitag.\n\nMit freundlichen Grüßen\nKim"
    answer = signed_in.post(CHECK, json=by_facts(body=german)).json()
    assert (answer["verdict"], answer["wording_read"]) == ("ok", False)


def test_places_are_counted_in_code_points(signed_in: TestClient) -> None:
    body = GOOD.replace("\n\nThank", "\n\n\N{WAVING HAND SIGN} [Topic] Thank")
    finding = signed_in.post(CHECK, json=by_facts(body=body)).json()["findings"][0]
    assert body[finding["span"]["start"] : finding["span"]["end"]] == "[Topic]"


def test_an_application_says_what_the_text_is_about(signed_in: TestClient, application: Resource) -> None:
    said: Resource = {"kind": "thank_you_email", "application_id": application["id"], "body": GOOD}
    assert found(signed_in, **said) == {"no_topic": "error"}
    said["body"] = GOOD.replace("how your team", "of the event streams that your team")
    assert found(signed_in, **said) == {}


def test_the_caller_is_the_user_unless_somebody_else_is_named(signed_in: TestClient, application: Resource) -> None:
    call: Resource = {
        "kind": "follow_up_call",
        "application_id": application["id"],
        "body": "Hello Dana, this is Robin. Is this a good moment? Thank you for the interview. How do things stand?",
    }
    assert found(signed_in, **call) == {"no_identification": "error"}
    assert found(signed_in, **call, sender_name="Robin Lee") == {}


def test_the_limit_of_a_note_is_that_of_the_preferences_unless_it_is_named(
    signed_in: TestClient, application: Resource
) -> None:
    body = "Hello Dana, thank you for our conversation about the Data engineer position at Acme. " * 3
    note: Resource = {"kind": "linkedin_request", "application_id": application["id"], "body": body.strip()}
    assert found(signed_in, **note) == {"over_limit": "error"}
    assert found(signed_in, **note, linkedin_note_limit=300) == {}
    signed_in.patch(f"{V1}/me", json={"preferences": {"linkedin_note_limit": 300}})
    assert found(signed_in, **note) == {}


def test_nearly_the_same_text_to_two_people_is_a_warning(signed_in: TestClient) -> None:
    answer = signed_in.post(CHECK, json=by_facts(others=[GOOD.replace("Dana", "Sam")])).json()
    assert answer["verdict"] == "improve"
    assert {finding["rule"] for finding in answer["findings"]} == {"same_as_other"}


def test_nothing_is_stored_and_a_key_that_may_only_read_may_check(signed_in: TestClient, client: TestClient) -> None:
    key = signed_in.post(f"{V1}/api-keys", json={"name": "reader", "scopes": ["read"]}).json()["secret"]
    answer = client.post(CHECK, json=by_facts(), headers={"Authorization": f"Bearer {key}"})
    assert answer.status_code == 200


def test_a_stranger_may_not_check(client: TestClient) -> None:
    assert client.post(CHECK, json=by_facts()).status_code == 401


def test_it_is_about_one_thing(signed_in: TestClient, application: Resource) -> None:
    both = by_facts(application_id=application["id"])
    neither = {"kind": "thank_you_email", "body": GOOD}
    assert [list(codes(signed_in.post(CHECK, json=body)).values()) for body in (both, neither)] == [
        ["about_one_thing"],
        ["about_one_thing"],
    ]


@pytest.mark.parametrize(
    ("said", "pointer"),
    [
        ({"kind": "wait"}, "/kind"),
        ({"body": "a\x00b"}, "/body"),
        ({"body": "x" * 20_001}, "/body"),
        ({"subject": "two\nlines"}, "/subject"),
        ({"mode": "shouted"}, "/mode"),
        ({"linkedin_note_limit": 250}, "/linkedin_note_limit"),
        ({"others": "all"}, "/others"),
        ({"contact_id": "nobody"}, "/contact_id"),
        ({"facts": facts_with(now="soon")}, "/facts/now"),
        ({"facts": facts_with(touches__0__contact_id="sam")}, "/facts/touches/0/contact_id"),
        ({"note": "x"}, "/note"),
    ],
)
def test_what_does_not_fit_is_pointed_at(said: Resource, pointer: str, signed_in: TestClient) -> None:
    assert pointer in pointers(signed_in.post(CHECK, json=by_facts(**said)))


@pytest.mark.parametrize("contact_id", [UNKNOWN, "dana"])
def test_ids_that_are_not_the_users_own_are_pointed_at(
    contact_id: str, signed_in: TestClient, application: Resource
) -> None:
    body: Resource = {"kind": "thank_you_email", "body": GOOD, "application_id": UNKNOWN}
    assert pointers(signed_in.post(CHECK, json=body)) == ["/application_id"]
    body |= {"application_id": application["id"], "contact_id": contact_id}
    assert pointers(signed_in.post(CHECK, json=body)) == ["/contact_id"]
