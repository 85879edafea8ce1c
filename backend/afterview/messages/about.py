"""What a message is about: all that a template may say and a check may compare a text with."""

from dataclasses import dataclass
from datetime import date

from afterview.messages.terms import Kind, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Whoever gets the message; of an address only those that are known."""

    name: str
    title: str | None = None
    email: str | None = None
    phone: str | None = None
    linkedin_url: str | None = None
    postal_address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """One step of one candidacy; what is not known is None or empty, and never made up."""

    kind: Kind
    company: str
    role: str
    today: date
    """In the recipient's zone."""
    stage: Stage = Stage.ACTIVE
    sender: str | None = None
    """The candidate's name."""
    signature: str | None = None
    recipient: Recipient | None = None
    colleagues: tuple[str, ...] = ()
    """Names of the other people at the company."""
    interview_on: date | None = None
    """The day of the latest held interview with the recipient, in the interview's zone."""
    interview_round: str | None = None
    interview_format: str | None = None
    discussion_points: tuple[str, ...] = ()
    points_to_add: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    promised_date: date | None = None
    """The day in force until which an answer was promised."""
    late: bool = False
    """Whether the thanks go out after their day is over."""
    carries: tuple[Kind, ...] = ()
    """What rides along, such as missed points in a thank-you."""
    thanked: bool = True
    """Whether the recipient has been thanked for the latest interview."""
    held_interviews: int = 1
    """How many interviews have been held for this application."""

    @property
    def names(self) -> tuple[str, ...]:
        """What the company, the role, the recipient and the topics are called, topics of a single word left out."""
        whole = self.recipient.name if self.recipient else ""
        topics = (topic for topic in self.discussion_points if len(topic.split()) > 1)
        return (self.company, self.role, whole, *whole.split()[:1], *topics)
