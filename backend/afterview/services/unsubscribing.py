"""The link at the end of a daily letter that ends them: signed, so that whoever holds the letter needs no sign-in."""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlmodel import Session

from afterview.errors import NotFound
from afterview.services.digest_times import schedule, wants_digest
from afterview.store import users
from afterview.store.tables import User

STOPPING: Final = "links that stop letters"
"""What the key of these links is derived for."""

_ID_BYTES: Final = 16
_SIGNATURE_BYTES: Final = 20


class StopLinks:
    """Makes and reads these links, under one key of 32 bytes, made for this purpose alone (`Settings.derive_key`)."""

    def __init__(self, key: bytes, public_url: str) -> None:
        self._key = key
        self._public_url = public_url

    def url_for(self, user_id: UUID) -> str:
        """The link of one user; it stays good for as long as the secret key does."""
        return f"{self._public_url}/unsubscribe/{urlsafe_b64encode(user_id.bytes + self._sign(user_id.bytes)).decode()}"

    def user_of(self, token: str) -> UUID:
        """Whose letters the secret of a link stops; one that was not made here is `NotFound`."""
        try:
            whole = urlsafe_b64decode(token.encode("ascii"))
        except ValueError:
            whole = b""
        user_id, signature = whole[:_ID_BYTES], whole[_ID_BYTES:]
        if len(user_id) < _ID_BYTES or not hmac.compare_digest(signature, self._sign(user_id)):
            raise NotFound("This link stops no letters; use the one in your latest letter, or your settings.")
        return UUID(bytes=user_id)

    def _sign(self, user_id: bytes) -> bytes:
        return hmac.digest(self._key, user_id, "sha256")[:_SIGNATURE_BYTES]


def unsubscribe(session: Session, *, user_id: UUID, now: datetime) -> None:
    """Send this user no more letters; again, or after the account has gone, it changes nothing."""
    user = users.get(session, user_id, lock=True)
    if user is not None and wants_digest(user):
        stop_letters(user, now=now)
        session.commit()


def stop_letters(user: User, *, now: datetime) -> None:
    """Switch the letters off, keeping their hour; written but not committed."""
    user.digest = {**(user.digest or {}), "enabled": False}
    user.digest_refusals = 0
    user.updated_at = now
    schedule(user, now=now)
