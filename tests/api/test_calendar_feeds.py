"""Calendar subscriptions, looked at as a phone would look at them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest
from httpx2 import Response
from icalendar import Calendar
from starlette.testclient import TestClient

from afterview.main import create_app
from afterview.settings import Settings
from tests.api.resources import (
    APPLICATIONS,
    INTERVIEWS,
    V1,
    Resource,
    a_contact,
    a_deferral,
    a_touch,
    an_application,
    an_interview,
    codes,
    items,
)
from tests.conftest import CHEAP, MovableClock, SignUp

FEEDS = f"{V1}/calendar-feeds"
TONIGHT = {"starts_at": "2026-11-23T14:00:00-05:00", "ends_at": "2026-11-23T15:00:00-05:00"}
NEW_YORK = ZoneInfo("America/New_York")
THANKS_AT = datetime(2026, 11, 23, 22, tzinfo=UTC)


def made(client: TestClient, **said: object) -> Resource:
    """A new subscription."""
    answer = client.post(FEEDS, json=said)
    assert answer.status_code == 201
    feed: Resource = answer.json()
    return feed


class Shown(NamedTuple):
    """One box in a calendar, as it was read."""

    uid: str
    summary: str
    description: str
    starts: datetime | date
    ends: datetime | date
    sequence: int
    stamps: tuple[datetime, datetime]
    url: str
    location: str | None
    blocks: bool
    rings: list[tuple[str, timedelta, str]]
    raw: bytes

    @classmethod
    def of(cls, event: Any) -> "Shown":  # noqa: ANN401  (any property may be of any type, to the library)
        """What a program makes of an event."""
        return cls(
            uid=str(event["UID"]),
            summary=str(event["SUMMARY"]),
            description=str(event["DESCRIPTION"]),
            starts=event.decoded("DTSTART"),
            ends=event.decoded("DTEND"),
            sequence=event["SEQUENCE"],
            stamps=(event.decoded("DTSTAMP"), event.decoded("LAST-MODIFIED")),
            url=str(event["URL"]),
            location=str(event["LOCATION"]) if "LOCATION" in event else None,
            blocks=event["TRANSP"] == "OPAQUE",
            rings=[(str(a["ACTION"]), a["TRIGGER"].dt, str(a["DESCRIPTION"])) for a in event.walk("VALARM")],
            raw=event.to_ical(),
        )


class Phone(NamedTuple):
    """A calendar program: it knows an address, and nothing else."""

    client: TestClient
    address: str

    def fetch(self, **headers: str) -> Response:
        """What the address answers."""
        return self.client.get(self.address.removeprefix("http://127.0.0.1:8000"), headers=headers)

    def events(self) -> list[Shown]:
        """The events shown."""
        answer = self.fetch()
        assert answer.status_code == 200
        return [Shown.of(event) for event in Calendar.from_ical(answer.content).walk("VEVENT")]

    def find(self, summary: str) -> Shown:
        """The one event with these words in its summary."""
        [found] = [event for event in self.events() if summary in event.summary]
        return found

    def summaries(self) -> list[str]:
        """What is written in the boxes."""
        return [event.summary for event in self.events()]


@pytest.fixture
def signed_in(sign_up: SignUp) -> TestClient:
    """A client that speaks for kim@example.com, however late it gets."""
    kim = sign_up("kim@example.com")
    key = kim.post(f"{V1}/api-keys", json={"name": "lasting", "scopes": ["read", "write"]}).json()["secret"]
    kim.headers["Authorization"] = f"Bearer {key}"
    return kim


@pytest.fixture
def phone(signed_in: TestClient, client: TestClient) -> Phone:
    """A phone that has subscribed to the calendar of `signed_in`."""
    return Phone(client, made(signed_in)["url"])


@pytest.fixture
def tonight(signed_in: TestClient) -> Resource:
    """An application whose interview, with Dana Reyes, ends this afternoon."""
    application = an_application(signed_in)
    dana = a_contact(signed_in, application, email="dana@acme.example")
    interview = an_interview(
        signed_in, application, interviewer_ids=[dana["id"]], round="Second round", format="video", **TONIGHT
    )
    return application | {"dana": dana["id"], "interview": interview["id"]}


def test_a_phone_shows_the_interview_and_the_thank_you_with_its_alarm(phone: Phone, tonight: Resource) -> None:
    interview, thanks = phone.events()
    assert interview.summary == "Interview: Data engineer, Acme (Second round)"
    assert (interview.starts, interview.ends) == (
        datetime(2026, 11, 23, 19, tzinfo=UTC),
        datetime(2026, 11, 23, 20, tzinfo=UTC),
    )
    assert interview.description.startswith("With Dana Reyes.\nBy video.\n")
    assert thanks.summary == "Send Dana Reyes a thank-you email (Acme)"
    assert thanks.starts == THANKS_AT
    assert thanks.rings == [("DISPLAY", timedelta(0), "Send Dana Reyes a thank-you email (Acme)")]


def test_an_interview_blocks_the_time_and_rings_only_where_it_was_entered(phone: Phone, tonight: Resource) -> None:
    interview, thanks = phone.events()
    assert (interview.blocks, thanks.blocks) == (True, False)
    assert interview.rings == []


def test_an_entry_says_why_and_leads_to_the_application(phone: Phone, tonight: Resource) -> None:
    thanks = phone.find("thank-you")
    lines = thanks.description.split("\n")
    assert "thanks are on time until" in lines[0]
    assert "Good until Tue 24 Nov, 15:00 (New York)." in lines
    assert "This is for the case that nothing happens before then." in lines
    assert lines[-1] == thanks.url == f"http://127.0.0.1:8000/#/applications/{tonight['id']}"


def test_what_the_candidate_took_down_is_not_in_the_calendar(
    phone: Phone, signed_in: TestClient, tonight: Resource
) -> None:
    secrets = {"notes": "secret one", "concerns": ["secret two"], "points_to_add": ["secret three"]}
    signed_in.patch(f"{INTERVIEWS}/{tonight['interview']}", json=secrets)
    signed_in.patch(f"{APPLICATIONS}/{tonight['id']}", json={"notes": "secret four"})
    assert "secret" not in phone.fetch().text


def test_everybody_on_a_panel_gets_a_thank_you_at_the_same_moment(signed_in: TestClient, phone: Phone) -> None:
    application = an_application(signed_in)
    names = ("Dana Reyes", "Sam Lee", "Noor Haddad")
    panel = [a_contact(signed_in, application, name=name, email=f"{name[:3]}@acme.example") for name in names]
    an_interview(signed_in, application, interviewer_ids=[one["id"] for one in panel], **TONIGHT)
    _, *thanks = phone.events()
    assert {event.summary for event in thanks} == {f"Send {name} a thank-you email (Acme)" for name in names}
    assert {event.starts for event in thanks} == {THANKS_AT}


def test_a_step_that_was_taken_makes_room_for_the_next_one(
    signed_in: TestClient, phone: Phone, tonight: Resource, clock: MovableClock
) -> None:
    clock.advance(hours=6)
    assert "Send Dana Reyes a thank-you email (Acme)" in phone.summaries()
    a_touch(signed_in, tonight, contact_id=tonight["dana"])
    _, following = phone.events()
    assert following.summary == "Invite Dana Reyes to connect on LinkedIn (Acme)"
    assert following.starts > THANKS_AT


def test_when_an_interview_moves_it_and_its_thank_you_move_and_keep_their_uids(
    signed_in: TestClient, phone: Phone, tonight: Resource
) -> None:
    before = phone.events()
    later = {"starts_at": "2026-11-24T14:00:00-05:00", "ends_at": "2026-11-24T15:00:00-05:00"}
    signed_in.patch(f"{INTERVIEWS}/{tonight['interview']}", json=later)
    after = phone.events()
    assert [event.uid for event in after] == [event.uid for event in before]
    for old, new in zip(before, after, strict=True):
        assert new.starts == old.starts + timedelta(days=1)
        assert (old.sequence, new.sequence) == (0, 1)


def test_an_interview_that_is_called_off_disappears_with_what_follows_from_it(
    signed_in: TestClient, phone: Phone, tonight: Resource
) -> None:
    assert len(phone.events()) == 2
    signed_in.patch(f"{INTERVIEWS}/{tonight['interview']}", json={"status": "cancelled"})
    assert phone.events() == []


def test_a_step_that_is_left_out_disappears_and_one_taken_up_again_comes_back_newer(
    signed_in: TestClient, phone: Phone, tonight: Resource
) -> None:
    before = phone.find("thank-you")
    deferral = a_deferral(signed_in, tonight, kind="thank_you_email", until="2026-11-24T09:00:00-05:00")
    put_off = phone.find("thank-you")
    assert put_off.uid == before.uid
    assert put_off.starts == datetime(2026, 11, 24, 14, tzinfo=UTC)
    signed_in.delete(f"{V1}/deferrals/{deferral['id']}")
    again = phone.find("thank-you")
    assert again.starts == before.starts
    assert [event.sequence for event in (before, put_off, again)] == [0, 1, 2]


def test_an_entry_that_did_not_change_keeps_its_version(
    signed_in: TestClient, phone: Phone, tonight: Resource, clock: MovableClock
) -> None:
    before = phone.find("thank-you")
    clock.advance(minutes=10)
    an_application(signed_in, company="Elsewhere")
    signed_in.patch(f"{INTERVIEWS}/{tonight['interview']}", json={"location": "https://meet.example/1"})
    after = phone.find("thank-you")
    assert after.raw == before.raw
    interview = phone.find("Interview")
    assert (interview.location, interview.sequence) == ("https://meet.example/1", 1)
    assert interview.stamps == (clock(), clock())


@pytest.mark.parametrize("hours", [1, 5.5, 7, 8, 12])
def test_the_thank_you_stays_where_it_was_put_all_evening(
    phone: Phone, tonight: Resource, clock: MovableClock, hours: float
) -> None:
    before = phone.find("thank-you")
    clock.advance(hours=hours)
    after = phone.find("thank-you")
    assert (after.uid, after.starts) == (before.uid, THANKS_AT)
    assert len(after.rings) == 1


def test_what_should_have_been_done_yesterday_stands_at_the_top_of_today_and_does_not_ring(
    phone: Phone, tonight: Resource, clock: MovableClock
) -> None:
    for day in (24, 25, 26):
        clock.advance(days=1)
        thanks = phone.find("thank-you")
        assert (thanks.starts, thanks.ends) == (date(2026, 11, day), date(2026, 11, day + 1))
        assert thanks.rings == []
    assert "later is still kind" in phone.find("thank-you").summary


def test_a_bonus_does_not_follow_the_reader_from_day_to_day(
    signed_in: TestClient, phone: Phone, tonight: Resource, clock: MovableClock
) -> None:
    clock.advance(hours=8)
    a_touch(signed_in, tonight, contact_id=tonight["dana"])
    before = phone.find("LinkedIn").starts
    clock.advance(days=4)
    assert phone.find("LinkedIn").starts == before


def test_what_is_due_for_days_rings_on_the_first_one_alone(
    signed_in: TestClient, phone: Phone, tonight: Resource, clock: MovableClock
) -> None:
    signed_in.patch(f"{V1}/me", json={"preferences": {"linkedin": False}})
    clock.advance(hours=8)
    a_touch(signed_in, tonight, contact_id=tonight["dana"])
    at_nine = phone.find("how things stand").starts
    assert isinstance(at_nine, datetime)
    for hours in (0, 1, 12):
        clock.present = at_nine + timedelta(hours=hours)
        seen = phone.find("how things stand")
        assert (seen.starts, len(seen.rings)) == (at_nine, 1)
    for hours in (20, 25, 36, 44):
        clock.present = at_nine + timedelta(hours=hours)
        seen = phone.find("how things stand")
        assert (seen.starts, seen.rings) == (clock().astimezone(NEW_YORK).date(), [])


def test_somebody_who_has_it_already_gets_a_304(phone: Phone, tonight: Resource, clock: MovableClock) -> None:
    first = phone.fetch()
    clock.advance(hours=1)
    again = phone.fetch(**{"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert again.headers["cache-control"] == first.headers["cache-control"] == "private, no-cache"


def test_somebody_who_has_an_older_one_gets_the_new_one(signed_in: TestClient, phone: Phone, tonight: Resource) -> None:
    first = phone.fetch()
    a_touch(signed_in, tonight, contact_id=tonight["dana"])
    assert phone.fetch(**{"If-None-Match": first.headers["etag"]}).status_code == 200


def test_two_subscriptions_of_one_user_show_the_same_bytes(
    signed_in: TestClient, client: TestClient, phone: Phone, tonight: Resource
) -> None:
    assert Phone(client, made(signed_in, name="Laptop")["url"]).fetch().content == phone.fetch().content


def test_a_calendar_says_what_it_is_and_how_often_to_look(phone: Phone) -> None:
    answer = phone.fetch()
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    calendar: Any = Calendar.from_ical(answer.content)
    assert (calendar["X-WR-CALNAME"], calendar["VERSION"]) == ("Afterview", "2.0")
    assert "METHOD" not in calendar
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in answer.content
    assert b"X-PUBLISHED-TTL:PT1H\r\n" in answer.content
    assert calendar.walk("VEVENT") == []


def test_long_and_odd_names_are_folded_and_escaped(signed_in: TestClient, phone: Phone) -> None:
    company = "Grüße; Co, \\Straße " + "日本 " * 40
    application = an_application(signed_in, company=company.strip())
    an_interview(signed_in, application, location="one\r\ntwo\x07", **TONIGHT)
    lines = phone.fetch().content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    interview = phone.find("Interview")
    assert interview.summary == f"Interview: Data engineer, {company.strip()}"
    assert interview.location == "one\ntwo "


def test_the_time_stands_in_utc_whatever_the_zone_of_the_interview(signed_in: TestClient, phone: Phone) -> None:
    application = an_application(signed_in)
    times = {"starts_at": "2026-11-24T10:00:00+09:00", "ends_at": "2026-11-24T11:00:00+09:00"}
    an_interview(signed_in, application, timezone="Asia/Tokyo", **times)
    assert b"DTSTART:20261124T010000Z\r\n" in phone.fetch().content


def test_old_interviews_fall_out_of_the_calendar(
    signed_in: TestClient, phone: Phone, tonight: Resource, clock: MovableClock
) -> None:
    clock.advance(days=30, hours=3)
    assert "Interview" in phone.summaries()[0]
    clock.advance(days=1)
    assert "Interview" not in " ".join(phone.summaries())


def test_what_comes_in_months_is_shown_when_it_is_an_interview_and_not_when_it_is_a_step(
    signed_in: TestClient, phone: Phone
) -> None:
    times = {"starts_at": "2027-02-23T14:00:00Z", "ends_at": "2027-02-23T15:00:00Z"}
    an_interview(signed_in, an_application(signed_in), **times)
    assert phone.summaries() == ["Interview: Data engineer, Acme"]


def test_a_subscription_shows_its_address_once(signed_in: TestClient) -> None:
    feed = made(signed_in, name="My phone")
    token = feed["url"].rpartition("/")[2].removesuffix(".ics")
    assert feed["url"] == f"http://127.0.0.1:8000/api/v1/calendar/{token}.ics"
    assert token.startswith(feed["prefix"])
    assert len(token) >= 43
    [listed] = items(signed_in, FEEDS)
    assert listed == {name: feed[name] for name in ("id", "name", "prefix", "created_at")}


def test_a_subscription_needs_no_body(signed_in: TestClient) -> None:
    answer = signed_in.post(FEEDS)
    assert (answer.status_code, answer.json()["name"]) == (201, "Calendar")


def test_a_repeated_request_gives_the_same_address(signed_in: TestClient) -> None:
    one, two = (signed_in.post(FEEDS, json={}, headers={"Idempotency-Key": "1"}) for _ in range(2))
    assert one.json() == two.json()
    assert len(items(signed_in, FEEDS)) == 1


@pytest.mark.parametrize(
    ("body", "pointers"),
    [({"name": ""}, {"/name": "too_short"}), ({"url": "x"}, {"/url": "unknown_field"}), ([], {"": "object_expected"})],
)
def test_a_bad_subscription_is_pointed_at(signed_in: TestClient, body: object, pointers: dict[str, str]) -> None:
    answer = signed_in.post(FEEDS, json=body)
    assert codes(answer) == pointers


def test_a_revoked_address_leads_nowhere(signed_in: TestClient, client: TestClient) -> None:
    answer = signed_in.post(FEEDS)
    phone = Phone(client, answer.json()["url"])
    assert phone.fetch().status_code == 200
    own = f"{FEEDS}/{answer.json()['id']}"
    assert signed_in.delete(own, headers={"If-Match": '"stale"'}).status_code == 412
    assert signed_in.delete(own, headers={"If-Match": answer.headers["etag"]}).status_code == 204
    assert phone.fetch().status_code == 404
    assert signed_in.delete(own).status_code == 404


def test_an_address_that_nobody_was_given_leads_nowhere(client: TestClient) -> None:
    answer = client.get(f"{V1}/calendar/unknown.ics")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_the_address_goes_with_the_account(signed_in: TestClient, phone: Phone, tonight: Resource) -> None:
    assert phone.events()
    signed_in.delete(f"{V1}/me")
    assert phone.fetch().status_code == 404


def test_a_deleted_application_leaves_the_calendar(signed_in: TestClient, phone: Phone, tonight: Resource) -> None:
    assert phone.events()
    signed_in.delete(f"{APPLICATIONS}/{tonight['id']}")
    assert phone.events() == []


def test_somebody_elses_subscription_is_not_found(sign_up: SignUp) -> None:
    kim, lee = sign_up("kim@example.com"), sign_up("lee@example.com")
    feed = made(kim)
    assert lee.delete(f"{FEEDS}/{feed['id']}").status_code == 404
    assert items(lee, FEEDS) == []
    assert len(items(kim, FEEDS)) == 1


def test_everybody_sees_their_own_calendar(sign_up: SignUp, client: TestClient) -> None:
    kim, lee = sign_up("kim@example.com"), sign_up("lee@example.com")
    an_interview(kim, an_application(kim), **TONIGHT)
    assert Phone(client, made(lee)["url"]).events() == []
    assert len(Phone(client, made(kim)["url"]).events()) == 2


def test_a_read_key_may_not_make_an_address(signed_in: TestClient, client: TestClient) -> None:
    key = signed_in.post(f"{V1}/api-keys", json={"name": "k", "scopes": ["read"]}).json()["secret"]
    client.headers["Authorization"] = f"Bearer {key}"
    assert client.post(FEEDS).status_code == 403
    assert client.get(FEEDS).status_code == 200


def test_whoever_fetches_without_end_is_asked_to_wait(
    signed_in: TestClient, settings: Settings, clock: MovableClock
) -> None:
    address = made(signed_in)["url"].removeprefix("http://127.0.0.1:8000")
    app = create_app(settings.model_copy(update={"rate_limits": True}), clock=clock, password_cost=CHEAP)
    with TestClient(app) as stranger:
        answers = [stranger.get(address) for _ in range(61)]
    assert {answer.status_code for answer in answers[:60]} == {200}
    assert answers[60].status_code == 429
    assert int(answers[60].headers["retry-after"]) > 0
