"""Invariants 8 to 14: what is not sent again, not yet, and not at all."""

from dataclasses import replace
from datetime import timedelta

from afterview.policy.terms import Kind, Reached, Status, TouchKind
from tests.policy.invariants.advised import OPEN, Advised
from tests.policy.invariants.asking import asking_opens_at
from tests.policy.invariants.checks.times import is_thanks
from tests.policy.invariants.clocks import days_after
from tests.policy.invariants.stating import invariant

INFORMATION = Kind.ADDITIONAL_INFORMATION_EMAIL
FOLLOW_UPS = (Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL, INFORMATION)
AFTER_A_NO = {Kind.REJECTION_THANKS_EMAIL, Kind.LINKEDIN_REQUEST, Kind.WAIT, Kind.NO_FURTHER_ACTION}
WEEK = timedelta(hours=168)

# -- 8


@invariant(8, every=4)
def a_step_just_taken_is_not_recommended_again(it: Advised) -> int:
    met = 0
    for pair in it.open_pairs:
        done = it.done(pair)
        ways = [done, replace(done, contact_id=None), replace(done, contact_id=None, interview_id=None)]
        if pair[0] is Kind.FOLLOW_UP_CALL:
            ways.append(replace(done, reached=Reached.NO_TRACE))
        for way in ways:
            assert it.but(way).pair != pair, f"{way} was logged"
            met += 1
    return met


# -- 9


@invariant(9)
def without_a_passed_date_there_is_one_enquiry(it: Advised) -> int:
    if not it.words.enquiries or it.words.date_passed:
        return 0
    assert not it.open_enquiries, f"{it.open_enquiries} after {it.words.enquiries}"
    return 1


@invariant(9)
def after_so_many_follow_ups_there_are_no_more(it: Advised) -> int:
    if len(it.words.follow_ups) < it.facts.policy.max_follow_ups:
        return 0
    assert not _open_follow_ups(it)
    return 1


@invariant(9)
def two_follow_ups_are_a_week_apart(it: Advised) -> int:
    if not it.words.follow_ups:
        return 0
    last_at = it.words.follow_ups[-1].occurred_at
    days = it.facts.policy.days_between_enquiries
    for kind, who in _open_follow_ups(it):
        assert it.now >= last_at + WEEK, f"{kind} to {who}, {it.now - last_at} after the last follow-up"
        assert it.now >= days_after(last_at, days, it.words.zone(who))
    return 1


def _open_follow_ups(it: Advised) -> list[tuple[Kind, str | None]]:
    return [pair for pair in it.open_pairs if pair[0] in FOLLOW_UPS]


# -- 10


@invariant(10)
def nobody_is_asked_before_a_promised_day_is_over(it: Advised) -> int:
    if not it.words.date_ahead:
        return 0
    assert not it.open_enquiries, f"{it.words.in_force}"
    return 1


@invariant(10)
def nobody_is_asked_while_an_interview_is_ahead(it: Advised) -> int:
    if not it.words.ahead:
        return 0
    assert not it.open_enquiries
    return 1


@invariant(10)
def nobody_is_asked_within_a_week_of_an_update(it: Advised) -> int:
    ends_at = it.words.update_week_ends
    if ends_at is None or it.now >= ends_at:
        return 0
    assert not it.open_enquiries, f"the update of {it.words.last_word_without_a_date} buys quiet until {ends_at}"
    return 1


@invariant(10)
def one_person_is_asked(it: Advised) -> int:
    for kind, who in it.open_enquiries:
        assert who == it.words.one_to_ask, f"{kind} to {who}, not {it.words.one_to_ask}"
    return len(it.open_enquiries)


# -- 11


@invariant(11)
def without_a_date_thanks_buy_a_week(it: Advised) -> int:
    words = it.words
    if words.in_force or not words.thanks_of_the_round:
        return 0
    last_at = words.thanks_of_the_round[-1]
    if it.now >= words.a_week_after(last_at, words.one_to_ask):
        return 0
    assert not it.open_enquiries, f"thanks went out {last_at}"
    return 1


@invariant(11)
def without_a_date_and_thanks_an_email_waits_one_week_and_a_call_two(it: Advised) -> int:
    words = it.words
    if words.in_force or words.thanks_of_the_round or words.round_start is None:
        return 0
    open_kinds = {kind for kind, _ in it.open_enquiries}
    met = 0
    for kind, weeks in ((Kind.CHECK_IN_EMAIL, 1), (Kind.FOLLOW_UP_CALL, 2)):
        if it.now < words.a_week_after(words.round_start, words.one_to_ask, weeks):
            assert kind not in open_kinds, f"{kind}; the interview ended {words.round_start}"
            met += 1
    return met


