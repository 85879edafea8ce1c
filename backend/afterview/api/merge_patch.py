"""JSON merge patch (RFC 7396): what is left out stays, null clears or restores the default, the rest is merged."""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, GetJsonSchemaHandler, JsonValue, RootModel, ValidationError
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from afterview.api.field_errors import field_errors
from afterview.errors import FieldError, Invalid

WriteT = TypeVar("WriteT", bound=BaseModel)


class MergePatch(RootModel[dict[str, JsonValue]], Generic[WriteT]):
    """The body of a PATCH for a resource whose writable fields are `WriteT`, as in `MergePatch[ApplicationWrite]`."""

    def applied_to(self, current: WriteT) -> WriteT:
        """The writable fields after the change, validated whole; `current` is left as it is."""
        merged = merge(current.model_dump(mode="json"), self.root)
        try:
            return type(current).model_validate(merged)
        except ValidationError as error:
            found = field_errors(error.errors(include_url=False, include_input=False))
            raise Invalid(*(self._explain(one) for one in found)) from None

    def _explain(self, error: FieldError) -> FieldError:
        if error.code == "required" and self.root.get(error.pointer[1:], "") is None:
            return FieldError(error.pointer, "required", "This cannot be cleared; write a value.")
        return error

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema of `WriteT` with nothing required and every field nullable."""
        arguments = cls.__pydantic_generic_metadata__["args"]
        if not arguments or not issubclass(arguments[0], BaseModel):
            return handler(schema)
        whole = handler.resolve_ref_schema(handler(arguments[0].__pydantic_core_schema__))
        properties = {name: _nullable(field) for name, field in whole["properties"].items()}
        return {
            "title": f"{arguments[0].__name__}Patch",
            "description": "A JSON merge patch: what is left out stays, null clears or restores the default.",
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
        }


def merge(target: JsonValue, patch: JsonValue) -> JsonValue:
    """The merge algorithm of RFC 7396, on JSON values; neither argument is changed."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            merged.pop(name, None)
        else:
            merged[name] = merge(merged.get(name), value)
    return merged


def _nullable(field: Mapping[str, Any]) -> dict[str, Any]:
    bare = {key: value for key, value in field.items() if key != "default"}
    choices = bare.get("anyOf", [bare])
    if {"type": "null"} in choices:
        return bare
    return {"anyOf": [*choices, {"type": "null"}]}
