"""What can go wrong, without a word about HTTP (api/problems.py maps these to status codes).

AfterviewError
    NotFound              no such record for this user; somebody else's counts as not found
    Malformed             the request cannot be read at all
    WrongMediaType        the request is in a format that we do not read here
    Invalid               the request says something that cannot be stored or decided
    Conflict              the request is fine, the present state is not
    Unauthenticated       nobody, or nobody we know, is asking
    Forbidden             we know who asks, and they may not
    PreconditionFailed    the caller's copy is out of date
    TooLarge              more bytes than we read
    TooMany               more requests than we take
    Unavailable           we cannot answer just now
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class FieldError:
    """One thing wrong with a request: where (a JSON pointer), a code for programs, a sentence for people.

    In a text of several lines, `line` and `column` say where in it, both counted from 1.
    """

    pointer: str
    code: str
    detail: str
    line: int | None = None
    column: int | None = None


def pointer_to(path: Sequence[object]) -> str:
    """The RFC 6901 pointer of a path of keys and indices: `("a", 0)` is `/a/0`, the whole document is ``""``."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


class AfterviewError(Exception):
    """The root: `detail` is a sentence that tells the caller what to do."""

    title: ClassVar[str] = "Something went wrong"

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class NotFound(AfterviewError):
    """No such record for this user; somebody else's counts as not found."""

    title = "Not found"


class Malformed(AfterviewError):
    """The request cannot be read at all, such as JSON that breaks off."""

    title = "The request cannot be read"


class WrongMediaType(AfterviewError):
    """The request is in a format that we do not read here; `detail` names the ones that we do."""

    title = "Wrong content type"


class Invalid(AfterviewError):
    """The request says something that cannot be stored or decided; `errors` says where.

    Without a `detail`, the first three sentences of `errors` stand for all.
    """

    title = "The request is not valid"

    def __init__(self, *errors: FieldError, detail: str | None = None) -> None:
        sentences = dict.fromkeys(error.detail for error in errors)
        super().__init__(detail or " ".join(list(sentences)[:3]))
        self.errors = errors


class Conflict(AfterviewError):
    """The request is fine, the present state is not."""

    title = "Conflict"


class Unauthenticated(AfterviewError):
    """Nobody, or nobody we know, is asking."""

    title = "Sign in first"


class Forbidden(AfterviewError):
    """We know who asks, and they may not."""

    title = "Not allowed"


class PreconditionFailed(AfterviewError):
    """The caller's copy is out of date."""

    title = "Changed in the meantime"


class TooLarge(AfterviewError):
    """More bytes than we read."""

    title = "Too large"


class TooMany(AfterviewError):
    """More requests than we take; try again after `retry_after` seconds."""

    title = "Too many requests"

    def __init__(self, detail: str, *, retry_after: int) -> None:
        super().__init__(detail)
        self.retry_after = retry_after


class Unavailable(AfterviewError):
    """We cannot answer just now; the caller may try again in a moment."""

    title = "Not ready"
