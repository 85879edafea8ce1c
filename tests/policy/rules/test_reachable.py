import pytest

from afterview.policy.facts import Contact, Facts
from afterview.policy.terms import Kind, Notes, Status
from tests.policy.builders import DANA, REESE, dana, interview, reese, reply, some_facts, thanks
from tests.policy.reading import advise

RULE = "reachable"


def without(contact: Contact, *, status: Status = Status.ACTIVE, now: str = "2026-11-23T15:00Z") -> Facts:
    """Dana was thanked, something is left to add, and notes are welcome."""
    return some_facts(
        interviews=[interview(points=("the migration",))],
        contacts=[contact],
        touches=[thanks()],
        notes=Notes.WELCOME,
        status=status,
        changed=None if status is Status.ACTIVE else "2026-11-23T13:00Z",
        now=now,
    )


SPEAKS = without(dana(phone=None))

UNREACHABLE = [
    pytest.param(Kind.CHECK_IN_EMAIL, without(dana(email=None)), "email", id="a check-in"),
    pytest.param(Kind.FOLLOW_UP_CALL, without(dana(phone=None)), "phone", id="a call"),
    pytest.param(Kind.ADDITIONAL_INFORMATION_EMAIL, without(dana(email=None)), "email", id="information"),
    pytest.param(Kind.HANDWRITTEN_NOTE, without(dana()), "postal_address", id="a note"),
    pytest.param(
        Kind.REJECTION_THANKS_EMAIL, without(dana(email=None), status=Status.REJECTED), "email", id="rejection thanks"
    ),
]


@pytest.mark.parametrize(("kind", "facts", "field"), UNREACHABLE)
def test_what_needs_an_address_is_never_without_it(kind: Kind, facts: Facts, field: str) -> None:
    assert advise(facts).verdict(kind, DANA) == "never"


@pytest.mark.parametrize(("kind", "facts", "field"), UNREACHABLE)
def test_what_lacks_an_address_names_this_rule(kind: Kind, facts: Facts, field: str) -> None:
    assert advise(facts).binding(kind, DANA).rule == RULE


@pytest.mark.parametrize(("kind", "facts", "field"), UNREACHABLE)
def test_the_field_to_fill_in_is_named(kind: Kind, facts: Facts, field: str) -> None:
    assert f"contacts/dana/{field}" in advise(facts).missing


def test_the_reason_names_the_person_and_the_address() -> None:
    because = advise(without(dana(phone=None))).binding(Kind.FOLLOW_UP_CALL, DANA).because
    assert ("Dana" in because, "phone" in because) == (True, True)


def test_thanks_without_any_address_stay_recommended() -> None:
    assert advise(some_facts(contacts=[dana(email=None)])).step == (Kind.THANK_YOU_EMAIL, DANA)


def test_thanks_without_any_address_name_the_one_to_find_before_all() -> None:
    assert advise(some_facts(contacts=[dana(email=None)])).missing[0] == "contacts/dana/email"


def test_a_connection_request_without_its_address_stays_recommended() -> None:
    facts = some_facts(contacts=[dana(linkedin_url=None)], touches=[thanks()], now="2026-11-23T15:00Z")
    assert advise(facts).step == (Kind.LINKEDIN_REQUEST, DANA)


def test_a_connection_request_without_its_address_names_the_one_to_find() -> None:
    facts = some_facts(contacts=[dana(linkedin_url=None)], touches=[thanks()], now="2026-11-23T15:00Z")
    assert advise(facts).missing[0] == "contacts/dana/linkedin_url"


def test_an_answer_needs_no_address() -> None:
    facts = some_facts(
        contacts=[dana(), Contact(REESE, "Reese")],
        touches=[thanks(), reply("2026-11-23T13:00Z", REESE, needs_answer=True)],
        now="2026-11-23T15:00Z",
    )
    assert advise(facts).step == (Kind.ANSWER, REESE)


def test_with_every_address_on_file_nothing_is_missing() -> None:
    facts = some_facts(contacts=[dana(postal_address="1 Main Street")])
    assert advise(facts).missing == []


def test_the_addresses_of_somebody_who_gets_nothing_are_not_missed() -> None:
    facts = some_facts(contacts=[dana(postal_address="1 Main Street"), Contact("alex", "Alex")])
    assert advise(facts).missing == []


def test_each_field_is_named_once() -> None:
    missing = advise(without(dana(email=None, phone=None, linkedin_url=None))).missing
    assert len(missing) == len(set(missing))


NOBODY = some_facts(interviews=[interview(who=())], contacts=[])


@pytest.mark.parametrize("kind", [Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL])
def test_with_nobody_on_file_there_is_nobody_to_ask(kind: Kind) -> None:
    assert (advise(NOBODY).verdict(kind, None), advise(NOBODY).binding(kind, None).rule) == ("never", RULE)


def test_with_nobody_on_file_the_thanks_stay_recommended() -> None:
    assert advise(NOBODY).step == (Kind.THANK_YOU_EMAIL, None)


def test_with_nobody_on_file_the_interviewers_are_to_be_found() -> None:
    assert advise(NOBODY).missing[0] == "interviews/i1/interviewer_ids"


@pytest.mark.parametrize("kind", [Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL])
def test_a_recruiter_on_file_is_somebody_to_ask(kind: Kind) -> None:
    facts = some_facts(interviews=[interview(who=())], contacts=[reese()])
    assert advise(facts).verdict(kind, REESE) == "not_yet"
