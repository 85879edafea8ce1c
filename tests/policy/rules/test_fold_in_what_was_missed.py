import pytest

from afterview.policy.facts import Touch
from afterview.policy.terms import Kind, Notes, TouchKind
from tests.policy.builders import (
    DANA,
    REESE,
    SAM,
    When,
    check_in,
    dana,
    interview,
    put_off,
    reese,
    reply,
    sam,
    some_facts,
    someone,
    thanks,
    touch,
)
from tests.policy.reading import Advice, advise, around

RULE = "fold-in-what-was-missed"
INFORMATION = Kind.ADDITIONAL_INFORMATION_EMAIL
RIDES = ["additional_information_email"]
MISSED = interview(points=("the migration",))
SPEAKS = some_facts(interviews=[MISSED])


def missed(*touches: Touch, now: When = "2026-11-20T22:00Z") -> Advice:
    """Dana's interview left something to add."""
    return advise(some_facts(interviews=[MISSED], touches=touches, now=now))


def test_what_was_missed_rides_in_the_thank_you() -> None:
    assert (missed().step, missed().action["carries"]) == ((Kind.THANK_YOU_EMAIL, DANA), RIDES)


def test_the_thank_you_that_carries_it_names_this_rule() -> None:
    assert RULE in missed().rules(Kind.THANK_YOU_EMAIL, DANA)


def test_the_thank_you_that_carries_it_includes_the_points() -> None:
    included = missed().action["include"]
    assert isinstance(included, list)
    assert "points_to_add" in included


def test_a_concern_is_answered_there_as_well() -> None:
    worried = some_facts(interviews=[interview(concerns=("little time with streams",))])
    assert advise(worried).action["carries"] == RIDES


def test_with_nothing_missed_nothing_rides_along() -> None:
    assert advise(some_facts()).action["carries"] == []


def test_with_nothing_missed_there_is_no_information_to_send() -> None:
    nothing = advise(some_facts(touches=[thanks()]))
    assert (nothing.verdict(INFORMATION, DANA), nothing.binding(INFORMATION, DANA).rule) == ("never", RULE)


PANEL = interview(who=(SAM, DANA), points=("the migration",))


def test_a_colleagues_thank_you_carries_nothing() -> None:
    panel = advise(some_facts(interviews=[PANEL], contacts=[sam(), dana()]))
    assert (panel.who, panel.action["carries"]) == (SAM, [])


def test_the_hiring_managers_thank_you_carries_it() -> None:
    panel = advise(some_facts(interviews=[PANEL], contacts=[sam(), dana()], touches=[thanks(who=SAM)]))
    assert (panel.who, panel.action["carries"]) == (DANA, RIDES)


def test_without_a_hiring_manager_the_first_interviewer_gets_it() -> None:
    peers = interview(who=(SAM, "alex"), points=("the migration",))
    panel = advise(some_facts(interviews=[peers], contacts=[someone("alex"), sam()], touches=[thanks(who="alex")]))
    assert (panel.who, panel.action["carries"]) == (SAM, RIDES)


def test_a_thank_you_that_carried_it_leaves_nothing_to_send() -> None:
    carried = missed(thanks(carries=(INFORMATION,)), now="2026-11-23T15:00Z")
    assert (carried.verdict(INFORMATION, DANA), carried.binding(INFORMATION, DANA).rule) == ("no_longer", RULE)


def test_what_was_carried_names_when() -> None:
    carried = missed(thanks(carries=(INFORMATION,)), now="2026-11-23T15:00Z")
    assert "2026-11-20T21:30:00Z" in carried.binding(INFORMATION, DANA).facts.values()


def test_after_plain_thanks_it_is_one_email_of_its_own() -> None:
    facts = some_facts(interviews=[MISSED], touches=[thanks()])
    assert around("2026-11-21T21:30Z", facts, INFORMATION, DANA) == ("not_yet", "recommended")


def test_the_email_of_its_own_names_this_rule() -> None:
    assert RULE in missed(thanks(), now="2026-11-23T15:00Z").rules(INFORMATION, DANA)


def test_the_email_of_its_own_goes_out_once() -> None:
    sent = touch(TouchKind.ADDITIONAL_INFORMATION_EMAIL, "2026-11-23T15:00Z")
    assert missed(thanks(), sent, now="2026-11-25T15:00Z").verdict(INFORMATION, DANA) == "no_longer"


def test_even_news_from_them_brings_no_second_email() -> None:
    sent = touch(TouchKind.ADDITIONAL_INFORMATION_EMAIL, "2026-11-23T15:00Z")
    answered = missed(thanks(), sent, reply("2026-11-24T15:00Z"), now="2026-11-26T15:00Z")
    assert answered.verdict(INFORMATION, DANA) == "no_longer"


