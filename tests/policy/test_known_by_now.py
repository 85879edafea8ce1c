"""What is dated after now is not known yet, and changes nothing: neither the advice, nor a wait, nor the plan."""

import pytest

from afterview.policy import document
from afterview.policy.facts import Facts, Touch
from afterview.policy.plan import plan
from afterview.policy.terms import Kind, Status, TouchKind
from tests.policy.builders import When, check_in, reply, some_facts, thanks, touch
from tests.policy.reading import advise

NOW = "2026-11-20T22:00Z"
TO_COME = [
    pytest.param(touch(TouchKind.LINKEDIN_REQUEST, "2026-11-20T23:00Z"), id="an invitation"),
    pytest.param(check_in("2026-11-23T15:00Z"), id="a question"),
    pytest.param(reply("2026-11-23T15:00Z", by="2026-12-01"), id="a reply with a date"),
    pytest.param(reply("2026-11-20T22:00:01Z", needs_answer=True), id="a question of theirs, a second later"),
]


def thanked(*touches: Touch, status: Status = Status.ACTIVE, changed: When | None = None) -> Facts:
    return some_facts(touches=[thanks(), *touches], status=status, changed=changed, now=NOW)


@pytest.mark.parametrize("later", TO_COME)
def test_what_is_to_come_changes_no_advice(later: Touch) -> None:
    assert advise(thanked(later)).document == advise(thanked()).document


@pytest.mark.parametrize("later", TO_COME)
def test_what_is_to_come_changes_no_plan(later: Touch) -> None:
    assert document.plan(plan(thanked(later))) == document.plan(plan(thanked()))


def test_an_outcome_to_come_changes_no_advice() -> None:
    rejected = thanked(status=Status.REJECTED, changed="2026-11-21T15:00Z")
    assert advise(rejected).document == advise(thanked()).document


def test_an_outcome_to_come_changes_no_plan() -> None:
    rejected = thanked(status=Status.REJECTED, changed="2026-11-21T15:00Z")
    assert document.plan(plan(rejected)) == document.plan(plan(thanked()))


def test_what_happens_now_is_known() -> None:
    assert advise(thanked(reply(NOW, needs_answer=True))).kind == Kind.ANSWER


def test_an_outcome_that_nobody_dated_came_now_and_its_plan_ends() -> None:
    undated, dated = thanked(status=Status.REJECTED), thanked(status=Status.REJECTED, changed=NOW)
    assert document.plan(plan(undated)) == document.plan(plan(dated))
