"""Passwords that anybody would try first: common words with the usual trimmings, rows of keys, repetitions, dates."""

import re
from typing import Final

_COMMON: Final = """
    abc abcd access account admin administrator adobe afterview alexander amanda amor andrea andrew angel animal
    anthony apple april arsenal asdf asdfgh august autumn azerty azertyuiop babygirl bailey banana barcelona
    baseball basketball batman blink bonjour butterfly changeit changeme charlie cheese chelsea chocolate computer
    contrasena cookie corvette daniel david december default demo dolphin donald dragon eagle family february
    ferrari flower football forever freedom friday friend friends garfield ginger google guest hallo hannah harley
    heather hello hellokitty hockey hola hunter iamhere iloveu iloveyou internet interview iphone january jasmine
    jennifer jessica jesus jobsearch john jordan joshua july june justin killer letme letmein liverpool login london
    lovely lover loveyou lucky maggie manager march marina martin master matrix matthew maverick melissa mercedes
    merlin michael michelle mickey minecraft monday money monkey monster motdepasse mustang mustchange mypassword
    naruto nicole ninja nothing november october opensesame orange pass passw passwd password passwords passwort
    patrick peanut pepper phoenix player please pokemon princess purple qazwsx qwer qwert qwerty qwertyui qwertyuiop
    qwertz rainbow ranger robert root salut samantha samsung samuel saturday schatz secret secure security senha
    september sesame shadow silver snoopy soccer soleil solo sophie spiderman spring startrek starwars stella steven
    summer sunday sunshine superman superstar sweet system taylor temp temporary tequiero test tester testing thomas
    thunder thursday tigger tinkerbell trust trustno tuesday united user vanessa victoria viking wednesday welcome
    whatever william windows winner winter wizard yankees yellow zaq zaqxsw zxcv zxcvbn zxcvbnm
"""
_WORDS: Final = frozenset(_COMMON.split())
_ROWS: Final = (
    "01234567890123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
    "azertyuiopqsdfghjklmwxcvbn",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "1q2w3e4r5t6y7u8i9o0p",
    "q1w2e3r4t5y6u7i8o9p0",
    "a1b2c3d4e5f6g7h8i9j0",
    "1a2b3c4d5e6f7g8h9i0j",
)
_LOOK_ALIKES: Final = str.maketrans("013457@$!", "oieastasi")
_TRIMMINGS: Final = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_REPETITION: Final = re.compile(r"(.{1,4}?)\1+")


def is_common(password: str) -> bool:
    """Whether a password, once its trimmings are off, is among the first that anybody would try."""
    plain = password.casefold()
    return (
        (plain.isdigit() and len(plain) <= 12)
        or _REPETITION.fullmatch(plain) is not None
        or any(plain in row or plain[::-1] in row for row in _ROWS)
        or _is_words(_TRIMMINGS.sub("", plain).translate(_LOOK_ALIKES))
    )


def _is_words(core: str) -> bool:
    """Whether a text is one or two common words, with or without a mark between them."""
    letters = re.sub(r"[\W\d_]", "", core)
    halves = ((letters[:cut], letters[cut:]) for cut in range(1, len(letters)))
    return letters in _WORDS or any(first in _WORDS and second in _WORDS for first, second in halves)
