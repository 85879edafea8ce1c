"""Passwords: which ones are taken, and how they are kept (argon2id, through pwdlib)."""

import secrets
from functools import cached_property
from typing import Final, NamedTuple

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from afterview.errors import FieldError, Invalid
from afterview.services.common_passwords import is_common

SHORTEST: Final = 8
LONGEST: Final = 128


class Cost(NamedTuple):
    """What one hash costs: passes, KiB of memory, lanes."""

    passes: int
    memory: int
    lanes: int


STRONG: Final = Cost(passes=3, memory=65_536, lanes=4)
"""What an installation uses: about an eighth of a second and 64 MiB."""


class Passwords:
    """Hashes and checks passwords at one cost."""

    def __init__(self, cost: Cost = STRONG) -> None:
        self._hasher = PasswordHash([Argon2Hasher(cost.passes, cost.memory, cost.lanes)])

    def hash(self, password: str) -> str:
        """The hash to keep; it holds its own salt and cost."""
        return self._hasher.hash(password)

    def verify(self, password: str, kept: str | None) -> tuple[bool, str | None]:
        """Whether the password is right, and a new hash to keep when the cost has changed since.

        `kept` is None for an unknown user; that takes as long as a wrong password.
        """
        right, renewed = self._hasher.verify_and_update(password, kept or self._nobody)
        return (right, renewed) if kept is not None else (False, None)

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash(secrets.token_urlsafe(32))


def require_good_password(password: str, *, email: str) -> None:
    """Refuse a password that is too short, too long, or among the first that anybody would try (`Invalid`)."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise _refused("password_length", f"Choose a password of {SHORTEST} to {LONGEST} characters.")
    if is_common(password) or password.casefold() in {email.casefold(), email.partition("@")[0].casefold()}:
        raise _refused("password_common", "Choose one that is harder to guess; three unrelated words do well.")


def _refused(code: str, detail: str) -> Invalid:
    return Invalid(FieldError("/password", code, detail))
