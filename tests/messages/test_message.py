"""A message has everything that handing it over takes, and says itself what it lacks."""

from dataclasses import replace

import pytest

from afterview.messages.about import Recipient
from afterview.messages.built_in import built_in
from afterview.messages.lacks import lack
from afterview.messages.message import CHANNELS, Addressee, write
from afterview.messages.render import Source
from afterview.messages.terms import Channel, Kind
from afterview.messages.variables import VARIABLES
from tests.messages.occasions import an_occasion

DANA = Recipient(
    name="Dana Reyes",
    email="dana@acme.example",
    phone="+12125550123",
    linkedin_url="https://www.linkedin.com/in/dana",
    postal_address="1 Main Street",
)


@pytest.mark.parametrize(
    ("kind", "channel", "address"),
    [
        (Kind.THANK_YOU_EMAIL, Channel.EMAIL, DANA.email),
        (Kind.FOLLOW_UP_CALL, Channel.PHONE, DANA.phone),
        (Kind.LINKEDIN_REQUEST, Channel.LINKEDIN, DANA.linkedin_url),
        (Kind.HANDWRITTEN_NOTE, Channel.POST, DANA.postal_address),
    ],
)
def test_it_goes_where_its_kind_finds_the_recipient(kind: Kind, channel: Channel, address: str) -> None:
    message = write(built_in(kind, "en").source, an_occasion(kind, recipient=DANA), {})
    assert (message.channel, message.to) == (channel, Addressee("Dana Reyes", address))


def test_it_may_be_for_nobody_by_name() -> None:
    assert write(Source("", ("Hello",)), an_occasion(recipient=None), {}).to is None


@pytest.mark.parametrize("kind", Kind)
def test_only_an_e_mail_has_a_subject(kind: Kind) -> None:
    message = write(Source("About {{ role }}", ("Hello",)), an_occasion(kind), {})
    assert message.subject == ("About Data engineer" if CHANNELS[kind] is Channel.EMAIL else None)


@pytest.mark.parametrize("subject", ["", "By {{ promised_date }}"])
def test_an_e_mail_without_a_subject_gets_the_usual_one(subject: str) -> None:
    message = write(Source(subject, ("Hello",)), an_occasion(), {})
    assert message.subject == "Thank you for your time on Friday"


def test_what_is_missing_is_something_to_look_at() -> None:
    message = write(Source("", ("Hello\n{{ promised_date }}\n{{ link }}",)), an_occasion(), {})
    assert message.missing == ("promised_date", "link")
    found = [finding.message for finding in message.findings if finding.rule == "missing_value"]
    assert found == [
        "We do not know by when they promised to answer, so the line that says it was left out.",
        "The template asks for “link”, which has no value here, so that line was left out.",
    ]


def test_what_can_be_missing_is_named_as_people_name_it() -> None:
    always_there = {"company", "role", "held_interviews", "stage", "turn", "note_limit"}
    names = [it.name for it in VARIABLES if it.type != "true or false" and it.name not in always_there]
    assert [name for name in names if f"“{name}”" in lack(name).message] == []


def test_an_answer_that_only_you_can_give_is_asked_of_you() -> None:
    message = write(built_in(Kind.ANSWER, "en").source, an_occasion(Kind.ANSWER), {})
    (finding,) = [finding for finding in message.findings if finding.rule == "missing_value"]
    assert finding.message == "We cannot answer their question for you, so that line was left out."
    assert finding.suggestion == "Write your answer after the thanks, in a sentence or two."


def test_it_comes_with_what_its_checks_say() -> None:
    message = write(Source("", ("Hello [name], {{ company }}",)), an_occasion(), {})
    assert "placeholder" in {finding.rule for finding in message.findings}


def test_the_checks_know_how_it_goes_out() -> None:
    call = replace(an_occasion(Kind.LINKEDIN_REQUEST), note_limit=300)
    source = Source("", ("Thank you for the talk at Acme. " + "a" * 220,))
    allowed, over = write(source, call, {}), write(source, replace(call, note_limit=200), {})
    rules = [{finding.rule for finding in message.findings} for message in (allowed, over)]
    assert ["over_limit" in found for found in rules] == [False, True]


def test_it_is_measured_in_code_points_and_words() -> None:
    message = write(Source("", ("Hällo 👋🏽 {{ company }}",)), an_occasion(), {})
    assert (message.characters, message.words) == (13, 3)
