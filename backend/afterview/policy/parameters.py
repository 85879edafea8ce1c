"""The numbers of the policy that a user may change, each with its bounds."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import timedelta
from enum import StrEnum
from typing import ClassVar

_HOUR = timedelta(hours=1)


class EnquiryOrder(StrEnum):
    """Which enquiry comes first."""

    EMAIL_FIRST = "email_first"
    CALL_FIRST = "call_first"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a parameter may be: a range of whole numbers with a unit, or one of some words."""

    unit: str
    least: int | None = None
    most: int | None = None
    choices: tuple[str, ...] = ()


def _number(default: int, least: int, most: int, unit: str) -> int:
    made: int = field(default=default, metadata={"bounds": Bounds(unit, least, most)})
    return made


@dataclass(frozen=True, slots=True)
class Parameters:
    """The policy's parameters in force; the bounds of each are in BOUNDS."""

    thank_you_hours: int = _number(24, 1, 24, "hours")
    quiet_days: int = _number(7, 7, 30, "days")
    days_between_enquiries: int = _number(7, 7, 30, "days")
    max_follow_ups: int = _number(2, 1, 2, "messages")
    hours_between_touches: int = _number(24, 24, 168, "hours")
    note_days: int = _number(7, 1, 30, "days")
    rejection_days: int = _number(7, 1, 30, "days")
    patience_days: int = _number(14, 7, 60, "days")
    enquiry_order: EnquiryOrder = field(
        default=EnquiryOrder.EMAIL_FIRST,
        metadata={"bounds": Bounds("order", choices=tuple(order.value for order in EnquiryOrder))},
    )

    VERSION: ClassVar[str] = "1"

    @property
    def thank_you_time(self) -> timedelta:
        """How long after its end a thank-you is on time."""
        return self.thank_you_hours * _HOUR

    @property
    def spacing(self) -> timedelta:
        """The least time between two touches to one person."""
        return self.hours_between_touches * _HOUR

    @property
    def overrides(self) -> dict[str, int | str]:
        """The parameters that differ from their defaults, by name."""
        return {name: value for name, usual in DEFAULTS.items() if (value := getattr(self, name)) != usual}


BOUNDS: dict[str, Bounds] = {f.name: f.metadata["bounds"] for f in fields(Parameters)}
DEFAULTS: dict[str, int | str] = {f.name: f.default for f in fields(Parameters)}  # type: ignore[misc]


class UnfitParameter(ValueError):
    """An override that names no parameter or is out of its bounds; `name` says which."""

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(detail)
        self.name = name
        self.detail = detail


def parameters(overrides: Mapping[str, object]) -> Parameters:
    """The defaults with some replaced; raises UnfitParameter with a sentence that names the bounds."""
    for name, value in overrides.items():
        bounds = BOUNDS.get(name)
        if bounds is None:
            known = ", ".join(BOUNDS)
            raise UnfitParameter(name, f"There is no policy parameter {name!r}. The parameters are {known}.")
        if bounds.choices:
            if value not in bounds.choices:
                raise UnfitParameter(name, f"{name} is one of {', '.join(bounds.choices)}.")
        elif isinstance(value, bool) or not isinstance(value, int) or not bounds.least <= value <= bounds.most:  # type: ignore[operator]
            raise UnfitParameter(
                name, f"{name} is a whole number of {bounds.unit} from {bounds.least} to {bounds.most}."
            )
    if not overrides:
        return STANDARD
    return Parameters(**{n: EnquiryOrder(str(v)) if BOUNDS[n].choices else v for n, v in overrides.items()})  # type: ignore[arg-type]


STANDARD = Parameters()
