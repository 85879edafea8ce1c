"""What a message is about follows from the facts, and is never made up."""

from datetime import date

import pytest

from afterview.errors import Invalid
from afterview.messages.terms import Kind, Stage
from afterview.policy.terms import Kind as Step
from afterview.policy.terms import Status
from afterview.services.about import about
from tests.policy.builders import DANA, REESE, SAM, dana, interview, put_off, reese, reply, sam, some_facts, thanks


def test_the_only_one_whom_it_can_be_for_is_the_recipient() -> None:
    found = about(some_facts(), Kind.THANK_YOU_EMAIL)
    assert found.recipient is not None
    assert (found.recipient.name, found.recipient.email, found.colleagues) == ("Dana", "dana@acme.example", ())


def test_nobody_is_guessed_where_several_can_be_meant() -> None:
    found = about(some_facts(contacts=[dana(), sam()], interviews=[interview(who=(DANA, SAM))]), Kind.THANK_YOU_EMAIL)
    assert (found.recipient, found.colleagues) == (None, ("Dana", "Sam"))


def test_the_one_who_is_named_is_the_recipient_and_the_others_are_colleagues() -> None:
    facts = some_facts(contacts=[dana(), sam()], interviews=[interview(who=(DANA, SAM))])
    found = about(facts, Kind.THANK_YOU_EMAIL, contact_id=SAM)
    assert found.recipient is not None
    assert (found.recipient.name, found.colleagues) == ("Sam", ("Dana",))


def test_days_are_those_of_the_place_of_the_interview() -> None:
    found = about(some_facts(now="2026-11-24T03:00Z"), Kind.THANK_YOU_EMAIL)
    assert (found.interview_on, found.today) == (date(2026, 11, 20), date(2026, 11, 23))


def test_whoever_did_not_interview_was_not_met() -> None:
    facts = some_facts(contacts=[dana(), reese()], touches=[thanks()], now="2026-11-30T15:00Z")
    found = about(facts, Kind.CHECK_IN_EMAIL, contact_id=REESE)
    assert (found.interview_on, found.thanked) == (None, True)


def test_the_promised_day_is_the_one_in_force() -> None:
    promised = some_facts(interviews=[interview(reply_by="2026-12-01")], touches=[thanks()])
    assert about(promised, Kind.CHECK_IN_EMAIL).promised_date == date(2026, 12, 1)
    taken_back = some_facts(
        interviews=[interview(reply_by="2026-12-01")], touches=[reply("2026-11-23T15:00Z")], now="2026-11-24T15:00Z"
    )
    assert about(taken_back, Kind.CHECK_IN_EMAIL).promised_date is None


def test_thanks_are_late_after_their_day_as_the_policy_says() -> None:
    assert not about(some_facts(now="2026-11-21T20:59Z"), Kind.THANK_YOU_EMAIL).late
    assert about(some_facts(now="2026-11-21T21:00Z"), Kind.THANK_YOU_EMAIL).late


def test_a_message_carries_what_the_policy_lays_into_it() -> None:
    facts = some_facts(interviews=[interview(points=("I ran Kafka",))])
    found = about(facts, Kind.THANK_YOU_EMAIL)
    assert (found.carries, found.points_to_add) == ((Kind.ADDITIONAL_INFORMATION_EMAIL,), ("I ran Kafka",))


def test_the_thanks_of_whoever_was_not_thanked_are_open() -> None:
    late = some_facts(now="2026-12-02T15:00Z")
    assert (about(late, Kind.CHECK_IN_EMAIL).thanked, about(late, Kind.CHECK_IN_EMAIL).carries) == (
        False,
        (Kind.THANK_YOU_EMAIL,),
    )


def test_a_step_that_was_declined_still_says_what_it_is_about() -> None:
    facts = some_facts(deferrals=[put_off(Step.THANK_YOU_EMAIL, None)])
    assert about(facts, Kind.THANK_YOU_EMAIL).interview_on == date(2026, 11, 20)


def test_the_stage_is_the_status() -> None:
    facts = some_facts(status=Status.REJECTED, changed="2026-11-23T15:00Z", now="2026-11-23T16:00Z")
    assert about(facts, Kind.REJECTION_THANKS_EMAIL).stage is Stage.REJECTED


@pytest.mark.parametrize("kind", Kind)
def test_a_candidacy_without_interviews_has_little_to_say(kind: Kind) -> None:
    found = about(some_facts(interviews=[], contacts=[]), kind)
    assert (found.recipient, found.interview_on, found.held_interviews) == (None, None, 0)


def test_an_id_that_is_not_in_the_facts_is_pointed_at() -> None:
    with pytest.raises(Invalid) as refused:
        about(some_facts(), Kind.THANK_YOU_EMAIL, contact_id="nobody", interview_id="none")
    assert [error.pointer for error in refused.value.errors] == ["/contact_id", "/interview_id"]
