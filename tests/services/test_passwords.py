"""Which passwords are taken."""

import pytest

from afterview.services.common_passwords import is_common


@pytest.mark.parametrize(
    "password",
    [
        "password",
        "Password1!",
        "P@ssw0rd2026",
        "1password1",
        "letmein123",
        "qwertyuiop",
        "qwerty123",
        "1q2w3e4r",
        "zxcvbnm,",
        "12345678",
        "87654321",
        "19901231",
        "aaaaaaaa",
        "abcabcabc",
        "Summer2026!",
        "iloveyou2",
        "monkeydragon",
        "welcome-admin",
        "abcdefgh",
    ],
)
def test_what_anybody_would_try_first_is_common(password: str) -> None:
    assert is_common(password)


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery staple",
        "kx9#Lm2pQz",
        "thunder-lantern-7",
        "my monkey eats plums",
        "a long enough secret",
        "Zürich im Regen",
        "三つの無関係な言葉たち",
        "4815162342108",
    ],
)
def test_what_takes_thought_to_guess_is_not(password: str) -> None:
    assert not is_common(password)
