"""Invariants 1 to 4: one answer to every question, always the same, and never about what nobody can know yet."""

from copy import deepcopy
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import cast

from afterview.policy.catalogue import catalogue
from afterview.policy.facts import Facts, Interview, Touch
from afterview.policy.terms import STEP_KINDS, InterviewStatus, Kind, Role, Status, TouchKind, Verdict
from tests.policy.invariants.advised import OPEN, Advised, Json, Pair
from tests.policy.invariants.stating import invariant, invariant_over_time

RULES = {rule["id"] for rule in cast("list[Json]", catalogue()["rules"])}
VERDICTS = {verdict.value for verdict in Verdict}
INDIA = timezone(timedelta(hours=5, minutes=30))
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


# -- 1


@invariant(1, every=32)
def the_same_facts_give_the_same_bytes(it: Advised) -> int:
    assert Advised(deepcopy(it.facts)).text == it.text
    return 1


@invariant(1, every=32)
def the_order_of_what_happened_changes_nothing(it: Advised) -> int:
    facts = it.facts
    if _tied(facts) or max(len(facts.touches), len(facts.interviews), len(facts.deferrals)) < 2:
        return 0
    backwards = replace(
        facts, touches=facts.touches[::-1], interviews=facts.interviews[::-1], deferrals=facts.deferrals[::-1]
    )
    assert Advised(backwards).text == it.text
    return 1


@invariant(1, every=32)
def the_order_of_contacts_settles_nothing_but_ties(it: Advised) -> int:
    contacts = it.facts.contacts
    roles = [c.role for c in contacts if c.role in (Role.RECRUITER, Role.HIRING_MANAGER)]
    if len(contacts) < 2 or len(set(roles)) < len(roles):
        return 0
    other = Advised(replace(it.facts, contacts=contacts[::-1]))
    assert other.pair == it.pair or {it.pair, other.pair} <= set(it.open_pairs), f"{it.pair}, then {other.pair}"
    assert _standing(other) == _standing(it)
    return 1


@invariant(1, every=32)
def the_offset_in_which_an_instant_is_written_changes_nothing(it: Advised) -> int:
    assert Advised(_elsewhere(it.facts)).text == it.text
    return 1


@invariant(1, every=32)
def a_cancelled_interview_changes_nothing(it: Advised) -> int:
    for ends_at in (it.now - DAY, it.now + DAY):
        cancelled = Interview(
            id="cancelled",
            starts_at=ends_at - HOUR,
            ends_at=ends_at,
            timezone="Asia/Tokyo",
            status=InterviewStatus.CANCELLED,
            interviewer_ids=tuple(c.id for c in it.facts.contacts),
            reply_expected_by=(ends_at + 3 * DAY).date(),
            points_to_add=("never mind",),
        )
        with_it = Advised(replace(it.facts, interviews=[cancelled, *it.facts.interviews]))
        assert with_it.text == it.text, f"cancelled: {ends_at}"
    return 1


def _tied(facts: Facts) -> bool:
    """Whether anything is settled by the order of a list."""
    touched = [t.occurred_at for t in facts.touches]
    ended = [i.ends_at for i in facts.interviews]
    put_off = [d.kind for d in facts.deferrals]
    return any(len(set(of)) < len(of) for of in (touched, ended, put_off))


def _standing(it: Advised) -> dict[Pair, str]:
    return {pair: "open" if row.verdict in OPEN else row.verdict for pair, row in it.rows.items()}


def _elsewhere(facts: Facts) -> Facts:
    def maybe(at: datetime | None) -> datetime | None:
        return at.astimezone(INDIA) if at else None

    return replace(
        facts,
        now=facts.now.astimezone(INDIA),
        application=replace(facts.application, status_changed_at=maybe(facts.application.status_changed_at)),
        interviews=[
            replace(i, starts_at=i.starts_at.astimezone(INDIA), ends_at=i.ends_at.astimezone(INDIA))
            for i in facts.interviews
        ],
        touches=[replace(t, occurred_at=t.occurred_at.astimezone(INDIA)) for t in facts.touches],
        deferrals=[replace(d, until=maybe(d.until)) for d in facts.deferrals],
    )


