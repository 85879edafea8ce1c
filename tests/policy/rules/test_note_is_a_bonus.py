import pytest

from afterview.policy.facts import Facts, Touch
from afterview.policy.terms import Kind, Notes, TouchKind
from tests.policy.builders import DANA, REESE, check_in, dana, interview, reese, some_facts, thanks, touch
from tests.policy.reading import Advice, advise, around

RULE = "note-is-a-bonus"
NOTE = Kind.HANDWRITTEN_NOTE


def notable(
    *touches: Touch,
    notes: Notes = Notes.WELCOME,
    ends: str = "2026-11-20T21:00Z",
    by: str | None = None,
    **policy: object,
) -> Facts:
    """Dana has an e-mail and a postal address, and handwritten notes are welcome."""
    return some_facts(
        interviews=[interview(ends=ends, reply_by=by)],
        contacts=[dana(postal_address="1 Main Street")],
        touches=touches or [thanks()],
        notes=notes,
        policy=policy,
        now="2026-11-23T15:00Z",
    )


SPEAKS = notable()
POSTED = touch(TouchKind.HANDWRITTEN_NOTE, "2026-11-23T15:00Z")


def test_a_welcome_note_opens_a_day_after_the_thanks() -> None:
    assert around("2026-11-21T21:30Z", notable(), NOTE, DANA) == ("not_yet", "recommended")


def test_a_note_opens_when_the_users_hours_are_over() -> None:
    assert around("2026-11-22T21:30Z", notable(hours_between_touches=48), NOTE, DANA) == ("not_yet", "recommended")


def test_a_recommended_note_names_this_rule_and_the_thanks() -> None:
    why = advise(notable()).why(NOTE, DANA)
    assert "2026-11-20T21:30:00Z" in next(r for r in why if r.rule == RULE).facts.values()


def test_a_bonus_may_be_written_and_need_not() -> None:
    assert (advise(notable()).kind, advise(notable()).action["strength"]) == (NOTE, "may")


CLOSINGS = [
    pytest.param(notable(), "2026-11-27T21:00Z", id="seven days after the interview"),
    pytest.param(notable(note_days=3), "2026-11-23T21:00Z", id="the user's days"),
    pytest.param(notable(by="2026-11-24"), "2026-11-25T05:00Z", id="the promised day ends first"),
    pytest.param(notable(by="2026-12-18"), "2026-11-27T21:00Z", id="the seven days end first"),
    pytest.param(
        notable(thanks("2026-10-28T21:00Z"), ends="2026-10-28T20:00Z"),
        "2026-11-04T20:00Z",
        id="seven times 24 hours, when the clocks go back",
    ),
]


@pytest.mark.parametrize(("facts", "closes_at"), CLOSINGS)
def test_a_note_closes_with_its_days_or_with_the_promised_day(facts: Facts, closes_at: str) -> None:
    assert around(closes_at, facts, NOTE, DANA) == ("recommended", "no_longer")


def test_a_closed_note_names_this_rule_and_when_it_closed() -> None:
    closed = advise(notable(), "2026-11-30T15:00Z").binding(NOTE, DANA)
    assert (closed.rule, "2026-11-27T21:00:00Z" in closed.facts.values()) == (RULE, True)


def test_late_thanks_leave_no_time_for_a_note() -> None:
    assert advise(notable(thanks("2026-11-26T22:00Z")), "2026-11-27T15:00Z").verdict(NOTE, DANA) == "no_longer"


def verdict_where(notes: Notes) -> Advice:
    return advise(notable(notes=notes))


def test_where_nobody_knows_a_note_is_merely_allowed() -> None:
    advice = verdict_where(Notes.UNKNOWN)
    assert (advice.verdict(NOTE, DANA), advice.binding(NOTE, DANA).rule) == ("allowed", RULE)


def test_where_nobody_knows_it_is_as_open_as_where_it_is_welcome() -> None:
    assert around("2026-11-21T21:30Z", notable(notes=Notes.UNKNOWN), NOTE, DANA) == ("not_yet", "allowed")


@pytest.mark.parametrize(
    ("facts", "fact", "value"),
    [
        pytest.param(notable(), "ended_at", "2026-11-20T21:00:00Z", id="the interview"),
        pytest.param(notable(by="2026-11-24"), "promised", "2026-11-24", id="the promised day"),
    ],
)
def test_what_closed_names_what_it_rests_on(facts: Facts, fact: str, value: str) -> None:
    closed = advise(facts, "2026-11-28T15:00Z").binding(NOTE, DANA)
    assert (closed.rule, closed.facts[fact]) == (RULE, value)


def test_where_it_is_unwelcome_it_is_never() -> None:
    advice = verdict_where(Notes.UNWELCOME)
    assert (advice.verdict(NOTE, DANA), advice.binding(NOTE, DANA).rule) == ("never", RULE)


def test_one_note_for_one_interview() -> None:
    posted = advise(notable(thanks(), POSTED), "2026-11-25T15:00Z")
    assert (posted.verdict(NOTE, DANA), posted.binding(NOTE, DANA).rule) == ("no_longer", RULE)


def test_a_posted_note_names_when() -> None:
    posted = advise(notable(thanks(), POSTED), "2026-11-25T15:00Z")
    assert list(posted.binding(NOTE, DANA).facts.values()) == ["2026-11-23T15:00:00Z"]


def test_another_interview_is_worth_another_note() -> None:
    facts = some_facts(
        interviews=[interview(), interview(id="i2", ends="2026-12-03T21:00Z")],
        contacts=[dana(postal_address="1 Main Street")],
        touches=[thanks(), POSTED, thanks("2026-12-03T21:30Z")],
        notes=Notes.WELCOME,
    )
    assert around("2026-12-04T21:30Z", facts, NOTE, DANA) == ("not_yet", "recommended")


def test_without_thanks_it_hangs_on_something_not_done() -> None:
    unthanked = notable(touch(TouchKind.OTHER_OUTBOUND, "2026-11-20T21:30Z"))
    assert advise(unthanked).not_before(NOTE, DANA) is None


def test_without_thanks_it_closes_all_the_same() -> None:
    unthanked = notable(touch(TouchKind.OTHER_OUTBOUND, "2026-11-20T21:30Z"))
    assert around("2026-11-27T21:00Z", unthanked, NOTE, DANA) == ("not_yet", "no_longer")


def test_who_did_not_interview_gets_no_note() -> None:
    facts = some_facts(contacts=[dana(), reese()], touches=[thanks()], notes=Notes.WELCOME)
    assert (advise(facts).verdict(NOTE, REESE), advise(facts).binding(NOTE, REESE).rule) == ("never", RULE)


def test_a_note_goes_before_a_connection_request() -> None:
    assert advise(notable()).verdict(Kind.LINKEDIN_REQUEST, DANA) == "allowed"


@pytest.mark.parametrize("kind", [Kind.LINKEDIN_REQUEST, Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL])
def test_the_rule_concerns_nothing_else(kind: Kind) -> None:
    asked = notable(thanks(), check_in("2026-11-30T15:00Z"))
    assert RULE not in advise(asked, "2026-12-02T15:00Z").rules(kind, DANA)


def test_a_note_that_is_the_thank_you_is_no_bonus() -> None:
    by_post = some_facts(contacts=[dana(email=None, postal_address="1 Main Street")], notes=Notes.UNKNOWN)
    assert (advise(by_post).step, RULE in advise(by_post).rules(NOTE, DANA)) == ((NOTE, DANA), False)
