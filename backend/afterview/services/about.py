"""What a message is about: the facts of a candidacy, told in the words of messages."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session

from afterview.errors import FieldError, Invalid
from afterview.messages.about import About, Recipient
from afterview.messages.terms import Kind, Stage
from afterview.messages.variables import NOTE_LIMIT
from afterview.policy.decide import decide
from afterview.policy.facts import Contact, Facts, Interview
from afterview.policy.judgement import Judgement
from afterview.policy.people import Person
from afterview.policy.recommendation import Recommendation
from afterview.policy.situation import Situation
from afterview.policy.terms import Verdict
from afterview.policy.working_time import local
from afterview.services import accounts
from afterview.services.advice import facts_of_application
from afterview.services.applications import get_application
from afterview.store import contacts, interviews


class Aim(NamedTuple):
    """Which message is meant: without a contact, the one that such a step is for; ids as in the facts."""

    kind: Kind
    contact_id: str | None = None
    interview_id: str | None = None


class Ground(NamedTuple):
    """What a message of an application is about, and how many characters LinkedIn gives its writer."""

    about: About
    linkedin_note_limit: int


def about_application(session: Session, *, user_id: UUID, application_id: UUID, aim: Aim, now: datetime) -> Ground:
    """What that message of one of the user's applications is about; somebody else's contact or interview is `Invalid`.

    A candidate for whom the application is kept writes under their own name, without the user's signature.
    """
    application = get_application(session, user_id=user_id, application_id=application_id)
    user = accounts.get_user(session, user_id=user_id)
    facts = facts_of_application(session, user_id=user_id, application_id=application_id, now=now)
    told = about_facts(facts, aim)
    preferences = user.preferences if application.preferences is None else application.preferences
    about = replace(
        told.about,
        sender=application.candidate_name or user.name,
        signature=None if application.candidate_name else user.signature,
        recipient=_with_title(session, user_id, told),
        interview_round=_round(session, user_id, told),
    )
    return Ground(about, preferences.get("linkedin_note_limit", NOTE_LIMIT))


class Told(NamedTuple):
    """What a message is about, and from which contact and interview that was read."""

    about: About
    contact: Contact | None
    interview: Interview | None


def about_facts(facts: Facts, aim: Aim) -> Told:
    """What that message is about, as far as the facts of an application say: no titles, rounds or sender."""
    _check(aim, facts.contacts, facts.interviews)
    advice = decide(facts)
    situation = advice.situation
    judged = _judged(advice, aim)
    person = situation.people[aim.contact_id or (judged.step.who if judged else None)]
    interview = _interview(situation, person, aim)
    met = interview is not None and (person.id is None or person.id in interview.interviewer_ids)
    spoken = interview or situation.latest_held
    informing = situation.informing
    about = About(
        kind=aim.kind,
        company=facts.application.company,
        role=facts.application.role,
        today=local(facts.now, person.zone).date(),
        stage=Stage(situation.status.value),
        recipient=_recipient(person.contact),
        colleagues=tuple(one.name for one in facts.contacts if one.id != person.id),
        interview_on=local(interview.starts_at, interview.timezone).date() if interview and met else None,
        interview_format=interview.format.value if interview and met else None,
        discussion_points=spoken.discussion_points if spoken else (),
        points_to_add=informing.points_to_add if informing else (),
        concerns=informing.concerns if informing else (),
        promised_date=situation.promise.day if situation.promise else None,
        late=judged is not None and judged.is_late(facts.now),
        carries=tuple(Kind(kind.value) for kind in judged.carries) if judged else (),
        thanked=interview is None or situation.sent.thanked_at(person.id, interview.ends_at) is not None,
        held_interviews=len(situation.held),
    )
    return Told(about, person.contact, interview)


def _check(aim: Aim, people: Sequence[Contact], held: Sequence[Interview]) -> None:
    errors = []
    if aim.contact_id is not None and aim.contact_id not in {one.id for one in people}:
        errors.append(FieldError("/contact_id", "unknown_id", "Name a contact of this application by its id."))
    if aim.interview_id is not None and aim.interview_id not in {one.id for one in held}:
        errors.append(FieldError("/interview_id", "unknown_id", "Name an interview of this application by its id."))
    if errors:
        raise Invalid(*errors)


def _judged(advice: Recommendation, aim: Aim) -> Judgement | None:
    """The step that is meant, if there is one for that person; for whoever it may be, the one to take soonest."""
    fitting = [j for j in advice.for_somebody if j.step.kind.value == aim.kind.value]
    if aim.contact_id is not None:
        return next((j for j in fitting if j.step.who == aim.contact_id), None)
    if advice.chosen is not None and advice.chosen in fitting:
        return advice.chosen
    return next((j for j in fitting if j.verdict is Verdict.ALLOWED), next(iter(fitting), None))


def _interview(situation: Situation, person: Person, aim: Aim) -> Interview | None:
    """The held interview that the message goes back to."""
    if aim.interview_id is not None:
        return next((it for it in situation.held if it.id == aim.interview_id), None)
    return person.held or (situation.latest_held if person.id is None else None)


def _recipient(contact: Contact | None) -> Recipient | None:
    if contact is None:
        return None
    return Recipient(
        name=contact.name,
        email=contact.email,
        phone=contact.phone,
        linkedin_url=contact.linkedin_url,
        postal_address=contact.postal_address,
    )


def _with_title(session: Session, user_id: UUID, told: Told) -> Recipient | None:
    recipient, contact = told.about.recipient, told.contact
    if recipient is None or contact is None:
        return recipient
    kept = contacts.get(session, user_id, UUID(contact.id))
    return replace(recipient, title=kept.title if kept else None)


def _round(session: Session, user_id: UUID, told: Told) -> str | None:
    if told.interview is None or told.about.interview_on is None:
        return None
    kept = interviews.get(session, user_id, UUID(told.interview.id))
    return kept.round if kept else None
