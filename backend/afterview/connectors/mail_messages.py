"""E-mail messages as mail programs save and forward them (RFC 5322): who wrote to whom, when, and in answer to what."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email import policy
from email.headerregistry import AddressHeader, DateHeader
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import getaddresses
from typing import Final

from afterview.connectors.forwarded_mail import forwarded_text
from afterview.errors import FieldError, Invalid

_NOT_A_MESSAGE: Final = Invalid(
    FieldError("", "not_a_message", "Send one e-mail message as its source, such as an .eml file; it has a From line.")
)
# What the email package raises on headers that no standard allows.
_UNREADABLE: Final = (ValueError, LookupError, AttributeError, TypeError)
_MESSAGE_ID = re.compile(r"<([^<>\s]{1,998})>")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\s]+")
_QUOTED = re.compile(r"(?m)^[ \t]*>.*$")
_HISTORY = re.compile(
    r"(?ms)^[ \t]*(?:On\b.{1,300}\bwrote:|Am\b.{1,300}\bschrieb.{0,100}:|From:\s.{1,300}$|-- $"
    r"|-{2,}\s?(?:Original|Forwarded|Urspr).{1,60}-{2,})"
)
_MOST_IDS: Final = 50
_BULK: Final = frozenset({"auto_reply", "bulk", "junk", "list"})


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A name and an address, either of which may be missing."""

    name: str | None
    address: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One message. `references` are ids of earlier ones, the latest last; `text` is what its writer added to them."""

    message_id: str | None
    references: tuple[str, ...]
    subject: str | None
    sent_at: datetime | None
    sender: Mailbox
    reply_to: tuple[Mailbox, ...]
    recipients: tuple[Mailbox, ...]
    delivered_to: tuple[Mailbox, ...] = ()
    automatic: bool
    """Written by a machine: it says so (RFC 3834, or what others use in its place), or is a report or a circular."""
    text: str
    calendars: tuple[bytes, ...]
    forwarded: "Mail | None" = None
    """The message that it carries: the first one attached as a whole, else one in its text."""


def read_mail(raw: bytes) -> Mail:
    """The message, however odd its parts; what says nobody it is from is `Invalid`."""
    try:
        message = BytesParser(EmailMessage, policy=policy.default).parsebytes(raw)
    except _UNREADABLE:
        raise _NOT_A_MESSAGE from None
    attached = (inner for part in message.walk() if part is not message and (inner := _attached(part)))
    mail = _read(message, forwarded=next((found for one in attached if (found := _read(one))), None))
    if mail is None:
        raise _NOT_A_MESSAGE
    return mail if mail.forwarded else replace(mail, forwarded=_in_text(mail, _text(message)))


def _in_text(mail: Mail, text: str) -> Mail | None:
    """The message that is forwarded in a text; what it does not say itself is as in the one that carries it."""
    found = forwarded_text(text, mail.subject)
    if found is None:
        return None
    return replace(
        mail,
        subject=_plain(found.subject or "") or mail.subject,
        sent_at=found.sent_at or mail.sent_at,
        sender=_mailbox(found.sender),
        reply_to=(),
        recipients=tuple(map(_mailbox, found.recipients)),
        delivered_to=(),
        text=own_words(found.text),
    )


def _mailbox(named: tuple[str, str]) -> Mailbox:
    return Mailbox(_plain(named[0]), _plain(named[1]))


def _read(message: EmailMessage, forwarded: Mail | None = None) -> Mail | None:
    senders = list(_mailboxes(message, "From"))
    if not senders:
        return None
    return Mail(
        message_id=next(_ids(message, "Message-ID"), None),
        references=tuple(dict.fromkeys([*_ids(message, "References"), *_ids(message, "In-Reply-To")]))[-_MOST_IDS:],
        subject=_plain(_header(message, "Subject")),
        sent_at=_sent_at(message),
        sender=senders[0],
        reply_to=tuple(_mailboxes(message, "Reply-To")),
        recipients=tuple(_mailboxes(message, "To", "Cc", "Bcc")),
        delivered_to=tuple(_mailboxes(message, "Delivered-To")),
        automatic=_is_automatic(message),
        text=own_words(_text(message)),
        calendars=tuple(dict.fromkeys(_calendars(message))),
        forwarded=forwarded,
    )


def _attached(part: Message) -> EmailMessage | None:
    inner = part.get_payload() if part.get_content_type() == "message/rfc822" else None
    return inner[0] if isinstance(inner, list) and inner and isinstance(inner[0], EmailMessage) else None


def own_words(text: str) -> str:
    """A text without what it quotes and without the signature."""
    history = _HISTORY.search(text)
    return _QUOTED.sub("", text[: history.start()] if history else text).strip()


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message[name] or "")
    except _UNREADABLE:
        return ""


def _plain(text: str) -> str | None:
    return _CONTROLS.sub(" ", text.encode("utf-8", "replace").decode()).strip() or None


def _ids(message: EmailMessage, name: str) -> Iterator[str]:
    return (found[1] for found in _MESSAGE_ID.finditer(_plain(_header(message, name)) or ""))


def _mailboxes(message: EmailMessage, *names: str) -> Iterator[Mailbox]:
    for name in names:
        for display, address in _addresses(message, name):
            if "@" in address:
                yield Mailbox(_plain(display), _plain(address))


def _addresses(message: EmailMessage, name: str) -> Iterable[tuple[str, str]]:
    try:
        header = message[name]
        if isinstance(header, AddressHeader):
            return [(one.display_name, one.addr_spec) for one in header.addresses]
        return getaddresses([str(header or "")])
    except _UNREADABLE:
        return []


def _sent_at(message: EmailMessage) -> datetime | None:
    """When it says it was sent; a date without an offset (`-0000`) was written in UTC."""
    try:
        header = message["Date"]
        if not isinstance(header, DateHeader) or header.datetime is None:
            return None
        said: datetime = header.datetime
        return (said if said.tzinfo else said.replace(tzinfo=UTC)).astimezone(UTC)
    except (*_UNREADABLE, OverflowError):
        return None


def _is_automatic(message: EmailMessage) -> bool:
    submitted = _header(message, "Auto-Submitted").partition(";")[0].strip().casefold()
    return (
        submitted not in ("", "no")
        or _header(message, "Precedence").strip().casefold() in _BULK
        or any(_header(message, name) for name in ("X-Autoreply", "X-Autorespond", "List-Id"))
        or _header(message, "Return-Path").strip() == "<>"
        or message.get_content_type() == "multipart/report"
    )


def _text(message: EmailMessage) -> str:
    try:
        body = message.get_body(("plain",))
        return str(body.get_content()) if isinstance(body, EmailMessage) else ""
    except _UNREADABLE:
        return ""


def _calendars(message: EmailMessage) -> Iterator[bytes]:
    """The calendar files in it, each kind of part once: programs send the same one inline and as a file."""
    for part in message.walk():
        if part.get_content_type() in ("text/calendar", "application/ics"):
            try:
                content = part.get_payload(decode=True)
            except _UNREADABLE:
                continue
            if isinstance(content, bytes) and content.strip():
                yield content
