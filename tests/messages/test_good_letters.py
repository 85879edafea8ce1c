"""Letters that anybody would be glad to get are left alone by all checks together."""

import tomllib
from pathlib import Path

import pytest

from afterview.messages.checking import check
from afterview.messages.terms import Severity
from tests.messages.cases import RULES, about_it, cases, draft_of

LETTERS = tomllib.loads(Path(__file__).with_name("letters.toml").read_text(encoding="utf-8"))["letters"]

UNKIND = ("no_gratitude", "status_question")
"""Whose firing examples may be unkind in other ways as well."""
TONE = ("desperate", "impatient", "hostile", "channel_pileup", "asks_feedback", "asks_reconsideration")


@pytest.mark.parametrize("number", range(len(LETTERS)))
def test_a_good_letter_is_left_alone(number: int) -> None:
    letter = LETTERS[number]
    found = check(draft_of(letter, letter["body"].strip()), about_it(letter))
    assert [(it.rule, it.message) for it in found if it.severity is not Severity.ADVICE] == []


def test_what_is_written_as_an_example_of_something_else_is_not_found_rude() -> None:
    others = [case for rule in RULES if rule not in TONE for case in cases(rule) if not (case.fires and rule in UNKIND)]
    spoken = [
        (finding.rule, case.said)
        for case in others
        for finding in check(case.draft, case.about)
        if finding.rule in TONE
    ]
    assert spoken == []
