"""Who is met: the people of an invitation as contacts, without the user, rooms, machines, and those who declined."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from email_validator import EmailNotValidError, validate_email

from afterview.connectors.calendar_files import Event, Person
from afterview.policy.terms import Role
from afterview.services.contacts import ContactFields
from afterview.services.mail_domains import is_nobodys

_THINGS: Final = frozenset({"RESOURCE", "ROOM"})
_RECRUITS = re.compile(
    r"\b(?:recruit(?:er|ers|ing|ment)?|talent|people (?:ops|operations|partner|team)|sourcer|human resources|hr"
    r"|hiring (?:team|coordinator)|scheduling|coordinator|careers?|jobs|personal(?:abteilung)?)\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*[(\[](?P<inner>[^)\]]*)[)\]]\s*$")
_LONGEST: Final = 200


class Self(NamedTuple):
    """The user, by whom an invitation must not be taken to meet themself."""

    name: str
    emails: frozenset[str]


class InvitedPeople(NamedTuple):
    """Those who lead the interview, and recruiters who only arranged it."""

    interviewers: list[ContactFields]
    arrangers: list[ContactFields]


def invited_people(event: Event, me: Self) -> InvitedPeople:
    """The people of an event, the organizer first; a recruiter leads the interview only when nobody else does."""
    people = [contact_of(person) for person in met(event, me)]
    recruiters = [person for person in people if person.role == Role.RECRUITER]
    others = [person for person in people if person.role != Role.RECRUITER]
    return InvitedPeople(others, recruiters) if others else InvitedPeople(recruiters, [])


def met(event: Event, me: Self) -> list[Person]:
    """The persons whom the user meets, each once."""
    found: dict[str, Person] = {}
    for person in _candidates(event, me):
        key = (person.email or person.name or "").casefold()
        found.setdefault(key, person)
    named = {(person.name or "").casefold() for person in found.values() if person.email}
    return [person for person in found.values() if person.email or (person.name or "").casefold() not in named]


def declined(event: Event) -> frozenset[str]:
    """The addresses, in lower case, of those who will not come."""
    return frozenset(
        person.email.casefold()
        for person in event.attendees
        if person.email and person.participation.status == "DECLINED"
    )


def plain_name(name: str) -> tuple[str, str | None]:
    """A name as one says it, and what stood behind it in brackets: `Brandt, Ida (Talent)` is Ida Brandt, Talent."""
    name, title = name.strip(" '\""), None
    brackets = _IN_BRACKETS.search(name)
    if brackets and brackets.start() > 0:
        name, title = name[: brackets.start()], brackets["inner"].strip() or None
    last, comma, first = name.partition(", ")
    if comma and "," not in first and first.strip():
        name = f"{first.strip()} {last.strip()}"
    return name.strip()[:_LONGEST], title


def _candidates(event: Event, me: Self) -> Iterator[Person]:
    away = me.emails | declined(event)
    everybody: Sequence[Person | None] = (event.organizer, *event.attendees)
    for person in everybody:
        if person is None or _is_thing(person) or (person.email or "").casefold() in away or _is_named_like(person, me):
            continue
        if person.email and not is_nobodys(person.email):
            yield person
        elif person.name and "@" not in person.name and person.participation.status != "DECLINED":
            yield Person(person.name, None, person.participation)


def _is_thing(person: Person) -> bool:
    return person.participation.kind in _THINGS or person.participation.role == "NON-PARTICIPANT"


def _is_named_like(person: Person, me: Self) -> bool:
    return person.name is not None and plain_name(person.name)[0].casefold() == me.name.casefold()


def contact_of(person: Person) -> ContactFields:
    """A person as a contact; who has no name is called after their address."""
    name, title = plain_name(person.name or "")
    local = (person.email or "").partition("@")[0]
    if not name or "@" in name:
        name = " ".join(word.capitalize() for word in re.split(r"[._+-]+", local) if word) or person.email or name
    recruits = _RECRUITS.search(" ".join((person.name or "", re.sub(r"[._-]+", " ", local))))
    return ContactFields(
        name=name[:_LONGEST],
        title=title,
        role=Role.RECRUITER if recruits else Role.INTERVIEWER,
        email=_valid(person.email),
    )


def _valid(email: str | None) -> str | None:
    """The address in its normal form, as the API would take it; null when it would not."""
    try:
        return validate_email(email, check_deliverability=False).normalized if email else None
    except EmailNotValidError:
        return None
