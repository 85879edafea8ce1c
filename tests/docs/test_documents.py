"""Our documents lead where they say, and every decision is recorded in the same short form."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = [*ROOT.glob("*.md"), *sorted((ROOT / "docs").rglob("*.md"))]
DECISIONS = sorted((ROOT / "docs/decisions").glob("*.md"))
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
PLACE = re.compile(r"`((?:[\w.-]+/)+(?:[\w-]*\.[\w.-]+)?)`")
"""A file with an ending, or a folder with a slash behind it."""
BASES = ("", "backend/afterview/", "frontend/src/", "frontend/")
MOST_LINES = 40


def name_of(document: Path) -> str:
    """A document as a test is called after it."""
    return document.relative_to(ROOT).as_posix()


def is_there(place: str) -> bool:
    """Whether a file or folder has that name, from the root or from where code lives."""
    return any((ROOT / base / place).exists() for base in BASES)


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_link_within_the_project_leads_somewhere(document: Path) -> None:
    within = [
        link for link in LINK.findall(document.read_text()) if "://" not in link and not link.startswith("mailto:")
    ]
    assert not [link for link in within if not (document.parent / link).exists()]


@pytest.mark.parametrize("document", [*ROOT.glob("*.md"), *DECISIONS], ids=name_of)
def test_every_place_in_the_code_that_is_named_exists(document: Path) -> None:
    named = PLACE.findall(document.read_text())
    assert not [place for place in named if not is_there(place)]


@pytest.mark.parametrize("decision", DECISIONS, ids=name_of)
def test_a_decision_says_its_number_its_context_and_its_consequences(decision: Path) -> None:
    text = decision.read_text()
    assert text.startswith(f"# {int(decision.name[:4])}. ")
    assert [part for part in ("**Context.**", "**Decision.**", "**Consequences.**") if text.count(part) != 1] == []
    assert len(text.splitlines()) < MOST_LINES


def test_no_two_decisions_share_a_number() -> None:
    numbers = [decision.name[:4] for decision in DECISIONS]
    assert sorted(set(numbers)) == numbers
