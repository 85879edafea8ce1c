"""`off_topic`: true, and beside the point."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, error
from afterview.messages.finding import Span
from afterview.messages.information import informing, quotes_a_point, statements
from afterview.messages.lexicon import phrases
from afterview.messages.likeness import content, mentions, shared
from afterview.messages.reading import Reading
from afterview.messages.terms import Kind
from afterview.messages.words import stem

_PERSONAL: Final = phrases("information", "personal")
_KINDRED: Final = tuple(
    frozenset(stem(word) for word in words.split())
    for words in (
        "zone zones distributed remote remotely abroad overseas hours overlap spread continents countries away",
        "people lead leading leadership manage managing mentor mentored coach hired team report reports",
        "customer customers client clients users stakeholders support complaints",
        "test tests testing quality coverage bugs defects regression",
        "reliability outage outages incident incidents pager on-call oncall downtime postmortem alerts",
        "budget cost costs savings spend spending price cheaper",
        "present presenting presentation speak speaking talk talks audience stage conference",
    )
)
"""What is about one thing though it shares no word."""


@check(error(Kind.ADDITIONAL_INFORMATION_EMAIL), section="WAY5")
def off_topic(draft: Reading, about: About) -> Iterator[Remark]:
    """What is added belongs to what was discussed, missed or worried about."""
    topics = [it for it in (*about.points_to_add, *about.concerns, *about.discussion_points) if content(it)]
    personal = [match.sentence for match in draft.body.find(_PERSONAL)]
    added = [*informing(draft, about), *statements(draft), *personal]
    if not topics or not added:
        return
    stems = frozenset(word.stem for word in chain.from_iterable(sentence.words for sentence in added))
    if any(quotes_a_point(sentence, about) for sentence in added) or any(mentions(stems, topic) for topic in topics):
        return
    near = any(shared(stems, topic) > 0 or _is_kindred(stems, topic) for topic in (*topics, about.role))
    if personal or not near:
        yield Remark(
            "This has little to do with what you talked about, missed or were asked.",
            Span(min(it.start for it in added), max(it.end for it in added)),
            f"Add something about {topics[0]}.",
        )


def _is_kindred(stems: frozenset[str], topic: str) -> bool:
    """Whether both speak of one thing in different words."""
    wanted = frozenset(content(topic))
    return any(wanted & group and stems & group for group in _KINDRED)
