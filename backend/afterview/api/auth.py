"""Access tokens: JSON Web Tokens signed HS256, good for a quarter of an hour. Only this module knows python-jose."""

from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from jose import JWTError, jwk, jwt

from afterview.errors import Unauthenticated

ALGORITHM: Final = "HS256"
ISSUER: Final = "afterview"
AUDIENCE: Final = "afterview-api"
LIFETIME: Final = timedelta(minutes=15)

_OPTIONS: Final = {
    # python-jose takes a token without these claims for a good one, unless each is required by name
    "require_sub": True,
    "require_aud": True,
    "require_iss": True,
    # it looks at the computer's clock; ours is handed in, and compared below. Requiring "exp" here would verify it too.
    "verify_exp": False,
    "verify_iat": False,
}


class AccessTokens:
    """Signs and reads access tokens with one key, built once."""

    def __init__(self, key: bytes) -> None:
        self._key = jwk.construct(key, ALGORITHM)

    def issue(self, user_id: UUID, now: datetime) -> str:
        """A token that says who asks, from `now` on and for `LIFETIME`."""
        issued = int(now.timestamp())
        claims = {
            "sub": str(user_id),
            "iss": ISSUER,
            "aud": AUDIENCE,
            "iat": issued,
            "exp": issued + int(LIFETIME.total_seconds()),
        }
        return jwt.encode(claims, self._key, algorithm=ALGORITHM)

    def read(self, token: str, now: datetime) -> UUID:
        """The user that a token names; one that is forged, foreign or expired is `Unauthenticated`."""
        try:
            claims = jwt.decode(
                token, self._key, algorithms=[ALGORITHM], audience=AUDIENCE, issuer=ISSUER, options=_OPTIONS
            )
            _issued, expires, user_id = int(claims["iat"]), int(claims["exp"]), UUID(claims["sub"])
        except (JWTError, KeyError, ValueError, TypeError, OverflowError, RecursionError):
            raise Unauthenticated("This access token is not valid; sign in again.") from None
        if now.astimezone(UTC).timestamp() >= expires:
            raise Unauthenticated("This access token has expired; refresh it or sign in again.")
        return user_id
