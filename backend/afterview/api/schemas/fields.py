"""What every request and response model is built from: the two base models and the texts with limits.

Times, dates and zones are in `times.py`. Two shapes need care: an id in a body is `Id` (a plain `UUID` refuses text,
because request models are strict), and a list is `ListOf[...]`, which holds at most 100 items.
"""

import re
from typing import Annotated, TypeVar
from uuid import UUID

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

ItemT = TypeVar("ItemT")

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_PHONE_SEPARATORS = re.compile(r"[\s().\u00a0-]")
_E164 = re.compile(r"\+[1-9][0-9]{6,14}", re.ASCII)
_WEB = re.compile(r"https?://[^\s/?#@\\]+(?:[/?#]\S*)?", re.IGNORECASE)


class RequestModel(BaseModel):
    """What a caller sends: unknown fields and quiet conversions ("5" for 5) are refused."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


class ResponseModel(BaseModel):
    """What a caller gets; built from a row's attributes with `model_validate(row)`."""

    model_config = ConfigDict(from_attributes=True)


def one_line(value: str) -> str:
    """The text, which must hold no control characters, line breaks among them."""
    if _CONTROL.search(value):
        raise PydanticCustomError("control_character", "Write this on one line, without control characters.")
    return value


def without_nul(value: str) -> str:
    """The text, which must hold no NUL; bodies in JSON have been checked for it already."""
    if "\x00" in value:
        raise PydanticCustomError("nul_character", "Leave out the NUL character.")
    return value


def check_email(value: str) -> str:
    """The address in its normal form (domain in lower case); nothing is looked up."""
    try:
        return validate_email(value, check_deliverability=False).normalized
    except EmailNotValidError:
        raise PydanticCustomError("email_format", "Write an e-mail address such as dana@example.com.") from None


def check_phone(value: str) -> str:
    """The number in E.164 form; spaces, dots, dashes and brackets are taken out."""
    number = _PHONE_SEPARATORS.sub("", value)
    if not _E164.fullmatch(number):
        raise PydanticCustomError("phone_format", "Write the number with + and its country code, such as +12125550123.")
    return number


def check_web_address(value: str) -> str:
    """The address, if it begins with http:// or https:// and names a host."""
    if not _WEB.fullmatch(value):
        raise PydanticCustomError("web_address_format", "Write a whole web address, such as https://example.com/page.")
    return value


def _read_id(value: object) -> UUID:
    if isinstance(value, UUID):
        return value
    try:
        return UUID(value if isinstance(value, str) else "")
    except ValueError:
        raise PydanticCustomError("id_format", "Write an id as the API gave it, a UUID.") from None


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(one_line)]
"""One line of 1 to 200 characters; blanks around it are taken off."""

Text = Annotated[str, StringConstraints(max_length=20_000)]
"""Free text of up to 20,000 characters."""

SearchText = Annotated[str, StringConstraints(max_length=200), AfterValidator(without_nul)]
"""What is looked for, in a query parameter."""

Email = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=254),
    AfterValidator(check_email),
    WithJsonSchema({"type": "string", "format": "email", "maxLength": 254, "examples": ["dana@example.com"]}),
]
"""An e-mail address in its normal form."""

Phone = Annotated[
    str,
    StringConstraints(max_length=40),
    AfterValidator(check_phone),
    WithJsonSchema({"type": "string", "maxLength": 40, "examples": ["+12125550123"]}),
]
"""A phone number in E.164 form."""

WebAddress = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=2_000),
    AfterValidator(one_line),
    AfterValidator(check_web_address),
    WithJsonSchema({"type": "string", "format": "uri", "maxLength": 2000, "examples": ["https://example.com/page"]}),
]
"""An http or https address."""

Id = Annotated[UUID, BeforeValidator(_read_id), WithJsonSchema({"type": "string", "format": "uuid"})]
"""An identifier in a body."""

ListOf = Annotated[list[ItemT], Field(max_length=100)]
"""A list of at most 100 items."""
