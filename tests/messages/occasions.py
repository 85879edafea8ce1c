"""Occasions to write on, in which a test says only what it is about, and a matrix of the usual ones."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product

from afterview.messages.about import About, Recipient
from afterview.messages.terms import Kind, Stage
from afterview.messages.tongue import tongue
from afterview.messages.variables import Occasion

TODAY = date(2026, 11, 23)
DANA = Recipient(name="Dana Reyes", title="Head of data", email="dana@acme.example")
STAGES = {
    Kind.ANSWER: (Stage.ACTIVE, Stage.OFFERED),
    Kind.REJECTION_THANKS_EMAIL: (Stage.REJECTED,),
    Kind.THANK_YOU_EMAIL: (Stage.ACTIVE, Stage.OFFERED, Stage.ACCEPTED),
    Kind.CHECK_IN_EMAIL: (Stage.ACTIVE,),
    Kind.FOLLOW_UP_CALL: (Stage.ACTIVE,),
    Kind.ADDITIONAL_INFORMATION_EMAIL: (Stage.ACTIVE,),
    Kind.HANDWRITTEN_NOTE: (Stage.ACTIVE,),
    Kind.LINKEDIN_REQUEST: (Stage.ACTIVE, Stage.OFFERED, Stage.REJECTED),
}
"""When each kind may go out."""

CARRIED = {
    Kind.THANK_YOU_EMAIL: ((), (Kind.ADDITIONAL_INFORMATION_EMAIL,)),
    Kind.CHECK_IN_EMAIL: ((), (Kind.ADDITIONAL_INFORMATION_EMAIL,), (Kind.THANK_YOU_EMAIL,)),
}
"""What may ride along with each kind."""

POINTS = {Kind.ADDITIONAL_INFORMATION_EMAIL: (("I have run Kafka for two years",), ("One", "Two?"))}
"""What there is to add; an e-mail that adds something has something."""


def an_about(kind: Kind = Kind.THANK_YOU_EMAIL, **said: object) -> About:
    """A message of Kim's to Dana at Acme, three days after they met."""
    about = About(
        kind=kind,
        company="Acme",
        role="Data engineer",
        today=TODAY,
        sender="Kim Okafor",
        signature="Kim Okafor",
        recipient=DANA,
        interview_on=date(2026, 11, 20),
        discussion_points=("the move to event streams",),
    )
    return replace(about, **said)  # type: ignore[arg-type]


def an_occasion(kind: Kind = Kind.THANK_YOU_EMAIL, language: str = "en", **said: object) -> Occasion:
    """The same as an occasion to write on."""
    return Occasion(about=an_about(kind, **said), tongue=tongue(language))


def usual(kind: Kind, language: str) -> Iterator[Occasion]:
    """Occasions of a kind in every combination of what its text depends on."""
    asks = kind in (Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL)
    situations = product(
        STAGES[kind],
        CARRIED.get(kind, ((),)),
        POINTS.get(kind, ((), ("I have run Kafka for two years",), ("One", "Two?")) if kind in CARRIED else ((),)),
        ((), ("The move to event streams.", "hiring")),
        (None, date(2026, 11, 2)),
        (None, date(2027, 1, 4)) if asks else (None,),
        (1, 2) if asks else (1,),
        (True, False),
        ((DANA, ()), (DANA, ("Al",)), (DANA, ("Al", "Bo")), (DANA, ("Al", "Bo", "Cy")), (None, ())),
    )
    for stage, carries, points, topics, met, promised, held, flag, (recipient, colleagues) in situations:
        about = an_about(
            kind,
            stage=stage,
            carries=carries,
            points_to_add=points,
            discussion_points=topics,
            interview_on=met,
            promised_date=promised,
            held_interviews=held,
            late=flag,
            thanked=flag,
            recipient=recipient,
            colleagues=colleagues,
            signature="Kim Okafor\n+1 212 555 0123" if flag else None,
        )
        yield Occasion(about=about, tongue=tongue(language), voicemail=flag, note_limit=200 if flag else 300)
