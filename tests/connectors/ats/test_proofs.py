"""Deliveries prove where they come from, over the very bytes that came; everything else is turned away, calmly."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview.connectors.ats.vendor import Delivery, NotAuthentic, Unreadable
from afterview.connectors.ats.vendors import VENDORS, VendorName
from tests.connectors.ats.deliveries import CALENDLY, GREENHOUSE, LEVER, NOW, RECORDED, SECRET, SMARTRECRUITERS, lever
from tests.receiver import hmac_sha256

EVERY = sorted(RECORDED)
SIGNED_IN_A_HEADER = [vendor for vendor in EVERY if vendor != "lever"]
TIMED: Final = {"lever": timedelta(days=1), "smartrecruiters": timedelta(minutes=5), "calendly": timedelta(minutes=5)}
MOMENT = timedelta(seconds=1)

HEADERS: Final = [
    "signature", "greenhouse-event-id", "ashby-signature", "x-workable-signature", "x-recruitee-signature",
    "calendly-webhook-signature", "smartrecruiters-signature", "smartrecruiters-timestamp", "event-id", "event-name",
    "event-version", "link", "x-hook-secret",
]  # fmt: skip
WORDS: Final = [
    "sha256 ",
    "sha256=",
    "v1=",
    "t=1777900000,v1=",
    "t=99999999999999999999,v1=",
    "9" * 30,
    "é",
    "0" * 64,
    ";",
]
NAMES: Final = [
    "action", "payload", "application", "candidate", "data", "event", "token", "triggeredAt", "signature", "test",
    "opportunityId", "toArchived", "interviewSchedule", "interviewEvents", "status", "id", "uri", "scheduled_event",
    "start_time", "rescheduled", "event_type", "event_subtype", "details", "offer", "emails", "jobs", "archiveReason",
]  # fmt: skip
SAID: Final = ["reject_candidate", "interviewScheduleUpdate", "candidateArchiveChange", "Scheduled", "invitee.created"]

header_texts = st.lists(st.sampled_from(WORDS) | st.text(max_size=20), max_size=4).map("".join)
json_texts = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(SAID) | st.text(max_size=5).map(repr),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5),
    max_leaves=15,
)


def proved(vendor: str, delivery: Delivery, *, secret: str = SECRET, after: timedelta = timedelta()) -> bool:
    """Whether the vendor's file takes it; where not, it says so in a sentence."""
    try:
        VENDORS[vendor].verify(delivery, secret, NOW + after)
    except NotAuthentic as refusal:
        return not str(refusal).endswith(".")
    return True


def test_every_vendor_that_can_be_named_is_there() -> None:
    assert sorted(VENDORS) == sorted(VendorName) == EVERY


@pytest.mark.parametrize("vendor", EVERY)
def test_a_recorded_delivery_is_proved(vendor: str) -> None:
    assert proved(vendor, RECORDED[vendor])


@pytest.mark.parametrize("vendor", EVERY)
@pytest.mark.parametrize("secret", ["demo-secret-2", ""])
def test_another_secret_proves_nothing(vendor: str, secret: str) -> None:
    assert not proved(vendor, RECORDED[vendor], secret=secret)


@pytest.mark.parametrize("vendor", SIGNED_IN_A_HEADER)
def test_an_empty_secret_proves_nothing_even_to_those_who_sign_with_it(vendor: str) -> None:
    delivery = RECORDED[vendor]
    empty = hmac_sha256(b"", delivery.body).hex()
    headers = {
        name: f"{value[: -len(empty)]}{empty}" for name, value in delivery.headers.items() if "signature" in name
    }
    assert not proved(vendor, Delivery({**delivery.headers, **headers}, delivery.body), secret="")


@pytest.mark.parametrize("vendor", SIGNED_IN_A_HEADER)
def test_one_changed_byte_of_the_body_is_noticed(vendor: str) -> None:
    delivery = RECORDED[vendor]
    assert not proved(vendor, Delivery(delivery.headers, delivery.body.replace(b":", b": ", 1)))


@pytest.mark.parametrize("vendor", SIGNED_IN_A_HEADER)
def test_without_its_signature_a_delivery_is_turned_away(vendor: str) -> None:
    delivery = RECORDED[vendor]
    unsigned = {name: value for name, value in delivery.headers.items() if "signature" not in name}
    assert not proved(vendor, Delivery(unsigned, delivery.body))


@pytest.mark.parametrize("vendor", SIGNED_IN_A_HEADER)
@pytest.mark.parametrize("instead", ["", "zz", "sha256", "é" * 64, "sha256 =", "v1=", "t=,v1=", "\x00"])
def test_an_odd_signature_is_turned_away(vendor: str, instead: str) -> None:
    delivery = RECORDED[vendor]
    odd = {name: instead if "signature" in name else value for name, value in delivery.headers.items()}
    assert not proved(vendor, Delivery(odd, delivery.body))


@pytest.mark.parametrize("prefix", ["", "sha256=", "SHA256 ", "sha1 "])
def test_greenhouse_signs_with_a_blank_after_the_name_of_the_method(prefix: str) -> None:
    signature = GREENHOUSE.headers["signature"].removeprefix("sha256 ")
    assert not proved("greenhouse", Delivery({"signature": prefix + signature}, GREENHOUSE.body))


