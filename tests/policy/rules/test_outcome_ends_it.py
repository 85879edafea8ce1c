import pytest

from afterview.policy.facts import Facts
from afterview.policy.terms import Kind, Notes, Status, TouchKind
from tests.policy.builders import DANA, When, dana, interview, reply, some_facts, thanks, touch
from tests.policy.reading import advise, around

RULE = "outcome-ends-it"
OVER = [Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL, Kind.ADDITIONAL_INFORMATION_EMAIL, Kind.HANDWRITTEN_NOTE]
OUTCOMES = [Status.OFFERED, Status.ACCEPTED, Status.WITHDRAWN, Status.CLOSED]


def decided(status: Status, *, thanked: bool = True, now: When = "2026-11-25T16:00Z") -> Facts:
    """Dana can be reached in every way, something was left to add, and notes are welcome."""
    return some_facts(
        interviews=[interview(points=("the migration",), reply_by="2026-11-24")],
        contacts=[dana(postal_address="1 Main Street")],
        touches=[thanks()] if thanked else [],
        notes=Notes.WELCOME,
        status=status,
        changed="2026-11-25T15:00Z",
        now=now,
    )


SPEAKS = decided(Status.ACCEPTED)


@pytest.mark.parametrize("kind", OVER)
@pytest.mark.parametrize("status", OUTCOMES)
def test_an_outcome_ends_questions_information_and_notes(status: Status, kind: Kind) -> None:
    assert advise(decided(status)).verdict(kind, DANA) == "never"


@pytest.mark.parametrize("kind", OVER)
@pytest.mark.parametrize("status", OUTCOMES)
def test_what_an_outcome_ended_names_this_rule_and_when(status: Status, kind: Kind) -> None:
    why = advise(decided(status)).binding(kind, DANA)
    assert (why.rule, list(why.facts.values())) == (RULE, ["2026-11-25T15:00:00Z"])


@pytest.mark.parametrize("now", ["2026-12-14T15:00Z", "2027-12-14T15:00Z"])
def test_it_stays_ended(now: str) -> None:
    assert advise(decided(Status.CLOSED), now).verdict(Kind.CHECK_IN_EMAIL, DANA) == "never"


def test_a_message_after_the_outcome_opens_nothing() -> None:
    facts = decided(Status.CLOSED, now="2026-12-14T15:00Z")
    facts.touches.append(reply("2026-11-27T15:00Z"))
    assert advise(facts).verdict(Kind.CHECK_IN_EMAIL, DANA) == "never"


@pytest.mark.parametrize("status", [Status.ACCEPTED, Status.WITHDRAWN, Status.CLOSED])
def test_thanks_for_the_interview_stay(status: Status) -> None:
    unthanked = some_facts(status=status, changed="2026-11-20T21:30Z")
    assert advise(unthanked).step == (Kind.THANK_YOU_EMAIL, DANA)


def test_thanks_for_the_interview_stay_beside_the_answer_to_an_offer() -> None:
    unthanked = some_facts(status=Status.OFFERED, changed="2026-11-20T21:30Z")
    assert advise(unthanked).verdict(Kind.THANK_YOU_EMAIL, DANA) == "allowed"


@pytest.mark.parametrize("status", [Status.ACCEPTED, Status.WITHDRAWN, Status.CLOSED])
def test_the_connection_request_stays(status: Status) -> None:
    facts = some_facts(touches=[thanks()], status=status, changed="2026-11-20T21:45Z")
    assert around("2026-11-21T21:30Z", facts, Kind.LINKEDIN_REQUEST, DANA) == ("not_yet", "recommended")


def test_after_the_offer_is_answered_the_connection_request_stays() -> None:
    facts = some_facts(
        touches=[thanks(), touch(TouchKind.ANSWER, "2026-11-23T16:00Z")],
        status=Status.OFFERED,
        changed="2026-11-23T15:00Z",
    )
    assert around("2026-11-24T16:00Z", facts, Kind.LINKEDIN_REQUEST, DANA) == ("not_yet", "recommended")


@pytest.mark.parametrize("status", [Status.ACCEPTED, Status.WITHDRAWN, Status.CLOSED])
def test_when_all_is_done_the_rest_names_this_rule(status: Status) -> None:
    facts = decided(status)
    facts.preferences.linkedin = False
    assert (advise(facts).kind, advise(facts).reasons[0].rule) == (Kind.NO_FURTHER_ACTION, RULE)


@pytest.mark.parametrize("kind", [*OVER, Kind.THANK_YOU_EMAIL, Kind.LINKEDIN_REQUEST])
def test_while_nothing_is_decided_the_rule_keeps_quiet(kind: Kind) -> None:
    assert RULE not in advise(decided(Status.ACTIVE)).rules(kind, DANA)


@pytest.mark.parametrize("kind", [Kind.THANK_YOU_EMAIL, Kind.LINKEDIN_REQUEST])
@pytest.mark.parametrize("status", OUTCOMES)
def test_thanks_and_connection_hear_nothing_of_this_rule(status: Status, kind: Kind) -> None:
    assert RULE not in advise(decided(status, thanked=False)).rules(kind, DANA)


@pytest.mark.parametrize("kind", OVER)
def test_before_the_outcome_came_the_rule_keeps_quiet(kind: Kind) -> None:
    assert RULE not in advise(decided(Status.ACCEPTED), "2026-11-25T14:59:59Z").rules(kind, DANA)
