"""The words of the policy in requests and answers."""

from typing import Annotated, TypeVar

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from afterview.policy.terms import STEP_KINDS, Kind

TermT = TypeVar("TermT")

_STEPS = {kind.value: kind for kind in STEP_KINDS}


def _read_step(value: object) -> Kind:
    if isinstance(value, str) and value in _STEPS:
        return _STEPS[value]
    raise PydanticCustomError("not_a_choice", "Write one of {expected}.", {"expected": ", ".join(_STEPS)})


Term = Annotated[TermT, Field(strict=False)]
"""A member of an enumeration, written as its value."""

StepKind = Annotated[Kind, BeforeValidator(_read_step), WithJsonSchema({"type": "string", "enum": list(_STEPS)})]
"""What a candidate can do."""
