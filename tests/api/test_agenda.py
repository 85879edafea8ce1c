"""The agenda: what there is to do, the most urgent first. It is Monday 23 November, ten in the morning in New York."""

from starlette.testclient import TestClient

from afterview.api.schemas.advice import AgendaItem
from tests.api.resources import V1, Resource, a_contact, a_touch, an_application, an_interview, codes
from tests.conftest import MovableClock, SignUp

AGENDA = f"{V1}/agenda"


def agenda(client: TestClient, **query: str | int) -> list[Resource]:
    """What is on it, page by page, each item in its documented form."""
    found: list[Resource] = []
    while True:
        response = client.get(AGENDA, params=query)
        assert response.status_code == 200, response.text
        found += response.json()["items"]
        for item in response.json()["items"]:
            AgendaItem.model_validate(item)
        if response.json()["next_cursor"] is None:
            return found
        query["cursor"] = response.json()["next_cursor"]


def companies(client: TestClient, **query: str | int) -> list[str]:
    """Whose applications are on it, in order."""
    return [item["application"]["company"] for item in agenda(client, **query)]


def an_interview_that_ended(client: TestClient, company: str, day: int, **said: object) -> Resource:
    """An application with one interview, by Dana, that ended at four in the afternoon of that November day."""
    application = an_application(client, company=company)
    dana = a_contact(client, application, email=f"dana@{company.lower()}.example", linkedin_url=None)
    times = {"starts_at": f"2026-11-{day}T15:00:00-05:00", "ends_at": f"2026-11-{day}T16:00:00-05:00"}
    an_interview(client, application, interviewer_ids=[dana["id"]], **times, **said)
    return application | {"dana": dana["id"]}


def thanked(client: TestClient, company: str, day: int, **said: object) -> Resource:
    """The same, thanked two hours later."""
    application = an_interview_that_ended(client, company, day, **said)
    touch = {"contact_id": application["dana"], "occurred_at": f"2026-11-{day}T18:00:00-05:00"}
    a_touch(client, application, **touch)
    return application


def test_nothing_to_do_is_an_empty_list(signed_in: TestClient) -> None:
    an_application(signed_in)
    assert signed_in.get(AGENDA).json() == {"items": [], "next_cursor": None}


def test_what_closes_first_comes_first(signed_in: TestClient) -> None:
    signed_in.patch(f"{V1}/me", json={"preferences": {"linkedin": False}})
    thanked(signed_in, "Later", 13)
    an_interview_that_ended(signed_in, "Urgent", 22)
    assert companies(signed_in) == ["Urgent", "Later"]


def test_an_item_says_which_application_and_what_to_do(signed_in: TestClient) -> None:
    application = an_interview_that_ended(signed_in, "Acme", 22)
    item = agenda(signed_in)[0]
    assert item["application"] == {key: application[key] for key in ("id", "company", "role", "status")}
    own = signed_in.get(f"{V1}/applications/{application['id']}/next-action").json()
    assert item["recommendation"] == own


def test_a_wait_that_ends_by_then_is_on_it_and_a_longer_one_is_not(signed_in: TestClient) -> None:
    signed_in.patch(f"{V1}/me", json={"preferences": {"linkedin": False}})
    thanked(signed_in, "Acme", 20, reply_expected_by="2026-11-24")
    assert companies(signed_in) == []
    assert companies(signed_in, until="2026-11-25T13:59:59Z") == []
    assert companies(signed_in, until="2026-11-25T14:00:00Z") == ["Acme"]


def test_an_interview_today_is_on_it_until_the_end_of_the_users_day(signed_in: TestClient) -> None:
    application = an_application(signed_in, company="Tonight")
    times = {"starts_at": "2026-11-23T22:00:00-05:00", "ends_at": "2026-11-23T23:00:00-05:00"}
    an_interview(signed_in, application, **times)
    assert companies(signed_in) == ["Tonight"]
    signed_in.patch(f"{V1}/me", json={"timezone": "Europe/Berlin"})
    assert companies(signed_in) == []


def test_what_went_by_unused_is_on_it_no_more(signed_in: TestClient, client: TestClient, clock: MovableClock) -> None:
    key = signed_in.post(f"{V1}/api-keys", json={"name": "lasting", "scopes": ["read"]}).json()["secret"]
    client.headers["Authorization"] = f"Bearer {key}"
    application = an_interview_that_ended(signed_in, "Acme", 20)
    changed = {"status": "rejected", "preferences": {"linkedin": False}}
    signed_in.patch(f"{V1}/applications/{application['id']}", json=changed)
    assert companies(client) == ["Acme"]
    clock.advance(days=8)
    assert companies(client) == []


def test_pages_follow_each_other_without_a_gap(signed_in: TestClient) -> None:
    wanted = [f"Company {number}" for number in range(5)]
    for company in wanted:
        an_interview_that_ended(signed_in, company.replace(" ", ""), 22)
    assert companies(signed_in, limit=2) == companies(signed_in) == [company.replace(" ", "") for company in wanted]


def test_the_agenda_of_somebody_else_is_empty(signed_in: TestClient, sign_up: SignUp) -> None:
    an_interview_that_ended(signed_in, "Acme", 22)
    assert companies(sign_up("stranger@example.com")) == []


def test_a_cursor_belongs_to_its_until(signed_in: TestClient) -> None:
    for company in ("One", "Two"):
        an_interview_that_ended(signed_in, company, 22)
    cursor = signed_in.get(AGENDA, params={"limit": 1}).json()["next_cursor"]
    answer = signed_in.get(AGENDA, params={"limit": 1, "cursor": cursor, "until": "2026-12-01T00:00:00Z"})
    assert codes(answer) == {"/cursor": "bad_cursor"}
