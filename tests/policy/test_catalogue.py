from importlib import import_module
from pathlib import Path
from typing import cast

import pytest

from afterview.policy.catalogue import catalogue
from afterview.policy.facts import Facts
from afterview.policy.terms import STEP_KINDS, Kind
from tests.policy.reading import Json, advise

SECTIONS = {
    "INTRO", "WHY", "WHEN", "WAY1", "WAY2", "WAY3", "WAY4", "WAY5", "DO", "DONT", "END",
    *(f"FAQ{n}" for n in range(1, 11)),
}  # fmt: skip

# The policy's own table: what each rule rests on, and the parameters that it names.
TABLE = {
    "thank-within-a-day": ("article", "WHEN WAY1", "thank_you_hours"),
    "late-thanks-still-count": ("reading", "WHEN", ""),
    "thank-each-person": ("reading", "WAY1 DO", ""),
    "thanks-by-post": ("reading", "WHEN", ""),
    "thanks-come-first": ("article", "FAQ3 WAY3", ""),
    "enquiry-waits-a-week": ("article", "FAQ6", "quiet_days"),
    "respect-the-timeline": ("article", "WAY2 FAQ1 FAQ6", ""),
    "update-buys-a-week": ("reading", "FAQ9", ""),
    "next-round-is-an-answer": ("reading", "FAQ1", ""),
    "one-enquiry": ("article", "FAQ3", ""),
    "again-after-the-timeline": ("article", "FAQ3", "days_between_enquiries max_follow_ups"),
    "email-then-call": ("reading", "WAY2", "enquiry_order"),
    "ring-in-working-hours": ("courtesy", "WAY2", ""),
    "fold-in-what-was-missed": ("article", "FAQ5", ""),
    "information-counts": ("article", "WAY5 FAQ3", ""),
    "one-thing-a-day": ("article", "FAQ4", "hours_between_touches"),
    "optional-steps-stand-back": ("reading", "DONT", ""),
    "linkedin-after-thanks": ("article", "WAY3", "hours_between_touches"),
    "linkedin-if-wanted": ("preference", "", ""),
    "note-is-a-bonus": ("article", "WAY4 FAQ8", "note_days"),
    "calls-if-wanted": ("preference", "", ""),
    "reachable": ("courtesy", "", ""),
    "patience-after-silence": ("article", "FAQ9", "patience_days"),
    "answer-what-they-ask": ("courtesy", "WHY", ""),
    "gracious-after-rejection": ("article", "FAQ7 FAQ10", "rejection_days"),
    "never-press": ("article", "FAQ7 DONT", ""),
    "stay-connected": ("article", "FAQ10", "hours_between_touches"),
    "outcome-ends-it": ("article", "WHY", ""),
    "no-thanks-before-the-end": ("article", "WHEN", ""),
    "put-off-by-the-candidate": ("preference", "", ""),
    "make-it-personal": ("article", "DO FAQ2", ""),
}
PARAMETERS = {
    "thank_you_hours", "quiet_days", "days_between_enquiries", "max_follow_ups", "hours_between_touches", "note_days",
    "rejection_days", "patience_days", "enquiry_order",
}  # fmt: skip

ENTRIES = {cast(str, entry["id"]): entry for entry in cast("list[Json]", catalogue()["rules"])}
RULES_FOLDER = Path(__file__).parent / "rules"


def file_of(rule: str) -> str:
    return f"test_{rule.replace('-', '_')}"


def test_the_catalogue_holds_exactly_the_rules_of_the_policy() -> None:
    assert sorted(ENTRIES) == sorted(TABLE)


def test_the_catalogue_names_the_version_of_the_policy() -> None:
    assert catalogue()["version"] == "1"


@pytest.mark.parametrize("rule", TABLE)
def test_a_rule_tells_its_basis(rule: str) -> None:
    assert ENTRIES[rule]["basis"] == TABLE[rule][0]


