"""An e-mail with information is a follow-up, and must come before a question would."""

from collections.abc import Iterator
from datetime import datetime

from afterview.policy.effects import Effect, Fact, NotAfter, NotBefore
from afterview.policy.parameters import Parameters
from afterview.policy.rules import rule
from afterview.policy.situation import Situation
from afterview.policy.step import Step
from afterview.policy.terms import Basis, Kind
from afterview.policy.windows import quiet_after_thanks, quiet_after_update


@rule(
    basis=Basis.ARTICLE,
    sections=("WAY5", "FAQ3"),
    about=(Kind.ADDITIONAL_INFORMATION_EMAIL,),
    parameters=("quiet_days",),
)
def information_counts(step: Step, facts: Situation, policy: Parameters) -> Iterator[Effect]:
    """Send additional information once, while they are still deciding; it counts as one of your follow-ups."""
    if facts.ahead:
        ends_at = facts.ahead[-1].ends_at
        yield NotBefore(ends_at, "You can say it in the interview that ends {ends_at}.", ends_at=ends_at)
    closing = _closing(facts)
    if closing is None:
        return
    closes_at, rests_on = closing
    if facts.now < closes_at:
        because = "It still helps their decision until {closes_at}."
    else:
        because = "Since {closes_at} a check-in may carry it instead."
    yield NotAfter(closes_at, because, closes_at=closes_at, **rests_on)


def _closing(facts: Situation) -> tuple[datetime, dict[str, Fact]] | None:
    """When the promised day ends, else when the week of thanks or of an update lets an enquiry open; and after what."""
    if facts.promise is not None:
        return facts.promise.passed_at, {"promised": facts.promise.day}
    zone = facts.people[facts.enquiry_recipient].zone
    weeks: list[tuple[datetime, dict[str, Fact]]] = []
    after_thanks = quiet_after_thanks(facts, zone)
    if after_thanks is not None and facts.latest_held is not None:
        thanked_at, ended_at = facts.round_thanked_at, facts.latest_held.ends_at
        weeks.append((after_thanks, {"thanked_at": thanked_at} if thanked_at else {"ended_at": ended_at}))
    after_update = quiet_after_update(facts, zone)
    if after_update is not None:
        weeks.append((after_update, {"updated_at": facts.dateless_update_at}))
    if not weeks:
        return None
    ends_at, rests_on = max(weeks, key=lambda week: week[0])
    return facts.working_moment(ends_at, zone), rests_on
