"""Facts that sound like something else, a company called Hire Now among them, get our own letters into no trouble."""

from dataclasses import replace
from itertools import islice

import pytest

from afterview.messages.about import About, Recipient
from afterview.messages.built_in import built_in
from afterview.messages.checking import check
from afterview.messages.draft import Draft
from afterview.messages.render import render
from afterview.messages.terms import Kind, Severity
from afterview.messages.tongue import LANGUAGES, tongue
from afterview.messages.variables import Occasion
from tests.messages.occasions import usual

ANSWER = {"answer": "I can start next month."}
COMPANIES = (
    "Hire Now", "Desperate Measures Ltd", "Ghosting Studios", "URGENT CARE", "Yahoo!", "Feedback Labs", "Decision Inc.",
    "Last Chance Animal Rescue", "[x]cube", "Ünïcode 株式会社",
)  # fmt: skip
ROLES = (
    "Head of Urgent Care", "Rejection Testing Engineer", "Decision Scientist", "Customer Feedback Lead", "DBA",
    "Deadline Planner (m/f/d)", "Begging Letters Clerk",
)  # fmt: skip
TOPICS = (
    "the deadline for the migration", "why nobody answered the pager", "the waste of time in meetings",
    "when a decision is due", "ghost jobs", "how you give feedback", "your worst outage", "C++!!!",
    "LinkedIn and e-mail", "the salary bands", "日本語の検索",
)  # fmt: skip
NAMES = (
    "Grace Hopper",
    "Will Power",
    "May Day",
    "Mark Down",
    "Hope Solo",
    "Rich Please",
    "李小龍",
    "Мария Иванова",
    "Thanks",
)


def altered(about: About) -> list[About]:
    """The same occasion with each of those facts in turn."""
    return [
        *(replace(about, company=company) for company in COMPANIES),
        *(replace(about, role=role) for role in ROLES),
        *(replace(about, discussion_points=(topic,)) for topic in TOPICS),
        *(replace(about, recipient=Recipient(name=name)) for name in NAMES),
        *(replace(about, sender=name, signature=name) for name in NAMES),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(Kind))
def test_a_letter_of_awkward_facts_passes_the_checks(kind: Kind, language: str) -> None:
    found = set()
    for occasion in islice(usual(kind, language), 0, None, 37):
        for about in altered(occasion.about):
            of_it = Occasion(
                about=about, tongue=tongue(language), voicemail=occasion.voicemail, note_limit=occasion.note_limit
            )
            text = render(built_in(kind, language).source, of_it, ANSWER)
            draft = Draft(
                text.body, text.subject, voicemail=occasion.voicemail, linkedin_note_limit=occasion.note_limit
            )
            found |= {
                (it.rule, text.body[it.span.start : it.span.end] if it.span else it.message)
                for it in check(draft, about)
                if it.severity is not Severity.ADVICE
            }
    assert found == set()
