"""Checks as a whole: which of them look at a text, in what order they speak, and that no text takes long."""

import pytest

from afterview.messages.checking import check
from afterview.messages.checks import CHECKS
from afterview.messages.draft import Draft
from afterview.messages.finding import Finding, verdict
from afterview.messages.terms import Kind, Severity
from tests.messages.occasions import an_about

POOR = "Dear Sam,\n\nI beg you!! When will you decide? [Topic]\n\nKim"


def rules(found: list[Finding]) -> list[str]:
    """The rules that spoke, in order."""
    return [finding.rule for finding in found]


def test_the_gravest_come_first_and_then_what_stands_first() -> None:
    found = check(Draft(POOR + "\n" + "and so on with this " * 60), an_about())
    severities = [list(Severity).index(finding.severity) for finding in found]
    assert severities == sorted(severities)
    places = [f.span.start for f in found if f.span is not None and f.severity is Severity.ERROR]
    assert len(places) > 2
    assert places == sorted(places)


def test_a_text_that_is_not_there_yet_is_not_found_fault_with() -> None:
    assert check(Draft(" \n"), an_about()) == []


def test_what_was_quoted_is_not_the_writers_own() -> None:
    letter = (
        "Dear Dana,\n\nThank you for the time on Friday and for telling me about the event streams at Acme. I am very"
    )
    letter += " interested in the position.\n\nKim\n\nOn Fri, 20 Nov 2026 at 17:00, Sam <sam@acme.example> wrote:\n\n"
    assert check(Draft(letter + "I beg you!! When do you decide? [Topic]"), an_about()) == []


@pytest.mark.parametrize("kind", Kind)
def test_a_text_in_german_is_not_read_as_poor_english(kind: Kind) -> None:
    letter = (
        "Liebe Frau Weber,\n\nhaben Sie schon entschieden? Ich bitte Sie sehr um eine Antwort, und zwar heute!!\n\nKim"
    )
    about = an_about(kind)
    found = [finding for finding in check(Draft(letter), about) if finding.rule != "wrong_stage"]
    assert found == []


def test_a_mark_in_a_german_text_is_still_a_mark() -> None:
    letter = "Liebe Frau [Name],\n\nvielen Dank für das Gespräch über die Stelle. Ich freue mich auf Ihre Antwort."
    assert rules(check(Draft(letter), an_about())) == ["placeholder"]


@pytest.mark.parametrize(
    "nasty",
    [
        "thank you so " * 1600,
        "if i do not hear you have not replied " * 520,
        "[" * 20_000,
        "{{ [ < " * 2800,
        "AAAA, " * 3300,
        "On " + "a" * 19_990,
        "> " * 10_000,
        ". . " * 5_000,
        "\n" * 19_999 + "x",
        "i am i am i need need you you have not " * 500,
        '"' * 20_000,
        "1/2/3/4/5/" * 2_000,
        "à'" * 10_000,
        "interview at A. B& " * 1_100,
        "you said by the first of december, " * 570,
        "- x\n" * 5_000,
    ],
)
@pytest.mark.parametrize("kind", [Kind.THANK_YOU_EMAIL, Kind.CHECK_IN_EMAIL, Kind.ADDITIONAL_INFORMATION_EMAIL])
def test_no_text_takes_long(nasty: str, kind: Kind) -> None:
    # A text of this length that is read in quadratic time takes minutes, so that the whole run would not end in time.
    text = nasty[:20_000]
    assert verdict(check(Draft(text, others=(text, text[::-1])), an_about(kind)))


@pytest.mark.parametrize("rule", CHECKS)
def test_every_check_says_what_it_looks_for(rule: str) -> None:
    it = CHECKS[rule]
    assert it.statement.endswith(".")
    assert it.section
    assert it.severities
