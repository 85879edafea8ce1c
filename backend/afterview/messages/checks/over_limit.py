"""`over_limit`: more than LinkedIn takes."""

from collections.abc import Iterator

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, error
from afterview.messages.finding import Span
from afterview.messages.reading import Reading
from afterview.messages.terms import Kind


@check(error(Kind.LINKEDIN_REQUEST), section="WAY3", in_any_language=True)
def over_limit(draft: Reading, about: About) -> Iterator[Remark]:
    """An invitation fits into the characters that LinkedIn gives this account, 200 or 300."""
    body, most = draft.draft.body.rstrip(), draft.draft.linkedin_note_limit
    if len(body) > most:
        yield Remark(
            f"LinkedIn takes {most} characters, and these are {len(body)}.",
            Span(most, len(body)),
            f"Take out {len(body) - most} characters.",
        )
