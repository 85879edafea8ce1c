"""All tables. Every one but `users` carries `user_id`; whatever belongs to a user goes when the user goes.

`mail_folders` alone is the installation's: how far its own mailbox has been read.
"""

from afterview.store.tables.accounts import ApiKey, IdempotencyRecord, RefreshToken, User
from afterview.store.tables.applications import Application, Contact
from afterview.store.tables.base import METADATA
from afterview.store.tables.calendars import CalendarFeed, CalendarVersion
from afterview.store.tables.history import Deferral, LoggedMessage, Touch
from afterview.store.tables.integrations import (
    EventOutcome,
    Integration,
    IntegrationEvent,
    VendorRecord,
    VendorThing,
)
from afterview.store.tables.interviews import Interview, Interviewer
from afterview.store.tables.jobs import Job
from afterview.store.tables.mail import MailFolder, MailProposal
from afterview.store.tables.templates import Template
from afterview.store.tables.webhooks import DeliveryStatus, EventType, SwitchedOff, Webhook, WebhookDelivery

__all__ = [
    "METADATA",
    "ApiKey",
    "Application",
    "CalendarFeed",
    "CalendarVersion",
    "Contact",
    "Deferral",
    "DeliveryStatus",
    "EventOutcome",
    "EventType",
    "IdempotencyRecord",
    "Integration",
    "IntegrationEvent",
    "Interview",
    "Interviewer",
    "Job",
    "LoggedMessage",
    "MailFolder",
    "MailProposal",
    "RefreshToken",
    "SwitchedOff",
    "Template",
    "Touch",
    "User",
    "VendorRecord",
    "VendorThing",
    "Webhook",
    "WebhookDelivery",
]
