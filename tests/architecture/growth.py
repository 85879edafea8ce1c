"""Compares two OpenAPI documents: v1 only grows, so what would break a client that was content is named.

`breaks(old, new)` reads what a client may send (inputs) and what it reads (outputs). An input may take more, an output
may tell more; a path, method, answer, field, value or type that goes away breaks, and so does a new thing to send.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Document = Mapping[str, Any]
Way = Literal["input", "output"]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
CEILINGS = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
FLOORS = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")


def breaks(old: Document, new: Document) -> list[str]:
    """Every break between two versions, as sentences that begin with where it is."""
    return list(dict.fromkeys(Comparison(old, new).operations()))


@dataclass(frozen=True)
class Comparison:
    """Walks both documents side by side; `old` decides what is looked at."""

    old: Document
    new: Document

    def operations(self) -> Iterator[str]:
        """Each path and method of old must still be there, and take and give what it did."""
        for path, before in self.old.get("paths", {}).items():
            after = self.new.get("paths", {}).get(path)
            for method in [method for method in METHODS if method in before]:
                where = f"{method.upper()} {path}"
                if after is None or method not in after:
                    yield f"{where}: is gone"
                    continue
                yield from self.parameters(where, before[method], after[method])
                yield from self.body(where, before[method].get("requestBody"), after[method].get("requestBody"))
                yield from self.answers(where, before[method]["responses"], after[method]["responses"])

    def parameters(self, where: str, before: Document, after: Document) -> Iterator[str]:
        """Parameters stay, stay optional when they were, and none that must be sent comes up."""
        old = {(one["in"], one["name"]): one for one in before.get("parameters", [])}
        new = {(one["in"], one["name"]): one for one in after.get("parameters", [])}
        for key, parameter in new.items():
            was_required = key in old and old[key].get("required", False)
            if parameter.get("required", False) and not was_required:
                yield f"{where}: the {key[0]} parameter {key[1]} must now be sent"
        for key, parameter in old.items():
            place = f"{where}: the {key[0]} parameter {key[1]}"
            if key not in new:
                yield f"{place} is gone"
            else:
                yield from self.schemas(place, parameter.get("schema", {}), new[key].get("schema", {}), "input", ())

    def body(self, where: str, before: Document | None, after: Document | None) -> Iterator[str]:
        """A body is still taken, in every form it was, and needs nothing new."""
        if after is not None and after.get("required", False) and not (before or {}).get("required", False):
            yield f"{where}: a body must now be sent"
        if before is not None:
            yield from self.contents(f"{where}: the body", before, after or {}, "input")

    def answers(self, where: str, before: Document, after: Document) -> Iterator[str]:
        """Every answer is still given, and says what it said."""
        for status, answer in before.items():
            if status not in after:
                yield f"{where}: the answer {status} is gone"
            else:
                yield from self.contents(f"{where}: the answer {status}", answer, after[status], "output")

    def contents(self, where: str, before: Document, after: Document, way: Way) -> Iterator[str]:
        """The same media types, and under each a schema that grew at most."""
        for media, content in before.get("content", {}).items():
            if media not in after.get("content", {}):
                yield f"{where} as {media} is gone"
            else:
                yield from self.schemas(
                    where, content.get("schema", {}), after["content"][media].get("schema", {}), way, ()
                )

    def schemas(self, where: str, before: Document, after: Document, way: Way, seen: tuple[str, ...]) -> Iterator[str]:
        """Each alternative of a schema against its successor; `seen` ends schemas that hold themselves."""
        name = before.get("$ref", "")
        if name in seen:
            return
        seen = (*seen, name) if name else seen
        old, new = alternatives(before, self.old), alternatives(after, self.new)
        if "any" in new and way == "input":
            return
        for key, schema in old.items():
            if key not in new:
                yield f"{where} is no longer {key}"
            else:
                yield from self.fields(where, schema, new[key], way, seen)
                yield from values(where, schema, new[key], way)
        if way == "output" and (added := sorted(new.keys() - old.keys())):
            yield f"{where} may now be {' or '.join(added)}"

    def fields(self, where: str, before: Document, after: Document, way: Way, seen: tuple[str, ...]) -> Iterator[str]:
        """The fields of an object, the items of a list, the values of a map."""
        old, new = before.get("properties", {}), after.get("properties", {})
        required = set(before.get("required", [])), set(after.get("required", []))
        if way == "input":
            yield from (f"{where}: {name} must now be sent" for name in sorted(required[1] - required[0]))
        else:
            yield from (f"{where}: {name} may now be left out" for name in sorted(required[0] - required[1] & set(new)))
        for name, schema in old.items():
            if name not in new:
                yield f"{where}: {name} is gone"
            else:
                yield from self.schemas(f"{where}: {name}", schema, new[name], way, seen)
        for inside, word in (("items", "each item"), ("additionalProperties", "each value")):
            if isinstance(before.get(inside), dict) and isinstance(after.get(inside), dict):
                yield from self.schemas(f"{where}: {word}", before[inside], after[inside], way, seen)


def alternatives(schema: Document, document: Document) -> dict[str, Document]:
    """What a schema allows, by JSON type; objects by the name of their schema where there are several."""
    found = list(_parts(schema, document, ""))
    objects = sum(kind == "object" for kind, _, _ in found)
    return {f"object {name}" if kind == "object" and objects > 1 else kind: part for kind, name, part in found}


def _parts(schema: Document, document: Document, name: str) -> Iterator[tuple[str, str, Document]]:
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        yield from _parts(document["components"]["schemas"][name], document, name)
        return
    united = [one for union in ("anyOf", "oneOf", "allOf") for one in schema.get(union, [])]
    for one in united:
        yield from _parts(one, document, one.get("title", name))
    if not united:
        types = schema.get("type", _implied(schema))
        yield from ((kind, name, schema) for kind in (types if isinstance(types, list) else [types]))


def _implied(schema: Document) -> str:
    return "object" if "properties" in schema else "string" if "enum" in schema or "const" in schema else "any"


def values(where: str, before: Document, after: Document, way: Way) -> Iterator[str]:
    """The values of an enumeration stay; an input's bounds do not close in."""
    old, new = _enumerated(before), _enumerated(after)
    if new is not None and old is not None:
        yield from (f"{where} no longer knows {value!r}" for value in sorted(old - new))
    elif new is not None and way == "input":
        yield f"{where} now takes certain values only"
    if way == "input":
        yield from (f"{where} has a lower {name}" for name in CEILINGS if _closer(before, after, name, sign=-1))
        yield from (f"{where} has a higher {name}" for name in FLOORS if _closer(before, after, name, sign=1))


def _enumerated(schema: Document) -> set[str] | None:
    listed = schema.get("enum", [schema["const"]] if "const" in schema else None)
    return None if listed is None else set(map(str, listed))


def _closer(before: Document, after: Document, bound: str, *, sign: int) -> bool:
    limit = after.get(bound)
    return limit is not None and (bound not in before or sign * limit > sign * before[bound])
