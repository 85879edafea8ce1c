"""A link opens the draft that went in: nothing is lost, nothing is cut off, nothing is added."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from afterview.messages.handoff import LONGEST_LINK, links

ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=100)
ADDRESSES = st.from_regex(r"[\w!#$%&'*+/=?^`{|}~.-]{1,20}@[\w-]{1,20}\.example", fullmatch=True)


def break_for_break(text: str, break_: str) -> str:
    """The text with that line break for each of its own."""
    return break_.join(re.split(r"\r\n|\r|\n", text))


def decoded(link: str | None) -> tuple[str, dict[str, str]]:
    """What a mail program makes of a mailto: link (RFC 6068: a plus sign is a plus sign): address and fields."""
    assert link is not None
    scheme, _, rest = link.partition(":")
    assert scheme == "mailto"
    address, _, query = rest.partition("?")
    fields = dict(pair.split("=") for pair in query.split("&"))
    return unquote(address, errors="strict"), {name: unquote(value, errors="strict") for name, value in fields.items()}


def asked(link: str | None, at: str) -> dict[str, str]:
    """The fields of a link to a page, as a web server reads them."""
    assert link is not None
    assert link.startswith(at)
    fields = parse_qs(urlsplit(link).query, keep_blank_values=True, strict_parsing=True, errors="strict")
    return {name: value for name, (value,) in fields.items()}


@example("dana+jobs@acme.example", "One\r\nline", "1 % & 2\r3\n4\r\n\r\n5, 大橋 👋🏽")
@given(ADDRESSES, ANYTHING, ANYTHING)
def test_a_mail_program_gets_what_went_in(address: str, subject: str, body: str) -> None:
    expected = {"subject": break_for_break(subject, " "), "body": break_for_break(body, "\r\n")}
    assert decoded(links(address, subject, body).mailto) == (address, expected)


@example("dana+jobs@acme.example", "One\r\nline", "1 % & 2\r3\n4\r\n\r\n5, 大橋 👋🏽")
@given(ADDRESSES, ANYTHING, ANYTHING)
def test_gmail_and_outlook_get_what_went_in(address: str, subject: str, body: str) -> None:
    found, text = links(address, subject, body), break_for_break(body, "\r\n")
    subject_line = break_for_break(subject, " ")
    gmail = asked(found.gmail, "https://mail.google.com/mail/?")
    assert gmail == {"view": "cm", "fs": "1", "to": address, "su": subject_line, "body": text}
    outlook = asked(found.outlook, "https://outlook.live.com/mail/0/deeplink/compose?")
    assert outlook == {"to": address, "subject": subject_line, "body": text}


@given(ADDRESSES, ANYTHING, ANYTHING)
def test_a_link_is_ascii_without_anything_that_ends_it(address: str, subject: str, body: str) -> None:
    assert re.fullmatch(r"mailto:[\w.~%@-]*\?[\w.~%=&-]*", links(address, subject, body).mailto or "", re.ASCII)


def test_the_parts_that_matter_to_links_are_encoded() -> None:
    assert links("dana+jobs@acme.example", "50 % & more", "Dear Dana,\n\nit's 1+1=2?").mailto == (
        "mailto:dana%2Bjobs@acme.example?subject=50%20%25%20%26%20more"
        "&body=Dear%20Dana%2C%0D%0A%0D%0Ait%27s%201%2B1%3D2%3F"
    )


def test_without_an_address_the_recipient_is_left_open() -> None:
    assert links(None, "Hello", "Dana").mailto == "mailto:?subject=Hello&body=Dana"


@pytest.mark.parametrize("name", ["mailto", "gmail", "outlook"])
def test_a_link_goes_up_to_its_limit_and_no_further(name: str) -> None:
    room = LONGEST_LINK - len(getattr(links("dana@acme.example", "Hello", ""), name))
    longest = getattr(links("dana@acme.example", "Hello", "a" * room), name)
    assert len(longest) == LONGEST_LINK
    assert getattr(links("dana@acme.example", "Hello", "a" * (room + 1)), name) is None


def test_what_is_too_long_for_one_program_may_do_for_another() -> None:
    found = links("dana@acme.example", "Hello", "a" * 1_850)
    assert (found.mailto is None, found.gmail, found.outlook) == (False, None, None)
