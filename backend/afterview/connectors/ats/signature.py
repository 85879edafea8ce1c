"""Proofs that a delivery comes from whoever shares the secret: HMAC with SHA-256, compared in constant time."""

import hmac
from datetime import datetime, timedelta
from typing import Final

from afterview.connectors.ats.payload import instant_of
from afterview.connectors.ats.vendor import NotAuthentic

WINDOW: Final = timedelta(minutes=5)
"""How far a delivery's own time may be from ours, either way."""

MISSING: Final = "The delivery carries no signature, or one that cannot be read."
WRONG: Final = "The signature does not fit the delivery and the signing secret that is stored here."
UNTIMED: Final = "The delivery does not say when it was sent."
UNTIMELY: Final = "The delivery was not sent just now, so it may be an old one that somebody repeats."


def check(signature: str | None, secret: str, signed: bytes) -> None:
    """Let pass only the hexadecimal signature that the secret gives these bytes."""
    check_any([] if signature is None else [signature], secret, signed)


def check_any(signatures: list[str], secret: str, signed: bytes) -> None:
    """Let pass only where one of the signatures is the one that the secret gives these bytes."""
    if not signatures:
        raise NotAuthentic(MISSING)
    if not secret:
        raise NotAuthentic(WRONG)
    right = hmac.new(secret.encode(errors="replace"), signed, "sha256").hexdigest().encode()
    fitting = [hmac.compare_digest(right, one.strip().lower().encode(errors="replace")) for one in signatures]
    if not any(fitting):
        raise NotAuthentic(WRONG)


def after(prefix: str, header: str | None) -> str | None:
    """What follows a prefix in a header; null where the header is not like that."""
    said = (header or "").strip()
    return said[len(prefix) :] if said.startswith(prefix) and len(said) > len(prefix) else None


def check_time(sent_at: datetime | None, now: datetime, *, back: timedelta = WINDOW) -> None:
    """Let pass only what was sent just now: so long ago at most, or by a clock that is `WINDOW` ahead of ours."""
    if sent_at is None:
        raise NotAuthentic(UNTIMED)
    if not -WINDOW <= now - sent_at <= back:
        raise NotAuthentic(UNTIMELY)


def seconds(said: str | None) -> datetime | None:
    """The instant that a header gives in seconds since 1970."""
    digits = (said or "").strip()
    return instant_of(int(digits)) if digits.isascii() and digits.isdecimal() and len(digits) <= 12 else None
