import pytest

from afterview.policy.facts import Facts
from afterview.policy.terms import Kind, Status
from tests.policy.builders import DANA, SAM, dana, interview, sam, some_facts, thanks
from tests.policy.reading import advise

FIELD = "interviews/i1/discussion_points"
NOTHING_NOTED = interview(topics=())
ADDRESSED = [dana(postal_address="1 Main Street")]
SPEAKS = some_facts(interviews=[NOTHING_NOTED])


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        pytest.param(Kind.THANK_YOU_EMAIL, some_facts(interviews=[NOTHING_NOTED]), id="thanks"),
        pytest.param(
            Kind.LINKEDIN_REQUEST,
            some_facts(interviews=[NOTHING_NOTED], touches=[thanks()], now="2026-11-23T15:00Z"),
            id="a connection request",
        ),
        pytest.param(
            Kind.CHECK_IN_EMAIL,
            some_facts(interviews=[NOTHING_NOTED], touches=[thanks()], now="2026-11-30T15:00Z"),
            id="a check-in",
        ),
        pytest.param(
            Kind.HANDWRITTEN_NOTE,
            some_facts(interviews=[NOTHING_NOTED], contacts=[dana(email=None, postal_address="1 Main Street")]),
            id="a note",
        ),
    ],
)
def test_when_nothing_is_noted_about_the_conversation_that_is_missing(kind: Kind, facts: Facts) -> None:
    assert (advise(facts).step, advise(facts).missing[0]) == ((kind, DANA), FIELD)


def test_the_step_is_recommended_all_the_same() -> None:
    assert advise(some_facts(interviews=[NOTHING_NOTED])).step == (Kind.THANK_YOU_EMAIL, DANA)


def test_what_is_missing_says_why_in_a_sentence() -> None:
    missing = advise(some_facts(interviews=[NOTHING_NOTED], contacts=ADDRESSED)).document["missing"]
    assert isinstance(missing, list)
    assert missing[0]["why"].endswith(".")


def test_each_interview_is_named_once() -> None:
    panel = some_facts(interviews=[interview(topics=(), who=(DANA, SAM))], contacts=[dana(), sam()])
    assert advise(panel).missing.count(FIELD) == 1


def test_the_interview_that_the_step_stands_for_is_named() -> None:
    rounds = [interview(), interview(id="i2", ends="2026-12-03T21:00Z", topics=())]
    assert advise(some_facts(interviews=rounds, touches=[thanks()]), "2026-12-03T22:00Z").missing[0] == (
        "interviews/i2/discussion_points"
    )


def test_one_topic_is_enough() -> None:
    assert FIELD not in advise(some_facts(interviews=[interview(topics=("event streams",))])).missing


def test_before_the_interview_nothing_can_be_noted() -> None:
    assert FIELD not in advise(some_facts(interviews=[NOTHING_NOTED]), "2026-11-20T12:00Z").missing


def test_an_earlier_round_is_not_missed_once_a_later_one_is_noted() -> None:
    rounds = [NOTHING_NOTED, interview(id="i2", ends="2026-12-03T21:00Z")]
    assert FIELD not in advise(some_facts(interviews=rounds), "2026-12-03T22:00Z").missing


def test_after_a_no_only_a_connection_would_need_it() -> None:
    facts = some_facts(interviews=[NOTHING_NOTED], status=Status.REJECTED, changed="2026-11-20T21:30Z", linkedin=False)
    assert FIELD not in advise(facts).missing
