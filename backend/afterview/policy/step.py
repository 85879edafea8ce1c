"""A candidate step: one kind for one person."""

from datetime import datetime

from afterview.policy.facts import Interview
from afterview.policy.people import Person
from afterview.policy.terms import Kind


class Step:
    """A pair of kind and person, the interview it stands for, and whether it is the thank-you for it.

    Of the person, `who` is the id, `name` what to call them in a sentence, `zone` their time zone, and `contact` the
    contact on file, if there is one.
    """

    __slots__ = ("contact", "interview", "is_thanks", "kind", "name", "person", "who", "zone")

    def __init__(self, kind: Kind, person: Person, interview: Interview | None, *, is_thanks: bool = False) -> None:
        self.kind = kind
        self.person = person
        self.interview = interview
        self.is_thanks = is_thanks
        self.who = person.id
        self.name = person.name
        self.zone = person.zone
        self.contact = person.contact

    def held(self, now: datetime) -> bool:
        """Whether the interview it stands for has ended."""
        return self.interview is not None and self.interview.ends_at <= now
