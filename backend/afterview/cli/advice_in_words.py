"""A Recommendation as a page of plain text, for a terminal."""

from collections.abc import Iterator
from textwrap import fill

from afterview.policy import document
from afterview.policy.judgement import Judgement, Reason
from afterview.policy.recommendation import Recommendation
from afterview.policy.terms import Verdict
from afterview.policy.wording import day_and_time, sentence

_WIDTH = 88
_INDENT = "  "
_VERDICTS = {
    Verdict.ALLOWED: "also possible now",
    Verdict.NOT_YET: "not yet",
    Verdict.NO_LONGER: "no longer",
    Verdict.NEVER: "not at all",
}
"""What each verdict is called on a page."""


def in_words(advice: Recommendation) -> str:
    """What to do, by when and why, what is missing, and what is true of every other step."""
    return "\n".join(_lines(advice))


def _lines(advice: Recommendation) -> Iterator[str]:
    yield f"{advice.action.headline}."
    yield from _when(advice)
    yield ""
    yield "Why"
    for reason in advice.reasons:
        yield from _reason(reason)
    missing = document.missing(advice)
    if missing:
        yield ""
        yield "Worth adding"
        for field in missing:
            yield _paragraph(f"{field['field']}: {field['why']}")
    for verdict, title in _VERDICTS.items():
        others = [j for j in advice.alternatives if j.verdict is verdict]
        if others:
            yield ""
            yield title.capitalize()
            for judgement in others:
                yield _paragraph(_other(judgement))


def _when(advice: Recommendation) -> Iterator[str]:
    action = advice.action
    window = action.window
    if window is None:
        return
    if window.best_at > advice.situation.now:
        yield f"{_INDENT}best       {day_and_time(window.best_at, action.zone)}"
    else:
        yield f"{_INDENT}best       now"
    if window.closes_at is not None:
        yield f"{_INDENT}at latest  {day_and_time(window.closes_at, action.zone)}"
    yield f"{_INDENT}clock of   {action.zone}"


def _reason(reason: Reason) -> Iterator[str]:
    rule, effect, step = reason
    yield _paragraph(sentence(effect, step))
    source = ", ".join([rule.basis.value, *rule.sections])
    yield f"{_INDENT}{_INDENT}[{rule.id}: {source}]"


def _other(judgement: Judgement) -> str:
    name = judgement.step.kind.value.replace("_", " ")
    rule, effect, step = judgement.binding or judgement.reasons[0]
    return f"{name} ({judgement.step.name}): {sentence(effect, step)} [{rule.id}]"


def _paragraph(text: str) -> str:
    return fill(text, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT * 2, break_on_hyphens=False)