@invariant(11)
def an_enquiry_opens_exactly_when_nothing_forbids_it_any_more(it: Advised) -> int:
    words = it.words
    if words.ahead:
        return 0
    met = 0
    for kind in (Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL):
        opens_at = asking_opens_at(words, kind)
        row = it.rows.get((kind, words.one_to_ask))
        if row is None or opens_at is None:
            assert row is None or row.not_before is None, f"{kind}: {row}"
            assert row is None or row.verdict not in OPEN, f"{kind}: {row}"
            continue
        if kind is Kind.FOLLOW_UP_CALL:
            opens_at = max(opens_at, words.at_work(it.now, words.one_to_ask))
        assert (row.verdict in OPEN) is (it.now >= opens_at), f"{kind} opens {opens_at}: {row}"
        assert row.not_before in (None, opens_at), f"{kind} opens {opens_at}: {row}"
        met += 1
    return met


# -- 12


@invariant(12)
def nobody_hears_twice_in_a_day(it: Advised) -> int:
    spacing = timedelta(hours=it.facts.policy.hours_between_touches)
    met = 0
    for who in {who for _, who in it.open_pairs}:
        sent = it.words.sent_to(who)
        if not sent or it.now >= sent[-1].occurred_at + spacing:
            continue
        exempt = (Kind.ANSWER, Kind.REJECTION_THANKS_EMAIL)
        crowding = [p for p in it.open_pairs if p[1] == who and p[0] not in exempt and not is_thanks(it.words, p)]
        assert not crowding, f"{crowding}, and the last touch was {sent[-1]}"
        met += 1
    return met


# -- 13


@invariant(13)
def linkedin_once_per_person_for_ever(it: Advised) -> int:
    asked = [c.id for c in it.facts.contacts if it.words.sent_to(c.id, TouchKind.LINKEDIN_REQUEST)]
    assert not {(Kind.LINKEDIN_REQUEST, who) for who in asked} & set(it.open_pairs)
    return len(asked)


@invariant(13)
def thanks_once_per_interview_and_person(it: Advised) -> int:
    met = 0
    for who in (None, *(c.id for c in it.facts.contacts)):
        interview = it.words.held_with(who)
        if interview and it.words.thanks_to(who, interview.ends_at):
            open_thanks = [p for p in it.open_pairs if p[1] == who and is_thanks(it.words, p)]
            assert not open_thanks, f"{open_thanks}"
            met += 1
    return met


@invariant(13)
def a_note_once_per_interview_and_person(it: Advised) -> int:
    met = 0
    for contact in it.facts.contacts:
        interview = it.words.held_with(contact.id)
        if interview and it.words.sent_to(contact.id, TouchKind.HANDWRITTEN_NOTE, since=interview.ends_at):
            assert (Kind.HANDWRITTEN_NOTE, contact.id) not in it.open_pairs
            met += 1
    return met


@invariant(13)
def information_once_per_epoch(it: Advised) -> int:
    if not it.words.of_this_epoch([TouchKind.ADDITIONAL_INFORMATION_EMAIL]):
        return 0
    assert INFORMATION not in {kind for kind, _ in it.open_pairs}
    return 1


@invariant(13)
def rejection_thanks_once(it: Advised) -> int:
    since = it.words.changed_at
    thanks = (t for t in it.words.touches if t.kind is TouchKind.REJECTION_THANKS_EMAIL)
    if it.words.status is not Status.REJECTED or not any(since is None or t.occurred_at >= since for t in thanks):
        return 0
    assert Kind.REJECTION_THANKS_EMAIL not in {kind for kind, _ in it.open_pairs}
    return 1


# -- 14


@invariant(14)
def after_a_no_there_are_thanks_and_a_connection_and_nothing_else(it: Advised) -> int:
    if it.words.status is not Status.REJECTED:
        return 0
    assert it.action.kind in AFTER_A_NO, it.action.kind
    assert it.action.next_kind in AFTER_A_NO | {None}
    assert {kind for kind, _ in it.open_pairs} <= AFTER_A_NO
    assert not it.action.carries
    return 1


@invariant(14)
def after_a_no_nothing_is_asked(it: Advised) -> int:
    if it.words.status is not Status.REJECTED or not it.is_step:
        return 0
    assert not [word for word in it.action.include if "question" in word or "feedback" in word or "consider" in word]
    return 1
