from afterview.policy.facts import Contact, Facts
from afterview.policy.terms import Kind, Notes, Status, TouchKind
from tests.policy.builders import (
    DANA,
    REESE,
    SAM,
    When,
    dana,
    interview,
    reese,
    reply,
    sam,
    some_facts,
    someone,
    thanks,
    touch,
)
from tests.policy.reading import advise

ADDRESSED = dana(postal_address="1 Main Street")


def test_an_answer_comes_before_thanks() -> None:
    facts = some_facts(contacts=[dana(), reese()], touches=[reply("2026-11-20T21:30Z", REESE, needs_answer=True)])
    assert (advise(facts).step, advise(facts).verdict(Kind.THANK_YOU_EMAIL, DANA)) == ((Kind.ANSWER, REESE), "allowed")


def test_thanks_for_a_rejection_come_before_a_connection() -> None:
    facts = some_facts(
        touches=[touch(TouchKind.REJECTION_THANKS_EMAIL, "2026-11-23T15:00Z")],
        status=Status.REJECTED,
        changed="2026-11-24T15:00Z",
        now="2026-11-24T16:00Z",
    )
    assert advise(facts).kind == Kind.REJECTION_THANKS_EMAIL


def thanks_and_question(now: When) -> Facts:
    """The day promised was that of the interview; Dana is to be thanked, and Reese may be asked."""
    return some_facts(
        interviews=[interview(ends="2026-11-19T21:00Z", reply_by="2026-11-19")], contacts=[dana(), reese()], now=now
    )


def test_thanks_come_before_a_question() -> None:
    advice = advise(thanks_and_question("2026-11-20T15:00Z"))
    assert (advice.step, advice.verdict(Kind.CHECK_IN_EMAIL, REESE)) == ((Kind.THANK_YOU_EMAIL, DANA), "allowed")


def test_a_question_comes_before_a_note_and_a_connection() -> None:
    facts = some_facts(
        interviews=[interview(who=(DANA, SAM))],
        contacts=[ADDRESSED, sam(), reese()],
        touches=[thanks(who=None)],
        notes=Notes.WELCOME,
        now="2026-11-30T15:00Z",
    )
    assert advise(facts).step == (Kind.CHECK_IN_EMAIL, REESE)


def optional(*points: str, notes: Notes = Notes.WELCOME) -> Facts:
    return some_facts(
        interviews=[interview(points=points)],
        contacts=[ADDRESSED],
        touches=[thanks()],
        notes=notes,
        now="2026-11-23T15:00Z",
    )


def test_information_comes_before_a_note() -> None:
    advice = advise(optional("the migration"))
    assert (advice.kind, advice.verdict(Kind.HANDWRITTEN_NOTE, DANA)) == (Kind.ADDITIONAL_INFORMATION_EMAIL, "allowed")


def test_a_welcome_note_comes_before_a_connection() -> None:
    advice = advise(optional())
    assert (advice.kind, advice.verdict(Kind.LINKEDIN_REQUEST, DANA)) == (Kind.HANDWRITTEN_NOTE, "allowed")


def test_a_merely_allowed_note_does_not_come_before_a_connection() -> None:
    assert advise(optional(notes=Notes.UNKNOWN)).kind == Kind.LINKEDIN_REQUEST


def test_a_merely_allowed_step_is_never_recommended() -> None:
    facts = optional(notes=Notes.UNKNOWN)
    facts.preferences.linkedin = False
    assert (advise(facts).kind, advise(facts).verdict(Kind.HANDWRITTEN_NOTE, DANA)) == (Kind.WAIT, "allowed")


def test_of_several_thanks_those_that_close_first_come_first() -> None:
    loop = some_facts(
        interviews=[interview(id="i1", who=(DANA,)), interview(id="i2", ends="2026-11-20T20:00Z", who=(SAM,))],
        contacts=[dana(), sam()],
    )
    assert advise(loop).who == SAM


def test_thanks_that_are_on_time_come_before_thanks_that_are_late_anyway() -> None:
    rounds = some_facts(
        interviews=[interview(id="i1", ends="2026-11-18T21:00Z", who=(SAM,)), interview(id="i2", who=(DANA,))],
        contacts=[sam(), dana()],
    )
    assert advise(rounds).who == DANA


def panel(contacts: list[Contact], *, now: When, thanked: bool = False) -> Facts:
    return some_facts(
        interviews=[interview(who=(DANA, SAM))],
        contacts=contacts,
        touches=[thanks(who=None)] if thanked else [],
        now=now,
    )


def test_thanks_that_close_together_go_by_the_order_of_contacts() -> None:
    orders = [[dana(), sam()], [sam(), dana()]]
    assert [advise(panel(contacts, now="2026-11-20T22:00Z")).who for contacts in orders] == [DANA, SAM]


def test_thanks_by_post_take_their_turn_among_thanks_by_email() -> None:
    at_home = dana(email=None, postal_address="1 Main Street")
    orders = [[at_home, sam()], [sam(), at_home]]
    assert [advise(panel(contacts, now="2026-11-20T22:00Z")).step for contacts in orders] == [
        (Kind.HANDWRITTEN_NOTE, DANA),
        (Kind.THANK_YOU_EMAIL, SAM),
    ]


def test_what_stands_back_does_so_for_the_thanks_that_are_recommended() -> None:
    loop = some_facts(
        interviews=[
            interview(id="i0", ends="2026-11-18T21:00Z", who=("lee",)),
            interview(id="i1", who=(DANA,)),
            interview(id="i2", ends="2026-11-20T20:00Z", who=(SAM,)),
        ],
        contacts=[dana(), sam(), someone("lee")],
        touches=[thanks("2026-11-18T21:30Z", "lee")],
    )
    standing_back = advise(loop).binding(Kind.LINKEDIN_REQUEST, "lee")
    assert (standing_back.rule, standing_back.facts["due_to"]) == ("optional-steps-stand-back", "Sam")


def test_connections_go_by_the_order_of_contacts() -> None:
    orders = [[dana(), sam()], [sam(), dana()]]
    chosen = [advise(panel(contacts, now="2026-11-23T15:00Z", thanked=True)).who for contacts in orders]
    assert chosen == [DANA, SAM]


def test_answers_go_by_the_order_of_contacts() -> None:
    questions = [reply("2026-11-23T13:00Z", REESE, needs_answer=True), reply("2026-11-23T14:00Z", needs_answer=True)]
    facts = some_facts(contacts=[reese(), dana()], touches=[thanks(), *questions], now="2026-11-23T15:00Z")
    assert advise(facts).who == REESE


def test_with_nothing_open_the_advice_is_to_wait() -> None:
    assert advise(some_facts(touches=[thanks()])).kind == Kind.WAIT


def test_with_nothing_left_the_advice_is_to_let_it_rest() -> None:
    facts = some_facts(touches=[thanks()], status=Status.CLOSED, changed="2026-11-20T21:45Z", linkedin=False)
    assert advise(facts).kind == Kind.NO_FURTHER_ACTION
