"""Secrets that must be read again later, such as those that deliveries are signed with: kept encrypted."""

from base64 import urlsafe_b64encode
from typing import Final

from cryptography.fernet import Fernet, InvalidToken

SEALED: Final = "sealed secrets"
"""What the key of a seal is derived for."""


class SealBroken(Exception):
    """What is kept was not sealed with this installation's secret key."""


class Seal:
    """Seals and opens under one key of 32 bytes, made for this purpose alone (`Settings.derive_key`)."""

    def __init__(self, key: bytes) -> None:
        self._cipher = Fernet(urlsafe_b64encode(key))

    def shut(self, secret: bytes) -> bytes:
        """The secret, encrypted and signed; each time other bytes."""
        return self._cipher.encrypt(secret)

    def open(self, sealed: bytes) -> bytes:
        """The secret again; `SealBroken` for what another key sealed, or somebody changed."""
        try:
            return self._cipher.decrypt(sealed)
        except InvalidToken:
            raise SealBroken from None
