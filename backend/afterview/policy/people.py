"""The people of a candidacy as a situation sees them: whom they interviewed when, and by whose clock they live."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from afterview.policy.facts import Contact, Interview
from afterview.policy.terms import Notes

_NOBODY = (None,)


@dataclass(slots=True)
class Person:
    """A contact as a situation sees them; with id and contact null, whoever held an interview that names nobody.

    `name` is what to call them in a sentence; `held` the latest interview held with them; `interview` the one that a
    step for them stands for; `by_post` says that the handwritten note is their thank-you.
    """

    id: str | None
    name: str
    contact: Contact | None
    held: Interview | None
    interview: Interview | None
    zone: str
    by_post: bool


class People(dict[str | None, Person]):
    """Everybody by id, looked up when first asked for; an id that is not on file is a person without a contact."""

    def __init__(
        self, contacts: Iterable[Contact], held: Sequence[Interview], ahead: Sequence[Interview], notes: Notes
    ) -> None:
        super().__init__()
        self._contacts = {contact.id: contact for contact in contacts}
        self._notes = notes
        self._anyones = held[-1] if held else ahead[0] if ahead else None
        self.interviews_of = _interviews_of(held, ahead)
        self.interviewers = frozenset(self.interviews_of) - {None}

    def __missing__(self, who: str | None) -> Person:
        contact = self._contacts.get(who) if who is not None else None
        held, following = self.interviews_of.get(who, (None, None))
        zone = contact.timezone if contact else None
        if zone is None:
            place = held or self._anyones
            zone = place.timezone if place else "UTC"
        by_post = (
            contact is not None
            and bool(contact.postal_address)
            and not contact.email
            and self._notes is not Notes.UNWELCOME
        )
        name = contact.name if contact else "your interviewers"
        person = self[who] = Person(who, name, contact, held, held or following or self._anyones, zone, by_post)
        return person

    @property
    def anyone_by_post(self) -> bool:
        """Whether a handwritten note is anybody's thank-you."""
        return any(self[who].by_post for who in self._contacts)


def took_part(interview: Interview, who: str | None) -> bool:
    """Whether that person interviewed; null stands for whoever held an interview that names nobody."""
    return who in (interview.interviewer_ids or _NOBODY)


def _interviews_of(
    held: Iterable[Interview], ahead: Iterable[Interview]
) -> dict[str | None, tuple[Interview | None, Interview | None]]:
    """By contact (null: interviews that name nobody): the latest held with them, and the next one ahead."""
    met: dict[str | None, tuple[Interview | None, Interview | None]] = {}
    for interview in held:
        for who in interview.interviewer_ids or _NOBODY:
            met[who] = (interview, None)
    for interview in ahead:
        for who in interview.interviewer_ids or _NOBODY:
            latest, following = met.get(who, (None, None))
            met[who] = (latest, following or interview)
    return met
