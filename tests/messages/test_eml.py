"""A draft as a file says what it was given, to any program that reads mail, and nothing else."""

import re
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview.messages.eml import eml, file_name

ANYTHING = st.text(st.characters(exclude_categories=["Cs"]))
ONE_LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=200)


def as_others_read_it(raw: bytes) -> Message:
    """The file as older mail programs read it, which know nothing of what Python's newer policies forgive."""
    return message_from_bytes(raw, policy=policy.compat32)


def words(header: str) -> str:
    """A header without its folding and its encoded words."""
    return str(make_header(decode_header(re.sub(r"\r?\n", "", header))))


@given(ANYTHING)
def test_the_text_arrives_whole(body: str) -> None:
    payload = as_others_read_it(eml("Dana", "dana@acme.example", "Hello", body)).get_payload(decode=True)
    assert isinstance(payload, bytes)
    lines = re.split(r"\r\n|\r|\n", body)
    assert payload.decode().split("\r\n") == (lines if lines[-1] == "" and body else [*lines, ""])


@given(ONE_LINE)
def test_the_subject_arrives_whole(subject: str) -> None:
    raw = as_others_read_it(eml("Dana", "dana@acme.example", subject, "Hello"))["Subject"]
    assert words(raw).strip() == subject.strip()


@given(ONE_LINE)
def test_the_name_arrives_whole_and_brings_no_second_recipient(name: str) -> None:
    header = as_others_read_it(eml(name, "dana@acme.example", "Hello", "Hello"))["To"]
    ((found, address),) = getaddresses([re.sub(r"\r?\n", "", header)])
    assert (words(found).split(), address) == (name.split(), "dana@acme.example")


@given(ANYTHING, ANYTHING, ANYTHING)
def test_nothing_adds_a_header(name: str, subject: str, body: str) -> None:
    message = as_others_read_it(eml(name, "dana@acme.example", subject, body))
    expected = ["X-Unsent", "To", "Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"]
    assert sorted(message.keys()) == sorted(expected)


@given(ANYTHING, ANYTHING)
def test_no_line_is_longer_than_mail_may_be(subject: str, body: str) -> None:
    assert max(map(len, eml("Dana", "dana@acme.example", subject, body * 50).split(b"\r\n"))) <= 998


def test_it_is_a_draft_that_nobody_has_sent() -> None:
    message = message_from_bytes(eml("Dana", "dana@acme.example", "Hello", "Hello"), policy=policy.default)
    assert (message["X-Unsent"], message["From"], message["Date"]) == ("1", None, None)


def test_without_an_address_the_recipient_is_filled_in_later() -> None:
    assert message_from_bytes(eml("Dana", None, "Hello", "Hello"))["To"] is None


@pytest.mark.parametrize("break_", ["\r\n", "\n", "\r", "\u2028", "\x0b", "\x85"])
def test_a_line_break_in_a_header_becomes_a_blank(break_: str) -> None:
    raw = eml(f"Dana{break_}Bcc: eve@evil.example", "dana@acme.example", f"Hello{break_}Bcc: eve@evil.example", "Hello")
    message = message_from_bytes(raw, policy=policy.default)
    assert (message["Bcc"], message["Subject"]) == (None, "Hello Bcc: eve@evil.example")
    assert [one.addr_spec for one in message["To"].addresses] == ["dana@acme.example"]


def test_a_domain_in_another_script_goes_in_the_form_that_every_server_knows() -> None:
    message = message_from_bytes(eml("Dana", "dana@straße.example", "Hello", "Hello"), policy=policy.default)
    assert message["To"] == "Dana <dana@xn--strae-oqa.example>"


def test_an_address_in_another_script_makes_the_whole_file_utf_8() -> None:
    raw = eml("Dänä", "dänä@bücher.example", "Grüße", "Hello")
    assert "To: Dänä <dänä@xn--bcher-kva.example>\r\nSubject: Grüße\r\n".encode() in raw


@pytest.mark.parametrize(
    ("name", "subject", "expected"),
    [
        ("Dana Reyes", "Thank you for Friday", "Dana Reyes - Thank you for Friday.eml"),
        (None, "Thank you", "Thank you.eml"),
        ("../../etc", 'a/b\\c: "d"?', "etc - a b c d.eml"),
        ("Dänä", "Grüße…", "Dänä - Grüße….eml"),
        ("lme\u202e", "exe", "lme - exe.eml"),
        (None, "...", "Draft.eml"),
        (None, "a" * 300, "a" * 80 + ".eml"),
    ],
)
def test_the_file_is_called_after_its_recipient_and_subject(name: str | None, subject: str, expected: str) -> None:
    assert file_name(name, subject) == expected
