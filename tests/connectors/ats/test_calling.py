"""Calls to vendors' APIs: bounded, never led away, and every trouble told in a sentence without the key."""

from datetime import timedelta
from email.utils import format_datetime

import pytest

from afterview.connectors.ats.calling import MOST_BYTES, MOST_PAGES
from afterview.connectors.ats.event import EventName, VendorEvent
from afterview.connectors.ats.vendor import Access, VendorTrouble
from afterview.connectors.ats.vendors import VENDORS
from afterview.connectors.outside import outside_client
from tests.connectors.ats.api_server import KEY, Answer, ApiServer, access_to
from tests.connectors.ats.deliveries import NOW

ASKABLE = sorted(name for name, vendor in VENDORS.items() if vendor.api_base_url)
FOLLOWING = ["greenhouse", "workable"]
"""Those whose pages name the address of the next one."""


def trouble_with(vendor: str, access: Access) -> VendorTrouble:
    """What goes wrong with a sync; it is told in a sentence, which must not hold the key."""
    with pytest.raises(VendorTrouble) as raised:
        list(VENDORS[vendor].pull(access, None))
    assert raised.value.detail.endswith(".")
    assert KEY not in raised.value.detail
    return raised.value


def test_these_can_be_asked() -> None:
    assert ASKABLE == ["ashby", "greenhouse", "lever", "workable"]


@pytest.mark.parametrize("vendor", sorted(set(VENDORS) - set(ASKABLE)))
def test_the_others_are_not_asked(vendor: str, api: ApiServer, access: Access) -> None:
    event = VendorEvent(name=EventName.STAGE_CHANGED, said="moved", application_id="1")
    assert VENDORS[vendor].complete(event, access) == event
    assert list(VENDORS[vendor].pull(access, None)) == []
    assert api.asked == []


@pytest.mark.parametrize("vendor", ASKABLE)
@pytest.mark.parametrize(("status", "words"), [(401, "API key"), (403, "API key"), (500, "answered 500"), (302, "302")])
def test_what_is_no_answer_is_told(vendor: str, status: int, words: str, api: ApiServer, access: Access) -> None:
    api.answer = lambda _: Answer({}, status, {"location": f"{api.url}/elsewhere"})
    trouble = trouble_with(vendor, access)
    assert words in trouble.detail
    assert (trouble.retry_at, len(api.asked)) == (None, 1)


@pytest.mark.parametrize("vendor", ASKABLE)
@pytest.mark.parametrize(
    ("said", "pause"),
    [
        ("90", timedelta(seconds=90)),
        (format_datetime(NOW + timedelta(hours=1), usegmt=True), timedelta(hours=1)),
        ("0", timedelta()),
        ("99999999999999999999", timedelta(minutes=1)),
        ("9999999", timedelta(days=1)),
        ("soon", timedelta(minutes=1)),
    ],
)
def test_a_vendor_that_has_too_much_to_do_is_left_alone(
    vendor: str, said: str, pause: timedelta, api: ApiServer, access: Access
) -> None:
    api.answer = lambda _: Answer({}, 429, {"retry-after": said})
    assert trouble_with(vendor, access).retry_at == NOW + pause
    assert len(api.asked) == 1


@pytest.mark.parametrize("vendor", ASKABLE)
def test_no_answer_in_time_is_told(vendor: str, api: ApiServer) -> None:
    api.may_answer.clear()
    with access_to(api, seconds=0.2) as access:
        assert "in time" in trouble_with(vendor, access).detail


@pytest.mark.parametrize("vendor", ASKABLE)
@pytest.mark.parametrize("content", [b"", b"<html>", b'{"data":', b"7", b"[" * 50_000])
def test_an_answer_without_sense_is_told(vendor: str, content: bytes, api: ApiServer, access: Access) -> None:
    api.answer = lambda _: Answer(content)
    assert "makes no sense" in trouble_with(vendor, access).detail


def test_an_answer_of_another_kind_holds_nothing(api: ApiServer, access: Access) -> None:
    api.answer = lambda _: Answer({"data": 7, "results": "x", "items": None, "events": [1, None], "paging": []})
    assert [list(VENDORS[vendor].pull(access, None)) for vendor in ASKABLE] == [[], [], [], []]


def test_more_than_is_read_is_not_read(api: ApiServer, access: Access) -> None:
    api.answer = lambda _: Answer(b'{"data":"' + b"x" * MOST_BYTES + b'"}')
    assert "more than is read" in trouble_with("lever", access).detail


def test_an_answer_that_would_have_to_be_unpacked_is_not_read(api: ApiServer, access: Access) -> None:
    api.answer = lambda _: Answer(b"\x1f\x8b", headers={"content-encoding": "gzip"})
    assert "encoding" in trouble_with("lever", access).detail
    assert api.asked[0].headers["accept-encoding"] == "identity"


@pytest.mark.parametrize("vendor", FOLLOWING)
@pytest.mark.parametrize(
    "elsewhere", ["http://example.com/v1/next", "https://127.0.0.1/v1/next", "http://127.0.0.1:1/v1/next", "//[", "x"]
)
def test_a_page_at_another_address_is_not_followed(vendor: str, elsewhere: str, api: ApiServer, access: Access) -> None:
    api.answer = lambda _: Answer({"paging": {"next": elsewhere}}, headers={"link": f'<{elsewhere}>; rel="next"'})
    assert "not followed" in trouble_with(vendor, access).detail
    assert len(api.asked) == 1


def test_a_name_before_the_address_does_not_make_it_the_same(api: ApiServer, access: Access) -> None:
    disguised = api.url.replace("http://", "http://somebody@")
    api.answer = lambda _: Answer({"paging": {"next": f"{disguised}/events"}})
    assert "not followed" in trouble_with("workable", access).detail


@pytest.mark.parametrize("vendor", ASKABLE)
def test_pages_without_end_come_to_one(vendor: str, api: ApiServer, access: Access) -> None:
    more = {"hasNext": True, "next": "o", "nextCursor": "c", "moreDataAvailable": True}
    api.answer = lambda _: Answer(
        {**more, "paging": {"next": f"{api.url}/events"}}, headers={"link": f'<{api.url}/interviews>; rel="next"'}
    )
    assert "more than is read at once" in trouble_with(vendor, access).detail
    assert len(api.asked) <= MOST_PAGES + 1


@pytest.mark.parametrize("key", ["", "key\r\nx-evil: 1", "schlüssel", "\x00"])
@pytest.mark.parametrize("vendor", ASKABLE)
def test_a_key_that_cannot_be_one_does_no_more_than_not_work(vendor: str, key: str, api: ApiServer) -> None:
    api.answer = lambda _: Answer({}, 401)
    with access_to(api, key=key) as access, pytest.raises(VendorTrouble):
        list(VENDORS[vendor].pull(access, None))
    assert all("x-evil" not in one.headers for one in api.asked)


def test_an_address_inside_is_refused_to_vendors_too(api: ApiServer) -> None:
    with outside_client(allow_private=False, seconds=5) as client:
        assert "cannot be reached" in trouble_with("lever", Access(api.url, KEY, client, NOW)).detail
    assert api.asked == []


@pytest.mark.parametrize("base_url", ["", "example", "ftp://example.com", "http://[", "http://exa mple.com"])
def test_an_address_that_is_none_is_trouble(base_url: str, access: Access) -> None:
    trouble_with("lever", Access(base_url, KEY, access.client, NOW))
