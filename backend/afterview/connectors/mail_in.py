"""One folder of a mailbox, read over IMAP (RFC 3501) and left as it was: nothing is marked, moved or deleted."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from socket import SHUT_RDWR
from threading import Timer
from typing import Final, NamedTuple

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientError, LoginError

from afterview.settings import Inbox, Security

CONNECT_S, PATIENCE_S, WHOLE_S = 10.0, 15.0, 45.0
"""Seconds to wait for a connection, for each answer of the server, and for everything together."""

MOST_BYTES: Final = 1024 * 1024
"""How much of a message is read: more than its headers and words take, and not all of what is attached."""


class MailboxTrouble(Exception):
    """A mailbox that could not be read, and why, in one sentence that shows no secret."""


class Position(NamedTuple):
    """How far a folder has been read: to that UID, which means nothing under another `uid_validity`."""

    uid_validity: int
    last_uid: int


class Batch(NamedTuple):
    """New messages in their order, by UID, null for what has gone meanwhile; and whether there are more.

    With them the folder has been `read_to` that UID: past the last of them, where older ones were left out.
    """

    uid_validity: int
    messages: list[tuple[int, bytes | None]]
    read_to: int
    has_more: bool


def read_new(inbox: Inbox, *, known: Position | None, since: date, most: int) -> Batch:
    """The messages beyond the known position; without one, or after a renumbering, those that came on `since` or later.

    Whatever the server does wrong is `MailboxTrouble`.
    """
    with _signed_in(inbox) as client:
        uid_validity, uid_next = _opened(client, inbox)
        if known is not None and known.uid_validity == uid_validity:
            found = client.search(["UID", f"{known.last_uid + 1}:*"])
            uids = sorted(uid for uid in found if uid > known.last_uid)  # `*` is the last one there is, new or not
        else:
            uids = sorted(client.search(["SINCE", since]))
        some = uids[:most]
        read_to = some[-1] if len(uids) > most else max([uid_next - 1, *some])
        return Batch(uid_validity, [(uid, _beginning(client, uid)) for uid in some], read_to, len(uids) > most)


def complaint(inbox: Inbox) -> str | None:
    """What keeps the folder from being read, in words; null when it can be."""
    try:
        with _signed_in(inbox) as client:
            _opened(client, inbox)
    except MailboxTrouble as trouble:
        return str(trouble)
    return None


def _opened(client: IMAPClient, inbox: Inbox) -> tuple[int, int]:
    """Open the folder for reading alone; how its messages are numbered, and which number is the next."""
    state = client.select_folder(inbox.folder, readonly=True)
    return int(state[b"UIDVALIDITY"]), int(state.get(b"UIDNEXT", 1))


def _beginning(client: IMAPClient, uid: int) -> bytes | None:
    found = client.fetch([uid], [f"BODY.PEEK[]<0.{MOST_BYTES}>"]).get(uid, {})
    return next((value for key, value in found.items() if key.startswith(b"BODY[]") and value), None)


@contextmanager
def _signed_in(inbox: Inbox) -> Iterator[IMAPClient]:
    try:
        with _connected(inbox) as client:
            client.login(inbox.server.user, inbox.server.password.get_secret_value())
            yield client
            with suppress(IMAPClientError, OSError):
                client.logout()
    except LoginError:
        raise MailboxTrouble("The mailbox does not take the user and password.") from None
    except IMAPClientError:
        raise MailboxTrouble(f"The folder {inbox.folder!r} cannot be read; is there one of that name?") from None
    except (OSError, LookupError, ValueError, TypeError, AttributeError) as error:  # what comes of nonsense
        raise MailboxTrouble(f"The mailbox cannot be reached ({type(error).__name__}).") from None


@contextmanager
def _connected(inbox: Inbox) -> Iterator[IMAPClient]:
    server, encrypted = inbox.server, inbox.server.security is Security.TLS
    client = IMAPClient(
        server.host,
        server.port,
        ssl=encrypted,
        ssl_context=ssl.create_default_context() if encrypted else None,
        timeout=SocketTimeout(connect=CONNECT_S, read=PATIENCE_S),
    )
    cut = Timer(WHOLE_S, _cut_off, [client])
    cut.daemon = True
    cut.start()
    try:
        yield client
    finally:
        cut.cancel()
        with suppress(OSError, IMAPClientError):
            client.shutdown()


def _cut_off(client: IMAPClient) -> None:
    with suppress(OSError, AttributeError):
        client.socket().shutdown(SHUT_RDWR)
