"""A draft as a file that mail programs open as a message not sent yet (RFC 5322, `X-Unsent`)."""

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from typing import Final

from email_validator import validate_email

_BREAKS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_NOT_IN_A_NAME: Final = re.compile(r'[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069/\\:*?"<>|]+')
_LONGEST_NAME: Final = 80


def eml(name: str | None, address: str | None, subject: str, body: str) -> bytes:
    """The file; nobody is named as its sender and no date is given, since the mail program knows both.

    `address` is a valid one. A domain outside ASCII goes in its xn-- form; what stands before the @ cannot, so such a
    message is written in UTF-8 throughout (RFC 6532). Line breaks in a name or a subject become blanks.
    """
    to = deliverable(address) if address else None
    message = EmailMessage(policy=SMTP if to is None or to.isascii() else SMTPUTF8)
    message["X-Unsent"] = "1"
    if to is not None:
        local, _, domain = to.rpartition("@")
        message["To"] = Address(_one_line(name or ""), local, domain)
    message["Subject"] = _one_line(subject)
    message.set_content("\n".join(re.split(r"\r\n|\r|\n", body)), cte="quoted-printable")
    return message.as_bytes()


def file_name(name: str | None, subject: str) -> str:
    """What to call the file: the recipient and the subject, without what some system allows in no name."""
    words = " ".join(_NOT_IN_A_NAME.sub(" ", " - ".join(part for part in (name, subject) if part)).split())
    return (words[:_LONGEST_NAME].strip(" .") or "Draft") + ".eml"


def _one_line(text: str) -> str:
    return _BREAKS.sub(" ", text).strip()


def deliverable(address: str) -> str:
    """A valid address as mail servers take it: its domain in ASCII, and all of it where that is possible."""
    checked = validate_email(address, check_deliverability=False)
    return checked.ascii_email or f"{checked.local_part}@{checked.ascii_domain}"
