import pytest

from afterview.policy.facts import Facts
from afterview.policy.terms import Kind, Notes, Status
from tests.policy.builders import DANA, When, dana, interview, reply, some_facts, thanks
from tests.policy.reading import advise

RULE = "never-press"
PRESSING = [
    Kind.THANK_YOU_EMAIL,
    Kind.CHECK_IN_EMAIL,
    Kind.FOLLOW_UP_CALL,
    Kind.ADDITIONAL_INFORMATION_EMAIL,
    Kind.HANDWRITTEN_NOTE,
]


def rejected(
    *, thanked: bool = True, status: Status = Status.REJECTED, by: str | None = None, now: When = "2026-11-25T16:00Z"
) -> Facts:
    """Dana can be reached in every way, something was left to add, and notes are welcome."""
    return some_facts(
        interviews=[interview(points=("the migration",), reply_by=by)],
        contacts=[dana(postal_address="1 Main Street")],
        touches=[thanks()] if thanked else [],
        notes=Notes.WELCOME,
        status=status,
        changed="2026-11-25T15:00Z",
        now=now,
    )


SPEAKS = rejected()
MOMENTS = ["2026-11-25T15:00Z", "2026-11-26T15:00Z", "2026-12-14T15:00Z", "2027-12-14T15:00Z"]


@pytest.mark.parametrize("now", MOMENTS)
@pytest.mark.parametrize("kind", PRESSING)
def test_after_a_no_nothing_presses_ever(kind: Kind, now: str) -> None:
    assert advise(rejected(), now).verdict(kind, DANA) == "never"


@pytest.mark.parametrize("kind", PRESSING)
def test_what_would_press_names_this_rule_and_the_no(kind: Kind) -> None:
    why = advise(rejected()).binding(kind, DANA)
    assert (why.rule, list(why.facts.values())) == (RULE, ["2026-11-25T15:00:00Z"])


@pytest.mark.parametrize("now", MOMENTS)
@pytest.mark.parametrize("kind", PRESSING)
def test_unsent_thanks_change_nothing(kind: Kind, now: str) -> None:
    assert advise(rejected(thanked=False), now).verdict(kind, DANA) == "never"


def test_a_passed_date_makes_no_question_fair() -> None:
    assert advise(rejected(by="2026-11-24")).verdict(Kind.CHECK_IN_EMAIL, DANA) == "never"


def test_a_friendly_word_after_the_no_opens_nothing() -> None:
    facts = rejected(now="2026-12-14T15:00Z")
    facts.touches.append(reply("2026-11-27T15:00Z"))
    assert advise(facts).verdict(Kind.CHECK_IN_EMAIL, DANA) == "never"


def test_a_note_that_was_the_thank_you_is_not_written_either() -> None:
    by_post = some_facts(
        contacts=[dana(email=None, postal_address="1 Main Street")],
        status=Status.REJECTED,
        changed="2026-11-20T21:30Z",
    )
    assert advise(by_post).binding(Kind.HANDWRITTEN_NOTE, DANA).rule == RULE


@pytest.mark.parametrize("kind", [Kind.REJECTION_THANKS_EMAIL, Kind.LINKEDIN_REQUEST])
def test_thanks_for_the_no_and_a_connection_do_not_press(kind: Kind) -> None:
    assert RULE not in advise(rejected()).rules(kind, DANA)


@pytest.mark.parametrize("kind", PRESSING)
@pytest.mark.parametrize("status", [s for s in Status if s is not Status.REJECTED])
def test_without_a_no_the_rule_keeps_quiet(kind: Kind, status: Status) -> None:
    assert RULE not in advise(rejected(status=status)).rules(kind, DANA)


@pytest.mark.parametrize("kind", PRESSING)
def test_before_the_no_came_the_rule_keeps_quiet(kind: Kind) -> None:
    assert RULE not in advise(rejected(), "2026-11-25T14:59:59Z").rules(kind, DANA)
