"""What vendors deliver: proved or refused, listed, and applied once, in whatever order it comes."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi import FastAPI
from pydantic import SecretStr
from starlette.testclient import TestClient

from afterview.main import create_app
from afterview.settings import Settings
from tests.api.resources import UNKNOWN, V1, Resource, an_application, items
from tests.conftest import CHEAP, MovableClock, SignUp
from tests.plain_vendor import SECRET, SIGNATURE, PlainVendor, connected, deliver, events, outcomes, post, told


@pytest.fixture
def vendor() -> PlainVendor:
    """The vendor, whose API nobody can ask."""
    return PlainVendor(api=False)


@pytest.fixture
def app(settings: Settings, clock: MovableClock, vendor: PlainVendor) -> FastAPI:
    """The application, which understands this vendor."""
    return create_app(settings, clock=clock, password_cost=CHEAP, vendors={"ashby": vendor})


@pytest.fixture
def integration(signed_in: TestClient) -> Resource:
    """A connection of Acme's."""
    return connected(signed_in)


def interviews(client: TestClient) -> list[Resource]:
    """All interviews, earliest first."""
    return items(client, f"{V1}/interviews")


def only_interview(client: TestClient) -> Resource:
    """The one interview that there is."""
    [interview] = interviews(client)
    return interview


def only_application(client: TestClient) -> Resource:
    """The one application that there is."""
    [application] = items(client, f"{V1}/applications")
    return application


# -- who may deliver ----------------------------------------------------------------------------------------------


def test_a_delivery_is_answered_with_200_and_listed_with_what_became_of_it(
    signed_in: TestClient, integration: Resource
) -> None:
    answer = deliver(signed_in, integration, told(), id="d-1")
    assert (answer.status_code, answer.json()) == (200, {"new_events": 1})
    [event] = events(signed_in, integration)
    assert event == {
        "id": event["id"],
        "delivery_id": "d-1",
        "received_at": "2026-11-23T15:00:00Z",
        "event": "interview_scheduled",
        "outcome": "applied",
        "detail": "The interview is in your plan now.",
        "company": None,
        "role": "Support Lead",
        "candidate_email": "lena.brandt@example.com",
        "interview": {
            "external_id": "iv-1",
            "starts_at": "2026-11-25T15:00:00Z",
            "ends_at": "2026-11-25T16:00:00Z",
            "timezone": None,
            "interviewers": [{"name": "Ivo Marsh", "email": "ivo.marsh@acme.example"}],
        },
    }
    shown = signed_in.get(f"{V1}/integrations/{integration['id']}").json()
    assert shown["last_event_at"] == "2026-11-23T15:00:00Z"


def test_a_wrong_or_missing_signature_is_refused_and_leaves_nothing_behind(
    signed_in: TestClient, integration: Resource
) -> None:
    body = json.dumps({"events": [told()]}).encode()
    for signature in ("", "00", "ff" * 32):
        assert post(signed_in, integration, body, **{SIGNATURE: signature}).status_code == 401
    assert post(signed_in, integration, body + b" ", **{SIGNATURE: "ab"}).status_code == 401
    assert events(signed_in, integration) == []


def test_without_a_secret_only_handshakes_and_tests_are_answered(signed_in: TestClient) -> None:
    integration = connected(signed_in, signing_secret=None)
    handshake = post(signed_in, integration, b"", **{"x-challenge": "42"})
    assert (handshake.status_code, handshake.headers["x-challenge"]) == (200, "42")
    assert post(signed_in, integration, b'{"test":true}').status_code == 200
    refused = deliver(signed_in, integration, told())
    assert (refused.status_code, "secret" in refused.json()["detail"]) == (401, True)
    assert events(signed_in, integration) == []


def test_a_hook_that_is_nobodys_is_not_found(client: TestClient) -> None:
    assert deliver(client, {"id": UNKNOWN}, told()).status_code == 404
    assert deliver(client, {"id": "mine"}, told()).status_code == 404


