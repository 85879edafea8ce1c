from afterview.policy.facts import Facts, Interview
from afterview.policy.terms import InterviewStatus, Kind
from tests.policy.builders import REESE, SAM, dana, interview, reese, reply, sam, some_facts, thanks
from tests.policy.reading import advise

TOKYO = "Asia/Tokyo"


def asked_at_night(*interviews: Interview, timezone: str | None = None) -> Facts:
    """Reese, who never interviews, asked something; it is 21:00 on Monday in New York and 11:00 on Tuesday in Tokyo."""
    return some_facts(
        interviews=interviews,
        contacts=[dana(), sam(), reese(timezone=timezone)],
        touches=[reply("2026-11-24T01:00Z", REESE, needs_answer=True)],
        now="2026-11-24T02:00Z",
    )


IN_NEW_YORK, IN_TOKYO = "2026-11-24T14:00:00Z", "2026-11-24T02:00:00Z"


def test_a_person_lives_by_their_own_clock() -> None:
    facts = asked_at_night(interview(), timezone=TOKYO)
    assert advise(facts).window["best_at"] == IN_TOKYO


def test_who_tells_no_zone_lives_by_that_of_the_latest_interview_held() -> None:
    facts = asked_at_night(
        interview(id="i0", ends="2026-11-18T21:00Z", timezone=TOKYO),
        interview(id="i1", ends="2026-11-20T21:00Z"),
        interview(id="i2", ends="2026-12-03T21:00Z", timezone=TOKYO),
    )
    assert advise(facts).window["best_at"] == IN_NEW_YORK


def test_a_cancelled_interview_tells_no_zone() -> None:
    facts = asked_at_night(
        interview(), interview(id="i2", ends="2026-11-23T21:00Z", timezone=TOKYO, status=InterviewStatus.CANCELLED)
    )
    assert advise(facts).window["best_at"] == IN_NEW_YORK


def test_before_any_interview_was_held_the_next_one_tells_the_zone() -> None:
    facts = asked_at_night(
        interview(id="i1", ends="2026-12-03T05:00Z", timezone=TOKYO), interview(id="i2", ends="2026-12-10T21:00Z")
    )
    assert advise(facts).window["best_at"] == IN_TOKYO


def test_an_interviewer_lives_by_the_clock_of_the_latest_interview_held_with_them() -> None:
    facts = some_facts(
        interviews=[
            interview(id="i1", who=(SAM,), timezone=TOKYO),
            interview(id="i2", ends="2026-11-20T22:00Z"),
        ],
        contacts=[sam(), dana()],
        touches=[thanks("2026-11-20T22:30Z", None)],
        now="2026-11-24T02:00Z",
    )
    advice = advise(facts)
    assert (advice.step, advice.window["best_at"]) == ((Kind.LINKEDIN_REQUEST, SAM), IN_TOKYO)
