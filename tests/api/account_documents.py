"""Documents of accounts, as somebody could have exported them: any that the contract allows."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from afterview.policy.terms import STEP_KINDS, InterviewFormat, InterviewStatus, Reached, Role, Status, TouchKind

Json = dict[str, Any]

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
STEPS = [kind.value for kind in STEP_KINDS]
RECEIVED = ("reply_received", "auto_reply_received")

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]), min_size=1, max_size=9)
lines = st.lists(words, min_size=1, max_size=3).map(" ".join).filter(lambda text: text.strip() == text != "")
texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)
few_texts = st.lists(texts, max_size=2)
ids = st.integers(0, (1 << 31) - 1).map(lambda ms: str(UUID(int=(0x0193_0000_0000 + ms) << 80 | 0x7 << 76 | 0x8 << 60)))
instants = st.integers(0, 400 * 24 * 60).map(lambda minutes: written(NOW - timedelta(minutes=minutes)))
days = st.integers(-100, 100).map(lambda number: (NOW + timedelta(days=number)).date().isoformat())
zones = st.sampled_from(["America/New_York", "Europe/Berlin", "Asia/Kolkata"])


def written(at: datetime) -> str:
    """The instant as the API writes it."""
    return at.isoformat().replace("+00:00", "Z")


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """That, or null."""
    return st.none() | strategy


def of(words: type[Any]) -> st.SearchStrategy[str]:
    """One of the words of an enumeration."""
    return st.sampled_from([word.value for word in words])


@st.composite
def times(draw: st.DrawFn) -> Json:
    """When something was made and changed."""
    made, changed = sorted([draw(instants), draw(instants)])
    return {"created_at": made, "updated_at": changed}


@st.composite
def contacts(draw: st.DrawFn) -> Json:
    """A person."""
    return {
        "id": draw(ids),
        "name": draw(lines),
        "title": draw(maybe(lines)),
        "role": draw(of(Role)),
        "email": draw(maybe(st.sampled_from(["dana@acme.example", "Sam.Lee+x@acme.example"]))),
        "phone": draw(maybe(st.just("+12125550123"))),
        "linkedin_url": draw(maybe(st.just("https://www.linkedin.com/in/dana"))),
        "postal_address": draw(maybe(texts)),
        "timezone": draw(maybe(zones)),
        **draw(times()),
    }


@st.composite
def interviews(draw: st.DrawFn, people: list[str]) -> Json:
    """A conversation with some of these people."""
    starts_at = NOW + timedelta(minutes=draw(st.integers(-500_000, 50_000)))
    one_of_them = st.sampled_from(people) if people else st.nothing()
    return {
        "id": draw(ids),
        "starts_at": written(starts_at),
        "ends_at": written(starts_at + timedelta(minutes=draw(st.integers(1, 500)))),
        "timezone": draw(zones),
        "status": draw(of(InterviewStatus)),
        "round": draw(maybe(lines)),
        "format": draw(of(InterviewFormat)),
        "location": draw(maybe(texts)),
        "interviewer_ids": draw(st.lists(one_of_them, unique=True, max_size=3)) if people else [],
        "reply_expected_by": draw(maybe(days)),
        "reply_promised_by": draw(maybe(one_of_them)),
        "discussion_points": draw(few_texts),
        "points_to_add": draw(few_texts),
        "concerns": draw(few_texts),
        "notes": draw(maybe(texts)),
        "external_id": draw(maybe(ids)),
        "sequence": draw(st.integers(0, 2**53 - 1)),
        "recurrence_id": draw(st.sampled_from(["", "2026-11-20T20:00:00Z"])),
        "dtstamp": draw(maybe(instants)),
        **draw(times()),
    }


@st.composite
def touches(draw: st.DrawFn, people: list[str], talks: list[str]) -> Json:
    """Something that happened."""
    kind = draw(of(TouchKind))
    replied = kind == "reply_received"
    return {
        "id": draw(ids),
        "kind": kind,
        "occurred_at": draw(instants),
        "contact_id": draw(maybe(st.sampled_from(people) if people else st.nothing())),
        "interview_id": draw(maybe(st.sampled_from(talks) if talks else st.nothing())),
        "note": draw(maybe(texts)),
        "carries": [] if kind in RECEIVED else draw(st.lists(st.sampled_from(STEPS), unique=True, max_size=2)),
        "reply_expected_by": draw(maybe(days)) if replied else None,
        "needs_answer": draw(st.booleans()) if replied else False,
        "reached": draw(of(Reached)) if kind == "follow_up_call" else None,
        "message_ids": [f"{one}@mail.example" for one in draw(st.lists(ids, max_size=1))],
        "created_at": draw(instants),
    }


@st.composite
def applications(draw: st.DrawFn) -> Json:
    """A candidacy with everything that belongs to it."""
    people = draw(distinct(contacts(), 3))
    names = [one["id"] for one in people]
    talks = draw(distinct(interviews(names), 3))
    status = draw(of(Status))
    return {
        "id": draw(ids),
        "company": draw(lines),
        "role": draw(lines),
        "status": status,
        "status_changed_at": draw(maybe(instants) if status == "active" else instants),
        "source": draw(maybe(lines)),
        "external_id": draw(maybe(lines)),
        "notes": draw(maybe(texts)),
        "preferences": draw(maybe(st.fixed_dictionaries({}, optional={"calls": st.booleans()}))),
        "candidate": draw(maybe(st.fixed_dictionaries({"name": lines, "email": st.none()}))),
        **draw(times()),
        "contacts": people,
        "interviews": sorted(talks, key=lambda one: (one["starts_at"], one["id"])),
        "touches": sorted(
            draw(distinct(touches(names, [one["id"] for one in talks]), 3)),
            key=lambda one: (one["occurred_at"], one["id"]),
        ),
        "deferrals": sorted(draw(distinct(deferrals(names), 2)), key=lambda one: one["id"]),
    }


@st.composite
def deferrals(draw: st.DrawFn, people: list[str]) -> Json:
    """Advice that was overruled."""
    return {
        "id": draw(ids),
        "kind": draw(st.sampled_from(STEPS)),
        "contact_id": draw(maybe(st.sampled_from(people) if people else st.nothing())),
        "until": draw(maybe(instants)),
        "reason": draw(maybe(texts)),
        "created_at": draw(instants),
    }


@st.composite
def documents(draw: st.DrawFn) -> Json:
    """A whole account; parts in the order in which they are exported."""
    return {
        "format": "afterview-account",
        "version": 1,
        "profile": {
            "email": "kim@example.com",
            "name": draw(lines),
            "timezone": draw(zones),
            "signature": draw(maybe(texts)),
            "holiday_region": draw(maybe(st.sampled_from(["US", "US-NY", "DE-BY"]))),
            "working_hours": {"start": draw(st.sampled_from(["09:00", "08:30"])), "end": "17:00"},
            "preferences": {
                "linkedin": draw(st.booleans()),
                "handwritten_notes": draw(st.sampled_from(["welcome", "unknown", "unwelcome"])),
                "calls": draw(st.booleans()),
                "linkedin_note_limit": draw(st.integers(1, 300)),
            },
            "policy": draw(st.fixed_dictionaries({}, optional={"quiet_days": st.integers(7, 30)})),
            "digest": {"enabled": draw(st.booleans()), "hour": draw(st.integers(0, 23))},
        },
        "applications": sorted(draw(distinct(applications(), 3)), key=lambda one: one["id"]),
        "templates": sorted(draw(distinct(templates(), 2)), key=lambda one: one["id"]),
    }


@st.composite
def templates(draw: st.DrawFn) -> Json:
    """A template of the user's own."""
    return {
        "id": draw(ids),
        "name": draw(lines),
        "kind": draw(st.sampled_from(STEPS)),
        "subject": draw(maybe(st.just("Thank you, {{ recipient.greeting }}"))),
        "body": draw(st.sampled_from(["Dear {{ recipient.greeting }},", "Hello"])),
        "language": draw(st.sampled_from(["en", "de"])),
        **draw(times()),
    }


def distinct(records: st.SearchStrategy[Json], most: int) -> st.SearchStrategy[list[Json]]:
    """Some records, each with an id of its own."""
    return st.lists(records, max_size=most, unique_by=lambda record: record["id"])