def test_once_a_question_is_open_it_rides_in_the_check_in() -> None:
    check = missed(thanks(), now="2026-11-30T15:00Z")
    assert (check.step, check.action["carries"]) == ((Kind.CHECK_IN_EMAIL, DANA), RIDES)


def test_once_a_question_is_open_there_is_no_email_of_its_own() -> None:
    assert missed(thanks(), now="2026-11-30T15:00Z").verdict(INFORMATION, DANA) == "no_longer"


def test_the_check_in_carries_it_to_whoever_is_asked() -> None:
    check = advise(
        some_facts(interviews=[MISSED], contacts=[dana(), reese()], touches=[thanks()], now="2026-11-30T15:00Z")
    )
    assert (check.step, check.action["carries"]) == ((Kind.CHECK_IN_EMAIL, REESE), RIDES)


def test_a_check_in_can_carry_thanks_and_what_was_missed() -> None:
    both = missed(now="2026-11-30T15:00Z").action["carries"]
    assert isinstance(both, list)
    assert sorted(both) == ["additional_information_email", "thank_you_email"]


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param((thanks(carries=(INFORMATION,)),), id="it rode in the thank-you"),
        pytest.param(
            (thanks(), touch(TouchKind.ADDITIONAL_INFORMATION_EMAIL, "2026-11-23T15:00Z")), id="it had its own email"
        ),
    ],
)
def test_the_check_in_does_not_repeat_it(sent: tuple[Touch, ...]) -> None:
    check = missed(*sent, now="2026-12-01T15:00Z")
    assert (check.step, check.action["carries"]) == ((Kind.CHECK_IN_EMAIL, DANA), [])


def test_a_second_check_in_does_not_repeat_it() -> None:
    facts = some_facts(
        interviews=[interview(points=("the migration",), reply_by="2026-11-23")],
        contacts=[dana(phone=None)],
        touches=[thanks(), check_in("2026-11-24T14:00Z", carries=(INFORMATION,))],
        now="2026-12-01T15:00Z",
    )
    assert (advise(facts).step, advise(facts).action["carries"]) == ((Kind.CHECK_IN_EMAIL, DANA), [])


def test_a_call_carries_nothing() -> None:
    facts = some_facts(
        interviews=[interview(points=("the migration",), reply_by="2026-11-23")],
        contacts=[dana(email=None)],
        touches=[thanks()],
        now="2026-11-24T15:00Z",
    )
    assert (advise(facts).kind, advise(facts).action["carries"]) == (Kind.FOLLOW_UP_CALL, [])


def test_a_connection_request_carries_nothing() -> None:
    connecting = missed(
        thanks(), touch(TouchKind.ADDITIONAL_INFORMATION_EMAIL, "2026-11-23T15:00Z"), now="2026-11-25T15:00Z"
    )
    assert (connecting.kind, connecting.action["carries"]) == (Kind.LINKEDIN_REQUEST, [])


def test_what_a_later_interview_left_counts_anew() -> None:
    later = interview(id="i2", ends="2026-12-03T21:00Z", points=("the budget",))
    facts = some_facts(interviews=[MISSED, later], touches=[thanks(carries=(INFORMATION,))], now="2026-12-03T22:00Z")
    assert (advise(facts).kind, advise(facts).action["carries"]) == (Kind.THANK_YOU_EMAIL, RIDES)


def test_what_an_earlier_interview_left_rides_in_the_next_thank_you() -> None:
    later = interview(id="i2", ends="2026-12-03T21:00Z")
    facts = some_facts(interviews=[MISSED, later], touches=[thanks()], now="2026-12-03T22:00Z")
    assert (advise(facts).kind, advise(facts).action["carries"]) == (Kind.THANK_YOU_EMAIL, RIDES)


def test_a_bonus_note_carries_nothing() -> None:
    facts = some_facts(
        interviews=[MISSED],
        contacts=[dana(postal_address="1 Main Street")],
        touches=[thanks()],
        deferrals=[put_off(INFORMATION, None)],
        notes=Notes.WELCOME,
        now="2026-11-23T15:00Z",
    )
    assert (advise(facts).kind, advise(facts).action["carries"]) == (Kind.HANDWRITTEN_NOTE, [])


def test_where_an_interview_names_nobody_its_thank_you_carries_it() -> None:
    facts = some_facts(interviews=[interview(who=(), points=("the migration",))], contacts=[])
    assert (advise(facts).step, advise(facts).action["carries"]) == ((Kind.THANK_YOU_EMAIL, None), RIDES)