def test_a_delivery_that_is_too_large_is_refused(signed_in: TestClient, integration: Resource) -> None:
    assert post(signed_in, integration, b" " * (1024 * 1024 + 1)).status_code == 413


def test_a_hook_that_is_called_too_often_is_closed_for_a_while(
    settings: Settings, clock: MovableClock, vendor: PlainVendor, signed_in: TestClient, integration: Resource
) -> None:
    limited = create_app(settings.model_copy(update={"rate_limits": True}), clock=clock, vendors={"ashby": vendor})
    with TestClient(limited) as client:
        answers = [post(client, integration, b"{}", **{SIGNATURE: "-"}) for _ in range(601)]
    assert [answer.status_code for answer in answers[-2:]] == [401, 429]
    assert int(answers[-1].headers["retry-after"]) > 0


def test_a_proved_delivery_that_makes_no_sense_is_listed_as_failed(
    signed_in: TestClient, integration: Resource
) -> None:
    for _ in range(2):
        assert post(signed_in, integration, b"no json").status_code == 200
    [event] = events(signed_in, integration)
    assert (event["event"], event["outcome"], event["detail"]) == ("ignored", "failed", "This is no delivery of ours.")


def test_a_secret_that_another_key_sealed_is_our_own_trouble(
    settings: Settings, clock: MovableClock, vendor: PlainVendor, signed_in: TestClient, integration: Resource
) -> None:
    other = create_app(
        settings.model_copy(update={"secret_key": SecretStr("another secret key, and just as long")}),
        clock=clock,
        vendors={"ashby": vendor},
    )
    with TestClient(other) as client:
        assert deliver(client, integration, told()).status_code == 503


def test_the_log_holds_nothing_of_a_delivery_nor_of_its_secret(
    signed_in: TestClient, integration: Resource, capfd: pytest.CaptureFixture[str]
) -> None:
    deliver(signed_in, integration, told())
    deliver(signed_in, integration, told(interview={"external_id": "iv-2", "starts_at": None}))
    written = "".join(capfd.readouterr())
    assert [word for word in (SECRET, "lena", "Ivo", "Support Lead") if word in written] == []


# -- once ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("delivery_id", ["d-1", None], ids=["by its id", "by its bytes"])
def test_a_repeated_delivery_adds_no_row(delivery_id: str | None, signed_in: TestClient, integration: Resource) -> None:
    first, second = (deliver(signed_in, integration, told(), id=delivery_id) for _ in range(2))
    assert (first.json(), second.json(), second.status_code) == ({"new_events": 1}, {"new_events": 0}, 200)
    assert len(events(signed_in, integration)) == 1
    assert only_interview(signed_in)["sequence"] == 0


def test_of_two_at_once_one_is_applied(app: FastAPI, signed_in: TestClient, integration: Resource) -> None:
    with TestClient(app) as client, ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: deliver(client, integration, told(), id="d-1"), range(8)))
    assert [answer.status_code for answer in answers] == [200] * 8
    assert sum(answer.json()["new_events"] for answer in answers) == 1
    assert len(events(signed_in, integration)) == 1
    assert only_interview(signed_in)["external_id"] == "iv-1"


def test_a_delivery_may_tell_of_several_interviews(signed_in: TestClient, integration: Resource) -> None:
    later = told(interview={"external_id": "iv-2", "starts_at": "2026-11-26T15:00:00+00:00", "ends_at": None})
    assert deliver(signed_in, integration, told(), later).json() == {"new_events": 2}
    assert [one["external_id"] for one in interviews(signed_in)] == ["iv-1", "iv-2"]
    assert interviews(signed_in)[1]["ends_at"] == "2026-11-26T16:00:00Z"
    assert "an hour is assumed" in events(signed_in, integration)[0]["detail"]


# -- where it is filed --------------------------------------------------------------------------------------------


