"""Reads the source of a template, and says where and how it is wrong."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from liquid.ast import Node
from liquid.builtin.content import ContentNode
from liquid.builtin.expressions import FilteredExpression
from liquid.builtin.expressions.primitive import RangeLiteral
from liquid.context import RenderContext
from liquid.exceptions import (
    BlockNestingError,
    FilterArgumentError,
    FilterError,
    FilterValueError,
    LiquidError,
    LiquidTypeError,
    ResourceLimitError,
)
from liquid.expression import Expression
from liquid.template import BoundTemplate

from afterview.messages.dialect import FILTERS, TAGS, Dialect

MOST_BYTES: Final = 8_000
"""How long a source may be, in UTF-8."""

_DIALECT: Final = Dialect()
_STRAY: Final = re.compile(r"\{\{|\}\}|\{%|%\}")
_BLOCK: Final = re.compile(r"\{%-?\s*(end)?(case|comment|for|if|unless)\b")
_UNEXPECTED_TAG: Final = re.compile(r"unexpected (?:tag )?'(?:end)?(\w+)'")


class BadTemplate(Exception):
    """A source that is no template: a code, a sentence on what to write instead, and where, both counted from 1."""

    def __init__(self, code: str, detail: str, line: int = 1, column: int = 1) -> None:
        super().__init__(code, detail, line, column)
        self.code, self.detail, self.line, self.column = code, detail, line, column


@lru_cache(maxsize=128)
def read_template(source: str) -> BoundTemplate:
    """The template that a source is; `BadTemplate` when it is none.

    No setting bounds the time that this takes: a source that nobody has read before is read in a process that can be
    ended, first (connectors/template_trial).
    """
    if len(source.encode("utf-8", "replace")) > MOST_BYTES:
        raise BadTemplate("template_too_long", f"Keep a template within {MOST_BYTES:,} bytes.")
    try:
        template = _DIALECT.from_string(source)
        for node in _nodes(template):
            _check(node, source)
    except LiquidError as error:
        raise complaint(error, source) from None
    except RecursionError:
        raise _too_deep() from None
    return template


def complaint(error: LiquidError, source: str) -> BadTemplate:
    """What the library found wrong, in a sentence of ours, at its place."""
    if isinstance(error, BlockNestingError) or isinstance(error.__cause__, RecursionError):
        return _too_deep()
    if isinstance(error, ResourceLimitError):
        return BadTemplate("template_grows", "This grows too large: loop over fewer things, and repeat less.")
    index = error.token.start_index if error.token else -1
    message = str(error.message)
    if message.startswith("expected tag end"):
        return _unclosed(source)
    if isinstance(error, LiquidTypeError | FilterError | FilterArgumentError | FilterValueError):
        return _at(source, index, "wrong_value", "This does not fit what it is given: try another value here.")
    code, detail = _explained(message)
    return _at(source, index, code, detail)


def _explained(message: str) -> tuple[str, str]:
    if found := _UNEXPECTED_TAG.match(message):
        name = found[1]
        if name in TAGS or name in {"else", "elsif", "when"}:
            return "tag_out_of_place", f"This {name} belongs to nothing: open it first, or take it out."
        return "unknown_tag", f"There is no tag {name} here; use {_listed(TAGS)}."
    if message.startswith(("expected '}}'", "missing tag name")):
        return "unclosed", "Close this with }} for a value, or with %} for a tag."
    if message.startswith("comment tag"):
        return "unclosed", "Close this comment with {% endcomment %}."
    return "syntax", "This cannot be read: write a name such as {{ company }}, or a condition such as {% if late %}."


def _listed(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _check(node: Node, source: str) -> None:
    """Refuse what the library lets pass and a letter has no use for."""
    if isinstance(node, ContentNode) and (stray := _STRAY.search(node.text)):
        index = node.token.start_index + source[node.token.start_index :].find(stray[0])
        raise _at(source, index, "stray_brace", f"This {stray[0]} opens or closes nothing: take it out.")
    for expression in _expressions(node.expressions()):
        index = expression.token.start_index
        if isinstance(expression, RangeLiteral):
            raise _at(source, index, "no_ranges", "Loop over a list such as discussion_points, not over numbers.")
        if isinstance(expression, FilteredExpression):
            for one in expression.filters or []:
                if one.name not in FILTERS:
                    known = _listed(tuple(FILTERS))
                    detail = f"There is no filter {one.name} here; use {known}."
                    raise _at(source, one.token.start_index, "unknown_filter", detail)


def _nodes(template: BoundTemplate) -> Iterator[Node]:
    """Every node of a template, whatever it is nested in."""
    context = RenderContext(template)
    waiting = list(template.nodes)
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node.children(context))


def _expressions(found: Iterable[Expression]) -> Iterator[Expression]:
    """These expressions and all that are within them."""
    waiting = list(found)
    while waiting:
        expression = waiting.pop()
        yield expression
        waiting.extend(expression.children())


def _unclosed(source: str) -> BadTemplate:
    """The innermost block that nothing closes."""
    open_blocks: list[re.Match[str]] = []
    for block in _BLOCK.finditer(source):
        if not block[1]:
            open_blocks.append(block)
        elif open_blocks:
            open_blocks.pop()
    index = open_blocks[-1].start() if open_blocks else len(source)
    name = open_blocks[-1][2] if open_blocks else "if"
    return _at(source, index, "unclosed", f"Close this {name} with {{% end{name} %}}.")


def _at(source: str, index: int, code: str, detail: str) -> BadTemplate:
    before = source[: max(index, 0)]
    return BadTemplate(code, detail, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def _too_deep() -> BadTemplate:
    return BadTemplate("template_too_deep", "This is nested too deeply: write it flatter.")
