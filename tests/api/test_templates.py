"""Templates: ours and the user's own, kept, changed, filled in."""

import pytest
from starlette.testclient import TestClient

from tests.api.resources import (
    UNKNOWN,
    Resource,
    a_contact,
    a_template,
    an_application,
    an_interview,
    codes,
    items,
)
from tests.conftest import MovableClock, SignUp

TEMPLATES = "/api/v1/templates"
SAID = {
    "name": "Short thanks",
    "kind": "thank_you_email",
    "subject": "Thanks for {{ interview.day }}",
    "body": "Dear {{ recipient.greeting }},\n\nthank you for talking about {{ topic }}.",
    "language": "de",
}
KINDS = [
    "answer",
    "rejection_thanks_email",
    "thank_you_email",
    "check_in_email",
    "follow_up_call",
    "additional_information_email",
    "handwritten_note",
    "linkedin_request",
]


def met_dana(client: TestClient, **said: object) -> tuple[Resource, Resource]:
    """An application, and Dana, who interviewed on Friday."""
    application = an_application(client)
    dana = a_contact(client, application, name="Dana Reyes", title="Head of data", email="dana@acme.example")
    an_interview(client, application, interviewer_ids=[dana["id"]], discussion_points=["Event streams."], **said)
    return application, dana


def test_a_name_a_kind_and_a_text_are_enough(signed_in: TestClient) -> None:
    template = a_template(signed_in)
    assert template == {
        "id": template["id"],
        "built_in": False,
        "name": "Mine",
        "kind": "thank_you_email",
        "subject": None,
        "body": "Hello",
        "language": "en",
        "created_at": "2026-11-23T15:00:00Z",
        "updated_at": "2026-11-23T15:00:00Z",
    }


def test_everything_that_was_said_is_kept(signed_in: TestClient) -> None:
    template = a_template(signed_in, **SAID)
    assert SAID.items() <= template.items()
    assert signed_in.get(f"{TEMPLATES}/{template['id']}").json() == template


def test_a_new_one_tells_where_it_is_and_which_version(signed_in: TestClient) -> None:
    answer = signed_in.post(TEMPLATES, json=SAID)
    assert signed_in.get(answer.headers["Location"]).headers["ETag"] == answer.headers["ETag"]


def test_a_repeated_creation_happens_once(signed_in: TestClient) -> None:
    first, again = (signed_in.post(TEMPLATES, json=SAID, headers={"Idempotency-Key": "1"}) for _ in range(2))
    assert again.json() == first.json()
    assert again.headers["Idempotent-Replayed"] == "true"


def test_ours_are_listed_first_then_the_users_own(signed_in: TestClient) -> None:
    own = [a_template(signed_in)["id"], a_template(signed_in)["id"]]
    assert [template["id"] for template in items(signed_in, TEMPLATES)] == [*KINDS, *own]


@pytest.mark.parametrize("limit", [1, 3, 7, 8, 9, 200])
def test_pages_follow_each_other_through_both(limit: int, signed_in: TestClient) -> None:
    own = [a_template(signed_in)["id"] for _ in range(2)]
    pages = [signed_in.get(f"{TEMPLATES}?limit={limit}").json()]
    while cursor := pages[-1]["next_cursor"]:
        pages.append(signed_in.get(f"{TEMPLATES}?limit={limit}&cursor={cursor}").json())
    assert [template["id"] for page in pages for template in page["items"]] == [*KINDS, *own]
    assert {len(page["items"]) for page in pages[:-1]} <= {limit}


def test_a_list_may_be_of_one_kind_and_in_one_language(signed_in: TestClient) -> None:
    german = a_template(signed_in, language="de")
    a_template(signed_in, kind="answer", language="de")
    a_template(signed_in)
    found = items(signed_in, f"{TEMPLATES}?kind=thank_you_email&language=de")
    assert [(one["id"], one["language"]) for one in found] == [("thank_you_email", "de"), (german["id"], "de")]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "de"])
def test_ours_are_found_by_their_kind_in_both_languages(kind: str, language: str, signed_in: TestClient) -> None:
    answer = signed_in.get(f"{TEMPLATES}/{kind}?language={language}")
    found = answer.json()
    assert (found["id"], found["built_in"], found["kind"], found["language"]) == (kind, True, kind, language)
    known = {"If-None-Match": answer.headers["ETag"]}
    assert signed_in.get(f"{TEMPLATES}/{kind}?language={language}", headers=known).status_code == 304


