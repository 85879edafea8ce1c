"""What a draft says of a value that it lacks: in the words of whoever reads the letter, not in a template's names."""

from collections.abc import Mapping
from typing import Final

from afterview.messages.finding import Finding
from afterview.messages.terms import Severity

_ON_FILE: Final[Mapping[str, str]] = {
    "candidate.name": "your name",
    "signature": "your name",
    "recipient.name": "who gets this",
    "recipient.greeting": "who gets this",
    "recipient.title": "their position",
    "interview.day": "the day of the interview",
    "interview.round": "which round the interview was",
    "interview.format": "how you met",
    "discussion_points": "what you talked about",
    "topic": "what you talked about",
    "points_to_add": "what you wish you had said",
    "concerns": "which doubts they had",
    "promised_date": "by when they promised to answer",
    "days_since_interview": "when the interview was",
}
"""By a variable's name: what we do not know yet."""


def lack(name: str) -> Finding:
    """What to look at again where the variable of that name has no value; its line was left out."""
    if name == "answer":
        message = "We cannot answer their question for you, so that line was left out."
        suggestion = "Write your answer after the thanks, in a sentence or two."
    elif name in _ON_FILE:
        message = f"We do not know {_ON_FILE[name]}, so the line that says it was left out."
        suggestion = "Add it to the application, or write the line yourself."
    else:
        message = f"The template asks for “{name}”, which has no value here, so that line was left out."
        suggestion = "Write the line yourself."
    return Finding(rule="missing_value", severity=Severity.WARNING, message=message, suggestion=suggestion)
