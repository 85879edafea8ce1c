"""From when the policy lets an enquiry be made: every bound that it names, gathered the slow way."""

from datetime import datetime, timedelta

from afterview.policy.terms import Kind, Status
from tests.policy.invariants.clocks import days_after
from tests.policy.invariants.words import Who, Words


def asking_opens_at(words: Words, kind: Kind) -> datetime | None:
    """From when the one to ask may be asked in that way; null when not at all, or while an interview is ahead."""
    who = words.one_to_ask
    if not _can_be_asked(words, kind, who) or words.ahead or not (words.held or words.in_force):
        return None
    if words.enquiries and words.in_force is None:
        return None  # one enquiry, unless a promised date has passed
    if len(words.follow_ups) >= words.facts.policy.max_follow_ups:
        return None
    bounds = [*_bounds_by_word(words, kind, who), *_bounds_by_what_was_sent(words, who), *_put_off(words, kind, who)]
    return words.at_work(max(bounds), who)


def _can_be_asked(words: Words, kind: Kind, who: Who) -> bool:
    contact = words.contact(who)
    if contact is None or words.status is not Status.ACTIVE:
        return False
    declined = any(d.until is None for d in words.facts.deferrals if d.kind is kind and d.contact_id in (None, who))
    if kind is Kind.CHECK_IN_EMAIL:
        return bool(contact.email) and not declined
    return bool(contact.phone) and not declined and words.facts.preferences.calls


def _bounds_by_word(words: Words, kind: Kind, who: Who) -> list[datetime]:
    """The promised day, or the week after thanks (nobody thanked: one after the interview, two by call); an update."""
    quiet = [words.update_week_ends] if words.update_week_ends else []
    if words.in_force:
        return [words.in_force.passed_at, *quiet]
    if words.thanks_of_the_round:
        return [words.a_week_after(words.thanks_of_the_round[-1], who), *quiet]
    weeks = 2 if kind is Kind.FOLLOW_UP_CALL else 1
    return [words.a_week_after(words.held[-1].ends_at, who, weeks), *quiet]


def _bounds_by_what_was_sent(words: Words, who: Who) -> list[datetime]:
    """A day after the last touch, a week after the last follow-up, and not while a thank-you can still be sent."""
    policy = words.facts.policy
    bounds = [t.occurred_at + timedelta(hours=policy.hours_between_touches) for t in words.sent_to(who)[-1:]]
    zone = words.zone(who)
    bounds += [days_after(t.occurred_at, policy.days_between_enquiries, zone) for t in words.follow_ups[-1:]]
    owed = words.owed_thanks(who)
    if owed:
        closes_at = words.thanks_close(owed, who)
        thanks = Kind.HANDWRITTEN_NOTE if words.by_post(who) else Kind.THANK_YOU_EMAIL
        put_off = [d.until for d in words.facts.deferrals if d.kind is thanks and d.contact_id in (None, who)]
        if all(until and until < closes_at for until in put_off):
            bounds.append(closes_at)
    return bounds


def _put_off(words: Words, kind: Kind, who: Who) -> list[datetime]:
    """Until when the candidate put it off."""
    return [d.until for d in words.facts.deferrals if d.kind is kind and d.contact_id in (None, who) and d.until]
