"""Whatever an author puts together from what the language has, it is filled in or refused, and soon."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview.messages.dialect import FILTERS, MARK
from afterview.messages.render import Source, render
from afterview.messages.template import BadTemplate
from afterview.messages.terms import Kind
from afterview.messages.variables import VARIABLES, sample
from tests.messages.occasions import an_occasion

NAMES = [variable.name for variable in VARIABLES]
ODD = [
    "nope",
    "nope.x",
    "recipient",
    "forloop",
    "forloop.parentloop",
    "x",
    "interview[company]",
    "discussion_points[-1]",
]
LITERALS = ["blank", "empty", "nil", "true", "'x'", "''", "3", "-1", "2.5", "99999999999999999999"]
VALUE = st.sampled_from([*NAMES, *ODD, *LITERALS])
ARGUMENTS = st.lists(VALUE, max_size=2).map(lambda given: f": {', '.join(given)}" if given else "")
FILTER = st.builds("{} {}".format, st.sampled_from(sorted(FILTERS)), ARGUMENTS)
EXPRESSION = st.builds(lambda value, found: " | ".join([value, *found]), VALUE, st.lists(FILTER, max_size=3))
OPERATOR = st.sampled_from(["==", "!=", "<", ">=", "contains"])
COMPARISON = VALUE | st.builds("{} {} {}".format, VALUE, OPERATOR, VALUE)
CONDITION = COMPARISON | st.builds("{} {} {}".format, COMPARISON, st.sampled_from(["and", "or"]), COMPARISON)
WINDOW = st.just("") | st.builds("{}: {}".format, st.sampled_from(["limit", "offset"]), VALUE)


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Blocks around what is inside."""
    return st.one_of(
        st.builds("{}{}".format, inner, inner),
        st.builds("{{% if {} %}}{}{{% else %}}{}{{% endif %}}".format, CONDITION, inner, inner),
        st.builds("{{% unless {} %}}{}{{% endunless %}}".format, CONDITION, inner),
        st.builds("{{% for x in {} {} %}}{}{{% endfor %}}".format, VALUE, WINDOW, inner),
        st.builds("{{% case {} %}}{{% when {}, {} %}}{}{{% endcase %}}".format, VALUE, VALUE, VALUE, inner),
        st.builds("{{% assign x = {} %}}{}".format, EXPRESSION, inner),
    )


TEMPLATE = st.recursive(st.builds("so {{{{ {} }}}}\n".format, EXPRESSION), nested, max_leaves=6)


@given(TEMPLATE)
def test_it_is_filled_in_or_refused(body: str) -> None:
    try:
        text = render(Source("", (body,)), sample(Kind.THANK_YOU_EMAIL, "en"), {})
    except BadTemplate:
        return
    assert MARK not in text.body
    assert not set("{}") & set(text.body)


LOOPS = "{% for a in discussion_points %}{% for b in discussion_points %}"
ENDS = "{% endfor %}{% endfor %}"
LARGE = "{% assign x = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' %}" + "{% assign x = x | append: x %}" * 7


@pytest.mark.parametrize(
    ("before", "repeated", "after"),
    [
        (LOOPS + "{% assign y = company ", "| upcase ", "| size %}" + ENDS),
        (LARGE + LOOPS + "{% assign y = x ", "| upcase ", "| size %}" + ENDS),
        (LARGE + LOOPS + "{% if x contains 'b' ", "or x contains 'b' ", "%}{% endif %}" + ENDS),
        (LOOPS, "{% if 1 == 2 %}{% endif %}", ENDS),
        (LOOPS, "{% for c in nope %}{% endfor %}", ENDS),
        (LOOPS, "{% assign y = 1 %}", ENDS),
        (LOOPS, "{{ a }}", ENDS),
    ],
)
def test_it_ends_soon_whatever_the_facts_are(before: str, repeated: str, after: str) -> None:
    many = an_occasion(discussion_points=("a point of some length",) * 14)
    body = before + repeated * ((7_900 - len(before + after)) // len(repeated)) + after
    began = time.process_time()
    with suppress(BadTemplate):
        render(Source("", (body,)), many, {})
    assert time.process_time() - began < 1
