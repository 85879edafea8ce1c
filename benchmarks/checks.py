"""The price of looking a draft through, as it is paid 250 ms after somebody stops typing."""

import json
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Final

from afterview.messages.about import About, Recipient
from afterview.messages.checking import check
from afterview.messages.draft import Draft
from afterview.messages.terms import Kind
from benchmarks.paired import Measure, ratio

_SMALL_JSON: Final = {"numbers": list(range(20)), "text": "x" * 50}
_BAR: Final = 1200
"""5 ms, where a small `json.dumps` takes 4 µs."""

LETTER: Final = """Dear Dana,

Thank you for taking the time to talk with me on Friday about the data engineer position at Acme, and for telling me so
openly where the team stands. I came away with a much clearer idea of what the first months would look like.

I especially enjoyed our conversation about the move to event streams. You described how the old nightly batches grew
over the years, and why you decided to take them apart one by one instead of all at once. We went through the same at
my current job, where it took us nine months to bring forty services over; the part that surprised me most was how
little of the work was technical, and how much of it was agreeing on what an event means.

You asked how I would handle late events. On the way home I thought of a better answer than the one I gave: I would keep
the raw events for a while, recompute the affected windows, and tell the consumers which results have changed. That way
nobody has to wait for the slowest sender, and nobody is surprised by a number that moves. I would be glad to show you a
small prototype that I have built since.

Everything I heard on Friday makes me even more interested in the position. I like how the team reviews each other's
work, how you share the nights on call, and that questions are welcome from the first day on. I would be very happy to
be part of it.

If there is anything else that you would like to know, I am happy to answer. I look forward to hearing from you, and
wish you a good week.

Kind regards,
Kim Okafor
"""
"""1,500 characters, as somebody writes them who has a lot to say."""


def checks(rounds: int = 21, each: int = 5) -> Iterator[Measure]:
    """All checks on one letter, for the kinds that are checked the least and the most."""
    for kind in (Kind.THANK_YOU_EMAIL, Kind.FOLLOW_UP_CALL):
        about = About(
            kind=kind,
            company="Acme",
            role="Data engineer",
            today=date(2026, 12, 3),
            sender="Kim Okafor",
            recipient=Recipient(name="Dana Reyes"),
            interview_on=date(2026, 11, 20),
            discussion_points=("the move to event streams",),
            promised_date=date(2026, 12, 1),
        )
        taken = ratio(
            partial(check, Draft(LETTER), about),
            lambda: json.dumps(_SMALL_JSON),
            rounds=rounds,
            each=each,
            reference_each=each * 200,
        )
        yield Measure(f"1,500 characters checked, {kind.value}", "a small json.dumps", taken, _BAR)
