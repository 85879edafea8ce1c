"""Facts in few words, for whoever has to find out what went wrong with them."""

from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from afterview.policy.facts import Facts


def told(facts: Facts) -> str:
    """The facts as Python, without what is as it usually is."""
    return _told(facts)


def _told(value: object) -> str:
    if is_dataclass(value) and not isinstance(value, type):
        unusual = [f for f in fields(value) if getattr(value, f.name) != _usual(f)]
        return f"{type(value).__name__}({', '.join(f'{f.name}={_told(getattr(value, f.name))}' for f in unusual)})"
    if isinstance(value, list | tuple | frozenset):
        return f"[{', '.join(map(_told, value))}]"
    if isinstance(value, Enum):
        return str(value)
    return value.isoformat() if isinstance(value, date) else repr(value)


def _usual(field: Field[Any]) -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()
