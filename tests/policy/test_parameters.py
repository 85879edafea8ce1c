import pytest

from afterview.policy.parameters import UnfitParameter, parameters
from tests.policy.builders import some_facts
from tests.policy.reading import advise

RANGES = [
    ("thank_you_hours", 24, 1, 24),
    ("quiet_days", 7, 7, 30),
    ("days_between_enquiries", 7, 7, 30),
    ("max_follow_ups", 2, 1, 2),
    ("hours_between_touches", 24, 24, 168),
    ("note_days", 7, 1, 30),
    ("rejection_days", 7, 1, 30),
    ("patience_days", 14, 7, 60),
]


@pytest.mark.parametrize(("name", "default", "least", "most"), RANGES)
def test_unless_overridden_a_parameter_is_the_policys(name: str, default: int, least: int, most: int) -> None:
    assert getattr(parameters({}), name) == default


def test_unless_overridden_emails_come_first() -> None:
    assert parameters({}).enquiry_order == "email_first"


@pytest.mark.parametrize(("name", "default", "least", "most"), RANGES)
def test_a_parameter_may_be_anything_within_its_bounds(name: str, default: int, least: int, most: int) -> None:
    assert [getattr(parameters({name: value}), name) for value in (least, most)] == [least, most]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param(name, value, id=f"{name} {value}")
        for name, _, least, most in RANGES
        for value in (least - 1, most + 1)
    ],
)
def test_out_of_its_bounds_a_parameter_is_refused(name: str, value: int) -> None:
    with pytest.raises(UnfitParameter):
        parameters({name: value})


@pytest.mark.parametrize(("name", "default", "least", "most"), RANGES)
def test_a_refusal_names_the_bounds(name: str, default: int, least: int, most: int) -> None:
    with pytest.raises(UnfitParameter, match=f"^{name} is a whole number of [a-z]+ from {least} to {most}\\.$"):
        parameters({name: most + 1})


@pytest.mark.parametrize("value", [True, 8.0, 8.5, "8", None, [8], float("nan"), 10**30])
def test_what_is_no_whole_number_within_bounds_is_refused(value: object) -> None:
    with pytest.raises(UnfitParameter):
        parameters({"quiet_days": value})


@pytest.mark.parametrize("value", ["letter_first", "", 1, None, True, ["email_first"]])
def test_what_is_no_order_is_refused(value: object) -> None:
    with pytest.raises(UnfitParameter, match="email_first, call_first"):
        parameters({"enquiry_order": value})


def test_an_unknown_parameter_is_refused_by_name() -> None:
    with pytest.raises(UnfitParameter, match="patience_weeks") as refused:
        parameters({"patience_weeks": 2})
    assert refused.value.name == "patience_weeks"


def test_the_refusal_of_an_unknown_parameter_lists_those_that_exist() -> None:
    with pytest.raises(UnfitParameter) as refused:
        parameters({"patience_weeks": 2})
    assert [name for name, *_ in RANGES if name not in refused.value.detail] == []


def test_one_parameter_out_of_bounds_refuses_all() -> None:
    with pytest.raises(UnfitParameter) as refused:
        parameters({"note_days": 3, "quiet_days": 3})
    assert refused.value.name == "quiet_days"


def test_the_answer_names_the_overrides_in_force() -> None:
    advice = advise(some_facts(policy={"quiet_days": 10, "enquiry_order": "call_first"}))
    assert advice.document["policy"] == {"version": "1", "overrides": {"quiet_days": 10, "enquiry_order": "call_first"}}


@pytest.mark.parametrize("policy", [{}, {"quiet_days": 7, "enquiry_order": "email_first"}])
def test_what_equals_the_default_is_no_override(policy: dict[str, object]) -> None:
    assert advise(some_facts(policy=policy)).document["policy"] == {"version": "1", "overrides": {}}
