"""Pydantic's complaints, in our codes and sentences, each with a JSON pointer to the place."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from afterview.errors import FieldError, pointer_to

MOST_ERRORS: Final = 50
"""How many errors one answer lists."""

Complaint = Mapping[str, Any]
"""One of pydantic's error dictionaries: `type`, `loc`, `msg`, `ctx`."""

_Sentence = Callable[[Mapping[str, Any]], str]


def _always(sentence: str) -> _Sentence:
    return lambda _: sentence


def _with(template: str) -> _Sentence:
    return lambda context: template.format(**context)


def _too_short(context: Mapping[str, Any]) -> str:
    least = context["min_length"]
    return "Write something here." if least == 1 else f"Write at least {least} characters."


def _too_few(context: Mapping[str, Any]) -> str:
    least = context["min_length"]
    return "Give at least one." if least == 1 else f"Give at least {least}."


_OBJECT = ("object_expected", _always('Write an object, such as {"name": "value"}.'))
_TEXT = ("text_expected", _always("Write text, in quotes."))
_WHOLE = ("whole_number_expected", _always("Write a whole number, without quotes."))
_NUMBER = ("number_expected", _always("Write a number, without quotes."))
_TRUTH = ("true_or_false_expected", _always("Write true or false, without quotes."))
_CHOICE = ("not_a_choice", _with("Write one of {expected}."))
_ID = ("id_format", _always("Write an id as the API gave it, a UUID."))

SENTENCES: Final[Mapping[str, tuple[str, _Sentence]]] = {
    "extra_forbidden": ("unknown_field", _always("There is no such field here; look for a slip of spelling.")),
    "none_required": ("null_expected", _always("Write null, or leave this out.")),
    "string_type": _TEXT,
    "string_sub_type": _TEXT,
    "string_unicode": _TEXT,
    "string_too_short": ("too_short", _too_short),
    "string_too_long": ("too_long", _with("Write at most {max_length} characters.")),
    "string_pattern_mismatch": ("wrong_form", _with("Write this in the form {pattern}.")),
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "bool_type": _TRUTH,
    "bool_parsing": _TRUTH,
    "literal_error": _CHOICE,
    "enum": _CHOICE,
    "uuid_type": _ID,
    "uuid_parsing": _ID,
    "list_type": ("list_expected", _always("Write a list, in square brackets.")),
    "dict_type": _OBJECT,
    "model_type": _OBJECT,
    "model_attributes_type": _OBJECT,
    "too_long": ("too_many", _with("Give at most {max_length}.")),
    "too_short": ("too_few", _too_few),
    "greater_than_equal": ("too_small", _with("Write {ge} or more.")),
    "less_than_equal": ("too_large", _with("Write {le} or less.")),
    "greater_than": ("too_small", _with("Write more than {gt}.")),
    "less_than": ("too_large", _with("Write less than {lt}.")),
}


def field_errors(complaints: Sequence[Complaint], *, skip: int = 0) -> tuple[FieldError, ...]:
    """Our errors for pydantic's; `skip` leaves out leading parts of each place, such as FastAPI's "body"."""
    return tuple(_field_error(complaint, skip) for complaint in complaints[:MOST_ERRORS])


def _field_error(complaint: Complaint, skip: int) -> FieldError:
    kind, path = complaint["type"], tuple(complaint["loc"])[skip:]
    pointer = pointer_to(path)
    if kind == "missing":
        what = f"Say {path[-1]}; it is required." if path else "Send a body."
        return FieldError(pointer, "required", what)
    code, sentence = SENTENCES.get(kind, (kind, None))
    return FieldError(pointer, code, sentence(complaint.get("ctx", {})) if sentence else _own_sentence(complaint))


def _own_sentence(complaint: Complaint) -> str:
    message = str(complaint["msg"]).removeprefix("Value error, ")
    return message if message.endswith((".", "!")) else f"{message}."
