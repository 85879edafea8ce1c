"""What a template can say: the one list from which its values, its documentation and its sample come."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from afterview.messages.about import About, Recipient
from afterview.messages.terms import Kind
from afterview.messages.tongue import FIRST_LANGUAGE, Tongue, tongue

Value = str | int | bool | tuple[str, ...] | None
Type = Literal["text", "list of texts", "number", "true or false"]

MOST_CHARACTERS: Final = 1_000
"""How much of one value goes into a letter."""

TURNS: Final = 4
"""In how many ways a template may say the same thing to different people."""

NOTE_LIMIT: Final = 200
"""How many characters LinkedIn lets most accounts write with an invitation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What a message is about, in which language it is written, and how it goes out."""

    about: About
    tongue: Tongue
    voicemail: bool = False
    """Whether a call is spoken to a machine."""
    note_limit: int = NOTE_LIMIT
    """How many characters LinkedIn lets this account write with an invitation."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A name that templates know."""

    name: str
    type: Type
    meaning: str
    read: Callable[[Occasion], Value]

    @property
    def example(self) -> str | int | bool | tuple[str, ...]:
        """What it is in the sample, or what the sample hands in for it."""
        found = self.read(sample(Kind.THANK_YOU_EMAIL, FIRST_LANGUAGE))
        return OWN_SAMPLE[self.name] if found is None else found


def values(occasion: Occasion, own: Mapping[str, str]) -> dict[str, object]:
    """All values by name, parts such as `recipient.name` inside of each other; `own` go before ours of that name.

    Nothing is None, never an empty text or list.
    """
    found: dict[str, object] = {}
    for variable in VARIABLES:
        _put(found, variable.name, _fit(variable.read(occasion)))
    said = {name: text if text.strip() else None for name, text in own.items()}
    for name, value in said.items():
        _put(found, name, value)
    return found | {"variables": said}


def _place(about: About) -> int:
    """Which of the people at the company the recipient is, by the alphabet; another one for each name."""
    if about.recipient is None:
        return 0
    people = sorted({name.casefold() for name in (about.recipient.name, *about.colleagues)})
    return people.index(about.recipient.name.casefold())


def _put(into: dict[str, object], name: str, value: object) -> None:
    root, _, part = name.partition(".")
    if part:
        inner = into.setdefault(root, {})
        if not isinstance(inner, dict):
            inner = into[root] = {}
        inner[part] = value
    else:
        into[root] = value


def _fit(value: Value) -> object:
    if isinstance(value, tuple):
        return [_short(item) for item in value if item.strip()] or None
    if isinstance(value, str):
        return _short(value) if value.strip() else None
    return value