def test_what_fits_nothing_becomes_an_application_of_the_candidates(
    signed_in: TestClient, integration: Resource
) -> None:
    deliver(signed_in, integration, told())
    application, interview = only_application(signed_in), only_interview(signed_in)
    expected = {
        "company": "Acme",
        "role": "Support Lead",
        "candidate": {"name": "Lena Brandt", "email": "lena.brandt@example.com"},
        "external_id": "app-1",
        "source": "Ashby",
        "status": "active",
    }
    assert expected.items() <= application.items()
    assert (interview["application_id"], interview["round"]) == (application["id"], "Portfolio review")
    contacts = items(signed_in, f"{V1}/applications/{application['id']}/contacts")
    assert [(one["name"], one["email"]) for one in contacts] == [("Ivo Marsh", "ivo.marsh@acme.example")]
    assert interview["interviewer_ids"] == [contacts[0]["id"]]


def test_the_users_own_address_makes_it_their_own(signed_in: TestClient, integration: Resource) -> None:
    deliver(signed_in, integration, told(candidate_email="Kim@Example.com"))
    assert only_application(signed_in)["candidate"] is None


LENA = {"candidate": {"name": "Lena Brandt", "email": "Lena.Brandt@example.com"}}


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ({"company": "Other", "role": "Other", "external_id": "app-1"}, {}),
        ({"company": "Acme Inc.", "role": "support  lead"} | LENA, {}),
        ({"company": "Elsewhere", "role": "Support Lead"} | LENA, {}),
        ({"company": "Acme", "role": "Support Lead"}, {"candidate_email": "kim@example.com"}),
        ({"company": "Acme", "role": "Support Lead"}, {"candidate_email": None}),
        ({"company": "Acme", "role": "Anything"} | LENA, {"role": None}),
        ({"company": "Acme", "role": "Anything"}, {"role": None, "candidate_email": "kim@example.com"}),
    ],
)
def test_it_is_filed_under_the_application_that_fits(
    kept: dict[str, Any], said: dict[str, Any], signed_in: TestClient, integration: Resource
) -> None:
    application = an_application(signed_in, **kept)
    deliver(signed_in, integration, told(**said))
    assert only_application(signed_in)["id"] == only_interview(signed_in)["application_id"] == application["id"]


def test_another_employers_application_for_such_a_role_is_not_meant(
    signed_in: TestClient, integration: Resource
) -> None:
    other = an_application(signed_in, company="Elsewhere", role="Support Lead")
    deliver(signed_in, integration, told(candidate_email="kim@example.com"))
    assert only_interview(signed_in)["application_id"] != other["id"]


def test_an_application_is_found_again_without_its_address_and_role(
    signed_in: TestClient, integration: Resource
) -> None:
    application = an_application(signed_in, role="Support Lead", **LENA)
    deliver(signed_in, integration, told("stage_changed", stage="Onsite"))
    deliver(signed_in, integration, told(role=None, candidate_email=None, candidate_name=None))
    assert only_interview(signed_in)["application_id"] == application["id"]


@pytest.mark.parametrize(
    ("connection", "said", "missing"),
    [({"company": None}, {}, "company"), ({}, {"role": None}, "role")],
    ids=["no company", "no role"],
)
def test_what_says_too_little_makes_nothing_and_says_what_is_missing(
    connection: dict[str, Any], said: dict[str, Any], missing: str, signed_in: TestClient
) -> None:
    integration = connected(signed_in, **connection)
    assert deliver(signed_in, integration, told(**said)).status_code == 200
    [event] = events(signed_in, integration)
    assert (event["outcome"], missing in event["detail"]) == ("ignored", True)
    assert items(signed_in, f"{V1}/applications") == []