def test_ours_stay_as_they_are(signed_in: TestClient) -> None:
    assert signed_in.patch(f"{TEMPLATES}/answer", json={"name": "Mine"}).status_code == 403
    assert signed_in.delete(f"{TEMPLATES}/answer").status_code == 403


def test_one_of_ours_can_be_made_into_ones_own(signed_in: TestClient) -> None:
    ours = signed_in.get(f"{TEMPLATES}/thank_you_email?language=de").json()
    copied = {name: ours[name] for name in ("name", "kind", "subject", "body", "language")}
    assert copied.items() <= a_template(signed_in, **copied).items()


def test_a_patch_changes_what_it_names_and_null_restores(signed_in: TestClient, clock: MovableClock) -> None:
    template = a_template(signed_in, **SAID)
    clock.advance(minutes=5)
    patch = {"body": "Hi {{ company }}", "subject": None, "language": None}
    changed = signed_in.patch(f"{TEMPLATES}/{template['id']}", json=patch).json()
    assert changed == template | patch | {"language": "en", "updated_at": "2026-11-23T15:05:00Z"}


def test_a_change_to_an_outdated_copy_is_refused(signed_in: TestClient) -> None:
    address = f"{TEMPLATES}/{a_template(signed_in)['id']}"
    outdated = {"If-Match": '"another"'}
    assert signed_in.patch(address, json={}, headers=outdated).status_code == 412
    assert signed_in.delete(address, headers=outdated).status_code == 412


def test_a_deleted_one_is_gone(signed_in: TestClient) -> None:
    address = f"{TEMPLATES}/{a_template(signed_in)['id']}"
    assert signed_in.delete(address).status_code == 204
    assert signed_in.get(address).status_code == 404


@pytest.mark.parametrize("template_id", ["nope", "Answer", UNKNOWN, "wait"])
def test_an_unknown_one_is_not_found(template_id: str, signed_in: TestClient) -> None:
    assert signed_in.get(f"{TEMPLATES}/{template_id}").status_code == 404
    body = {"application_id": an_application(signed_in)["id"]}
    assert signed_in.post(f"{TEMPLATES}/{template_id}/render", json=body).status_code == 404


@pytest.mark.parametrize(
    ("said", "pointer", "code"),
    [
        ({"kind": "wait"}, "/kind", "not_a_choice"),
        ({"language": "tlh"}, "/language", "not_a_choice"),
        ({"name": ""}, "/name", "too_short"),
        ({"body": ""}, "/body", "too_short"),
        ({"body": "x" * 8_001}, "/body", "too_long"),
        ({"body": "ü" * 8_000}, "/body", "template_too_long"),
        ({"subject": "a\nb"}, "/subject", "control_character"),
        ({"text": "x"}, "/text", "unknown_field"),
    ],
)
def test_a_bad_template_is_pointed_at(said: Resource, pointer: str, code: str, signed_in: TestClient) -> None:
    assert codes(signed_in.post(TEMPLATES, json=SAID | said)) == {pointer: code}


def test_a_mistake_is_named_with_its_line_and_column(signed_in: TestClient) -> None:
    body = "Dear {{ recipient.name }},\n\n  {% nope %}"
    answer = signed_in.post(TEMPLATES, json=SAID | {"body": body, "subject": "{{ a"})
    assert codes(answer) == {"/subject": "unclosed", "/body": "unknown_tag"}
    subject, text = answer.json()["errors"]
    assert (subject["line"], subject["column"], text["line"], text["column"]) == (1, 1, 3, 6)


def test_other_errors_have_no_line(signed_in: TestClient) -> None:
    [error] = signed_in.post(TEMPLATES, json=SAID | {"kind": "wait"}).json()["errors"]
    assert "line" not in error


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("{" * 8_000, "template_too_slow"),
        ("{% for i in (1..300000000) %}{% endfor %}", "no_ranges"),
        ("{{ company | replace: 'a', 'aaaa' }}", "unknown_filter"),
        ("{% for a in discussion_points %}" * 9 + "{% endfor %}" * 9, "template_grows"),
    ],
)
def test_a_hostile_template_is_cut_off_and_the_next_one_is_tried(body: str, code: str, signed_in: TestClient) -> None:
    assert codes(signed_in.post(TEMPLATES, json=SAID | {"body": body})) == {"/body": code}
    a_template(signed_in)


