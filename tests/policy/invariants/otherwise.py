"""Facts that differ in one thing: what a reason rests on, taken away, moved, or turned round."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from afterview.policy.facts import Application, Contact, Deferral, Facts, Interview, Touch
from afterview.policy.parameters import EnquiryOrder
from afterview.policy.terms import STEP_KINDS, Notes, Role, Status, TouchKind
from tests.policy.invariants.advised import Advised, Pair

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
_MOVES = (-1 * HOUR, HOUR, -1 * DAY, -3 * DAY, 3 * DAY)

Variations = Callable[[Advised, Pair], Iterator[Facts]]


# -- facts with a time


def without_what_happened(facts: Facts, at: datetime | date) -> Iterator[Facts]:
    """The facts without whatever carries that time, and with it at others."""
    yield from _touched(facts, at)
    yield from _interviewed(facts, at)
    yield from _put_off(facts, at)
    application = facts.application
    if application.status_changed_at and application.status_changed_at == at:
        yield replace(facts, application=Application(application.company, application.role))
        for move in _MOVES:
            moved = application.status_changed_at + move
            yield replace(facts, application=replace(application, status_changed_at=moved))


def _touched(facts: Facts, at: datetime | date) -> Iterator[Facts]:
    those = [t for t in facts.touches if at in (t.occurred_at, t.reply_expected_by)]
    rest = [t for t in facts.touches if t not in those]
    if not those:
        return
    yield replace(facts, touches=rest)
    for move in _MOVES:
        yield replace(facts, touches=[*rest, *(_touch_moved(t, at, move) for t in those)])


def _touch_moved(touch: Touch, at: datetime | date, move: timedelta) -> Touch:
    if touch.occurred_at == at:
        return replace(touch, occurred_at=touch.occurred_at + move)
    day = touch.reply_expected_by
    return replace(touch, reply_expected_by=day + move if day else None)


def _interviewed(facts: Facts, at: datetime | date) -> Iterator[Facts]:
    those = [i for i in facts.interviews if at in (i.ends_at, i.reply_expected_by)]
    rest = [i for i in facts.interviews if i not in those]
    if not those:
        return
    yield replace(facts, interviews=rest)
    for move in _MOVES:
        yield replace(facts, interviews=[*rest, *(_interview_moved(i, at, move) for i in those)])


def _interview_moved(interview: Interview, at: datetime | date, move: timedelta) -> Interview:
    if interview.ends_at == at:
        return replace(interview, starts_at=interview.starts_at + move, ends_at=interview.ends_at + move)
    day = interview.reply_expected_by
    return replace(interview, reply_expected_by=day + move if day else None)


def _put_off(facts: Facts, at: datetime | date) -> Iterator[Facts]:
    those = [d for d in facts.deferrals if d.until == at]
    if those:
        yield replace(facts, deferrals=[d for d in facts.deferrals if d not in those])


# -- facts without


def _wishes(it: Advised, pair: Pair) -> Iterator[Facts]:
    wishes = it.facts.preferences
    yield replace(it.facts, preferences=replace(wishes, calls=not wishes.calls))
    yield replace(it.facts, preferences=replace(wishes, linkedin=not wishes.linkedin))
    for notes in Notes:
        yield replace(it.facts, preferences=replace(wishes, handwritten_notes=notes))


def _reached(it: Advised, pair: Pair) -> Iterator[Facts]:
    everywhere = {"email": "a@b.example", "phone": "+12125550100", "postal_address": "1 Main Street"}
    contacts = [replace(c, **everywhere) if c.id == pair[1] else c for c in it.facts.contacts]  # type: ignore[arg-type]
    yield replace(it.facts, contacts=contacts)
    yield from _named(it, pair)


def _named(it: Advised, pair: Pair) -> Iterator[Facts]:
    """Somebody with a name for those who have none."""
    somebody = Contact("somebody", "Somebody", Role.RECRUITER, "somebody@acme.example", "+12125550100")
    interviews = [i if i.interviewer_ids else replace(i, interviewer_ids=("somebody",)) for i in it.facts.interviews]
    yield replace(it.facts, contacts=[*it.facts.contacts, somebody], interviews=interviews)


def _interviewer(it: Advised, pair: Pair) -> Iterator[Facts]:
    """That person has just interviewed."""
    if pair[1] is not None:
        yield replace(it.facts, interviews=[*it.facts.interviews, _just_now(pair[1], it.now)])


def _thanked(it: Advised, pair: Pair) -> Iterator[Facts]:
    for ago in (timedelta(0), 40 * DAY):
        thanks = Touch(TouchKind.THANK_YOU_EMAIL, it.now - ago, pair[1])
        yield replace(it.facts, touches=[*it.facts.touches, thanks])


def _the_one_to_ask(it: Advised, pair: Pair) -> Iterator[Facts]:
    """That person alone is on file, or somebody else is the recruiter."""
    roles = {True: Role.RECRUITER, False: Role.OTHER}
    for is_it in (True, False):
        contacts = [replace(c, role=roles[(c.id == pair[1]) is is_it]) for c in it.facts.contacts]
        yield replace(
            it.facts,
            contacts=contacts,
            interviews=[replace(i, reply_promised_by=None) for i in it.facts.interviews],
            touches=[replace(t, contact_id=None) if t.reply_expected_by else t for t in it.facts.touches],
        )
    yield from _named(it, pair)


def _asked(it: Advised, pair: Pair) -> Iterator[Facts]:
    question = Touch(TouchKind.REPLY_RECEIVED, it.now, pair[1], needs_answer=True)
    facts = replace(it.facts, touches=[*it.facts.touches, question])
    yield facts
    yield replace(facts, application=Application("Acme", "Engineer"))
    yield replace(it.facts, touches=[t for t in it.facts.touches if t.kind is not TouchKind.ANSWER])


def _rejected(it: Advised, pair: Pair) -> Iterator[Facts]:
    word = Touch(TouchKind.REPLY_RECEIVED, it.now, pair[1])
    application = Application("Acme", "Engineer", Status.REJECTED, it.now)
    sent = [t for t in it.facts.touches if t.kind is not TouchKind.REPLY_RECEIVED]
    yield replace(it.facts, application=application, touches=[*sent, word])


def _something_missed(it: Advised, pair: Pair) -> Iterator[Facts]:
    if pair[1] is not None:
        missed = replace(_just_now(pair[1], it.now), points_to_add=("the migration",))
        yield replace(it.facts, interviews=[*it.facts.interviews, missed])


def _an_interview(it: Advised, pair: Pair) -> Iterator[Facts]:
    who = pair[1] or next((c.id for c in it.facts.contacts), None)
    yield replace(it.facts, interviews=[*it.facts.interviews, _just_now(who, it.now)])


def _the_other_way(it: Advised, pair: Pair) -> Iterator[Facts]:
    for order in EnquiryOrder:
        yield replace(it.facts, policy=replace(it.facts.policy, enquiry_order=order))
    yield from _wishes(it, pair)
    yield replace(it.facts, contacts=[replace(c, phone=None) for c in it.facts.contacts])
    yield replace(it.facts, contacts=[replace(c, email=None) for c in it.facts.contacts])


def _nothing_due(it: Advised, pair: Pair) -> Iterator[Facts]:
    declined = [Deferral(kind) for kind in STEP_KINDS if kind is not pair[0]]
    yield replace(it.facts, deferrals=[*it.facts.deferrals, *declined])


def _not_put_off(it: Advised, pair: Pair) -> Iterator[Facts]:
    yield replace(it.facts, deferrals=[])


def _other_hours(it: Advised, pair: Pair) -> Iterator[Facts]:
    yield replace(it.facts, calendar=replace(it.facts.calendar, opens=time(3, 7), closes=time(23, 59)))


def _any(*of: Variations) -> Variations:
    def either(it: Advised, pair: Pair) -> Iterator[Facts]:
        for variations in of:
            yield from variations(it, pair)

    return either


def _just_now(who: str | None, now: datetime) -> Interview:
    return Interview("just now", now, now, "UTC", interviewer_ids=(who,) if who else ())


OTHERWISE: dict[str, Variations] = {
    "answer-what-they-ask": _asked,
    "calls-if-wanted": _wishes,
    "email-then-call": _the_other_way,
    "enquiry-waits-a-week": _an_interview,
    "fold-in-what-was-missed": _something_missed,
    "gracious-after-rejection": _rejected,
    "linkedin-after-thanks": _any(_interviewer, _thanked),
    "linkedin-if-wanted": _wishes,
    "note-is-a-bonus": _any(_wishes, _interviewer, _thanked),
    "one-enquiry": _the_one_to_ask,
    "optional-steps-stand-back": _nothing_due,
    "put-off-by-the-candidate": _not_put_off,
    "reachable": _reached,
    "ring-in-working-hours": _other_hours,
    "thank-each-person": _interviewer,
    "thanks-by-post": _reached,
}
