"""The types that all bodies are built from."""

import pytest
from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from afterview.api.schemas.fields import Email, Id, ListOf, Name, Phone, RequestModel, WebAddress
from afterview.api.schemas.times import DateOnly, IanaZone, Instant


class Sample(RequestModel):
    """One of each."""

    instant: Instant | None = None
    day: DateOnly | None = None
    zone: IanaZone | None = None
    name: Name | None = None
    email: Email | None = None
    phone: Phone | None = None
    address: WebAddress | None = None
    id: Id | None = None
    names: ListOf[Name] = Field(default=[])


@pytest.mark.parametrize(
    ("field", "given", "kept"),
    [
        ("instant", "2026-11-23T10:00:00-05:00", "2026-11-23T15:00:00Z"),
        ("instant", "2026-11-23t10:00:00.25z", "2026-11-23T10:00:00.250000Z"),
        ("instant", "2026-11-23 10:00:00.123456789+00:00", "2026-11-23T10:00:00.123456Z"),
        ("day", "2024-02-29", "2024-02-29"),
        ("zone", "Europe/Berlin", "Europe/Berlin"),
        ("name", "  Dana Reyes ", "Dana Reyes"),
        ("name", "李", "李"),
        ("email", " Dana@ACME.example ", "Dana@acme.example"),
        ("phone", "+1 (212) 555-0123", "+12125550123"),
        ("address", "https://www.linkedin.com/in/dana", "https://www.linkedin.com/in/dana"),
        ("id", "019aa000-0000-7000-8000-000000000001", "019aa000-0000-7000-8000-000000000001"),
    ],
)
def test_a_good_value_is_kept_in_its_normal_form(field: str, given: str, kept: str) -> None:
    assert Sample.model_validate({field: given}).model_dump(mode="json")[field] == kept


@pytest.mark.parametrize(
    ("field", "given", "code"),
    [
        ("instant", "2026-11-23T10:00:00", "time_without_offset"),
        ("instant", "2026-11-23", "time_format"),
        ("instant", 1_795_000_000, "time_format"),
        ("instant", "2026-02-30T10:00:00Z", "time_impossible"),
        ("instant", "2026-11-23T24:00:00Z", "time_impossible"),
        ("instant", "2026-11-23T10:00:00+24:00", "time_format"),
        ("instant", "1969-12-31T23:59:59Z", "year_out_of_range"),
        ("instant", "2200-12-31T23:59:59-00:01", "year_out_of_range"),
        ("instant", "0001-01-01T00:00:00+23:59", "time_impossible"),
        ("instant", "\N{FULLWIDTH DIGIT TWO}026-11-23T10:00:00Z", "time_format"),
        ("day", "2026-11-23T00:00:00", "date_format"),
        ("day", "2026-02-30", "date_impossible"),
        ("day", "9999-01-01", "year_out_of_range"),
        ("zone", "EST5EDT4", "unknown_zone"),
        ("zone", "../../etc/passwd", "unknown_zone"),
        ("name", " ", "string_too_short"),
        ("name", "a\nb", "control_character"),
        ("name", "x" * 201, "string_too_long"),
        ("email", "dana", "email_format"),
        ("email", "dana@acme.example\r\nBcc: all@acme.example", "email_format"),
        ("phone", "212 555 0123", "phone_format"),
        ("phone", "+0123456789", "phone_format"),
        ("address", "javascript:alert(1)", "web_address_format"),
        ("address", "https://", "web_address_format"),
        ("id", "five", "id_format"),
        ("names", ["x"] * 101, "too_long"),
    ],
)
def test_a_bad_value_is_refused_by_its_code(field: str, given: object, code: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        Sample.model_validate({field: given})
    assert [error["type"] for error in refusal.value.errors()] == [code]


def test_an_instant_has_a_format_in_the_contract() -> None:
    class Meeting(BaseModel):
        at: Instant

    assert TypeAdapter(Meeting).json_schema()["properties"]["at"]["format"] == "date-time"
