import pytest

from afterview.policy.facts import Interview
from afterview.policy.terms import InterviewStatus, Kind, Notes
from tests.policy.builders import DANA, SAM, dana, interview, sam, some_facts, thanks
from tests.policy.reading import advise, around

RULE = "no-thanks-before-the-end"
AFTERWARDS = [Kind.THANK_YOU_EMAIL, Kind.LINKEDIN_REQUEST, Kind.HANDWRITTEN_NOTE]
AHEAD = some_facts(contacts=[dana(postal_address="1 Main Street")], notes=Notes.WELCOME, now="2026-11-19T15:00Z")
SPEAKS = AHEAD


@pytest.mark.parametrize("now", ["2026-11-19T15:00Z", "2026-11-20T20:30Z", "2026-11-20T20:59:59Z"])
@pytest.mark.parametrize("kind", AFTERWARDS)
def test_nothing_follows_an_interview_that_has_not_ended(kind: Kind, now: str) -> None:
    assert advise(AHEAD, now).verdict(kind, DANA) == "not_yet"


@pytest.mark.parametrize("kind", AFTERWARDS)
def test_what_waits_for_the_end_names_this_rule_and_the_end(kind: Kind) -> None:
    why = next(r for r in advise(AHEAD).why(kind, DANA) if r.rule == RULE)
    assert list(why.facts.values()) == ["2026-11-20T21:00:00Z"]


def test_the_wait_is_for_the_end_and_for_thanks() -> None:
    action = advise(AHEAD).action
    assert (action["kind"], action["until"], action["next_kind"]) == ("wait", "2026-11-20T21:00:00Z", "thank_you_email")


def test_thanks_open_with_the_end() -> None:
    assert around("2026-11-20T21:00Z", AHEAD, Kind.THANK_YOU_EMAIL, DANA) == ("not_yet", "recommended")


def test_an_interview_marked_completed_before_its_end_has_not_ended() -> None:
    early = some_facts(interviews=[interview(status=InterviewStatus.COMPLETED)], now="2026-11-20T20:30Z")
    assert advise(early).verdict(Kind.THANK_YOU_EMAIL, DANA) == "not_yet"


def test_an_interview_still_marked_scheduled_after_its_end_was_held() -> None:
    assert advise(some_facts(interviews=[interview(status=InterviewStatus.SCHEDULED)])).kind == Kind.THANK_YOU_EMAIL


CANCELLED = interview(status=InterviewStatus.CANCELLED)


@pytest.mark.parametrize("now", ["2026-11-19T15:00Z", "2026-11-20T22:00Z", "2026-12-20T15:00Z"])
@pytest.mark.parametrize("kind", AFTERWARDS)
def test_nothing_follows_a_cancelled_interview(kind: Kind, now: str) -> None:
    assert advise(some_facts(interviews=[CANCELLED]), now).verdict(kind, DANA) == "never"


@pytest.mark.parametrize("interviews", [[], [CANCELLED]], ids=["none", "a cancelled one"])
def test_without_an_interview_there_is_nothing_to_do_and_this_rule_says_so(interviews: list[Interview]) -> None:
    advice = advise(some_facts(interviews=interviews))
    assert (advice.kind, advice.reasons[0].rule) == (Kind.NO_FURTHER_ACTION, RULE)


def test_a_colleague_who_interviews_next_waits_for_that_end() -> None:
    rounds = some_facts(
        interviews=[interview(), interview(id="i2", ends="2026-12-03T21:00Z", who=(SAM,))],
        contacts=[dana(), sam()],
        touches=[thanks()],
        now="2026-11-23T15:00Z",
    )
    assert advise(rounds).not_before(Kind.THANK_YOU_EMAIL, SAM) == "2026-12-03T21:00:00Z"


def test_another_interview_ahead_takes_nothing_from_the_one_held() -> None:
    rounds = some_facts(interviews=[interview(), interview(id="i2", ends="2026-12-03T21:00Z")])
    assert advise(rounds).step == (Kind.THANK_YOU_EMAIL, DANA)


@pytest.mark.parametrize("kind", AFTERWARDS)
def test_after_the_end_the_rule_keeps_quiet(kind: Kind) -> None:
    assert RULE not in advise(some_facts()).rules(kind, DANA)


def test_with_a_colleagues_interview_ahead_the_rule_keeps_quiet_about_the_one_held() -> None:
    rounds = some_facts(
        interviews=[interview(), interview(id="i2", ends="2026-12-03T21:00Z", who=(SAM,))], contacts=[dana(), sam()]
    )
    assert RULE not in advise(rounds).rules(Kind.THANK_YOU_EMAIL, DANA)


@pytest.mark.parametrize("kind", [Kind.LINKEDIN_REQUEST, Kind.HANDWRITTEN_NOTE])
def test_what_follows_the_thanks_hangs_on_them_and_has_no_opening_yet(kind: Kind) -> None:
    assert advise(AHEAD).not_before(kind, DANA) is None
