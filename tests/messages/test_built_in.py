"""Our own templates: a letter for every usual situation, in every language, with nothing in it that is not known."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview.messages.about import About, Recipient
from afterview.messages.built_in import built_in
from afterview.messages.checking import check
from afterview.messages.draft import Draft
from afterview.messages.message import write
from afterview.messages.render import Text, render
from afterview.messages.terms import Kind, Severity, Stage
from afterview.messages.tongue import LANGUAGES, tongue
from afterview.messages.variables import Occasion
from tests.messages.occasions import DANA, TODAY, an_about, an_occasion, usual

EVERY = [(kind, language) for kind in Kind for language in LANGUAGES]
ANSWER = {"answer": "I can start next month."}
WITH_SUBJECT = {kind for kind in Kind if kind.value.endswith("_email")} | {Kind.ANSWER}


def written(occasion: Occasion) -> Text:
    """Our template filled in."""
    return render(built_in(occasion.about.kind, occasion.tongue.code).source, occasion, ANSWER)


def texts(kind: Kind, language: str) -> Iterator[tuple[About, Text]]:
    """What comes of it on every usual occasion."""
    for occasion in usual(kind, language):
        yield occasion.about, written(occasion)


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_a_letter_has_no_brace_hole_or_gap(kind: Kind, language: str) -> None:
    for about, text in texts(kind, language):
        for part in (text.subject, text.body):
            assert not re.search(r"[{}\[\]<>]|\n{3}|  | [,.;?]|\.\.|None|\n $", part), (about, part)
        assert "!" not in text.body


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_a_letter_lacks_nothing_that_it_needs(kind: Kind, language: str) -> None:
    for about, text in texts(kind, language):
        expected = {"discussion_points"} if kind is Kind.THANK_YOU_EMAIL and not about.discussion_points else set()
        assert set(text.missing) == expected, about
        assert bool(text.subject) == (kind in WITH_SUBJECT)


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_no_line_says_what_the_facts_do_not(kind: Kind, language: str) -> None:
    weekdays = ("Friday", "Monday", "Freitag", "Montag", "November", "Januar")
    for about, text in texts(kind, language):
        if about.interview_on is None and about.promised_date is None:
            assert not [day for day in weekdays if day in text.body], about
        if not about.discussion_points:
            assert "event streams" not in text.body


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("limit", [200, 300])
def test_an_invitation_keeps_to_the_limit_whatever_the_names(language: str, limit: int) -> None:
    for size in (1, 20, 40, 80, 120, 200):
        name = "Ä" * size
        about = an_about(
            Kind.LINKEDIN_REQUEST,
            company=name,
            role=name,
            sender=name,
            recipient=Recipient(name=name),
            discussion_points=(name * 5,),
        )
        text = written(Occasion(about=about, tongue=tongue(language), note_limit=limit))
        assert 40 < len(text.body) <= limit


def test_an_invitation_says_more_where_there_is_room() -> None:
    about = an_about(Kind.LINKEDIN_REQUEST, interview_on=date(2026, 11, 2))
    short, long = (written(Occasion(about=about, tongue=tongue("en"), note_limit=limit)).body for limit in (200, 300))
    assert len(short) < len(long)
    assert "event streams" in short


@pytest.mark.parametrize("language", LANGUAGES)
def test_members_of_a_panel_get_different_letters(language: str) -> None:
    names = ["Dana Reyes", "Sam Lee", "Ada Osei", "Bo Lind"]
    bodies = []
    for name in names:
        others = tuple(other for other in names if other != name)
        about = an_about(
            recipient=Recipient(name=name), colleagues=others, discussion_points=("event streams", "testing")
        )
        bodies.append(written(Occasion(about=about, tongue=tongue(language))).body)
    sentences = [set(re.split(r"(?<=[.,])\s+", body)) - {"Kim Okafor"} for body in bodies]
    for body in bodies:
        others = tuple(other for other in bodies if other != body)
        assert "same_as_other" not in {it.rule for it in check(Draft(body=body, others=others), an_about())}
    shared = [one & other for place, one in enumerate(sentences) for other in sentences[place + 1 :]]
    assert shared == [set()] * 6


def test_the_same_person_gets_the_same_letter_again() -> None:
    assert written(an_occasion(colleagues=("Al", "Zoe"))) == written(an_occasion(colleagues=("Zoe", "Al")))


@pytest.mark.parametrize("kind", [Kind.THANK_YOU_EMAIL, Kind.CHECK_IN_EMAIL])
def test_missed_points_ride_along_when_they_are_to(kind: Kind) -> None:
    points = ("I have run Kafka for two years",)
    carrying = an_occasion(kind, points_to_add=points, carries=(Kind.ADDITIONAL_INFORMATION_EMAIL,))
    assert "I have run Kafka for two years." in written(carrying).body
    assert "Kafka" not in written(an_occasion(kind, points_to_add=points)).body


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_a_letter_passes_the_checks(kind: Kind, language: str) -> None:
    source = built_in(kind, language).source
    for occasion in usual(kind, language):
        message = write(source, occasion, ANSWER)
        found = [it for it in message.findings if it.severity is not Severity.ADVICE and it.rule != "missing_value"]
        assert found == [], (message.body, occasion.about)


def test_late_thanks_say_so_and_others_do_not() -> None:
    late, early = written(an_occasion(late=True)).body, written(an_occasion()).body
    assert "later than I had planned" in late
    assert "later" not in early


def test_a_check_in_carries_the_thanks_that_were_never_said() -> None:
    text = written(an_occasion(Kind.CHECK_IN_EMAIL, carries=(Kind.THANK_YOU_EMAIL,), thanked=False))
    assert "Thank you for talking with me" in text.body


def test_a_check_in_after_a_second_round_speaks_of_interviews() -> None:
    first = written(an_occasion(Kind.CHECK_IN_EMAIL))
    second = written(an_occasion(Kind.CHECK_IN_EMAIL, held_interviews=2))
    assert ("next steps" in first.body, "next steps" in second.body) == (True, False)
    assert "my interviews" in second.body


def test_a_voicemail_asks_nobody_whether_the_moment_suits() -> None:
    spoken = an_occasion(Kind.FOLLOW_UP_CALL)
    assert "Is this a good moment" in written(spoken).body
    assert "Is this a good moment" not in written(replace(spoken, voicemail=True)).body


def test_an_e_mail_without_anything_to_add_says_what_is_missing() -> None:
    about = an_about(Kind.ADDITIONAL_INFORMATION_EMAIL)
    occasion = Occasion(about=about, tongue=tongue("en"))
    text = render(built_in(about.kind, "en").source, occasion, {})
    assert text.missing == ("points_to_add",)


def test_an_answer_is_the_candidates_own() -> None:
    occasion = an_occasion(Kind.ANSWER)
    assert render(built_in(Kind.ANSWER, "en").source, occasion, {}).missing == ("answer",)
    assert ANSWER["answer"] in written(occasion).body


NAMES = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="{}[]<>"), min_size=1, max_size=200)
NOTES = st.lists(st.text(max_size=60), max_size=4).map(tuple)
ABOUTS = st.builds(
    About,
    kind=st.sampled_from(Kind),
    company=NAMES,
    role=NAMES,
    today=st.just(TODAY),
    stage=st.sampled_from(Stage),
    sender=st.none() | NAMES,
    signature=st.none() | st.text(max_size=80),
    recipient=st.none() | st.just(DANA) | st.builds(Recipient, name=NAMES),
    colleagues=st.lists(NAMES, max_size=3).map(tuple),
    interview_on=st.none() | st.dates(date(2024, 1, 1), TODAY),
    discussion_points=NOTES,
    points_to_add=NOTES,
    concerns=NOTES,
    promised_date=st.none() | st.dates(date(2024, 1, 1), date(2028, 1, 1)),
    late=st.booleans(),
    carries=st.lists(st.sampled_from(Kind), max_size=2).map(tuple),
    thanked=st.booleans(),
    held_interviews=st.integers(0, 5),
)


@given(ABOUTS, st.sampled_from(LANGUAGES), st.booleans(), st.sampled_from([200, 300]))
def test_any_facts_make_a_letter(about: About, language: str, voicemail: bool, limit: int) -> None:
    text = written(Occasion(about=about, tongue=tongue(language), voicemail=voicemail, note_limit=limit))
    assert text.body
    assert "\n\n\n" not in text.body
    assert "\n" not in text.subject
    if about.kind is Kind.LINKEDIN_REQUEST:
        assert len(text.body) <= limit
