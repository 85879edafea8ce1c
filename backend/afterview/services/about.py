"""What a message is about: the facts of a candidacy, in the words that templates and checks know."""

from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session

from afterview.errors import FieldError, Invalid
from afterview.messages.about import About, Recipient
from afterview.messages.terms import Kind, Stage
from afterview.policy.decide import decide
from afterview.policy.facts import Contact, Facts, Interview
from afterview.policy.judgement import Judgement
from afterview.policy.people import took_part
from afterview.policy.recommendation import Recommendation
from afterview.policy.situation import Situation
from afterview.policy.terms import InterviewStatus
from afterview.policy.working_time import local
from afterview.services.advice import facts_of_application
from afterview.services.applications import get_application
from afterview.store import contacts, interviews, users


class _Subject(NamedTuple):
    """The step that a message belongs to: whom it is for, of which interview, and what the rules make of it."""

    kind: Kind
    situation: Situation
    contact: Contact | None
    interview: Interview | None
    judgement: Judgement | None


def about(facts: Facts, kind: Kind, *, contact_id: str | None = None, interview_id: str | None = None) -> About:
    """A message of that kind, as far as the facts tell: to that contact, of the latest interview held with them.

    Without a contact it goes to the one person whom it can be for, and to nobody by name when several can be meant;
    with an interview it is about that one. `Invalid` points at an id that the facts do not hold.
    """
    return _about(_subject(facts, kind, contact_id, interview_id))


def about_application(
    session: Session,
    *,
    user_id: UUID,
    application_id: UUID,
    kind: Kind,
    now: datetime,
    contact_id: UUID | None = None,
    interview_id: UUID | None = None,
) -> About:
    """The same for one of the user's applications, and what only the store knows: who writes, the title, the round."""
    application = get_application(session, user_id=user_id, application_id=application_id)
    facts = facts_of_application(session, user_id=user_id, application_id=application_id, now=now)
    subject = _subject(
        facts,
        kind,
        None if contact_id is None else str(contact_id),
        None if interview_id is None else str(interview_id),
    )
    found, recipient = _about(subject), None
    if found.recipient is not None and subject.contact is not None:
        contact = contacts.get(session, user_id, UUID(subject.contact.id))
        recipient = replace(found.recipient, title=contact.title if contact else None)
    held = None if subject.interview is None else interviews.get(session, user_id, UUID(subject.interview.id))
    user, candidate = users.get(session, user_id), application.candidate
    return replace(
        found,
        recipient=recipient,
        interview_round=held.round if held else None,
        sender=candidate.name if candidate else user.name if user else None,
        signature=user.signature if user and candidate is None else None,
    )


def recipients(advice: Recommendation, kind: Kind) -> list[str]:
    """The contacts whom that kind of step can be for, open or not: the recommended one first."""
    found = [j.step.who for j in advice.for_somebody if j.step.kind.value == kind.value and j.step.who is not None]
    chosen = advice.chosen
    return sorted(
        found, key=lambda who: chosen is None or (chosen.step.kind.value, chosen.step.who) != (kind.value, who)
    )


def _subject(facts: Facts, kind: Kind, contact_id: str | None, interview_id: str | None) -> _Subject:
    advice = decide(facts)
    situation = advice.situation
    kept = {i.id: i for i in facts.interviews if i.status is not InterviewStatus.CANCELLED}
    errors = []
    if contact_id is not None and situation.people[contact_id].contact is None:
        errors.append(FieldError("/contact_id", "unknown_id", "Name a contact of this application by its id."))
    if interview_id is not None and interview_id not in kept:
        errors.append(FieldError("/interview_id", "unknown_id", "Name an interview of this application by its id."))
    if errors:
        raise Invalid(*errors)
    if contact_id is None and len(could_be := recipients(advice, kind)) == 1:
        contact_id = could_be[0]
    person = situation.people[contact_id]
    if interview_id is not None:
        interview: Interview | None = kept[interview_id]
    elif kind is Kind.ADDITIONAL_INFORMATION_EMAIL and situation.informing is not None:
        interview = situation.informing
    else:
        interview = person.held or situation.latest_held
    return _Subject(kind, situation, person.contact, interview, _judgement(advice, kind, contact_id))


def _judgement(advice: Recommendation, kind: Kind, contact_id: str | None) -> Judgement | None:
    chosen = [advice.chosen] if advice.chosen is not None else []
    for judgement in (*chosen, *advice.for_somebody):
        if judgement.step.kind.value == kind.value and judgement.step.who == contact_id:
            return judgement
    return None


def _about(it: _Subject) -> About:
    situation, interview, judgement = it.situation, it.interview, it.judgement
    who = None if it.contact is None else it.contact.id
    application, unsaid = situation.facts.application, situation.informing or interview
    return About(
        kind=it.kind,
        company=application.company,
        role=application.role,
        today=local(situation.now, situation.people[who].zone).date(),
        stage=Stage(situation.status.value),
        recipient=None if it.contact is None else _recipient(it.contact),
        colleagues=tuple(contact.name for contact in situation.contacts if contact.id != who),
        interview_on=_met_on(it),
        interview_format=interview.format.value if interview else None,
        discussion_points=interview.discussion_points if interview else (),
        points_to_add=unsaid.points_to_add if unsaid else (),
        concerns=unsaid.concerns if unsaid else (),
        promised_date=situation.promise.day if situation.promise else None,
        late=judgement is not None and judgement.is_late(situation.now),
        carries=tuple(Kind(kind.value) for kind in judgement.carries) if judgement else (),
        thanked=_thanked(situation, who),
        held_interviews=len(situation.held),
    )


def _met_on(it: _Subject) -> date | None:
    """The day of the interview, unless it is to come or was held by others."""
    interview = it.interview
    if interview is None or interview.ends_at > it.situation.now:
        return None
    if it.contact is not None and not took_part(interview, it.contact.id):
        return None
    return local(interview.starts_at, interview.timezone).date()


def _thanked(situation: Situation, who: str | None) -> bool:
    held = situation.people[who].held
    return held is None or situation.sent.thanked_at(who, held.ends_at) is not None


def _recipient(contact: Contact) -> Recipient:
    return Recipient(
        name=contact.name,
        email=contact.email,
        phone=contact.phone,
        linkedin_url=contact.linkedin_url,
        postal_address=contact.postal_address,
    )
