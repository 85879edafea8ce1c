"""Where the explorations start from: half an hour before the end of an interview, in situations that differ."""

from dataclasses import dataclass

from afterview.policy.facts import Facts
from afterview.policy.terms import Notes
from tests.policy.builders import DANA, SAM, dana, interview, reese, sam, some_facts
from tests.policy.invariants.events import Happens

BEFORE = "2026-11-20T20:30Z"
MAIN_STREET = "1 Main Street"

STEPS = frozenset({Happens.STEPS})
NEWS = STEPS | {Happens.REPLY, Happens.DATE}
TURNS = NEWS | {Happens.QUESTION, Happens.OUTCOME}
ROUNDS = NEWS | {Happens.ROUND, Happens.CANCELLED}
DECISIONS = STEPS | {Happens.REPLY, Happens.OUTCOME, Happens.PUT_OFF, Happens.ROUND}
EVERYTHING = frozenset(Happens)


@dataclass(frozen=True, slots=True)
class Start:
    """A situation, what can happen in it, and how many times."""

    name: str
    facts: Facts
    happens: frozenset[Happens]
    depth: int


ALONE = some_facts(now=BEFORE)
PROMISED = some_facts(now=BEFORE, interviews=[interview(reply_by="2026-11-24")])
# Thanks are possible for a whole day, and thus longer than the promised date is ahead: until a Friday evening.
SAME_DAY = some_facts(now="2026-11-19T23:30Z", interviews=[interview(ends="2026-11-20T00:00Z", reply_by="2026-11-19")])
MISSED = some_facts(
    now=BEFORE,
    interviews=[interview(points=("the migration",))],
    contacts=[dana(postal_address=MAIN_STREET), reese()],
    notes=Notes.WELCOME,
)
PANEL = some_facts(
    now=BEFORE,
    interviews=[interview(who=(SAM, DANA), concerns=("little time with streams",))],
    contacts=[sam(), dana(), reese(phone=None)],
)
BY_POST = some_facts(
    now=BEFORE,
    interviews=[interview(who=(DANA, SAM))],
    contacts=[dana(email=None, postal_address=MAIN_STREET), sam()],
)
NAMELESS = some_facts(now=BEFORE, interviews=[interview(who=(), points=("the migration",))], contacts=[reese()])
TWO_ROUNDS = some_facts(
    now=BEFORE,
    interviews=[
        interview(who=(SAM,), points=("the migration",)),
        interview(id="i2", ends="2026-11-25T15:00Z", concerns=("little time",)),
    ],
    contacts=[sam(), dana()],
)
# Each of these alone puts every invariant to the test.
EXPLORATIONS = {
    "anything is decided": [
        Start("an interview", ALONE, DECISIONS, 6),
        Start("an interview that leaves something to add", MISSED, ROUNDS, 6),
        Start("an interview that names nobody", NAMELESS, ROUNDS, 6),
        Start("something to add, and anything can happen", MISSED, EVERYTHING, 2),
    ],
    "anything is said": [
        Start("an interview that ends with a date", PROMISED, TURNS, 6),
        Start("an interview that ends with the date of that day", SAME_DAY, NEWS, 6),
        Start("a panel and a recruiter", PANEL, NEWS, 6),
        Start("an interviewer by post", BY_POST, ROUNDS, 6),
        Start("two rounds", TWO_ROUNDS, ROUNDS, 6),
        Start("an interview, and anything can happen", ALONE, EVERYTHING, 2),
        Start("a date, and anything can happen", PROMISED, EVERYTHING, 2),
        Start("nobody named, and anything can happen", NAMELESS, EVERYTHING, 2),
    ],
}
