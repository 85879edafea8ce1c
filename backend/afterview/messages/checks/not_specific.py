"""`not_specific`: the text could go to any company."""

from collections.abc import Iterator
from itertools import chain

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, error
from afterview.messages.likeness import content, mentions, name_parts, plain, same_company
from afterview.messages.reading import Reading
from afterview.messages.words import stem, word_set

_TITLES = frozenset(
    stem(word)
    for word in word_set(
        "manager senior junior lead head chief assistant associate officer specialist director principal staff intern"
        " trainee expert representative vice president executive consultant coordinator"
    )
)


@check(error(), section="FAQ2")
def not_specific(draft: Reading, about: About) -> Iterator[Remark]:
    """A message speaks of this interview: of whom it goes to, the company, the role, or what was talked about."""
    stems = draft.body.stems | draft.subject.stems
    words = {plain(word.text) for word in chain(draft.body.words, draft.subject.words)}
    if _names_somebody(words, about) or _names_company(words, about) or _names_role(stems, about):
        return
    topics = (*about.discussion_points, *about.points_to_add, *about.concerns)
    if any(mentions(stems, topic) for topic in topics if content(topic)):
        return
    yield Remark(
        "Nothing here says which interview this is about; it could go to anybody.",
        None,
        _instead(about),
    )


def _names_somebody(words: set[str], about: About) -> bool:
    people = (*((about.recipient.name,) if about.recipient else ()), *about.colleagues)
    return any(part in words for person in people for part in name_parts(person) if len(part) > 1)


def _names_company(words: set[str], about: About) -> bool:
    return any(
        len(word) > 2 and same_company(word, about.company) for word in words if word[0] == plain(about.company)[:1]
    )


def _names_role(stems: frozenset[str], about: About) -> bool:
    wanted = content(about.role)
    telling = [word for word in wanted if word not in _TITLES]
    return any(word in stems for word in telling) or (not telling and all(word in stems for word in wanted))


def _instead(about: About) -> str:
    whom = f" {about.recipient.name}" if about.recipient else ""
    topic = f", and for what you told me about {about.discussion_points[0]}" if about.discussion_points else ""
    return f"Dear{whom}, thank you for our conversation about the {about.role} position at {about.company}{topic}."