# -- 2


@invariant(2)
def every_pair_has_one_verdict(it: Advised) -> int:
    told = [(j.step.kind, j.step.who) for j in it.advice.alternatives]
    assert len(set(told)) == len(told)
    assert not it.is_step or it.pair not in told
    pairs = {*told, it.pair} if it.is_step else set(told)
    assert pairs >= {(kind, c.id) for kind in STEP_KINDS for c in it.facts.contacts}
    assert {who for _, who in pairs} <= {None, *(c.id for c in it.facts.contacts)}
    assert {row.verdict for pair, row in it.rows.items() if pair != it.pair} <= VERDICTS
    return 1


@invariant(2)
def an_interview_without_interviewers_has_thanks_to_nobody_by_name(it: Advised) -> int:
    nameless = any(not i.interviewer_ids for i in it.words.held + it.words.ahead)
    assert ((Kind.THANK_YOU_EMAIL, None) in it.rows) is nameless
    return int(nameless)


@invariant(2, every=8)
def everything_has_a_reason_from_the_catalogue(it: Advised) -> int:
    alternatives = cast("list[Json]", it.document["alternatives"])
    for said in (it.document, *alternatives):
        rules = [cast(str, reason["rule"]) for reason in cast("list[Json]", said["reasons"])]
        assert rules, f"no reason: {said}"
        assert set(rules) <= RULES
    return 1 + len(alternatives)


# -- 3


@invariant(3)
def while_it_is_open_there_is_a_step_a_wait_or_the_end_of_patience(it: Advised) -> int:
    words = it.words
    if words.status is not Status.ACTIVE or not (words.held or words.ahead):
        return 0
    if it.action.kind is Kind.NO_FURTHER_ACTION:
        since = words.follow_ups[-1].occurred_at if words.follow_ups else words.epoch_start
        assert not words.ahead, "an interview is ahead"
        assert since, "nothing has happened"
        assert it.now >= since + timedelta(days=it.facts.policy.patience_days), f"patience began {since}"
    else:
        assert it.is_step or it.action.kind is Kind.WAIT
    return 1


@invariant(3)
def a_wait_ends_later_than_now(it: Advised) -> int:
    if it.action.kind is not Kind.WAIT:
        return 0
    assert it.action.until, "it never ends"
    assert it.action.until > it.now
    return 1


@invariant_over_time(3)
def the_end_stays_the_end(before: Advised, after: Advised) -> int:
    if before.action.kind is not Kind.NO_FURTHER_ACTION:
        return 0
    assert after.action.kind is Kind.NO_FURTHER_ACTION, f"{after.now}: {after.pair}"
    return 1


# -- 4


@invariant(4, every=32)
def what_is_dated_later_changes_nothing(it: Advised) -> int:
    who = it.facts.contacts[0].id if it.facts.contacts else None
    for later in (timedelta(seconds=1), 30 * HOUR):
        for kind in TouchKind:
            day = (it.now + 5 * DAY).date() if kind is TouchKind.REPLY_RECEIVED else None
            touch = Touch(kind, it.now + later, who, reply_expected_by=day)
            assert it.but(touch).text == it.text, f"{kind} {later} from now"
    return 1


@invariant(4, every=32)
def an_outcome_dated_later_changes_nothing(it: Advised) -> int:
    if it.facts.application.status_changed_at is not None:
        return 0
    for status in (Status.REJECTED, Status.OFFERED):
        application = replace(it.facts.application, status=status, status_changed_at=it.now + 30 * HOUR)
        assert Advised(replace(it.facts, application=application)).text == it.text, status
    return 1
