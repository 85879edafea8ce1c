"""`no_gratitude`: no thanks, or thanks that are not meant."""

from collections.abc import Iterator
from typing import Final

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, error
from afterview.messages.lexicon import phrases
from afterview.messages.reading import Reading
from afterview.messages.terms import Kind
from afterview.messages.text import Match
from afterview.messages.words import word_set

_THANKS: Final = phrases("no_gratitude", "thanks")
_NOT_MEANT: Final = phrases("no_gratitude", "not_meant")
_IRONIC_BEFORE: Final = word_set("gee yeah wow sarcastically")
_WISH: Final = phrases("no_gratitude", "wish")
_WANTS_TO_SAY: Final = word_set("like love want wanted always ever forever express say show convey extend add share")
_IN_ADVANCE: Final = phrases("no_gratitude", "in_advance")
_CLOSING: Final = word_set(
    "many thank thanks you so much again with kind kindest regards best warm warmest wishes very sincerely yours a lot"
    " million bunch in advance cheers gratefully appreciatively ta and dear truly respectfully for your attention"
)
_LAST_LINES: Final = 3
_SUGGESTIONS: Final = {
    Kind.LINKEDIN_REQUEST: "Thank you for our conversation{topic}.",
    Kind.REJECTION_THANKS_EMAIL: "Thank you for letting me know, and for the time that you took.",
    Kind.ANSWER: "Thank you for your message about the {role} position.",
}


@check(error(), section="INTRO")
def no_gratitude(draft: Reading, about: About) -> Iterator[Remark]:
    """Every message says thank you: for the time, the interview, the opportunity or the message."""
    thanks = [match for match in draft.body.find(_THANKS) if _says_thanks(match) and not _is_closing(match)]
    if any(_is_meant(match) for match in thanks):
        return
    topic = f" about {about.discussion_points[0]}" if about.discussion_points else ""
    usual = "Thank you for your time, and for our conversation{topic}."
    suggestion = _SUGGESTIONS.get(about.kind, usual).format(topic=topic, role=about.role)
    if thanks:
        yield Remark("These thanks read as if the opposite were meant.", thanks[0].sentence.span, suggestion)
    else:
        yield Remark("There are no thanks in this message yet, and they cost one sentence.", None, suggestion)


def _says_thanks(match: Match) -> bool:
    """Whether this thanks for something that they have done, rather than ask for something."""
    if match.denied(3) or match.goes_on(_IN_ADVANCE):
        return False
    return match.preceded(_WANTS_TO_SAY, 5) or not any(
        wish.first - 3 <= match.first <= wish.last and wish.sentence is match.sentence
        for wish in match.text.find(_WISH)
    )


def _is_closing(match: Match) -> bool:
    """Whether it is but the formula above the name."""
    last = match.text.sentences[-_LAST_LINES:]
    return match.sentence in last and all(word.text in _CLOSING for word in match.sentence.words)


def _is_meant(match: Match) -> bool:
    if match.preceded(_IRONIC_BEFORE, 2) or match.goes_on(_NOT_MEANT):
        return False
    thanked_for = match.text.own[match.words[-1].end : match.sentence.end]
    opened = thanked_for.find('"')
    return not 0 <= opened < 40 or thanked_for.find('"', opened + 1) - opened > 30