def test_nothing_is_read_or_kept_untried(signed_in: TestClient) -> None:
    own, grows = a_template(signed_in), "{% for a in discussion_points %}" * 9 + "{% endfor %}" * 9
    patched = signed_in.patch(f"{TEMPLATES}/{own['id']}", json={"body": grows})
    shown = signed_in.post(f"{TEMPLATES}/preview", json={"kind": "answer", "body": grows})
    assert (codes(patched), codes(shown)) == ({"/body": "template_grows"}, {"/body": "template_grows"})


def test_a_template_that_grows_with_the_facts_is_refused(signed_in: TestClient) -> None:
    application, dana = met_dana(signed_in, points_to_add=["point " * 100] * 100)
    looping = a_template(signed_in, body="{% for a in points_to_add %}{{ a }}{% endfor %}")
    body = {"application_id": application["id"], "contact_id": dana["id"]}
    assert codes(signed_in.post(f"{TEMPLATES}/{looping['id']}/render", json=body)) == {"": "template_grows"}


def test_a_draft_is_made_from_what_is_known(signed_in: TestClient) -> None:
    application, dana = met_dana(signed_in)
    template = a_template(signed_in, **SAID)
    body = {"application_id": application["id"], "contact_id": dana["id"]}
    draft = signed_in.post(f"{TEMPLATES}/{template['id']}/render", json=body).json()
    assert draft == draft | {
        "kind": "thank_you_email",
        "channel": "email",
        "to": {"name": "Dana Reyes", "address": "dana@acme.example"},
        "subject": "Thanks for Freitag",
        "body": "Dear Dana Reyes,\n\nthank you for talking about Event streams.",
        "missing": [],
        "characters": 60,
        "words": 10,
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "de"])
def test_ours_make_a_draft_for_any_application(kind: str, language: str, signed_in: TestClient) -> None:
    application = an_application(signed_in)
    answer = signed_in.post(
        f"{TEMPLATES}/{kind}/render?language={language}", json={"application_id": application["id"]}
    )
    assert answer.status_code == 200, answer.text
    assert answer.json()["to"] is None
    assert answer.json()["body"]


def test_what_is_missing_is_named_and_its_line_left_out(signed_in: TestClient) -> None:
    template = a_template(signed_in, body="Hello\nBy {{ promised_date }}\n{{ nope }}\nbye")
    application = an_application(signed_in)
    draft = signed_in.post(f"{TEMPLATES}/{template['id']}/render", json={"application_id": application["id"]}).json()
    assert (draft["body"], draft["missing"]) == ("Hello\nbye", ["promised_date", "nope"])
    assert {finding["rule"] for finding in draft["findings"]} >= {"missing_value"}


def test_own_values_fill_in_and_go_first(signed_in: TestClient) -> None:
    application, dana = met_dana(signed_in)
    template = a_template(signed_in, body="Dear {{ recipient.greeting }}: {{ link }}, {{ variables.link }}")
    body = {"application_id": application["id"], "contact_id": dana["id"]}
    body["variables"] = {"recipient.greeting": "Dana", "link": "example.com"}
    draft = signed_in.post(f"{TEMPLATES}/{template['id']}/render", json=body).json()
    assert draft["body"] == "Dear Dana: example.com, example.com"


def test_two_interviewers_get_different_thanks(signed_in: TestClient) -> None:
    application = an_application(signed_in)
    people = [a_contact(signed_in, application, name=name)["id"] for name in ("Dana Reyes", "Sam Lee")]
    an_interview(signed_in, application, interviewer_ids=people, discussion_points=["Kafka", "tests"])
    bodies = [
        signed_in.post(
            f"{TEMPLATES}/thank_you_email/render", json={"application_id": application["id"], "contact_id": who}
        ).json()["body"]
        for who in people
    ]
    assert ["Kafka" in body for body in bodies] == [True, False]
    assert ["tests" in body for body in bodies] == [False, True]


def test_the_account_or_the_application_says_how_long_an_invitation_may_be(signed_in: TestClient) -> None:
    application, dana = met_dana(signed_in, round="first")
    body = {"application_id": application["id"], "contact_id": dana["id"]}
    address = f"{TEMPLATES}/linkedin_request/render"
    short = signed_in.post(address, json=body).json()
    signed_in.patch("/api/v1/me", json={"preferences": {"linkedin_note_limit": 300}})
    long = signed_in.post(address, json=body).json()
    signed_in.patch(f"/api/v1/applications/{application['id']}", json={"preferences": {"linkedin_note_limit": 100}})
    tiny = signed_in.post(address, json=body).json()
    assert tiny["characters"] <= 100 < short["characters"] <= 200 < long["characters"] <= 300


