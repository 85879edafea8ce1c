"""`no_topic`: what was talked about is what makes them remember."""

from collections.abc import Iterator

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, error
from afterview.messages.likeness import content, mentions
from afterview.messages.reading import Reading
from afterview.messages.terms import Kind


@check(error(Kind.THANK_YOU_EMAIL), section="DO")
def no_topic(draft: Reading, about: About) -> Iterator[Remark]:
    """A thank-you mentions something of what was talked about, where that was noted."""
    topics = [topic for topic in about.discussion_points if content(topic)]
    stems = draft.body.stems | draft.subject.stems
    if topics and not any(mentions(stems, topic) for topic in topics):
        yield Remark(
            "Nothing of what you talked about is mentioned, so it could thank for any interview.",
            None,
            f"I especially enjoyed our conversation about {topics[0]}.",
        )
