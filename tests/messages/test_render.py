"""Filling a template in leaves no hole: what is missing is named, and its line left out."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview.messages.dialect import MARK
from afterview.messages.render import Source, Text, render
from afterview.messages.template import BadTemplate
from afterview.messages.terms import Kind
from afterview.messages.variables import MOST_CHARACTERS
from tests.messages.occasions import an_occasion


def filled(body: str, *, own: dict[str, str] | None = None, language: str = "en", **said: object) -> Text:
    """A body filled in for Dana at Acme."""
    return render(Source("", (body,)), an_occasion(Kind.THANK_YOU_EMAIL, language, **said), own or {})


def test_values_stand_where_their_names_did() -> None:
    text = filled("{{ recipient.greeting }} of {{ company }}, on {{ interview.day }}: {{ topic }}")
    assert text == Text("", "Dana Reyes of Acme, on Friday: the move to event streams", ())


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ("{{ promised_date }}", "promised_date"),
        ("{{ points_to_add }}", "points_to_add"),
        ("{{ points_to_add | join: ', ' }}", "points_to_add"),
        ("{{ points_to_add | first }}", "points_to_add"),
        ("{{ promised_date | upcase | append: ' or so' }}", "promised_date"),
        ("{% assign day = promised_date | upcase %}{{ day }}", "promised_date"),
        ("{{ nickname }}", "nickname"),
        ("{{ recipient.nickname }}", "recipient.nickname"),
        ("{{ recipient }}", "recipient"),
        ("{{ now }}", "now"),
        ("{{ today }}", "today"),
        ("{{ company.__class__ }}", "company.__class__"),
        ("{{ forloop }}", "forloop"),
    ],
)
def test_a_value_that_is_not_there_is_named_and_its_line_left_out(body: str, missing: str) -> None:
    assert filled(f"Before\nA line with {body} in it\nAfter") == Text("", "Before\nAfter", (missing,))


@pytest.mark.parametrize(
    "body",
    [
        "{% if promised_date %}{{ promised_date }}{% endif %}so",
        "{{ promised_date | default: 'so' }}",
        "{% for p in points_to_add %}{{ p }}{% endfor %}so",
        "{% if promised_date > 3 %}{% else %}so{% endif %}",
        "{% if nickname == nil %}so{% endif %}",
    ],
)
def test_asking_for_a_value_is_no_lack(body: str) -> None:
    assert filled(body) == Text("", "so", ())


def test_a_subject_that_lacks_something_is_empty() -> None:
    text = render(Source("By {{ promised_date }}", ("Hello",)), an_occasion(), {})
    assert text == Text("", "Hello", ("promised_date",))


def test_paragraphs_stay_apart_by_one_blank_line() -> None:
    assert (
        filled("A\n\n{% if late %}B{% endif %}\n\n{{ nickname }}\n\nC {% if late %}d{% endif %} e  \n").body
        == "A\n\nC e"
    )


def test_lists_are_written_as_the_language_writes_them() -> None:
    topics = ("a", "b", "c")
    assert filled("{{ discussion_points }}", discussion_points=topics, language="de").body == "a, b und c"
    assert filled("{{ discussion_points | listed | upcase }}", discussion_points=topics).body == "A, B AND C"


def test_own_values_have_names_of_their_own() -> None:
    text = filled("{{ link }} and {{ variables.link }}", own={"link": "example.com"})
    assert text.body == "example.com and example.com"


def test_an_own_value_goes_before_ours_of_that_name() -> None:
    text = filled("{{ recipient.greeting }}, {{ recipient.name }}", own={"recipient.greeting": "Dana"})
    assert text.body == "Dana, Dana Reyes"


def test_an_own_value_that_is_blank_is_missing() -> None:
    assert filled("{{ link }}", own={"link": " "}).missing == ("link",)


def test_a_very_long_value_is_shortened_where_one_sees_it() -> None:
    body = filled("{{ topic }}", discussion_points=("word " * 4_000,)).body
    assert MOST_CHARACTERS - 10 < len(body) <= MOST_CHARACTERS + 2
    assert body.endswith("word …")


def test_a_template_that_grows_with_its_values_is_refused() -> None:
    loop = "{% for a in discussion_points %}" * 2 + "{{ a }}" + "{% endfor %}" * 2
    with pytest.raises(BadTemplate) as refused:
        filled(loop, discussion_points=("a point",) * 100)
    assert refused.value.code == "template_grows"


def test_the_first_version_that_is_short_enough_is_taken() -> None:
    source = Source("", ("a" * 250, "b" * 150, "c"))
    occasion = an_occasion(Kind.LINKEDIN_REQUEST)
    assert render(source, occasion, {}).body == "b" * 150
    assert render(source, replace(occasion, note_limit=300), {}).body == "a" * 250
    assert render(source, replace(occasion, note_limit=100), {}).body == "c"


@given(st.text(alphabet="{}%-| \n'\"abforincompany.[]():0189ü", max_size=120), st.text(max_size=20))
def test_any_source_is_filled_in_or_refused(body: str, company: str) -> None:
    try:
        text = filled(body, company=company or "Acme")
    except BadTemplate:
        return
    assert MARK not in text.body
    if not set("{}") & set(company):
        assert "{{" not in text.body
        assert "}}" not in text.body
