"""A candidate step: one kind for one person."""

from dataclasses import dataclass
from datetime import datetime

from afterview.policy.facts import Contact, Interview
from afterview.policy.terms import Kind


@dataclass(slots=True)
class Step:
    """A pair of kind and contact (null: an interview that names nobody), and the interview it stands for."""

    kind: Kind
    who: str | None
    contact: Contact | None
    interview: Interview | None
    zone: str
    is_thanks: bool

    @property
    def name(self) -> str:
        """What to call the contact in a sentence."""
        return self.contact.name if self.contact else "your interviewers"

    def held(self, now: datetime) -> bool:
        """Whether the interview it stands for has ended."""
        return self.interview is not None and self.interview.ends_at <= now