def _short(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else f"{text[:MOST_CHARACTERS].rsplit(maxsplit=1)[0]} …"


def _topic(it: Occasion) -> str | None:
    """A discussion point that is another one for the next person, as far as there are enough."""
    points = [point for text in it.about.discussion_points if (point := it.tongue.inside(text))]
    return points[_place(it.about) % len(points)] if points else None


def _day(it: Occasion) -> str | None:
    on = it.about.interview_on
    return None if on is None else it.tongue.day(on, it.about.today)


def _promised(it: Occasion) -> str | None:
    day = it.about.promised_date
    return None if day is None else it.tongue.date(day, it.about.today)


def _days_since(it: Occasion) -> int | None:
    on = it.about.interview_on
    return None if on is None else (it.about.today - on).days


def _of_recipient(part: Literal["name", "title"]) -> Callable[[Occasion], Value]:
    return lambda it: None if it.about.recipient is None else getattr(it.about.recipient, part)


def _rides_along(kind: Kind) -> Callable[[Occasion], Value]:
    return lambda it: kind in it.about.carries


VARIABLES: Final = (
    Variable("company", "text", "The company.", lambda it: it.about.company),
    Variable("role", "text", "The position applied for.", lambda it: it.about.role),
    Variable("candidate.name", "text", "Your name, or that of whom you write for.", lambda it: it.about.sender),
    Variable(
        "signature", "text", "Your signature; where there is none, your name.",
        lambda it: it.about.signature or it.about.sender,
    ),
    Variable("recipient.name", "text", "Whoever gets the message.", _of_recipient("name")),
    Variable(
        "recipient.greeting", "text",
        "What to call them: their full name, since nobody can tell a first name from a family name for certain.",
        _of_recipient("name"),
    ),
    Variable("recipient.title", "text", "Their position.", _of_recipient("title")),
    Variable(
        "interview.day", "text",
        "The day of the latest interview with them: the weekday for a week, then the date.", _day,
    ),
    Variable("interview.round", "text", "The round, in your words.", lambda it: it.about.interview_round),
    Variable(
        "interview.format", "text", "How you met: phone, video, onsite or other.", lambda it: it.about.interview_format
    ),
    Variable(
        "discussion_points", "list of texts", "What you talked about.",
        lambda it: tuple(it.tongue.inside(text) for text in it.about.discussion_points),
    ),
    Variable(
        "topic", "text", "One of the discussion points: another one for each person you write to, while there are any.",
        _topic,
    ),
    Variable(
        "points_to_add", "list of texts", "What you wish you had said or asked, each as a sentence.",
        lambda it: tuple(it.tongue.sentence(text) for text in it.about.points_to_add),
    ),
    Variable(
        "concerns", "list of texts", "Doubts that they voiced.",
        lambda it: tuple(it.tongue.inside(text) for text in it.about.concerns),
    ),
    Variable("promised_date", "text", "The day by which they promised to answer.", _promised),
    Variable("days_since_interview", "number", "Days since that interview.", _days_since),
    Variable("held_interviews", "number", "Interviews held so far.", lambda it: it.about.held_interviews),
    Variable("late", "true or false", "Whether the thanks go out after their day.", lambda it: it.about.late),
    Variable(
        "thanked", "true or false", "Whether they have been thanked for the latest interview.",
        lambda it: it.about.thanked,
    ),
    Variable(
        "adds_points", "true or false", "Whether this message is to carry what you wish you had said.",
        _rides_along(Kind.ADDITIONAL_INFORMATION_EMAIL),
    ),
    Variable(
        "adds_thanks", "true or false", "Whether this message is to carry the thanks.",
        _rides_along(Kind.THANK_YOU_EMAIL),
    ),
    Variable(
        "stage", "text", "Where the application stands: active, offered, accepted, rejected, withdrawn or closed.",
        lambda it: it.about.stage.value,
    ),
    Variable(
        "turn", "number", "0, 1, 2 or 3: another one for each person you write to, while there are no more than four.",
        lambda it: _place(it.about) % TURNS,
    ),
    Variable("voicemail", "true or false", "Whether you speak to a machine.", lambda it: it.voicemail),
    Variable(
        "note_limit", "number", "How many characters LinkedIn lets you write.", lambda it: it.note_limit
    ),
    Variable(
        "answer", "text", "Your answer to what they asked or doubted, in your words; hand it in under `variables`.",
        lambda _: None,
    ),
)  # fmt: skip
"""Every variable, in the order in which they are documented."""

_SAMPLE: Final = About(
    kind=Kind.THANK_YOU_EMAIL,
    company="Acme",
    role="Data engineer",
    today=date(2026, 11, 23),
    sender="Kim Okafor",
    signature="Kim Okafor\n+1 212 555 0123",
    recipient=Recipient(name="Dana Reyes", title="Head of data", email="dana@acme.example", phone="+12125550123"),
    colleagues=("Sam Lee",),
    interview_on=date(2026, 11, 20),
    interview_round="first round",
    interview_format="video",
    discussion_points=("the move to event streams", "how the team shares its on-call hours"),
    points_to_add=("I have moved forty services to event streams",),
    concerns=("how I would work across time zones",),
    promised_date=date(2026, 12, 1),
)

OWN_SAMPLE: Final[Mapping[str, str]] = {"answer": "I can start on 4 January."}
"""What the sample hands in under `variables`."""


def sample(kind: Kind, language: str) -> Occasion:
    """What a template is tried on while it is about nobody yet."""
    return Occasion(about=replace(_SAMPLE, kind=kind), tongue=tongue(language))
