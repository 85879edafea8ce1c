"""The daily letter as a message: whole for any name, and no name gets anywhere but into the text."""

from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from html import unescape
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview.connectors.digest_letter import DigestLetter, LetterStep, message_id, write_letter

KIM = UUID("01936b2e-0000-7000-8000-000000000001")
LEE = UUID("01936b2e-0000-7000-8000-000000000002")
AT = datetime(2026, 11, 24, 13, tzinfo=UTC)
SENDER = "letters@afterview.example"


def a_step(company: str = "Acme", headline: str = "Send Dana Reyes a thank-you email") -> LetterStep:
    """A step to take now."""
    return LetterStep(headline, company, "Data engineer", "Best now.", "It was yesterday.", "https://a.example/#/1")


def written(*steps: LetterStep, name: str = "Kim", to: str = "kim@example.com", secure: bool = True) -> EmailMessage:
    """A letter as it is read at the other end."""
    letter = DigestLetter(
        user_id=KIM,
        to=to,
        name=name,
        day=date(2026, 11, 24),
        steps=steps or [a_step()],
        has_more=False,
        today_url="https://a.example/",
        stop_url=f"http{'s' * secure}://a.example/unsubscribe/x",
    )
    raw = write_letter(letter, sender=SENDER, at=AT).as_bytes()
    return message_from_bytes(raw, _class=EmailMessage, policy=policy.default)


def text_of(letter: EmailMessage, kind: str) -> str:
    """One of its two texts."""
    body = letter.get_body((kind,))
    assert body is not None
    return str(body.get_content())


HEADERS = {
    "Subject", "From", "To", "Date", "Message-ID", "Auto-Submitted", "List-Unsubscribe", "List-Unsubscribe-Post",
    "MIME-Version", "Content-Type",
}  # fmt: skip
ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=200)


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_whatever_the_names_the_letter_is_one_with_these_headers(name: str, company: str, headline: str) -> None:
    letter = written(a_step(company, headline), name=name)
    assert set(letter.keys()) == HEADERS
    assert [part.get_content_type() for part in letter.iter_parts()] == ["text/plain", "text/html"]
    assert letter["To"] == "kim@example.com"
    assert len(letter["Subject"]) <= 160
    assert text_of(letter, "html").count("<") == text_of(written(), "html").count("<")


@pytest.mark.parametrize("company", ["求人 🙂 und Söhne", "Zoë & Müller, <GmbH>", "Plain Inc."])
def test_names_arrive_as_they_were(company: str) -> None:
    letter = written(a_step(company))
    assert letter["Subject"] == f"Send Dana Reyes a thank-you email ({company})"
    assert f"Data engineer, {company}" in text_of(letter, "plain")
    assert f"Data engineer, {company}" in unescape(text_of(letter, "html"))


def test_a_name_cannot_begin_a_header_or_a_paragraph() -> None:
    letter = written(a_step("Acme\r\nBcc: everybody@example.com\r\n\r\nHi"))
    assert letter["Bcc"] is None
    assert "Acme Bcc: everybody@example.com Hi" in letter["Subject"]
    assert "\nBcc" not in text_of(letter, "plain")


def test_a_day_has_one_message_id_which_tells_users_and_days_apart() -> None:
    day = date(2026, 11, 24)
    named = [message_id(who, on, SENDER) for who in (KIM, LEE) for on in (day, date(2026, 11, 25))]
    assert len(set(named)) == 4
    assert message_id(KIM, day, SENDER) == named[0] == written()["Message-ID"]


def test_one_click_is_offered_only_where_it_is_safe() -> None:
    assert written()["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert written(secure=False)["List-Unsubscribe-Post"] is None
    assert written(secure=False)["List-Unsubscribe"] == "<http://a.example/unsubscribe/x>"


def test_the_html_loads_nothing_from_anywhere_and_knows_the_dark() -> None:
    html = text_of(written(), "html")
    assert not any(loading in html for loading in ("<img", "src=", "url(", "@import", "<link", "<script"))
    assert "prefers-color-scheme: dark" in html


@pytest.mark.parametrize("address", ["kim@example.com", "o'neil+jobs@example.com", "jürgen@bücher.example"])
def test_it_is_addressed_to_whoever_gets_it(address: str) -> None:
    assert str(written(to=address)["To"]) == address
