"""A folder of a real IMAP server, read and left as it was; and servers that are none."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from afterview.connectors import mail_in
from afterview.connectors.mail_in import MailboxTrouble, Position, complaint, read_new
from afterview.settings import Inbox, Settings
from tests.certificates import self_made
from tests.connectors.test_mail_out import playing
from tests.dovecot import SECRET, ImapServer, running_dovecot
from tools.programs import find_dovecot

LONG_AGO = date(2000, 1, 1)
HELLO = b"From: Dana <dana@acme.example>\r\nTo: kim@example.com\r\nSubject: %d\r\n\r\nHello\r\n"


def inbox(url: str) -> Inbox:
    """What a setting leads to."""
    found = Settings.model_validate({"imap_url": url}).imap_url
    assert found is not None
    return found


def subjects(batch: mail_in.Batch) -> list[int]:
    """The numbers in the subjects of what was read."""
    return [int(raw.partition(b"Subject: ")[2].partition(b"\r")[0]) for _, raw in batch.messages if raw]


def test_a_folder_is_read_from_where_it_was_left(imap: ImapServer) -> None:
    imap.put(*(HELLO % number for number in range(3)))
    first = read_new(inbox(imap.url()), known=None, since=LONG_AGO, most=2)
    assert (subjects(first), first.has_more) == ([0, 1], True)
    position = Position(first.uid_validity, first.messages[-1][0])
    second = read_new(inbox(imap.url()), known=position, since=LONG_AGO, most=2)
    assert (subjects(second), second.has_more) == ([2], False)
    position = Position(second.uid_validity, second.messages[-1][0])
    assert read_new(inbox(imap.url()), known=position, since=LONG_AGO, most=2).messages == []


def test_reading_marks_nothing(imap: ImapServer) -> None:
    imap.put(HELLO % 1)
    read_new(inbox(imap.url()), known=None, since=LONG_AGO, most=9)
    with imap.opened() as program:
        program.select("Afterview", readonly=True)
        assert program.search(None, "UNSEEN") == ("OK", [b"1"])


def test_a_renumbered_folder_is_read_anew_but_not_what_is_old(imap: ImapServer) -> None:
    imap.put(HELLO % 1)
    batch = read_new(inbox(imap.url()), known=None, since=LONG_AGO, most=9)
    elsewhere = Position(batch.uid_validity - 1, 7)
    assert subjects(read_new(inbox(imap.url()), known=elsewhere, since=LONG_AGO, most=9)) == [1]
    assert subjects(read_new(inbox(imap.url()), known=elsewhere, since=date(2999, 1, 1), most=9)) == []


def test_of_a_huge_message_the_beginning_is_read(imap: ImapServer) -> None:
    imap.put(HELLO % 1 + b"x" * 78 * 20_000 + b"\r\n")
    [(_, raw)] = read_new(inbox(imap.url()), known=None, since=LONG_AGO, most=9).messages
    assert raw is not None
    assert (len(raw), raw.startswith(b"From: Dana")) == (mail_in.MOST_BYTES, True)


def test_a_folder_may_be_called_anything(imap: ImapServer) -> None:
    imap.put(HELLO % 1)
    with imap.opened() as program:
        program.create('"K&APw-nstler &- Co"')
    assert complaint(inbox(imap.url("Künstler & Co"))) is None


def test_it_is_read_encrypted(imap_over_tls: ImapServer) -> None:
    imap_over_tls.put(HELLO % 1)
    assert subjects(read_new(inbox(imap_over_tls.tls_url()), known=None, since=LONG_AGO, most=9)) == [1]


def test_a_server_whose_name_cannot_be_trusted_does_not_get_the_password(
    imap_over_tls: ImapServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    said = complaint(inbox(imap_over_tls.tls_url()))
    assert said == "The mailbox cannot be reached (SSLCertVerificationError)."


@pytest.fixture
def imap_over_tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, imap: ImapServer) -> Iterator[ImapServer]:
    """A server called localhost, which this machine trusts."""
    certificate = self_made("localhost", tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    binary = find_dovecot()
    assert binary is not None
    with running_dovecot(binary, certificate) as server:
        yield server


def test_a_wrong_password_and_a_folder_that_is_not_there_are_told_without_a_secret(imap: ImapServer) -> None:
    imap.put(HELLO % 1)
    assert complaint(inbox(imap.url())) is None
    assert complaint(inbox(imap.url("Nowhere"))) == "The folder 'Nowhere' cannot be read; is there one of that name?"
    wrong = complaint(inbox(imap.url(secret="guess-work")))
    assert wrong == "The mailbox does not take the user and password."
    assert SECRET not in str(complaint(inbox(imap.url("Nowhere"))))


@pytest.mark.parametrize("script", [[], [b"?"], [b"* BYE no"], [b"* OK hi", b"?"], [b"\xff" * 9000]], ids=range(5))
def test_a_server_that_makes_no_sense_is_trouble_and_nothing_else(script: list[bytes]) -> None:
    with playing(script) as port, pytest.raises(MailboxTrouble):
        read_new(inbox(f"imap://kim:pw@127.0.0.1:{port}"), known=None, since=LONG_AGO, most=9)


def test_a_server_that_says_nothing_more_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail_in, "CONNECT_S", 0.3)
    with playing([b"* OK hi"], ends=False) as port:
        assert complaint(inbox(f"imap://kim:pw@127.0.0.1:{port}")) is not None
