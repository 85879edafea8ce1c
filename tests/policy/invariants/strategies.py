"""Hypothesis strategies for whole Facts: whatever the API lets in, near the instants and days where things change."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from afterview.policy.facts import (
    Application,
    Calendar,
    Contact,
    Deferral,
    Facts,
    Interview,
    Preferences,
    Touch,
)
from afterview.policy.parameters import BOUNDS, Parameters, parameters
from afterview.policy.terms import (
    STEP_KINDS,
    InterviewStatus,
    Kind,
    Notes,
    Reached,
    Role,
    Status,
    TouchKind,
)
from tests.policy.invariants.clocks import DAY

# Clocks that change in spring and autumn, by half an hour, on the southern half; half and quarter hours; none.
ZONES = [
    "America/New_York",
    "Europe/London",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "Pacific/Auckland",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "UTC",
]
# Around these days clocks change, February has a 29th, the year ends, or nothing happens at all.
DAYS = [
    date(2026, 3, 6),  # the clocks in New York go forward on the 8th
    date(2026, 3, 27),  # in London, on the 29th
    date(2026, 10, 23),  # and back, on the 25th
    date(2026, 10, 30),  # in New York, on 1 November
    date(2026, 4, 3),  # on Lord Howe by half an hour, on the 5th
    date(2028, 2, 25),
    date(2026, 12, 23),
    date(2026, 11, 20),
]
# How long after an interview's end things are likely to turn, to the second.
TURNS = [timedelta(hours=h) for h in (0, 1, 2, 24, 25, 48, 72, 7 * 24, 8 * 24, 14 * 24, 15 * 24, 21 * 24, 28 * 24)]
SLIPS = [timedelta(0), timedelta(0), timedelta(seconds=-1), timedelta(seconds=1), timedelta(minutes=30)]
TOPICS = ("the migration",)
MOST = 3, 4, 8, 3  # interviews, contacts, touches, deferrals
SENT_BY_EMAIL = frozenset(k for k in TouchKind if k.value.endswith("_email") or k is TouchKind.HANDWRITTEN_NOTE)
RIDES = [(), (), (Kind.ADDITIONAL_INFORMATION_EMAIL,), (Kind.THANK_YOU_EMAIL,)]


def _offsets() -> st.SearchStrategy[timedelta]:
    """From two days before to six weeks after, mostly where something turns."""
    turns = st.builds(timedelta.__add__, st.sampled_from(TURNS), st.sampled_from(SLIPS))
    anything = st.integers(-2 * 96, 40 * 96).map(lambda quarters: timedelta(minutes=15 * quarters))
    return turns | anything


@st.composite
def _contacts(draw: st.DrawFn) -> list[Contact]:
    count = draw(st.integers(0, MOST[1]))
    has = st.sampled_from([True, True, True, False])
    return [
        Contact(
            id=f"c{number}",
            name=f"Contact {number}",
            role=draw(st.sampled_from(Role)),
            email="a@acme.example" if draw(has) else None,
            phone="+12125550123" if draw(has) else None,
            linkedin_url="https://www.linkedin.com/in/a" if draw(has) else None,
            postal_address="1 Main Street" if draw(st.booleans()) else None,
            timezone=draw(st.none() | st.sampled_from(ZONES)),
        )
        for number in range(count)
    ]


@st.composite
def _interviews(draw: st.DrawFn, ended_at: datetime, who: Sequence[str]) -> list[Interview]:
    interviews = []
    for number in range(draw(st.sampled_from([1, 1, 2, 0, MOST[0]]))):
        ends_at = ended_at if number == 0 else ended_at + draw(_offsets())
        promised = draw(st.none() | st.integers(-1, 12))
        zone = draw(st.sampled_from(ZONES))
        interviews.append(
            Interview(
                id=f"i{number}",
                starts_at=ends_at - timedelta(minutes=draw(st.sampled_from([0, 30, 60, 180]))),
                ends_at=ends_at,
                timezone=zone,
                status=draw(st.sampled_from([*InterviewStatus, InterviewStatus.SCHEDULED])),
                interviewer_ids=tuple(draw(st.lists(st.sampled_from(who), unique=True, max_size=3))) if who else (),
                reply_expected_by=None if promised is None else ends_at.date() + promised * DAY,
                reply_promised_by=draw(st.none() | st.sampled_from(who)) if who else None,
                discussion_points=TOPICS if draw(st.booleans()) else (),
                points_to_add=(f"what i{number} left to add",) if draw(st.booleans()) else (),
                concerns=(f"a doubt in i{number}",) if draw(st.booleans()) else (),
            )
        )
    return interviews


@st.composite
def _touches(draw: st.DrawFn, until: datetime, who: Sequence[str], interviews: Sequence[str]) -> list[Touch]:
    touches = []
    for _ in range(draw(st.integers(0, MOST[2]))):
        kind = draw(st.sampled_from(TouchKind))
        at = until - abs(draw(_offsets()))
        reply = kind is TouchKind.REPLY_RECEIVED
        day = draw(st.none() | st.integers(-1, 12)) if reply else None
        touches.append(
            Touch(
                kind=kind,
                occurred_at=at,
                contact_id=draw(st.none() | st.sampled_from(who)) if who else None,
                interview_id=draw(st.none() | st.sampled_from(interviews)) if interviews else None,
                carries=draw(st.sampled_from(RIDES)) if kind in SENT_BY_EMAIL else (),
                reply_expected_by=None if day is None else at.date() + day * DAY,
                needs_answer=draw(st.booleans()) if reply else False,
                reached=draw(st.sampled_from(Reached)) if kind is TouchKind.FOLLOW_UP_CALL else Reached.SPOKE,
            )
        )
    return touches


@st.composite
def _deferrals(draw: st.DrawFn, now: datetime, who: Sequence[str]) -> list[Deferral]:
    return [
        Deferral(
            kind=draw(st.sampled_from(STEP_KINDS)),
            contact_id=draw(st.none() | st.sampled_from(who)) if who else None,
            until=draw(st.none() | _offsets().map(lambda offset: now + offset - 3 * DAY)),
            reason=draw(st.sampled_from([None, "on holiday"])),
        )
        for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2, MOST[3]])))
    ]


@st.composite
def _calendars(draw: st.DrawFn, around: date) -> Calendar:
    days = draw(st.lists(st.integers(-3, 20), max_size=4))
    opens, closes = draw(
        st.sampled_from(
            [(time(9), time(17)), (time(8, 30), time(12)), (time(0), time(23, 59)), (time(1, 30), time(10))]
        )
    )
    region = draw(st.lists(st.integers(0, 20), max_size=2))
    return Calendar(
        holiday_region="US" if region else None,
        holidays=frozenset(around + day * DAY for day in days),
        opens=opens,
        closes=closes,
        region_holidays=frozenset(around + day * DAY for day in region),
    )


@st.composite
def _overrides(draw: st.DrawFn) -> Parameters:
    chosen = draw(st.lists(st.sampled_from(sorted(BOUNDS)), unique=True, max_size=3))
    return parameters({name: draw(_within(name)) for name in chosen})


def _within(name: str) -> st.SearchStrategy[object]:
    bounds = BOUNDS[name]
    if bounds.choices:
        return st.sampled_from(bounds.choices)
    return st.integers(bounds.least, bounds.most)


@st.composite
def any_facts(draw: st.DrawFn) -> Facts:
    """The facts of an application, as different as the API lets them be."""
    day = draw(st.sampled_from(DAYS))
    minutes = draw(st.integers(0, 48)) * 30
    ended_at = datetime.combine(day, time(0), UTC) + timedelta(minutes=minutes)
    now = ended_at + draw(_offsets())
    contacts = draw(_contacts())
    who = [c.id for c in contacts]
    interviews = draw(_interviews(ended_at, who))
    status = draw(st.sampled_from([*[Status.ACTIVE] * 8, *[Status.REJECTED] * 3, *Status]))
    changed_at = None
    if status is not Status.ACTIVE or draw(st.sampled_from([False, False, True])):
        changed_at = now - abs(draw(_offsets()))
    return Facts(
        now=now,
        application=Application("Acme", "Data engineer", status, changed_at),
        interviews=interviews,
        contacts=contacts,
        touches=draw(_touches(now, who, [i.id for i in interviews])),
        deferrals=draw(_deferrals(now, who)),
        preferences=Preferences(draw(st.booleans()), draw(st.sampled_from(Notes)), draw(st.booleans())),
        calendar=draw(_calendars(day)),
        policy=draw(_overrides()),
    )
