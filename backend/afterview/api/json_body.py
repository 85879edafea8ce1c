"""JSON as RFC 8259 has it, and no more: UTF-8, no name twice, no NaN, no NUL, no half characters, no deep nesting."""

import json
import re
from collections.abc import Iterable
from typing import Final, NoReturn

from pydantic import JsonValue

from afterview.api.field_errors import MOST_ERRORS
from afterview.errors import FieldError, Invalid, Malformed, pointer_to

DEEPEST: Final = 32
"""How many lists and objects may stand inside each other."""

_ESCAPED_NUL_OR_SURROGATE = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")
_NUL_OR_SURROGATE = re.compile("[\x00\ud800-\udfff]")


def read_json(body: bytes) -> JsonValue:
    """The value of a JSON text; what is no JSON is `Malformed`, what we cannot keep is `Invalid`."""
    try:
        value: JsonValue = json.loads(
            body.decode("utf-8-sig"), object_pairs_hook=_without_repeats, parse_constant=_refuse_constant
        )
    except UnicodeDecodeError:
        raise Malformed("The body is not UTF-8 text.") from None
    except json.JSONDecodeError as error:
        raise Malformed(f"The body is not JSON: {error.msg} at line {error.lineno}, column {error.colno}.") from None
    except RecursionError:
        raise _too_deep() from None
    except ValueError:
        raise Malformed("The body holds a number with too many digits.") from None
    _check_depth(value)
    if _ESCAPED_NUL_OR_SURROGATE.search(body):
        _check_characters(value)
    return value


def _without_repeats(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    record = dict(pairs)
    if len(record) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Malformed(f"The name {json.dumps(twice[:200])} stands twice in one object.")
    return record


def _refuse_constant(constant: str) -> NoReturn:
    raise Malformed(f"{constant} is no JSON; write null, or a number.")


def _check_depth(value: JsonValue) -> None:
    containers = _containers([value])
    for _ in range(DEEPEST):
        if not containers:
            return
        containers = [
            inner for outer in containers for inner in _containers(outer.values() if isinstance(outer, dict) else outer)
        ]
    if containers:
        raise _too_deep()


def _containers(values: Iterable[JsonValue]) -> list[dict[str, JsonValue] | list[JsonValue]]:
    return [value for value in values if isinstance(value, dict | list)]


def _too_deep() -> Invalid:
    return Invalid(FieldError("", "too_deep", f"Nest lists and objects at most {DEEPEST} deep."))


def _check_characters(value: JsonValue) -> None:
    found: list[FieldError] = []
    stack: list[tuple[tuple[str | int, ...], JsonValue]] = [((), value)]
    while stack and len(found) < MOST_ERRORS:
        path, node = stack.pop()
        if isinstance(node, str):
            if _NUL_OR_SURROGATE.search(node):
                found.append(_bad_character(path))
        elif isinstance(node, list):
            stack.extend(((*path, index), child) for index, child in enumerate(node))
        elif isinstance(node, dict):
            if any(_NUL_OR_SURROGATE.search(name) for name in node):
                found.append(_bad_character(path))
            stack.extend(((*path, name), child) for name, child in node.items())
    if found:
        raise Invalid(*found)


def _bad_character(path: tuple[str | int, ...]) -> FieldError:
    pointer = pointer_to(path).encode("ascii", "backslashreplace").decode()
    return FieldError(pointer, "forbidden_character", "Leave out NUL and halves of surrogate pairs.")
