"""Letters handed to mail servers of all tempers: encrypted, signed in to, refusing, slow, and not there at all."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path
from socket import create_server, socket
from threading import Thread
from urllib.parse import quote

import pytest

from afterview.connectors import mail_out
from afterview.connectors.mail_out import complaint, hand_over
from afterview.settings import Outbox, Settings
from tests.certificates import self_made
from tests.mail_server import SECRET, SENDER, USER, MailServer, taking_letters

SIGNED_IN = f"{USER}:{quote(SECRET, safe='')}@"


def outbox(url: str) -> Outbox:
    """What a setting leads to."""
    found = Settings.model_validate({"smtp_url": url}).smtp_url
    assert found is not None
    return found


def a_letter() -> EmailMessage:
    """A letter of one line."""
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = SENDER, "kim@example.com", "Hello"
    letter.set_content("Good morning.", cte="quoted-printable")
    return letter


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """The certificate of a server called localhost, which this machine trusts."""
    certificate = self_made("localhost", tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


@contextmanager
def encrypted(scheme: str, certificate: ssl.SSLContext) -> Iterator[tuple[MailServer, str]]:
    """A server that is spoken to with this scheme, and the setting without whoever signs in."""
    starttls = scheme == "smtp+starttls"
    with taking_letters(certificate=certificate, starttls=starttls, signs_in=True) as mail:
        yield mail, f"{scheme}://{{who}}localhost:{mail.port}?from={SENDER}"


@pytest.mark.parametrize("scheme", ["smtps", "smtp+starttls"])
def test_a_letter_goes_out_encrypted_and_signed_in(scheme: str, trusted: ssl.SSLContext) -> None:
    with encrypted(scheme, trusted) as (mail, url):
        box = outbox(url.format(who=SIGNED_IN))
        assert complaint(box) is None
        assert hand_over(box, a_letter(), to="kim@example.com").error is None
    assert mail.only["Subject"] == "Hello"
    assert mail.sign_ins == [True, True]


@pytest.mark.parametrize("scheme", ["smtps", "smtp+starttls"])
def test_a_server_whose_name_cannot_be_trusted_gets_neither_password_nor_letter(
    scheme: str, trusted: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with encrypted(scheme, trusted) as (mail, url):
        came_of_it = hand_over(outbox(url.format(who=SIGNED_IN)), a_letter(), to="kim@example.com")
    assert came_of_it.error == "The mail server cannot be reached (SSLCertVerificationError)."
    assert (mail.letters, mail.sign_ins) == ([], [])


def test_a_wrong_password_is_told_without_being_shown(trusted: ssl.SSLContext) -> None:
    with encrypted("smtps", trusted) as (_, url):
        box = outbox(url.format(who=f"{USER}:guess-work@"))
        came_of_it = hand_over(box, a_letter(), to="kim@example.com")
        assert complaint(box) == came_of_it.error
    assert came_of_it.error == "The mail server does not take the user and password (535)."
    assert came_of_it.again


def test_a_server_without_the_encryption_that_was_asked_for_gets_nothing() -> None:
    with taking_letters() as mail:
        box = outbox(f"smtp+starttls://localhost:{mail.port}?from={SENDER}")
        assert hand_over(box, a_letter(), to="kim@example.com").error is not None
        assert complaint(box) is not None
    assert mail.letters == []


@pytest.mark.parametrize(
    ("step", "answer", "again", "no_such_address"),
    [
        ("RCPT", "450 busy", True, False),
        ("RCPT", "550 nobody", False, True),
        ("MAIL", "451 later", True, False),
        ("MAIL", "553 not you", False, False),
        ("DATA", "452 full", True, False),
        ("DATA", "554 no", False, False),
    ],
)
def test_what_a_server_refuses_is_told_by_its_number(
    step: str, answer: str, again: bool, no_such_address: bool
) -> None:
    with taking_letters() as mail:
        mail.will_answer(step, answer)
        came_of_it = hand_over(outbox(mail.url), a_letter(), to="kim@example.com")
    assert answer[:3] in (came_of_it.error or "")
    assert answer[4:] not in (came_of_it.error or "")
    assert (came_of_it.again, came_of_it.no_such_address) == (again, no_such_address)


def test_a_letter_that_was_taken_is_taken_whatever_follows() -> None:
    script = [b"220 hi", b"250 hi", b"250 ok", b"250 ok", b"354 go", b"250 taken"]
    with playing(script) as port:
        came_of_it = hand_over(outbox(f"smtp://127.0.0.1:{port}?from={SENDER}"), a_letter(), to="kim@example.com")
    assert came_of_it.error is None


def test_an_address_beyond_ascii_needs_a_server_that_knows_how() -> None:
    letter = a_letter()
    del letter["To"]
    letter["To"] = "jürgen@example.com"
    with taking_letters() as mail:
        came_of_it = hand_over(outbox(mail.url), letter, to="jürgen@example.com")
    assert (came_of_it.error is None) == bool(mail.letters)


@pytest.mark.parametrize("script", [[], [b"554 go away"], [b"\xff" * 9000], [b"220 hi", b"?"]], ids=len)
def test_a_server_that_makes_no_sense_is_told_of_and_raises_nothing(script: list[bytes]) -> None:
    with playing(script) as port:
        box = outbox(f"smtp://127.0.0.1:{port}?from={SENDER}")
        assert hand_over(box, a_letter(), to="kim@example.com").error is not None


def test_a_server_that_never_comes_to_an_end_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail_out, "WHOLE_S", 0.3)
    with playing([b"220 hi"], ends=False) as port:
        box = outbox(f"smtp://127.0.0.1:{port}?from={SENDER}")
        came_of_it = hand_over(box, a_letter(), to="kim@example.com")
    assert came_of_it.again


@contextmanager
def playing(script: list[bytes], *, ends: bool = True) -> Iterator[int]:
    """A server that says these lines, one for each that it hears, and then hangs up, or says nothing any more."""
    with create_server(("127.0.0.1", 0)) as server:
        thread = Thread(target=play, args=[server, script, ends])
        thread.start()
        yield server.getsockname()[1]
        thread.join(timeout=30)


def play(server: socket, script: list[bytes], ends: bool) -> None:
    """Play it to the first who comes."""
    connection, _ = server.accept()
    with connection, connection.makefile("rb") as heard:
        for line in script:
            connection.sendall(line + b"\r\n")
            while line.startswith(b"354") and heard.readline() not in (b".\r\n", b""):
                pass
            if not line.startswith(b"354") and line is not script[-1]:
                heard.readline()
        if not ends:
            heard.read()
