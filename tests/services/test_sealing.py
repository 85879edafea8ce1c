"""Secrets that must be read again are kept so that nobody else can."""

import pytest

from afterview.services.sealing import Seal, SealBroken

KEY, OTHER = b"k" * 32, b"o" * 32


def test_what_is_sealed_comes_out_again() -> None:
    seal = Seal(KEY)
    assert seal.open(seal.shut(b"secret")) == b"secret"


def test_what_is_sealed_shows_nothing_and_never_looks_the_same() -> None:
    seal = Seal(KEY)
    first, second = seal.shut(b"secret"), seal.shut(b"secret")
    assert b"secret" not in first
    assert first != second


@pytest.mark.parametrize(
    "sealed", [Seal(OTHER).shut(b"secret"), b"", b"not sealed"], ids=["another key", "nothing", "no seal"]
)
def test_what_another_key_sealed_is_not_opened(sealed: bytes) -> None:
    with pytest.raises(SealBroken):
        Seal(KEY).open(sealed)
