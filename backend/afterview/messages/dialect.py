"""The template language: Liquid, cut down to what a letter needs, and bounded whatever its author had in mind.

Tags and filters are those listed here. Nothing reads a clock, an attribute or a file. A value that is not there is
never printed as nothing: it is named, and leaves a `MARK` by which whoever rendered finds the line it was meant for.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Final, TextIO, cast

from liquid import Environment, Mode, StrictUndefined
from liquid.builtin import content, illegal
from liquid.builtin.expressions import Path
from liquid.builtin.filters import array, misc, string
from liquid.builtin.output import Output, OutputNode
from liquid.builtin.tags import assign_tag, case_tag, comment_tag, for_tag, if_tag, unless_tag
from liquid.context import RenderContext
from liquid.exceptions import FilterArgumentError, LiquidError, ResourceLimitError
from liquid.expression import Expression
from liquid.filter import with_context
from liquid.template import BoundTemplate
from liquid.token import Token
from liquid.undefined import UNDEFINED

from afterview.messages.tongue import Tongue

MARK: Final = "\ufdd0"
"""Stands in the output where a value was missing: a code point that is no character, and so in nobody's text."""

MOST_BYTES: Final = 20_000
"""How much one rendering may print."""

MOST_ITEMS: Final = 200
"""How many items are looped over in all, and how many a list that is printed may have."""

MOST_WORK: Final = 1_000_000
"""How many characters all look-ups and filters of one rendering may touch: a fraction of a second's work."""

_CLOCKS: Final[Mapping[str, object]] = {"now": None, "today": None}
"""Names that Liquid would answer from the computer's clock."""

_TAGS: Final = (
    content.Literal,
    illegal.Illegal,
    assign_tag.AssignTag,
    case_tag.CaseTag,
    comment_tag.CommentTag,
    for_tag.BreakTag,
    for_tag.ContinueTag,
    for_tag.ForTag,
    if_tag.IfTag,
    unless_tag.UnlessTag,
)
TAGS: Final = ("assign", "break", "case", "comment", "continue", "for", "if", "unless")
"""The tags that an author may use."""


class Absent:
    """A value that is not there: false, empty, smaller and greater than nothing; printed, it leaves a mark."""

    def __init__(self, name: str, missing: list[str]) -> None:
        self.name = name
        self._missing = missing

    def __liquid__(self) -> None:
        """What conditions see."""

    def __str__(self) -> str:
        self._missing.append(self.name)
        return MARK


class Rendering(RenderContext):
    """One rendering: what was missing, and how much work it has been so far."""

    def __init__(self, template: BoundTemplate, values: Mapping[str, object], tongue: Tongue) -> None:
        """`values` by their names; lists are written as in the language of `tongue`."""
        super().__init__(template, globals={**values, **_CLOCKS})
        self.tongue = tongue
        self.missing: list[str] = []
        self.work = 0

    def get(self, path: list[object], *, token: Token | None, default: object = UNDEFINED) -> object:
        """What a name stands for; nothing, however it came about, is `Absent`."""
        value = super().get(path, token=token, default=None if default is UNDEFINED else default)
        self.charge(value)
        return Absent(_written(path), self.missing) if value is None else value

    def filter(self, name: str, token: Token | None) -> Callable[..., object]:
        """A filter that counts what it is given and what it makes."""
        apply = super().filter(name, token)

        def counted(value: object, *arguments: object, **named: object) -> object:
            made = apply(value, *arguments, **named)
            self.charge(value)
            self.charge(made)
            return made

        return counted

    def charge(self, value: object) -> None:
        """Count a value that was touched; `ResourceLimitError` when it is enough."""
        self.work += len(value) + 1 if isinstance(value, str) else 1
        if self.work > MOST_WORK:
            raise ResourceLimitError("too much work", token=None)


def _join(value: object, separator: object = " ") -> object:
    """The items of a list with `separator` between them, no more of them than `MOST_ITEMS`."""
    if not isinstance(value, list | tuple):
        return value
    if len(value) > MOST_ITEMS:
        raise FilterArgumentError("too many items", token=None)
    return str(separator).join(str(item) for item in value)


@with_context
def _listed(value: object, *, context: "Rendering") -> object:
    """The items of a list as one says them: `a, b and c`."""
    return context.tongue.listed([str(item) for item in value]) if isinstance(value, list | tuple) else value


FILTERS: Final[Mapping[str, Callable[..., object]]] = {
    "append": string.append,
    "capitalize": string.capitalize,
    "default": misc.default,
    "downcase": string.downcase,
    "first": array.first,
    "join": _join,
    "last": array.last,
    "listed": _listed,
    "lstrip": string.lstrip,
    "prepend": string.prepend,
    "rstrip": string.rstrip,
    "size": misc.size,
    "slice": string.slice_,
    "strip": string.strip,
    "truncate": string.truncate,
    "truncatewords": string.truncatewords,
    "upcase": string.upcase,
}
"""The filters that an author may use."""


class _OutputNode(OutputNode):
    """`{{ ... }}`, which prints text and lists of text, and never nothing."""

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        rendering = cast(Rendering, context)
        text = _text(self.expression.evaluate(context), rendering.tongue)
        if not text.strip() and (names := _names(self.expression)):
            rendering.missing.append(names[0])
            text = MARK
        return buffer.write(text)


class _Output(Output):
    node_class: type[OutputNode] = _OutputNode


class Dialect(Environment):
    """Liquid as templates may use it."""

    block_nesting_limit = 30
    context_depth_limit = 10
    loop_iteration_limit: ClassVar[int | None] = MOST_ITEMS
    local_namespace_limit: ClassVar[int | None] = 20_000
    output_stream_limit: ClassVar[int | None] = MOST_BYTES

    def __init__(self) -> None:
        super().__init__(tolerance=Mode.STRICT, undefined=StrictUndefined)

    def setup_tags_and_filters(self, *, extra: bool = False) -> None:  # noqa: ARG002  (the library's signature)
        """Only what is listed in this module."""
        for tag in (*_TAGS, _Output):
            self.add_tag(tag)
        for name, apply in FILTERS.items():
            self.add_filter(name, apply)

    def error(self, exc: type[LiquidError] | LiquidError, msg: str | None = None, token: Token | None = None) -> None:
        """Raise the library's complaint, placed at the expression where it could not say itself."""
        if isinstance(exc, LiquidError) and token is not None and (exc.token is None or exc.token.start_index < 0):
            exc.token = token
        super().error(exc, msg, token=token)


def _text(value: object, tongue: Tongue) -> str:
    """A value as it is printed; what is no text, number or list of such is nothing."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return tongue.listed([str(item) for item in value[:MOST_ITEMS]])
    return str(value) if isinstance(value, str | int | float | Absent) else ""


def _names(expression: Expression) -> list[str]:
    """The names that an expression looks up."""
    if isinstance(expression, Path):
        return [str(expression)]
    return [name for child in expression.children() for name in _names(child)]


def _written(path: Sequence[object]) -> str:
    """A path as an author writes it."""
    return ".".join(str(part) for part in path)