def test_two_users_with_the_same_ids_never_meet(signed_in: TestClient, sign_up: SignUp, integration: Resource) -> None:
    lee = sign_up("lee@example.com")
    theirs = connected(lee)
    deliver(signed_in, integration, told(), id="d-1")
    deliver(lee, theirs, told(interview={"title": "Theirs"}), id="d-1")
    deliver(lee, theirs, told("interview_cancelled"), id="d-2")
    assert (only_interview(signed_in)["status"], only_interview(lee)["status"]) == ("scheduled", "cancelled")
    assert only_interview(signed_in)["round"] == "Portfolio review"


def test_texts_that_cannot_be_kept_are_made_fit(signed_in: TestClient, integration: Resource) -> None:
    people = [{"name": "I\x00vo\nMarsh", "email": "nobody"}, {"name": " ", "email": None}]
    event = told(role="Sup\x00port" + "x" * 400, interview={"interviewers": people, "timezone": "Mars/Olympus"})
    deliver(signed_in, integration, event | {"application_id": "é" * 400, "candidate_email": "\ud800"})
    [listed] = events(signed_in, integration)
    assert (listed["outcome"], len(listed["role"])) == ("applied", 200)
    assert listed["interview"]["interviewers"] == [{"name": "I vo Marsh", "email": None}]
    assert only_interview(signed_in)["timezone"] == "America/New_York"


# -- moved, called off, out of order ------------------------------------------------------------------------------

AT_FOUR = {"starts_at": "2026-11-25T16:00:00+00:00", "ends_at": "2026-11-25T17:00:00+00:00"}
NINE, TEN, ELEVEN = (f"2026-11-23T{hour}:00:00+00:00" for hour in ("09", "10", "11"))


def test_an_interview_moves_and_is_called_off(signed_in: TestClient, integration: Resource) -> None:
    deliver(signed_in, integration, told())
    deliver(signed_in, integration, told("interview_rescheduled", interview=AT_FOUR))
    moved = only_interview(signed_in)
    assert (moved["starts_at"], moved["sequence"], moved["status"]) == ("2026-11-25T16:00:00Z", 1, "scheduled")
    deliver(signed_in, integration, told("interview_cancelled"))
    called_off = only_interview(signed_in)
    assert (called_off["sequence"], called_off["status"]) == (2, "cancelled")
    assert outcomes(signed_in, integration) == ["applied"] * 3


def test_what_is_older_never_wins(signed_in: TestClient, integration: Resource) -> None:
    deliver(signed_in, integration, told("interview_rescheduled", interview=AT_FOUR, as_of=TEN))
    deliver(signed_in, integration, told(as_of=NINE))
    deliver(signed_in, integration, told("interview_cancelled", as_of=NINE))
    assert outcomes(signed_in, integration) == ["applied", "unchanged", "unchanged"]
    interview = only_interview(signed_in)
    assert (interview["starts_at"], interview["status"]) == ("2026-11-25T16:00:00Z", "scheduled")


@pytest.mark.parametrize("as_of", [(None, None), (TEN, NINE), (TEN, TEN), (TEN, None), (None, NINE)])
def test_one_that_was_called_off_before_it_was_seen_does_not_come_late(
    as_of: tuple[str | None, str | None], signed_in: TestClient, integration: Resource
) -> None:
    called_off, scheduled = as_of
    assert deliver(signed_in, integration, told("interview_cancelled", as_of=called_off)).status_code == 200
    deliver(signed_in, integration, told(as_of=scheduled))
    assert outcomes(signed_in, integration) == ["unchanged", "unchanged"]
    assert interviews(signed_in) == []


def test_one_that_was_called_off_comes_back_by_what_is_newer(signed_in: TestClient, integration: Resource) -> None:
    deliver(signed_in, integration, told(as_of=NINE))
    deliver(signed_in, integration, told("interview_cancelled", as_of=TEN))
    deliver(signed_in, integration, told(as_of=ELEVEN))
    assert only_interview(signed_in)["status"] == "scheduled"