@pytest.mark.parametrize("name", ["event-id", "event-name", "event-version", "link", "smartrecruiters-timestamp"])
def test_smartrecruiters_signs_its_headers_too(name: str) -> None:
    changed = {**SMARTRECRUITERS.headers, name: SMARTRECRUITERS.headers[name] + "1"}
    assert not proved("smartrecruiters", Delivery(changed, SMARTRECRUITERS.body))


def test_after_a_change_of_keys_one_of_several_signatures_is_enough() -> None:
    right = SMARTRECRUITERS.headers["smartrecruiters-signature"]
    both = {**SMARTRECRUITERS.headers, "smartrecruiters-signature": f"v1={'0' * 64}; {right}"}
    assert proved("smartrecruiters", Delivery(both, SMARTRECRUITERS.body))


@pytest.mark.parametrize("name", ["token", "triggeredAt"])
def test_lever_signs_its_token_and_its_time(name: str) -> None:
    changed = (
        LEVER.body.replace(b'"tok-1"', b'"tok-2"') if name == "token" else LEVER.body.replace(b"00000,", b"00001,")
    )
    assert not proved("lever", Delivery({}, changed))


def test_lever_does_not_sign_what_it_says() -> None:
    assert proved("lever", Delivery({}, LEVER.body.replace(b"opp-1", b"opp-2")))
    assert [name for name, vendor in VENDORS.items() if not vendor.data_is_signed] == ["lever"]


def test_a_header_proves_nothing_for_lever() -> None:
    in_a_header = {"lever-signature": hmac_sha256(SECRET.encode(), b'{"event":"candidateHired"}').hex()}
    assert not proved("lever", Delivery(in_a_header, b'{"event":"candidateHired"}'))


@pytest.mark.parametrize("vendor", sorted(TIMED))
def test_what_says_when_it_was_sent_is_taken_for_so_long(vendor: str) -> None:
    assert proved(vendor, RECORDED[vendor], after=TIMED[vendor])
    assert not proved(vendor, RECORDED[vendor], after=TIMED[vendor] + MOMENT)


@pytest.mark.parametrize("vendor", sorted(TIMED))
def test_a_clock_that_is_a_little_ahead_of_ours_does_no_harm(vendor: str) -> None:
    assert proved(vendor, RECORDED[vendor], after=-timedelta(minutes=5))
    assert not proved(vendor, RECORDED[vendor], after=-timedelta(minutes=5) - MOMENT)


@pytest.mark.parametrize("at", [10**30, -(10**30), 253_402_300_800_000])
def test_a_time_outside_of_the_calendar_is_turned_away(at: int) -> None:
    assert not proved("lever", lever("candidateHired", {"opportunityId": "opp-1"}, at=at))


def test_calendly_signs_when_it_was_sent() -> None:
    later = {"calendly-webhook-signature": CALENDLY.headers["calendly-webhook-signature"].replace("00000,", "00001,")}
    assert not proved("calendly", Delivery(later, CALENDLY.body))


@pytest.mark.parametrize("vendor", EVERY)
@given(headers=st.dictionaries(st.sampled_from(HEADERS), header_texts), body=st.binary(max_size=200), secret=st.text())
def test_whatever_strangers_send_is_turned_away(
    vendor: str, headers: Mapping[str, str], body: bytes, secret: str
) -> None:
    assert not proved(vendor, Delivery(headers, body), secret=secret)
    VENDORS[vendor].handshake(Delivery(headers, body))
    VENDORS[vendor].is_test(Delivery(headers, body))


@pytest.mark.parametrize("vendor", EVERY)
@given(headers=st.dictionaries(st.sampled_from(HEADERS), header_texts), content=json_texts)
def test_whatever_a_vendor_sends_is_read_or_said_to_be_unreadable(
    vendor: str, headers: Mapping[str, str], content: object
) -> None:
    delivery = saying_as_is(content, headers)
    assert not proved(vendor, delivery)
    VENDORS[vendor].is_test(delivery)
    try:
        reading = VENDORS[vendor].read(delivery)
    except Unreadable as trouble:
        assert str(trouble).endswith(".")  # noqa: PT017  (either way out is right)
    else:
        assert reading.events


@pytest.mark.parametrize("vendor", EVERY)
@pytest.mark.parametrize(
    "body", [b"[" * 100_000, b'{"a":' * 100_000, b'{"a":' + b"1" * 10_000 + b"}", b"\xff\xfe{}", b"[]", b"null", b"7"]
)
def test_what_is_no_object_in_json_cannot_be_read(vendor: str, body: bytes) -> None:
    assert not proved(vendor, Delivery({}, body))
    with pytest.raises(Unreadable):
        VENDORS[vendor].read(Delivery({}, body))


def saying_as_is(content: object, headers: Mapping[str, str]) -> Delivery:
    """The content as JSON, with exactly these headers."""
    return Delivery(headers, json.dumps(content).encode())
