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

_PERSONAL: Final = phrases("information", "personal")


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
    near = any(shared(stems, topic) > 0 for topic in (*topics, about.role))
    if personal or not near:
        yield Remark(
            "This has little to do with what you talked about, missed or were asked.",
            Span(min(it.start for it in added), max(it.end for it in added)),
            f"Add something about {topics[0]}.",
        )
