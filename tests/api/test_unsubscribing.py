"""The link that ends daily letters: looking changes nothing, the button does, and so does a mail program's click."""

from uuid import UUID

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from afterview.ids import new_id
from afterview.main import create_app
from afterview.services.unsubscribing import STOPPING, StopLinks
from afterview.settings import Settings
from tests.api.resources import V1
from tests.conftest import CHEAP, MovableClock

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def link_of(user_id: UUID, settings: Settings) -> str:
    """The link in the letters to a user."""
    return StopLinks(settings.derive_key(STOPPING), "").url_for(user_id)


@pytest.fixture
def link(signed_in: TestClient, settings: Settings) -> str:
    """The link in the letters of somebody who gets them at seven."""
    me = signed_in.patch(f"{V1}/me", json={"digest": {"enabled": True, "hour": 7}}).json()
    return link_of(UUID(me["id"]), settings)


def letters(reader: TestClient) -> dict[str, object]:
    """What the profile says of letters."""
    found: dict[str, object] = reader.get(f"{V1}/me").json()["digest"]
    return found


def test_looking_shows_a_button_and_stops_nothing(client: TestClient, signed_in: TestClient, link: str) -> None:
    page = client.get(link)
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert '<form method="post"><button>Stop the letters</button></form>' in page.text
    assert letters(signed_in) == {"enabled": True, "hour": 7}


def test_the_page_may_send_its_form_here_alone_and_is_kept_by_nobody(client: TestClient, link: str) -> None:
    headers = client.get(link).headers
    assert "form-action 'self'" in headers["content-security-policy"]
    assert "default-src 'none'" in headers["content-security-policy"]
    assert (headers["cache-control"], headers["referrer-policy"]) == ("no-store", "no-referrer")


def test_the_button_stops_the_letters_and_keeps_their_hour(
    client: TestClient, signed_in: TestClient, link: str
) -> None:
    assert client.post(link).status_code == 200
    assert letters(signed_in) == {"enabled": False, "hour": 7}


@pytest.mark.parametrize("how", ["form", "multipart"])
def test_a_mail_programs_one_click_stops_them_too(
    how: str, client: TestClient, signed_in: TestClient, link: str
) -> None:
    said = {"data": ONE_CLICK} if how == "form" else {"files": {"List-Unsubscribe": (None, "One-Click")}}
    assert client.post(link, **said).status_code == 200
    assert letters(signed_in)["enabled"] is False


def test_a_second_click_changes_nothing(
    client: TestClient, signed_in: TestClient, link: str, clock: MovableClock
) -> None:
    client.post(link)
    before = signed_in.get(f"{V1}/me").headers["etag"]
    clock.advance(minutes=1)
    assert client.post(link).status_code == 200
    assert signed_in.get(f"{V1}/me").headers["etag"] == before


def test_it_stops_nobody_elses_letters(
    client: TestClient, signed_in: TestClient, link: str, settings: Settings
) -> None:
    assert client.post(link_of(new_id(), settings)).status_code == 200  # of an account that has gone
    assert letters(signed_in)["enabled"] is True


@pytest.mark.parametrize(
    "token", ["x", "%C3%BC", "AAAA", "A" * 48, "A" * 5000, "=", "%00"], ids=lambda token: token[:6] + str(len(token))
)
def test_a_link_that_was_not_made_here_is_not_found(token: str, client: TestClient) -> None:
    for answer in (client.get(f"/unsubscribe/{token}"), client.post(f"/unsubscribe/{token}")):
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_one_changed_character_makes_it_unknown(client: TestClient, signed_in: TestClient, link: str) -> None:
    for place in (13, 20, 40, 60):
        changed = link[:place] + ("A" if link[place] != "A" else "B") + link[place + 1 :]
        assert client.post(changed).status_code == 404
    assert letters(signed_in)["enabled"] is True


def test_a_link_of_another_installation_is_unknown(
    client: TestClient, signed_in: TestClient, settings: Settings
) -> None:
    other = settings.model_copy(update={"secret_key": SecretStr("another key, as long as it must be")})
    user_id = UUID(signed_in.get(f"{V1}/me").json()["id"])
    assert client.get(link_of(user_id, other)).status_code == 404


def test_whoever_tries_too_often_has_to_wait(settings: Settings, clock: MovableClock) -> None:
    limited = create_app(settings.model_copy(update={"rate_limits": True}), clock=clock, password_cost=CHEAP)
    with TestClient(limited) as client:
        answers = [client.get("/unsubscribe/x") for _ in range(61)]
    assert [answers[-2].status_code, answers[-1].status_code] == [404, 429]
    assert int(answers[-1].headers["retry-after"]) > 0