def test_times_that_are_not_said_change_nothing(signed_in: TestClient, integration: Resource) -> None:
    deliver(signed_in, integration, told())
    nothing = {"starts_at": None, "ends_at": None}
    deliver(signed_in, integration, told("interview_rescheduled", interview=nothing))
    assert outcomes(signed_in, integration) == ["applied", "unchanged"]
    assert "begins" in events(signed_in, integration)[0]["detail"]
    assert only_interview(signed_in)["starts_at"] == "2026-11-25T15:00:00Z"


MOVES = [
    told(interview={"external_id": "a"}),
    told("interview_rescheduled", interview={"external_id": "b", "replaces": "a"} | AT_FOUR),
    told("interview_rescheduled", interview={"external_id": "c", "replaces": "b", "starts_at": TEN, "ends_at": ELEVEN}),
]


@pytest.mark.parametrize("order", ["012", "021", "102", "120", "201", "210"])
def test_a_move_under_new_ids_ends_as_one_interview_in_any_order(
    order: str, signed_in: TestClient, integration: Resource
) -> None:
    for number in order:
        deliver(signed_in, integration, MOVES[int(number)])
    left = [one for one in interviews(signed_in) if one["status"] == "scheduled"]
    assert [(one["external_id"], one["starts_at"]) for one in left] == [("c", "2026-11-23T10:00:00Z")]


GROUP = [told(interview={"external_id": f"group/{n}"}) for n in (1, 2)]


def test_a_group_is_called_off_as_a_whole(signed_in: TestClient, integration: Resource) -> None:
    deliver(signed_in, integration, *GROUP, told(interview={"external_id": "groupies"}))
    deliver(signed_in, integration, told("interview_cancelled", interview={"external_id": "group"}))
    found = {one["external_id"]: one["status"] for one in interviews(signed_in)}
    assert found == {"group/1": "cancelled", "group/2": "cancelled", "groupies": "scheduled"}


def test_one_of_a_group_that_was_called_off_before_it_was_seen_does_not_come_late(
    signed_in: TestClient, integration: Resource
) -> None:
    deliver(signed_in, integration, told("interview_cancelled", interview={"external_id": "group"}, as_of=TEN))
    deliver(signed_in, integration, *GROUP)
    assert interviews(signed_in) == []
    deliver(signed_in, integration, GROUP[0] | {"as_of": ELEVEN})
    deliver(signed_in, integration, *reversed(GROUP))
    assert [one["external_id"] for one in interviews(signed_in)] == ["group/1", "group/2"]


def test_what_the_candidate_took_down_stays_when_it_moves(signed_in: TestClient, integration: Resource) -> None:
    deliver(signed_in, integration, told())
    address = f"{V1}/interviews/{only_interview(signed_in)['id']}"
    own = {"notes": "Bring the folder.", "round": "My own name", "discussion_points": ["queues"]}
    assert signed_in.patch(address, json=own).status_code == 200
    deliver(signed_in, integration, told("interview_rescheduled", interview=AT_FOUR))
    assert (own | {"starts_at": "2026-11-25T16:00:00Z"}).items() <= signed_in.get(address).json().items()


def test_one_that_the_user_deleted_stays_away(signed_in: TestClient, integration: Resource) -> None:
    deliver(signed_in, integration, told())
    signed_in.delete(f"{V1}/interviews/{only_interview(signed_in)['id']}")
    deliver(signed_in, integration, told("interview_rescheduled", interview=AT_FOUR))
    assert (outcomes(signed_in, integration)[-1], interviews(signed_in)) == ("unchanged", [])


# -- status -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("application_rejected", "rejected"),
        ("application_withdrawn", "withdrawn"),
        ("offer_extended", "offered"),
        ("hired", "accepted"),
    ],
)
def test_a_status_follows_with_the_instant_at_which_it_changed(
    name: str, status: str, signed_in: TestClient, integration: Resource
) -> None:
    application = an_application(signed_in, external_id="app-1")
    deliver(signed_in, integration, told(name, as_of=TEN))
    shown = signed_in.get(f"{V1}/applications/{application['id']}").json()
    assert (shown["status"], shown["status_changed_at"]) == (status, "2026-11-23T10:00:00Z")


