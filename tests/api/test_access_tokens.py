"""Access tokens: only ours, only complete, only in time."""

import base64
import hmac
import json
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
import time_machine

from afterview.api.auth import AUDIENCE, ISSUER, LIFETIME, AccessTokens
from afterview.errors import Unauthenticated

KEY = b"k" * 32
NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
USER = UUID("019aa000-0000-7000-8000-000000000001")
HEADER = {"alg": "HS256", "typ": "JWT"}
CLAIMS = {
    "sub": str(USER),
    "iss": ISSUER,
    "aud": AUDIENCE,
    "iat": int(NOW.timestamp()),
    "exp": int((NOW + LIFETIME).timestamp()),
}


def token(header: object = HEADER, claims: object = CLAIMS, key: bytes = KEY, digest: str = "sha256") -> str:
    """A token as anybody can make one."""

    def part(content: bytes) -> bytes:
        return base64.urlsafe_b64encode(content).rstrip(b"=")

    signed = part(json.dumps(header).encode()) + b"." + part(json.dumps(claims).encode())
    return (signed + b"." + part(hmac.digest(key, signed, digest))).decode()


def without(name: str) -> dict[str, object]:
    """The claims but for one."""
    return {claim: value for claim, value in CLAIMS.items() if claim != name}


REFUSED = {
    "no sub": token(claims=without("sub")),
    "no iss": token(claims=without("iss")),
    "no aud": token(claims=without("aud")),
    "no iat": token(claims=without("iat")),
    "no exp": token(claims=without("exp")),
    "another audience": token(claims=CLAIMS | {"aud": "other"}),
    "another issuer": token(claims=CLAIMS | {"iss": "other"}),
    "no user": token(claims=CLAIMS | {"sub": "kim"}),
    "an exp that is no time": token(claims=CLAIMS | {"exp": "soon"}),
    "another key": token(key=b"x" * 32),
    "another algorithm": token(header=HEADER | {"alg": "HS512"}, digest="sha512"),
    "another algorithm in name only": token(header=HEADER | {"alg": "HS512"}),
    "no algorithm": token(header=HEADER | {"alg": "none"}),
    "claims that are a list": token(claims=[1]),
    "a header that is a number": token(header=5),
    "a header nested without end": "W1tb" * 10_000 + ".e30.c2ln",
    "one part": "token",
    "nothing": "",
}


def test_a_token_of_ours_names_its_user() -> None:
    tokens = AccessTokens(KEY)
    assert tokens.read(tokens.issue(USER, NOW), NOW) == USER


def test_a_token_made_by_the_same_rules_is_read() -> None:
    assert AccessTokens(KEY).read(token(), NOW) == USER


@pytest.mark.parametrize("reason", REFUSED)
def test_a_token_that_is_not_quite_ours_is_refused(reason: str) -> None:
    with pytest.raises(Unauthenticated):
        AccessTokens(KEY).read(REFUSED[reason], NOW)


def test_a_token_is_good_until_it_expires_and_not_a_second_longer() -> None:
    tokens = AccessTokens(KEY)
    issued = tokens.issue(USER, NOW)
    assert tokens.read(issued, NOW + LIFETIME - timedelta(seconds=1)) == USER
    with pytest.raises(Unauthenticated):
        tokens.read(issued, NOW + LIFETIME)


@pytest.mark.parametrize("years", [-20, 20])
def test_the_computers_own_clock_is_not_asked(years: int) -> None:
    tokens = AccessTokens(KEY)
    with time_machine.travel(NOW.replace(year=NOW.year + years)):
        assert tokens.read(tokens.issue(USER, NOW), NOW) == USER
