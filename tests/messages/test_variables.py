"""The variables: documented once, each with an example that is what the sample says."""

import pytest

from afterview.messages.terms import Kind
from afterview.messages.variables import OWN_SAMPLE, VARIABLES, Variable, sample, values
from tests.messages.occasions import an_occasion

PROMISED = {
    "company", "role", "candidate.name", "signature", "recipient.name", "recipient.greeting", "recipient.title",
    "interview.day", "interview.round", "interview.format", "discussion_points", "points_to_add", "concerns",
    "promised_date", "days_since_interview", "late",
}  # fmt: skip
"""Those that the contract names."""

TYPES = {"text": str, "list of texts": tuple, "number": int, "true or false": bool}


def test_every_variable_of_the_contract_is_there() -> None:
    assert {variable.name for variable in VARIABLES} >= PROMISED


@pytest.mark.parametrize("variable", VARIABLES, ids=lambda variable: variable.name)
def test_a_variable_has_a_meaning_and_an_example_of_its_type(variable: Variable) -> None:
    assert variable.meaning.endswith(".")
    assert isinstance(variable.example, TYPES[variable.type])


def test_the_sample_has_a_value_for_every_variable() -> None:
    known = values(sample(Kind.CHECK_IN_EMAIL, "en"), OWN_SAMPLE)
    for variable in VARIABLES:
        root, _, part = variable.name.partition(".")
        value = known[root]
        assert (value[part] if part and isinstance(value, dict) else value) is not None


def test_without_a_signature_the_name_stands_for_it() -> None:
    assert values(an_occasion(signature=None), {})["signature"] == "Kim Okafor"


def test_each_person_is_told_of_another_topic_while_there_are_any() -> None:
    topics = ("a topic", "another")
    told = [values(an_occasion(discussion_points=topics, colleagues=others), {})["topic"] for others in ((), ("Ada",))]
    assert told == ["a topic", "another"]
