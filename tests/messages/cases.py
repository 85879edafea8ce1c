"""The examples of each check, texts that it must speak up at and texts that it must leave alone, read from examples/.

A text stands in its file's `frame`, or is a whole `body`; what else an example says replaces what is usual: Kim Okafor
writes to Dana Reyes at Acme, on 3 December, of an interview on 20 November.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from afterview.messages.about import About, Recipient
from afterview.messages.checking import check
from afterview.messages.draft import Draft
from afterview.messages.finding import Finding
from afterview.messages.terms import Kind, Stage

EXAMPLES: Final = Path(__file__).with_name("examples")
LEAST: Final = 12
"""How many examples of each sort a rule has."""

RULES: Final = sorted(file.stem for file in EXAMPLES.glob("*.toml"))


@dataclass(frozen=True, slots=True)
class Case:
    """One example of a rule, and whether the rule is to speak up."""

    rule: str
    fires: bool
    draft: Draft
    about: About
    said: str

    @property
    def findings(self) -> list[Finding]:
        """What the rule makes of it."""
        return [finding for finding in check(self.draft, self.about) if finding.rule == self.rule]

    @property
    def is_right(self) -> bool:
        """Whether the rule does as it is to do."""
        return bool(self.findings) == self.fires


@dataclass(frozen=True, slots=True)
class Score:
    """How well a rule does: which examples it speaks up at although it should not, and which it misses."""

    firing: int
    quiet: int
    missed: list[Case]
    wrong: list[Case]

    @property
    def recall(self) -> float:
        """How many of those that it is to speak up at it speaks up at."""
        return 1 - len(self.missed) / self.firing

    @property
    def precision(self) -> float:
        """How many of those that it speaks up at it is to speak up at."""
        found = self.firing - len(self.missed)
        return found / (found + len(self.wrong)) if found else 0.0


@dataclass(frozen=True, slots=True)
class Pointed:
    """A finding, and the stretch of the text that it is about."""

    finding: Finding
    place: str | None

    @property
    def message(self) -> str:
        """Why."""
        return self.finding.message

    @property
    def suggestion(self) -> str | None:
        """What to write instead."""
        return self.finding.suggestion

    @property
    def severity(self) -> str:
        """How grave it is."""
        return self.finding.severity.value

    @property
    def section(self) -> str | None:
        """What it rests on."""
        return self.finding.section


@cache
def cases(rule: str) -> list[Case]:
    """The examples of a rule."""
    return list(_cases(rule, tomllib.loads((EXAMPLES / f"{rule}.toml").read_text(encoding="utf-8"))))


def score(some: list[Case]) -> Score:
    """How well a rule does on these examples."""
    return Score(
        firing=sum(case.fires for case in some),
        quiet=sum(not case.fires for case in some),
        missed=[case for case in some if case.fires and not case.is_right],
        wrong=[case for case in some if not case.fires and not case.is_right],
    )


def figures(rule: str) -> Score:
    """How well a rule does on its own examples, of which there are enough of each sort."""
    it = score(cases(rule))
    assert min(it.firing, it.quiet) >= LEAST
    return it


def findings(rule: str, body: str, kind: Kind = Kind.THANK_YOU_EMAIL, **said: object) -> list[Finding]:
    """What a rule makes of a text; what else is said belongs to the draft or to what it is about."""
    of_draft: dict[str, Any] = {name: said.pop(name) for name in ("subject", "others") if name in said}
    of_about: dict[str, Any] = said
    about = replace(about_it({"kind": kind.value}), **of_about)
    return [finding for finding in check(Draft(body, **of_draft), about) if finding.rule == rule]


def the_finding(rule: str, body: str, kind: Kind = Kind.THANK_YOU_EMAIL, **said: object) -> Pointed:
    """The one thing that a rule finds, with what it points at."""
    (found,) = findings(rule, body, kind, **said)
    return Pointed(found, None if found.span is None else body[found.span.start : found.span.end])


def _cases(rule: str, written: Mapping[str, Any]) -> Iterator[Case]:
    usual = {name: value for name, value in written.items() if name not in ("fires", "quiet")}
    for name in ("fires", "quiet"):
        for example in written[name]:
            said = usual | ({"text": example} if isinstance(example, str) else example)
            body = _body(said)
            yield Case(rule, name == "fires", draft_of(said, body), about_it(said), said.get("text") or body[:160])


def _body(said: Mapping[str, Any]) -> str:
    if "words" in said:
        return "word " * int(said["words"]) + "\n\n" + "> quoted words\n" * (int(said.get("quoted", 0)) // 2)
    if "characters" in said:
        return str(said.get("letter", "x")) * int(said["characters"])
    if "body" in said:
        return str(said["body"])
    return str(said["frame"]).strip().replace("{}", str(said["text"]), 1)


def draft_of(said: Mapping[str, Any], body: str) -> Draft:
    """The draft of an example."""
    return Draft(
        body=body,
        subject=said.get("subject", ""),
        voicemail=said.get("voicemail", False),
        linkedin_note_limit=said.get("limit", 200),
        others=tuple(said.get("others", ())),
    )


def about_it(said: Mapping[str, Any]) -> About:
    """What an example is about."""
    recipient = said.get("recipient", "Dana Reyes")
    promised = said.get("promised", "2026-12-01")
    return About(
        kind=Kind(said.get("kind", "thank_you_email")),
        company=said.get("company", "Acme"),
        role="Data engineer",
        today=date(2026, 12, 3),
        stage=Stage(said.get("stage", "active")),
        sender=said.get("sender", "Kim Okafor") or None,
        recipient=Recipient(name=recipient) if recipient else None,
        colleagues=tuple(said.get("colleagues", ["Sam Lee"])),
        interview_on=date(2026, 11, 20),
        discussion_points=tuple(said.get("topics", ["the move to event streams"])),
        points_to_add=tuple(said.get("points", ())),
        concerns=tuple(said.get("concerns", ())),
        promised_date=date.fromisoformat(promised) if promised else None,
    )
