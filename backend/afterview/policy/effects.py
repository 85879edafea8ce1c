"""What a rule can say about a step. Each effect carries its reason: a sentence and the facts that the sentence names.

The sentence is a format string over the facts, such as `"{who} was thanked {thanked_at}"`, where `{who}` is always the
step's contact. It is filled in only for a reader, so that a decision costs no text and a reason can never name a fact
that it does not rest on.
"""

from datetime import date, datetime

from afterview.policy.terms import Kind
from afterview.policy.terms import Strength as StrengthOf

Fact = str | int | datetime | date | None


class Effect:
    """The root: why, as a sentence over facts."""

    __slots__ = ("because", "facts")

    def __init__(self, because: str, **facts: Fact) -> None:
        self.because = because
        self.facts = facts


class Timed(Effect):
    """An effect that hangs on an instant."""

    __slots__ = ("at",)

    def __init__(self, at: datetime, because: str, **facts: Fact) -> None:
        self.at = at
        self.because = because
        self.facts = facts


class NotBefore(Effect):
    """Closed until `at`; null when it hangs on something that nobody has done yet."""

    __slots__ = ("at",)

    def __init__(self, at: datetime | None, because: str, **facts: Fact) -> None:
        self.at = at
        self.because = because
        self.facts = facts


class Awaits(NotBefore):
    """Closed until something is done, or until `at`, when it is too late to do that."""

    __slots__ = ()


class NotAfter(Timed):
    """Closed from `at` on, for good."""

    __slots__ = ()


class Late(Timed):
    """Still possible after `at`, but late."""

    __slots__ = ()


class Shut(Timed):
    """Open, but not at this hour; opens again at `at`."""

    __slots__ = ()


class ShutsAt(Timed):
    """Open at this hour, and shut from `at` on, for some hours."""

    __slots__ = ()


class Never(Effect):
    """Excluded in this state."""

    __slots__ = ()


class NoLonger(Effect):
    """Done, used up or overtaken."""

    __slots__ = ()


class OnlyAllowed(Effect):
    """May be done and is not recommended."""

    __slots__ = ()


class Carry(Effect):
    """Another kind rides along in this one."""

    __slots__ = ("kind",)

    def __init__(self, kind: Kind, because: str, **facts: Fact) -> None:
        self.kind = kind
        self.because = because
        self.facts = facts


class Strength(Effect):
    """Matters as much as this, whatever the kind's usual strength."""

    __slots__ = ("strength",)

    def __init__(self, strength: StrengthOf, because: str, **facts: Fact) -> None:
        self.strength = strength
        self.because = because
        self.facts = facts


class Missing(Effect):
    """A field that would make this possible or better."""

    __slots__ = ("field",)

    def __init__(self, field: str, because: str, **facts: Fact) -> None:
        self.field = field
        self.because = because
        self.facts = facts


class Note(Effect):
    """Nothing to hinder or hasten, but part of why: shown among the reasons."""

    __slots__ = ()
