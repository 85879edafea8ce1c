"""Messages as mail programs write them, and as nobody should."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview.connectors.mail_messages import Mailbox, own_words, read_mail
from afterview.errors import Invalid
from tests.tally import Tally

HEADERS = (
    b"From", b"To", b"Cc", b"Reply-To", b"Subject", b"Date", b"Message-ID", b"References", b"Auto-Submitted",
    b"Content-Type", b"Content-Transfer-Encoding", b"MIME-Version",
)  # fmt: skip
BITS = (
    b"=?utf-8?q?=C3=A9?=", b"=?x-none?b?//?=", b"<", b">", b"(", b"\"", b"@", b",", b";", b":", b"[", b"\\",
    b"\xff", b"\x00", b"a@b.example", b"multipart/mixed; boundary=x", b"message/rfc822",
    b"text/calendar; charset=nonsense", b"base64",
    b"Mon, 23 Nov 2026 10:00:00 -0500", b"--x", b"\r\n ",
)  # fmt: skip


def raw(*lines: str, body: str = "Hello") -> bytes:
    """A message with these header lines."""
    return "\r\n".join(["From: Dana <dana@acme.example>", *lines, "", body]).encode()


def test_folded_and_encoded_lines_are_put_together() -> None:
    mail = read_mail(raw("Subject: =?utf-8?q?Ihr_Gespr=C3=A4ch?=\r\n am Montag", "References: <one@a>\r\n <two@a>"))
    assert (mail.subject, mail.references) == ("Ihr Gespräch am Montag", ("one@a", "two@a"))


@pytest.mark.parametrize("offset", ["-0500", "-0000"])
def test_a_date_is_an_instant(offset: str) -> None:
    hour = 15 if offset == "-0500" else 10
    sent_at = read_mail(raw(f"Date: Mon, 23 Nov 2026 10:00:00 {offset}")).sent_at
    assert sent_at == datetime(2026, 11, 23, hour, tzinfo=UTC)


def test_everybody_it_went_to_is_named() -> None:
    mail = read_mail(raw('To: "Park, Lee" <lee@acme.example>, team: a@x.example;', "Cc: b@x.example"))
    assert mail.recipients == (
        Mailbox("Park, Lee", "lee@acme.example"),
        Mailbox(None, "a@x.example"),
        Mailbox(None, "b@x.example"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Fine by me.\n\nOn Mon, 23 Nov 2026 at 10:00, Kim wrote:\n> Any news?",
        "Fine by me.\n\nAm 23.11.2026 um 10:00 schrieb Kim Muster:\n> Gibt es Neues?",
        "Fine by me.\n-----Original Message-----\nFrom: Kim\nAny news?",
        "Fine by me.\n\nFrom: Kim <kim@example.com>\nSent: Monday\nAny news?",
        "Fine by me.\n-- \nDana Reyes\nAny questions? +1 212",
        "> Any news?\nFine by me.",
    ],
)
def test_what_is_quoted_is_not_what_they_say(text: str) -> None:
    assert own_words(text) == "Fine by me."


def test_a_long_message_of_nothing_is_read_quickly() -> None:
    assert own_words("On \n \n\t\n" * 200_000).count("On") == 200_000


def test_any_bytes_are_read_or_refused(tally: Tally) -> None:
    tried: list[int] = []

    @given(
        st.lists(st.tuples(st.sampled_from(HEADERS), st.lists(st.sampled_from(BITS), max_size=5)), max_size=6),
        st.binary(),
    )
    def they_are(lines: list[tuple[bytes, list[bytes]]], body: bytes) -> None:
        headers = b"".join(name + b": " + b" ".join(bits) + b"\r\n" for name, bits in lines)
        tried.append(1)
        try:
            mail = read_mail(headers + b"\r\n" + body)
        except Invalid:
            return
        assert mail.sender.address
        assert "\x00" not in f"{mail.sender}{mail.subject}{mail.recipients}"
        f"{mail}".encode()

    they_are()
    tally("Hypothesis cases", len(tried))
