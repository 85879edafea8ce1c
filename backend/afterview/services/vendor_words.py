"""What vendors tell, made fit to be kept, and written as JSON to be listed and read again."""

import re
from dataclasses import asdict, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final
from zoneinfo import available_timezones

from email_validator import EmailNotValidError, validate_email

from afterview.connectors.ats.event import EventName, VendorEvent, VendorInterview, VendorInterviewer

LONGEST: Final = 200
MOST_INTERVIEWERS: Final = 100

_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_YEARS: Final = range(1970, 2201)
_ZONES: Final = frozenset(available_timezones())


def tidied(event: VendorEvent) -> VendorEvent:
    """The same in texts of one line, addresses and zones that exist, and years that a calendar has; else null."""
    interview = event.interview
    return replace(
        event,
        said=line(event.said) or "",
        as_of=_instant(event.as_of),
        application_id=short_id(event.application_id),
        company=line(event.company),
        role=line(event.role),
        candidate_name=line(event.candidate_name),
        candidate_email=_address(event.candidate_email),
        stage=line(event.stage),
        interview=interview and _tidied_interview(interview),
    )


def _tidied_interview(interview: VendorInterview) -> VendorInterview | None:
    external_id = short_id(interview.external_id)
    if external_id is None:
        return None
    people = (VendorInterviewer(name=line(one.name), email=_address(one.email)) for one in interview.interviewers)
    return VendorInterview(
        external_id=external_id,
        starts_at=_instant(interview.starts_at),
        ends_at=_instant(interview.ends_at),
        timezone=interview.timezone if interview.timezone in _ZONES else None,
        title=line(interview.title),
        location=line(interview.location),
        interviewers=tuple(one for one in people if one.name or one.email)[:MOST_INTERVIEWERS],
        replaces=short_id(interview.replaces),
    )


def as_told(event: VendorEvent) -> dict[str, Any]:
    """A tidied event as JSON, to be kept."""
    told: dict[str, Any] = _plain(asdict(event))
    return told


def event_told(told: dict[str, Any]) -> VendorEvent:
    """The event again."""
    said = told | {"name": EventName(told["name"]), "as_of": _read(told["as_of"])}
    if (interview := told["interview"]) is not None:
        people = tuple(VendorInterviewer(**one) for one in interview["interviewers"])
        times = {name: _read(interview[name]) for name in ("starts_at", "ends_at")}
        said["interview"] = VendorInterview(**interview | times | {"interviewers": people})
    return VendorEvent(**said)


def line(text: str | None) -> str | None:
    """One line of at most 200 characters; null when nothing is left of it."""
    return " ".join(_UNFIT.sub(" ", text or "").split())[:LONGEST].strip() or None


def short_id(text: str | None) -> str | None:
    """An id of at most 200 characters, shortened without loss when it is longer."""
    name = _UNFIT.sub("", text or "").strip()
    if len(name) <= LONGEST:
        return name or None
    return f"{name[:100]}-{sha256(name.encode()).hexdigest()}"


def _address(email: str | None) -> str | None:
    try:
        return validate_email(email.strip(), check_deliverability=False).normalized if email else None
    except EmailNotValidError:
        return None


def _instant(instant: datetime | None) -> datetime | None:
    if instant is None or instant.tzinfo is None or instant.year not in _YEARS:
        return None
    return instant.astimezone(UTC)


def _plain(value: Any) -> Any:  # noqa: ANN401  (whatever an event holds)
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, datetime) else value


def _read(instant: str | None) -> datetime | None:
    return None if instant is None else datetime.fromisoformat(instant)
