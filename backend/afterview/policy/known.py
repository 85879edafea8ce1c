"""What is known at `now`: whatever is dated later is left out once, before anything looks at the facts."""

from dataclasses import replace

from afterview.policy.facts import Application, Facts
from afterview.policy.terms import Status


def known(facts: Facts) -> Facts:
    """The facts without touches and a status dated after `now`; a status that nobody dated changed now."""
    touches = [touch for touch in facts.touches if touch.occurred_at <= facts.now]
    application = _application(facts)
    if application is facts.application and len(touches) == len(facts.touches):
        return facts
    return replace(facts, application=application, touches=touches)


def _application(facts: Facts) -> Application:
    application = facts.application
    changed_at = application.status_changed_at
    if changed_at is None:
        # Nobody said when; the latest possible moment closes nothing too early.
        changed_at = None if application.status is Status.ACTIVE else facts.now
        return application if changed_at is None else replace(application, status_changed_at=changed_at)
    if changed_at > facts.now:
        return replace(application, status=Status.ACTIVE, status_changed_at=None)
    return application
