"""A candidate step: one kind for one person."""

from dataclasses import dataclass
from datetime import datetime

from afterview.policy.facts import Contact, Interview
from afterview.policy.people import Person
from afterview.policy.terms import Kind


@dataclass(slots=True)
class Step:
    """A pair of kind and person, the interview it stands for, and whether it is the thank-you for it."""

    kind: Kind
    person: Person
    interview: Interview | None
    is_thanks: bool = False

    @property
    def who(self) -> str | None:
        """The contact's id; null for an interview that names nobody."""
        return self.person.id

    @property
    def contact(self) -> Contact | None:
        """The contact, if one is on file."""
        return self.person.contact

    @property
    def name(self) -> str:
        """What to call the contact in a sentence."""
        return self.person.name

    @property
    def zone(self) -> str:
        """The contact's time zone."""
        return self.person.zone

    def held(self, now: datetime) -> bool:
        """Whether the interview it stands for has ended."""
        return self.interview is not None and self.interview.ends_at <= now
