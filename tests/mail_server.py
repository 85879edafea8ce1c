"""Somebody's mail server, on loopback: it keeps the letters it is handed, and refuses what a test tells it to."""

import ssl
from asyncio import Server
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, SECRET = "afterview", "p@ss/word"
SENDER = "letters@afterview.example"


@dataclass
class MailServer:
    """What a server was handed, and how it answers; `answers` to a step are used up one by one."""

    letters: list[EmailMessage] = field(default_factory=list)
    envelopes: list[Envelope] = field(default_factory=list)
    answers: dict[str, list[str]] = field(default_factory=dict)
    sign_ins: list[bool] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        """The setting that leads here."""
        return f"smtp://127.0.0.1:{self.port}?from={SENDER}"

    @property
    def only(self) -> EmailMessage:
        """The one letter that came."""
        [one] = self.letters
        return one

    def will_answer(self, step: str, *answers: str) -> None:
        """Answer `RCPT`, `DATA` or `MAIL` so, the next times."""
        self.answers.setdefault(step, []).extend(answers)

    def answer(self, step: str) -> str | None:
        """What to answer now, if it is not yes."""
        waiting = self.answers.get(step)
        return waiting.pop(0) if waiting else None


@dataclass
class Talk:
    """How the server talks to whoever connects; the names are the library's."""

    mail: MailServer

    async def handle_MAIL(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Who the letter is from."""
        envelope.mail_from = address
        return self.mail.answer("MAIL") or "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Who it is to."""
        said = self.mail.answer("RCPT")
        if said is None:
            envelope.rcpt_tos.append(address)
        return said or "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """The letter itself."""
        said = self.mail.answer("DATA")
        if said is None:
            assert isinstance(envelope.content, bytes)
            letter = message_from_bytes(envelope.content, _class=EmailMessage, policy=policy.default)
            self.mail.letters.append(letter)
            self.mail.envelopes.append(envelope)
        return said or "250 OK"

    def sign_in(self, _server: SMTP, _session: Session, _envelope: Envelope, _how: str, said: object) -> AuthResult:
        """Whether these are user and password."""
        right = isinstance(said, LoginPassword) and (said.login, said.password) == (USER.encode(), SECRET.encode())
        self.mail.sign_ins.append(right)
        return AuthResult(success=right, handled=False)


class AnyPort(Controller):
    """A controller that takes whatever port is free."""

    def _trigger_server(self) -> None:
        assert isinstance(self.server, Server)
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]


@contextmanager
def taking_letters(
    *, certificate: ssl.SSLContext | None = None, starttls: bool = False, signs_in: bool = False
) -> Iterator[MailServer]:
    """A server on a free port, for as long as the block lasts; with a certificate it speaks TLS."""
    mail = MailServer()
    talk = Talk(mail)
    controller = AnyPort(
        talk,
        hostname="127.0.0.1",
        port=0,
        ssl_context=None if starttls else certificate,
        tls_context=certificate if starttls else None,
        require_starttls=starttls,
        authenticator=talk.sign_in if signs_in else None,
        auth_required=signs_in and starttls,  # over implicit TLS the library does not notice that it is safe
        auth_require_tls=starttls,
    )
    controller.start()
    try:
        mail.port = controller.port
        yield mail
    finally:
        controller.stop()
