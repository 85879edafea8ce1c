import pytest

from afterview.policy.facts import Touch
from afterview.policy.terms import InterviewStatus, Kind, TouchKind
from tests.policy.builders import (
    DANA,
    REESE,
    SAM,
    check_in,
    dana,
    interview,
    reese,
    reply,
    sam,
    some_facts,
    thanks,
    touch,
)
from tests.policy.reading import advise

THANKS = Kind.THANK_YOU_EMAIL
SPEAKS = some_facts(touches=[thanks()])
FIRST_ROUND = interview(id="i1", ends="2026-11-20T21:00Z")
SECOND_ROUND = interview(id="i2", ends="2026-12-03T21:00Z")


def panel_after(*touches: Touch) -> list[str]:
    """The verdicts on a thank-you to Dana and to Sam, who interviewed together, at 22:00Z."""
    facts = some_facts(interviews=[interview(who=(DANA, SAM))], contacts=[dana(), sam()], touches=touches)
    advice = advise(facts)
    return [advice.verdict(THANKS, who) for who in (DANA, SAM)]


def test_every_interviewer_is_to_be_thanked() -> None:
    assert panel_after() == ["recommended", "allowed"]


def test_thanking_one_leaves_the_other() -> None:
    assert panel_after(thanks(who=DANA)) == ["no_longer", "recommended"]


def test_thanking_both_is_enough() -> None:
    assert panel_after(thanks(who=DANA), thanks(who=SAM)) == ["no_longer", "no_longer"]


def test_thanks_to_nobody_in_particular_count_for_everybody_in_the_interview() -> None:
    assert panel_after(thanks(who=None, interview="i1")) == ["no_longer", "no_longer"]


def test_thanks_without_contact_and_interview_count_for_everybody() -> None:
    assert panel_after(thanks(who=None)) == ["no_longer", "no_longer"]


def test_thanks_for_one_interview_do_not_count_for_those_who_held_another() -> None:
    loop = some_facts(
        interviews=[interview(id="i1", who=(DANA,)), interview(id="i2", who=(SAM,))],
        contacts=[dana(), sam()],
        touches=[thanks(who=None, interview="i1")],
    )
    assert advise(loop).step == (THANKS, SAM)


def test_who_was_thanked_names_this_rule_and_when() -> None:
    done = advise(some_facts(touches=[thanks("2026-11-20T21:30Z")])).binding(THANKS, DANA)
    assert (done.rule, list(done.facts.values())) == ("thank-each-person", ["2026-11-20T21:30:00Z"])


def test_the_reason_names_the_person() -> None:
    assert "Dana" in advise(some_facts(touches=[thanks()])).binding(THANKS, DANA).because


def test_another_round_with_the_same_person_is_thanked_for_again() -> None:
    rounds = some_facts(interviews=[FIRST_ROUND, SECOND_ROUND], touches=[thanks("2026-11-20T21:30Z")])
    assert advise(rounds, "2026-12-03T21:00Z").step == (THANKS, DANA)


def test_between_the_rounds_the_first_thanks_are_enough() -> None:
    rounds = some_facts(interviews=[FIRST_ROUND, SECOND_ROUND], touches=[thanks("2026-11-20T21:30Z")])
    assert advise(rounds, "2026-11-27T15:00Z").verdict(THANKS, DANA) == "no_longer"


def test_a_round_that_was_thanked_for_is_done_like_the_first() -> None:
    rounds = some_facts(interviews=[FIRST_ROUND, SECOND_ROUND], touches=[thanks(), thanks("2026-12-03T22:00Z")])
    assert advise(rounds, "2026-12-04T15:00Z").verdict(THANKS, DANA) == "no_longer"


SAME_DAY = [interview(id="i1", ends="2026-11-20T18:00Z"), interview(id="i2", ends="2026-11-20T21:00Z")]


def test_thanks_after_two_interviews_with_one_person_cover_both() -> None:
    assert advise(some_facts(interviews=SAME_DAY, touches=[thanks("2026-11-20T21:30Z")])).verdict(THANKS, DANA) == (
        "no_longer"
    )


def test_thanks_between_two_interviews_with_one_person_do_not_cover_the_second() -> None:
    assert advise(some_facts(interviews=SAME_DAY, touches=[thanks("2026-11-20T18:30Z")])).step == (THANKS, DANA)


def test_the_thanks_stand_for_the_latest_interview_held_with_that_person() -> None:
    assert advise(some_facts(interviews=SAME_DAY)).action["interview_id"] == "i2"


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(thanks("2026-11-20T20:59:59Z"), id="thanks before the end"),
        pytest.param(touch(TouchKind.OTHER_OUTBOUND, "2026-11-20T21:30Z"), id="some other message"),
        pytest.param(touch(TouchKind.ANSWER, "2026-11-20T21:30Z"), id="an answer"),
        pytest.param(touch(TouchKind.LINKEDIN_REQUEST, "2026-11-20T21:30Z"), id="a connection request"),
        pytest.param(touch(TouchKind.AUTO_REPLY_RECEIVED, "2026-11-20T21:30Z"), id="an automatic reply"),
        pytest.param(reply("2026-11-20T21:30Z", by="2026-12-01"), id="a message from them"),
        pytest.param(thanks("2026-11-20T22:00:01Z"), id="thanks dated after now"),
    ],
)
def test_nothing_else_counts_as_thanks(sent: Touch) -> None:
    assert advise(some_facts(touches=[sent])).step == (THANKS, DANA)


def test_thanks_at_the_very_end_count() -> None:
    assert advise(some_facts(touches=[thanks("2026-11-20T21:00Z")])).verdict(THANKS, DANA) == "no_longer"


def test_thanks_that_rode_in_a_check_in_count() -> None:
    carried = some_facts(touches=[check_in("2026-11-25T15:00Z", carries=(THANKS,))], now="2026-11-26T15:00Z")
    assert advise(carried).binding(THANKS, DANA).rule == "thank-each-person"


def test_who_did_not_interview_is_never_thanked() -> None:
    advice = advise(some_facts(contacts=[dana(), reese()]))
    assert (advice.verdict(THANKS, REESE), advice.binding(THANKS, REESE).rule) == ("never", "thank-each-person")


def test_who_held_only_a_cancelled_interview_is_never_thanked() -> None:
    cancelled = interview(id="i2", who=(SAM,), status=InterviewStatus.CANCELLED)
    assert advise(some_facts(interviews=[interview(), cancelled], contacts=[dana(), sam()])).verdict(THANKS, SAM) == (
        "never"
    )


def test_an_interview_that_names_nobody_is_thanked_for_too() -> None:
    assert advise(some_facts(interviews=[interview(who=())], contacts=[])).step == (THANKS, None)


def test_an_interview_that_names_nobody_is_thanked_for_once() -> None:
    sent = some_facts(interviews=[interview(who=())], contacts=[], touches=[thanks(who=None)])
    assert advise(sent).verdict(THANKS, None) == "no_longer"


def test_thanks_for_an_interview_that_names_nobody_may_name_it() -> None:
    sent = some_facts(interviews=[interview(who=())], contacts=[], touches=[thanks(who=None, interview="i1")])
    assert advise(sent).verdict(THANKS, None) == "no_longer"


def test_before_an_interview_that_names_nobody_its_thanks_are_not_yet() -> None:
    ahead = some_facts(interviews=[interview(who=())], contacts=[], now="2026-11-18T15:00Z")
    assert advise(ahead).not_before(THANKS, None) == "2026-11-20T21:00:00Z"
