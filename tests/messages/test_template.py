"""A source that is no template is refused, with the place and what to write instead; a hostile one as well."""

import pytest

from afterview.messages.dialect import FILTERS, TAGS
from afterview.messages.render import fault
from afterview.messages.template import MOST_BYTES
from afterview.messages.terms import Kind

LOOP = "{% for a in discussion_points %}"

MISTAKES = {
    "Dear {{ company": ("unclosed", 1, 6),
    "Dear\n{{ }}": ("syntax", 2, 3),
    "{{ company | }}": ("syntax", 1, 4),
    "{{ company role }}": ("syntax", 1, 12),
    "Hi\n  {% if late %}\nand so on": ("unclosed", 2, 3),
    "{% if late %}\n{% for p in points_to_add %}{{ p }}{% endfor %}": ("unclosed", 1, 1),
    "{% comment %} so": ("unclosed", 1, 4),
    "{% include 'other' %}": ("unknown_tag", 1, 4),
    "{% capture x %}{% endcapture %}": ("unknown_tag", 1, 4),
    "so {% endif %}": ("tag_out_of_place", 1, 7),
    "{% else %}": ("tag_out_of_place", 1, 4),
    "{% break %}": ("tag_out_of_place", 1, 4),
    "a }} b": ("stray_brace", 1, 3),
    "{% raw %} {{ x }}{% endraw %}": ("stray_brace", 1, 11),
    "{{ company | replace: 'a', 'b' }}": ("unknown_filter", 1, 14),
    "{% assign x = company | split: '' %}": ("unknown_filter", 1, 25),
    "{{ company | truncate: 'x' }}": ("wrong_value", 1, 14),
    "{{ company | append }}": ("wrong_value", 1, 14),
    "{% if company < 3 %}x{% endif %}": ("wrong_value", 1, 15),
}
HOSTILE = {
    "{{ (1..300000000) | join }}": "no_ranges",
    "{% for i in (1..300000000) offset: 299999999 %}{% endfor %}": "no_ranges",
    "{% if (1..2) contains 1 %}{% endif %}": "no_ranges",
    "{{ 'a' | append: (1..300000000) }}": "no_ranges",
    "{% assign x = 'aaaaaaaa' %}" + "{% assign x = x | append: x %}" * 60 + "{{ x }}": "template_grows",
    LOOP * 8 + "{{ company }}" + "{% endfor %}" * 8: "template_grows",
    LOOP + "{% assign x = topic" + " | append: topic" * 400 + " %}" + "{% endfor %}": "template_grows",
    "{% if late %}" * 100 + "{% endif %}" * 100: "template_too_deep",
    "{% if late" + " and late" * 800 + " %}{% endif %}": "template_too_deep",
    "{{ a" + "[a" * 3_000 + "]" * 3_000 + " }}": "template_too_long",
    "x" * (MOST_BYTES + 1): "template_too_long",
    "ü" * MOST_BYTES: "template_too_long",
    "{{ " + "9" * 5_000 + " }}": "syntax",
    "{% case late %}" * 300: "tag_out_of_place",
    "{% case late %}{% when %}{% endcase": "unclosed",
}


def found(source: str) -> tuple[str, int, int] | None:
    """The code and the place of what is wrong."""
    bad = fault(source, Kind.THANK_YOU_EMAIL, "en")
    return None if bad is None else (bad.code, bad.line, bad.column)


@pytest.mark.parametrize(("source", "expected"), MISTAKES.items())
def test_a_mistake_is_named_at_its_place(source: str, expected: tuple[str, int, int]) -> None:
    assert found(source) == expected


@pytest.mark.parametrize("source", MISTAKES)
def test_what_is_said_of_a_mistake_is_a_sentence_of_ours(source: str) -> None:
    bad = fault(source, Kind.THANK_YOU_EMAIL, "en")
    assert bad is not None
    assert bad.detail.endswith(".")
    assert "expected" not in bad.detail


@pytest.mark.parametrize(("source", "code"), HOSTILE.items(), ids=lambda it: str(it)[:40])
def test_a_hostile_source_is_refused(source: str, code: str) -> None:
    it = found(source)
    assert it is not None
    assert it[0] == code


@pytest.mark.parametrize(
    "source",
    [
        "",
        "A letter without anything to fill in, and with a { brace } of its own.",
        "{{ company | upcase | truncate: 3 }} {{ discussion_points | join: '; ' }}",
        "{% for p in points_to_add %}{% if forloop.last %}and {% endif %}{{ p }}{% endfor %}",
        "{% case stage %}{% when 'active' or 'offered' %}a{% else %}b{% endcase %}",
        "{% unless late %}{% assign x = role | downcase %}{{ x }}{% endunless %}",
        "{% comment %}{{ late }}{% endcomment %}",
        "{{ my_own_name }} {{ recipient.nickname | default: recipient.name }}",
    ],
)
def test_what_an_author_needs_is_read(source: str) -> None:
    assert found(source) is None


def test_the_language_is_no_larger_than_it_says() -> None:
    assert TAGS == ("assign", "break", "case", "comment", "continue", "for", "if", "unless")
    assert not {"replace", "split", "times", "map", "date", "concat"} & set(FILTERS)
