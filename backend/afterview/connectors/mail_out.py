"""Letters on their way out: handed to the installation's mail server over SMTP (RFC 5321), which carries them on."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from smtplib import (
    SMTP,
    SMTP_SSL,
    SMTPAuthenticationError,
    SMTPException,
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPResponseException,
)
from socket import SHUT_RDWR
from threading import Timer
from typing import Final, NamedTuple

from afterview.settings import MailServer, Outbox, Security

PATIENCE_S: Final = 10.0
"""Seconds to wait for a connection, and for each answer of the server."""

WHOLE_S: Final = 35.0
"""Seconds after which a conversation is cut off, however it goes on: less than the lease of a job."""

_FOR_GOOD: Final = 500
"""From here on a status says that trying again is of no use."""


class Handover(NamedTuple):
    """What came of handing a letter over: in words what was wrong (null: nothing).

    Some errors may pass, so that trying `again` is of use; with `no_such_address` it is the recipient who is wrong.
    """

    error: str | None = None
    again: bool = False
    no_such_address: bool = False


def hand_over(outbox: Outbox, letter: EmailMessage, *, to: str) -> Handover:
    """Hand a letter to the mail server; nothing that the server may do raises, and no words of its are repeated."""
    try:
        with _conversation(outbox.server) as server:
            server.send_message(letter, from_addr=outbox.sender, to_addrs=[to])
    except SMTPRecipientsRefused as refused:
        [(status, _)] = refused.recipients.values()
        said = f"The mail server does not take letters to this address ({status})."
        return Handover(said, again=status < _FOR_GOOD, no_such_address=status >= _FOR_GOOD)
    except SMTPResponseException as refused:
        ours = isinstance(refused, SMTPAuthenticationError)  # which may be mended meanwhile
        return Handover(_in_words(refused), again=ours or refused.smtp_code < _FOR_GOOD)
    except SMTPNotSupportedError:
        return Handover("The mail server lacks something that is needed: encryption, or letters beyond ASCII.")
    except (SMTPException, OSError) as error:
        return Handover(f"The mail server cannot be reached ({type(error).__name__}).", again=True)
    return Handover()


def complaint(outbox: Outbox) -> str | None:
    """What keeps the mail server from taking letters, in words; null when it would take them."""
    try:
        with _conversation(outbox.server) as server:
            server.noop()
    except SMTPResponseException as refused:
        return _in_words(refused)
    except SMTPNotSupportedError:
        return "The mail server does not offer encryption, or no way to sign in."
    except (SMTPException, OSError) as error:
        return f"The mail server cannot be reached ({type(error).__name__})."
    return None


def _in_words(refused: SMTPResponseException) -> str:
    if isinstance(refused, SMTPAuthenticationError):
        return f"The mail server does not take the user and password ({refused.smtp_code})."
    return f"The mail server answered {refused.smtp_code}."


@contextmanager
def _conversation(server: MailServer) -> Iterator[SMTP]:
    """A server that has been greeted and signed in to; what it says at the end is no matter."""
    context = ssl.create_default_context()
    if server.security is Security.TLS:
        smtp: SMTP = SMTP_SSL(server.host, server.port, timeout=PATIENCE_S, context=context)
    else:
        smtp = SMTP(server.host, server.port, timeout=PATIENCE_S)
    cut = Timer(WHOLE_S, _cut_off, [smtp])
    cut.daemon = True
    cut.start()
    try:
        if server.security is Security.STARTTLS:
            smtp.starttls(context=context)
        if server.user is not None:
            smtp.login(server.user, server.password.get_secret_value())
        yield smtp
        with suppress(SMTPException, OSError):
            smtp.quit()
    finally:
        cut.cancel()
        smtp.close()


def _cut_off(smtp: SMTP) -> None:
    with suppress(OSError, AttributeError):
        smtp.sock.shutdown(SHUT_RDWR)  # type: ignore[union-attr]
