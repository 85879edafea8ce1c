"""Messages forwarded as text, as mail programs write them; and replies, which look alike."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview.connectors.forwarded_mail import forwarded_text
from afterview.connectors.mail_messages import read_mail

GMAIL = """\
Look at this.

---------- Forwarded message ---------
From: Dana Reyes <dana@acme.example>
Date: Mon, Nov 23, 2026 at 10:00 AM
Subject: Next steps
To: Kim Okafor <kim@example.com>


Could you come on Monday?
"""
APPLE = """\


> Begin forwarded message:
>\x20
> From: Dana Reyes <dana@acme.example>
> Subject: Next steps
> Date: 23 November 2026 at 10:00:00 GMT
> To: Kim Okafor <kim@example.com>
>\x20
> Could you come on Monday?
"""
OUTLOOK = """\
________________________________
From: Dana Reyes <dana@acme.example>
Sent: Monday, November 23, 2026 10:00 AM
To: Kim Okafor <kim@example.com>; Lee Park <lee@example.com>
Subject: Next steps

Could you come on Monday?
"""
THUNDERBIRD = """\


-------- Forwarded Message --------
Subject: \tNext steps
Date: \tMon, 23 Nov 2026 10:00:00 +0000
From: \tDana Reyes <dana@acme.example>
To: \tKim Okafor <kim@example.com>



Could you come on Monday?
"""
GERMAN = """\
Zur Kenntnis

-------- Weitergeleitete Nachricht --------
Betreff: \tNext steps
Datum: \tMon, 23 Nov 2026 10:00:00 +0000
Von: \tDana Reyes <dana@acme.example>
An: \tKim Okafor <kim@example.com>

Could you come on Monday?
"""
MOBILE = """\
Von: Dana Reyes <mailto:dana@acme.example>
Gesendet: Montag, 23. November 2026 10:00
An: Kim Okafor <kim@example.com>
Betreff: Next steps

Could you come on Monday?
"""
REPLY = """\
Yes, gladly.

From: Dana Reyes <dana@acme.example>
Sent: Monday, November 23, 2026 10:00 AM
To: Kim Okafor <kim@example.com>
Subject: Next steps

Could you come on Monday?
"""


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (GMAIL, "Fwd: Next steps"),
        (APPLE, "Fwd: Next steps"),
        (OUTLOOK, "FW: Next steps"),
        (THUNDERBIRD, "Fwd: Next steps"),
        (GERMAN, "Wtr: Next steps"),
        (MOBILE, "WG: Next steps"),
        (GMAIL, None),
    ],
    ids=["Gmail", "Apple", "Outlook", "Thunderbird", "German", "telephone", "without a subject"],
)
def test_a_forwarded_message_is_found_in_the_text(text: str, subject: str | None) -> None:
    found = forwarded_text(text, subject)
    assert found is not None
    assert found.sender == ("Dana Reyes", "dana@acme.example")
    assert found.recipients[0] == ("Kim Okafor", "kim@example.com")
    assert (found.subject, found.text) == ("Next steps", "Could you come on Monday?")


def test_a_date_counts_where_it_can_be_read_only_one_way() -> None:
    at = datetime(2026, 11, 23, 10, tzinfo=UTC)
    dates = [forwarded_text(text, "Fwd: x") for text in (THUNDERBIRD, GERMAN, GMAIL, OUTLOOK)]
    assert [one and one.sent_at for one in dates] == [at, at, None, None]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (REPLY, "Re: Next steps"),
        (REPLY, None),
        ("We forwarded your message.", "Fwd: Next steps"),
        (GMAIL.replace(" <dana@acme.example>", ""), "Fwd: Next steps"),
        ("---------- Forwarded message ---------\nLook at this\nFrom: dana@acme.example\n", "Fwd: Next steps"),
        ("---------- Forwarded message ---------", "Fwd: Next steps"),
        ("", None),
    ],
    ids=range(7),
)
def test_what_is_none_is_none(text: str, subject: str | None) -> None:
    assert forwarded_text(text, subject) is None


def test_it_is_read_as_what_it_was_in_the_thread_of_the_one_that_carries_it() -> None:
    raw = (
        "From: kim@example.com\nTo: afterview@example.com\nSubject: Fwd: Next steps\nMessage-ID: <fw@example.com>\n"
        "References: <first@acme.example>\nDate: Tue, 24 Nov 2026 08:00:00 +0000\n\n"
    )
    mail = read_mail((raw + GMAIL).encode())
    assert mail.forwarded is not None
    assert (mail.forwarded.sender.address, mail.forwarded.text) == ("dana@acme.example", "Could you come on Monday?")
    assert (mail.forwarded.message_id, mail.forwarded.references) == ("fw@example.com", ("first@acme.example",))
    assert mail.forwarded.sent_at == datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert mail.text == "Look at this."


PIECES = st.sampled_from(
    [
        "From:",
        "Von: ",
        "To: ",
        "Subject:",
        ">",
        "-- Forwarded message --",
        "\n",
        " ",
        "a@b.c",
        "<",
        ",",
        "[mailto:",
        "x",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=300), st.sampled_from([None, "Fwd: x"]))
def test_no_text_is_too_odd(text: str, subject: str | None) -> None:
    found = forwarded_text(text, subject)
    assert found is None or "@" in found.sender[1]