def test_a_voicemail_is_spoken_to_nobody(signed_in: TestClient) -> None:
    application, dana = met_dana(signed_in)
    body = {"application_id": application["id"], "contact_id": dana["id"]}
    address = f"{TEMPLATES}/follow_up_call/render"
    spoken = signed_in.post(address, json=body).json()["body"]
    left = signed_in.post(address, json=body | {"mode": "voicemail"}).json()["body"]
    assert ("good moment" in spoken, "good moment" in left) == (True, False)


def test_a_preview_without_an_application_is_of_a_sample(signed_in: TestClient) -> None:
    body = {"kind": "check_in_email", "subject": "{{ role }}", "body": "Dear {{ recipient.name }}, {{ promised_date }}"}
    draft = signed_in.post(f"{TEMPLATES}/preview", json=body).json()
    assert (draft["subject"], draft["body"]) == ("Data engineer", "Dear Dana Reyes, 1 December")


def test_a_preview_can_be_of_an_application(signed_in: TestClient) -> None:
    application, dana = met_dana(signed_in)
    body = {"kind": "thank_you_email", "body": "{{ recipient.title }}, {{ company }}"}
    body |= {"application_id": application["id"], "contact_id": dana["id"]}
    assert signed_in.post(f"{TEMPLATES}/preview", json=body).json()["body"] == "Head of data, Acme"


def test_a_preview_keeps_nothing(signed_in: TestClient) -> None:
    signed_in.post(f"{TEMPLATES}/preview", json={"kind": "answer", "body": "Hello"})
    assert len(items(signed_in, TEMPLATES)) == len(KINDS)


def test_a_key_that_may_only_read_may_render_and_preview(signed_in: TestClient, client: TestClient) -> None:
    key = signed_in.post("/api/v1/api-keys", json={"name": "reader", "scopes": ["read"]}).json()["secret"]
    reader = {"Authorization": f"Bearer {key}"}
    body = {"application_id": an_application(signed_in)["id"]}
    assert client.post(f"{TEMPLATES}/answer/render", json=body, headers=reader).status_code == 200
    preview = {"kind": "answer", "body": "Hello"}
    assert client.post(f"{TEMPLATES}/preview", json=preview, headers=reader).status_code == 200
    assert client.post(TEMPLATES, json=SAID, headers=reader).status_code == 403


@pytest.mark.parametrize("field", ["application_id", "contact_id", "interview_id"])
def test_unknown_ids_in_a_body_are_pointed_at(field: str, signed_in: TestClient) -> None:
    body = {"application_id": an_application(signed_in)["id"]} | {field: UNKNOWN}
    assert codes(signed_in.post(f"{TEMPLATES}/answer/render", json=body)) == {f"/{field}": "unknown_id"}
    preview = {"kind": "answer", "body": "Hello"} | body
    assert codes(signed_in.post(f"{TEMPLATES}/preview", json=preview)) == {f"/{field}": "unknown_id"}


def test_somebody_elses_application_is_unknown(sign_up: SignUp) -> None:
    theirs = an_application(sign_up("lee@example.com"))["id"]
    answer = sign_up("kim@example.com").post(f"{TEMPLATES}/answer/render", json={"application_id": theirs})
    assert codes(answer) == {"/application_id": "unknown_id"}


@pytest.mark.parametrize("name", ["", "a b", "a.b.c", "9a", "{{ a }}"])
def test_own_values_have_names_that_a_template_can_say(name: str, signed_in: TestClient) -> None:
    preview = {"kind": "answer", "body": "Hello", "variables": {name: "x"}}
    answer = signed_in.post(f"{TEMPLATES}/preview", json=preview)
    assert answer.status_code == 422


def test_every_variable_is_documented(signed_in: TestClient) -> None:
    answer = signed_in.get(f"{TEMPLATES}/variables").json()
    assert answer["next_cursor"] is None
    found = {variable["name"]: variable for variable in answer["items"]}
    assert found["recipient.greeting"]["example"] == "Dana Reyes"
    assert found["discussion_points"]["type"] == "list of texts"
    assert found["days_since_interview"]["example"] == 3
