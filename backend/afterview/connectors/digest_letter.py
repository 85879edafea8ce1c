"""The daily letter: what is worth doing, by when and why, as plain text and as HTML, with the headers of its kind."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template
from typing import Final
from uuid import UUID

_LONGEST_SUBJECT: Final = 150
_NUMBERS: Final = {2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six", 7: "Seven", 8: "Eight", 9: "Nine", 10: "Ten"}
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_PAGE: Final = Template(Path(__file__).with_name("digest_letter.html").read_text(encoding="utf-8"))
_STEP: Final = Template(Path(__file__).with_name("digest_letter_step.html").read_text(encoding="utf-8"))

REST: Final = "Everything else can wait. Afterview sends nothing to anybody for you."
ONLY_THEN: Final = "This letter comes only on days with something worth doing, and mentions each step twice at most."


@dataclass(frozen=True, slots=True)
class LetterStep:
    """One step, in words: what to do, for which company and role, when, and why; `link` leads to its page."""

    headline: str
    company: str
    role: str
    when: str
    why: str
    link: str


@dataclass(frozen=True, slots=True)
class DigestLetter:
    """What a daily letter says, to whom, and on which day of theirs; `stop_url` ends these letters."""

    user_id: UUID
    to: str
    name: str
    day: date
    steps: Sequence[LetterStep]
    has_more: bool
    today_url: str
    stop_url: str


def write_letter(letter: DigestLetter, *, sender: str, at: datetime) -> EmailMessage:
    """The letter as a message; written twice for a day, it has the same Message-ID both times."""
    local, _, domain = letter.to.rpartition("@")
    message = EmailMessage(policy=SMTP if letter.to.isascii() else SMTPUTF8)
    # not as an item: the package loses blanks between words beyond ASCII when it folds a header by itself
    message.set_raw("Subject", Header(_subject(letter.steps), "utf-8", header_name="Subject").encode())
    message["From"] = Address("Afterview", addr_spec=sender)
    message["To"] = Address("", local, domain)
    message["Date"] = format_datetime(at)
    message["Message-ID"] = message_id(letter.user_id, letter.day, sender)
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834
    message["List-Unsubscribe"] = f"<{letter.stop_url}>"
    if letter.stop_url.startswith("https:"):
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058 knows no other scheme
    message.set_content(_plain(letter), cte="quoted-printable")
    message.add_alternative(_html(letter), subtype="html", cte="quoted-printable")
    return message


def message_id(user_id: UUID, day: date, sender: str) -> str:
    """What the letter to a user on a day is called: the same at every attempt, and saying nothing about either."""
    return f"<{sha256(f'digest {user_id} {day}'.encode()).hexdigest()[:32]}@{sender.rpartition('@')[2]}>"


def _subject(steps: Sequence[LetterStep]) -> str:
    first = _on_one_line(f"{steps[0].headline} ({steps[0].company})")[:_LONGEST_SUBJECT]
    return first if len(steps) == 1 else f"{first}, and {len(steps) - 1} more"


def _opening(letter: DigestLetter) -> str:
    if len(letter.steps) == 1:
        return "One step is worth taking today."
    return (
        f"{_NUMBERS.get(len(letter.steps), len(letter.steps))} steps are worth taking, the one that matters most first."
    )


def _closing(letter: DigestLetter) -> str:
    return "There is more on your page for today." if letter.has_more else REST


def _plain(letter: DigestLetter) -> str:
    return "\n".join(_lines(letter)) + "\n"


def _lines(letter: DigestLetter) -> Iterator[str]:
    yield from (f"Hello {_on_one_line(letter.name)},", "", _opening(letter))
    for step in letter.steps:
        yield from ("", _on_one_line(step.headline), _on_one_line(f"{step.role}, {step.company}"))
        yield from (_on_one_line(step.when), _on_one_line(f"Why: {step.why}"), step.link)
    yield from ("", _closing(letter), letter.today_url, "", "-- ", ONLY_THEN, f"To stop it: {letter.stop_url}")


def _html(letter: DigestLetter) -> str:
    steps = [
        _STEP.substitute(
            headline=_escaped(step.headline),
            place=_escaped(f"{step.role}, {step.company}"),
            when=_escaped(step.when),
            why=_escaped(step.why),
            link=escape(step.link),
        )
        for step in letter.steps
    ]
    return _PAGE.substitute(
        greeting=_escaped(f"Hello {letter.name},"),
        opening=_opening(letter),
        steps="".join(steps),
        closing=_closing(letter),
        today_url=escape(letter.today_url),
        only_then=ONLY_THEN,
        stop_url=escape(letter.stop_url),
    )


def _escaped(text: str) -> str:
    return escape(_on_one_line(text))


def _on_one_line(text: str) -> str:
    """Without line breaks and other control characters, which could begin another header or another paragraph."""
    return " ".join(_CONTROLS.sub(" ", text).split())
