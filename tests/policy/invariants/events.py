"""What can happen in the bounded model, at any instant that matters, and when that is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from afterview.policy.facts import Deferral, Facts, Interview, Touch
from afterview.policy.terms import InterviewStatus, Kind, Reached, Role, Status, TouchKind
from tests.policy.invariants.advised import Advised
from tests.policy.invariants.clocks import at_work, there, when
from tests.policy.invariants.words import Who

SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


class Happens(StrEnum):
    """The groups of events; a start names those that its exploration tries."""

    STEPS = "steps"  # every open step is taken
    LOOSELY = "loosely"  # taken, and logged without saying to whom, for which interview, or what rode along
    NO_TRACE = "no trace"  # a call that reaches nobody and leaves nothing behind
    OTHER = "other"  # something else is sent
    REPLY = "reply"  # they write, and name no date
    DATE = "date"  # they write, and name one
    QUESTION = "question"  # they ask something
    AUTO_REPLY = "auto reply"
    OUTCOME = "outcome"  # the status changes
    ROUND = "round"  # another interview is arranged
    CANCELLED = "cancelled"  # the interview ahead is cancelled
    PUT_OFF = "put off"  # the candidate would rather do it later, or not at all


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens, in words, and the facts then."""

    what: str
    facts: Facts


def events(it: Advised, happens: frozenset[Happens]) -> Iterator[Event]:
    """Whatever can happen now, of those groups."""
    yield from _taken(it, happens)
    yield from _received(it, happens)
    yield from _decided(it, happens)


def _taken(it: Advised, happens: frozenset[Happens]) -> Iterator[Event]:
    for pair in it.open_pairs if Happens.STEPS in happens else ():
        done = it.done(pair)
        yield _touched(it, f"{pair[0]} to {pair[1]}", done)
        if Happens.LOOSELY in happens and pair == it.pair:
            yield _touched(it, f"{pair[0]} to somebody there", replace(done, contact_id=None))
            yield _touched(it, f"{pair[0]} to somebody", replace(done, contact_id=None, interview_id=None))
            if done.carries:
                yield _touched(it, f"{pair[0]} to {pair[1]} alone", replace(done, carries=()))
        if Happens.NO_TRACE in happens and pair[0] is Kind.FOLLOW_UP_CALL:
            yield _touched(it, f"a call to {pair[1]} without a trace", replace(done, reached=Reached.NO_TRACE))
    if Happens.OTHER in happens:
        yield _touched(it, "something else", Touch(TouchKind.OTHER_OUTBOUND, it.now, it.words.one_to_ask))


def _received(it: Advised, happens: frozenset[Happens]) -> Iterator[Event]:
    writer = _writer(it)
    heard = Touch(TouchKind.REPLY_RECEIVED, it.now, writer)
    if Happens.REPLY in happens:
        yield _touched(it, "a reply", heard)
    if Happens.DATE in happens:
        for days in (0, 4):
            day = (there(it.now, it.words.zone(writer)) + days * DAY).date()
            yield _touched(it, f"a reply that names {day}", replace(heard, reply_expected_by=day))
    if Happens.QUESTION in happens:
        yield _touched(it, "a question", replace(heard, needs_answer=True))
    if Happens.AUTO_REPLY in happens:
        yield _touched(it, "an automatic reply", Touch(TouchKind.AUTO_REPLY_RECEIVED, it.now, writer))


def _decided(it: Advised, happens: frozenset[Happens]) -> Iterator[Event]:
    status = it.facts.application.status
    if Happens.OUTCOME in happens:
        outcomes = {
            Status.ACTIVE: (Status.REJECTED, Status.OFFERED, Status.WITHDRAWN),
            Status.OFFERED: (Status.ACCEPTED, Status.REJECTED),
            Status.REJECTED: (Status.ACTIVE,),
        }
        for outcome in outcomes.get(status, ()):
            application = replace(it.facts.application, status=outcome, status_changed_at=it.now)
            yield Event(outcome.value, replace(it.facts, application=application))
    if Happens.ROUND in happens and len(it.facts.interviews) < 2 and status is Status.ACTIVE:
        yield Event("another interview", replace(it.facts, interviews=[*it.facts.interviews, _next_round(it)]))
    if Happens.CANCELLED in happens and it.words.ahead:
        last = it.words.ahead[-1]
        kept = [replace(i, status=InterviewStatus.CANCELLED) if i is last else i for i in it.facts.interviews]
        yield Event("the interview is cancelled", replace(it.facts, interviews=kept))
    if Happens.PUT_OFF in happens and it.is_step and not it.facts.deferrals:
        kind, who = it.pair
        for until in (it.now + 2 * DAY, None):
            put_off = Deferral(kind, who, until)
            yield Event(f"{kind} put off until {until}", replace(it.facts, deferrals=[*it.facts.deferrals, put_off]))


def _touched(it: Advised, what: str, touch: Touch) -> Event:
    return Event(what, replace(it.facts, touches=[*it.facts.touches, touch]))


def _writer(it: Advised) -> Who:
    """Who writes: the recruiter if there is one, else the first on file."""
    recruiter = next((c.id for c in it.facts.contacts if c.role is Role.RECRUITER), None)
    return recruiter or next((c.id for c in it.facts.contacts), None)


def _next_round(it: Advised) -> Interview:
    """Three days on, with whoever is first on file; they say then that they will decide within five days."""
    last = it.facts.interviews[-1]
    ends_at = it.now + 3 * DAY
    return replace(
        last,
        id=f"{last.id}+",
        starts_at=ends_at - HOUR,
        ends_at=ends_at,
        interviewer_ids=tuple(c.id for c in it.facts.contacts[:1]),
        status=InterviewStatus.SCHEDULED,
        reply_expected_by=(ends_at + 5 * DAY).date() if last.reply_expected_by is None else None,
        points_to_add=(),
    )


def instants(it: Advised) -> set[datetime]:
    """The later instants that the advice itself names, and the end of working hours while somebody can be asked."""
    named = {it.action.until, it.advice.next_review_at} | {i.ends_at for i in it.words.ahead}
    if it.action.window:
        named |= {it.action.window.best_at, it.action.window.closes_at}
    for row in it.rows.values():
        named |= {row.not_before, row.not_after}
    if it.open_enquiries:
        named.add(_end_of_work(it))
    return {at for at in named if at is not None and at > it.now}


def _end_of_work(it: Advised) -> datetime | None:
    zone = it.words.zone(it.words.one_to_ask)
    calendar = it.facts.calendar
    working = at_work(it.now, zone, calendar)
    return when(there(it.now, zone).date(), calendar.closes, zone) if working else None


def turns(it: Advised) -> set[datetime]:
    """Later instants at which anything might turn, whether the advice names them or not."""
    words = it.words
    happened = [t.occurred_at for t in words.touches] + [i.ends_at for i in words.held + words.ahead]
    happened += [words.changed_at] if words.changed_at else []
    rounds = (HOUR, DAY, 7 * DAY, 8 * DAY, 14 * DAY)
    zone = words.zone(words.one_to_ask)
    days = [there(it.now, zone).date() + days * DAY for days in range(4)]
    hours = [when(day, clock, zone) for day in days for clock in (it.facts.calendar.opens, it.facts.calendar.closes)]
    passed = [p.passed_at for p in words.promises]
    put_off = [d.until for d in it.facts.deferrals if d.until]
    return {at for at in (*(at + by for at in happened for by in rounds), *hours, *passed, *put_off) if at > it.now}
