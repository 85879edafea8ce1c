"""What receivers of webhooks are sent: an envelope around the resource, as the API itself represents it."""

from typing import Any

from pydantic_core import to_json

from afterview.api.schemas.advice import AgendaApplication
from afterview.api.schemas.applications import Application
from afterview.api.schemas.interviews import Interview
from afterview.api.schemas.times import write_instant
from afterview.api.schemas.touches import Touch
from afterview.services.deliveries import DueAction, Message, Ping
from afterview.services.interviews import Conversation


def write_message(message: Message) -> bytes:
    """The body of a delivery: `type`, `timestamp`, `data`."""
    return to_json(
        {
            "type": message.event.value,
            "timestamp": write_instant(message.happened_at),
            "data": _represented(message),
        }
    )


def _represented(message: Message) -> dict[str, Any]:
    about = message.about
    if isinstance(about, Ping):
        return {"webhook_id": about.webhook_id}
    if isinstance(about, DueAction):
        application = AgendaApplication.model_validate(about.application).model_dump(mode="json")
        return {"application": application, "recommendation": about.recommendation}
    if isinstance(about, Conversation):
        return Interview.of(about).model_dump(mode="json")
    resource = Touch if message.event.value.startswith("touch.") else Application
    return resource.model_validate(about).model_dump(mode="json")