def test_a_rejection_that_is_taken_back_reopens(signed_in: TestClient, integration: Resource) -> None:
    deliver(signed_in, integration, told("application_rejected"))
    assert only_application(signed_in)["status"] == "rejected"
    deliver(signed_in, integration, told("application_reopened"))
    assert only_application(signed_in)["status"] == "active"


def test_an_older_status_never_wins(signed_in: TestClient, integration: Resource) -> None:
    deliver(signed_in, integration, told("application_reopened", as_of=TEN))
    deliver(signed_in, integration, told("application_rejected", as_of=NINE))
    assert only_application(signed_in)["status"] == "active"


def test_what_the_user_changed_later_is_not_overruled(signed_in: TestClient, integration: Resource) -> None:
    application = an_application(signed_in, external_id="app-1")
    signed_in.patch(f"{V1}/applications/{application['id']}", json={"status": "withdrawn"})
    deliver(signed_in, integration, told("application_rejected", as_of=TEN))
    assert (only_application(signed_in)["status"], outcomes(signed_in, integration)) == ("withdrawn", ["unchanged"])


def test_a_time_to_come_counts_as_now(signed_in: TestClient, integration: Resource) -> None:
    deliver(signed_in, integration, told("application_rejected", as_of="2026-11-30T10:00:00+00:00"))
    assert only_application(signed_in)["status_changed_at"] == "2026-11-23T15:00:00Z"


@pytest.mark.parametrize(
    ("name", "outcome"), [("ping", "ignored"), ("ignored", "ignored"), ("stage_changed", "unchanged")]
)
def test_what_changes_no_advice_changes_nothing(
    name: str, outcome: str, signed_in: TestClient, integration: Resource
) -> None:
    before = an_application(signed_in, external_id="app-1")
    deliver(signed_in, integration, told(name))
    assert (outcomes(signed_in, integration), only_application(signed_in)) == ([outcome], before)


# -- what is left -------------------------------------------------------------------------------------------------


def test_a_deleted_integration_takes_its_events_along_and_leaves_the_applications(
    signed_in: TestClient, integration: Resource
) -> None:
    deliver(signed_in, integration, told())
    assert signed_in.delete(f"{V1}/integrations/{integration['id']}").status_code == 204
    assert deliver(signed_in, integration, told()).status_code == 404
    assert only_interview(signed_in)["application_id"] == only_application(signed_in)["id"]


def test_events_come_in_pages_and_are_kept_for_ninety_days(
    signed_in: TestClient, integration: Resource, clock: MovableClock
) -> None:
    for number in range(3):
        deliver(signed_in, integration, told("ping"), id=f"d-{number}")
    address = f"{V1}/integrations/{integration['id']}/events"
    first = signed_in.get(f"{address}?limit=2").json()
    second = signed_in.get(f"{address}?limit=2&cursor={first['next_cursor']}").json()
    assert [one["delivery_id"] for one in first["items"] + second["items"]] == ["d-2", "d-1", "d-0"]
    key = signed_in.post(f"{V1}/api-keys", json={"name": "k", "scopes": ["read"]}).json()["secret"]
    clock.advance(days=91)
    deliver(signed_in, integration, told("ping"), id="d-3")
    signed_in.headers["Authorization"] = f"Bearer {key}"
    assert [one["delivery_id"] for one in events(signed_in, integration)] == ["d-3"]


def test_an_export_holds_no_integration(signed_in: TestClient, integration: Resource) -> None:
    deliver(signed_in, integration, told())
    exported = signed_in.get(f"{V1}/me/export").text
    assert ("Support Lead" in exported, "integration" in exported, SECRET in exported) == (True, False, False)