@pytest.mark.parametrize("rule", TABLE)
def test_a_rule_tells_its_sections_the_first_one_first(rule: str) -> None:
    assert ENTRIES[rule]["sections"] == TABLE[rule][1].split()


@pytest.mark.parametrize("rule", ENTRIES)
def test_a_section_is_a_part_of_the_article(rule: str) -> None:
    assert set(cast("list[str]", ENTRIES[rule]["sections"])) <= SECTIONS


def parameters_of(rule: str) -> list[Json]:
    return cast("list[Json]", ENTRIES[rule]["parameters"])


@pytest.mark.parametrize("rule", TABLE)
def test_a_rule_names_the_parameters_that_move_it(rule: str) -> None:
    assert set(TABLE[rule][2].split()) <= {p["name"] for p in parameters_of(rule)}


def test_every_parameter_moves_some_rule_and_no_other_is_named() -> None:
    assert {p["name"] for rule in ENTRIES for p in parameters_of(rule)} == PARAMETERS


def test_a_parameter_comes_with_default_unit_and_bounds() -> None:
    patience = parameters_of("patience-after-silence")
    assert patience == [
        {"name": "patience_days", "default": 14, "unit": "days", "minimum": 7, "maximum": 60, "choices": []}
    ]


def test_a_parameter_in_words_comes_with_its_choices() -> None:
    order = parameters_of("email-then-call")[0]
    assert (order["default"], order["choices"]) == ("email_first", ["email_first", "call_first"])


@pytest.mark.parametrize("rule", ENTRIES)
def test_a_statement_is_one_short_sentence(rule: str) -> None:
    statement = cast(str, ENTRIES[rule]["statement"])
    whole = statement[:1].isupper() and statement.endswith(".") and ". " not in statement
    assert (whole, len(statement) <= 120) == (True, True), statement


def test_no_two_rules_state_the_same() -> None:
    statements = [entry["statement"] for entry in ENTRIES.values()]
    assert len(set(statements)) == len(statements)


@pytest.mark.parametrize("rule", ENTRIES)
def test_a_rule_is_about_steps_or_about_rest(rule: str) -> None:
    about = set(cast("list[str]", ENTRIES[rule]["about"]))
    assert about
    assert about <= {*STEP_KINDS, Kind.NO_FURTHER_ACTION}


@pytest.mark.parametrize("kind", STEP_KINDS)
def test_every_kind_of_step_has_rules(kind: Kind) -> None:
    assert [rule for rule, entry in ENTRIES.items() if kind in cast("list[str]", entry["about"])]


@pytest.mark.parametrize("rule", ENTRIES)
def test_every_rule_has_a_file_of_tests(rule: str) -> None:
    assert (RULES_FOLDER / f"{file_of(rule)}.py").is_file()


def test_every_file_of_tests_has_a_rule() -> None:
    assert {path.stem for path in RULES_FOLDER.glob("test_*.py")} == {file_of(rule) for rule in ENTRIES}


def facts_about(rule: str) -> Facts:
    """The facts in which that rule speaks, as its own tests name them."""
    return cast(Facts, import_module(f"tests.policy.rules.{file_of(rule)}").SPEAKS)


def heard_in(facts: Facts) -> set[str]:
    """The rules among all reasons of the advice on those facts."""
    advice = advise(facts)
    alternatives = [cast("list[Json]", a["reasons"]) for a in advice.alternatives]
    return {r.rule for r in advice.reasons} | {cast(str, r["rule"]) for reasons in alternatives for r in reasons}


@pytest.mark.parametrize("rule", [rule for rule in ENTRIES if rule != "make-it-personal"])
def test_every_rule_is_heard_among_the_reasons_of_some_advice(rule: str) -> None:
    assert rule in heard_in(facts_about(rule))


def test_the_rule_that_only_asks_for_more_is_heard_in_what_is_missing() -> None:
    assert "interviews/i1/discussion_points" in advise(facts_about("make-it-personal")).missing
