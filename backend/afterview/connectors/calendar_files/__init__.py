"""Calendar files (RFC 5545, RFC 5546) as Google, Outlook, Apple, Zoom and Calendly really write them."""

from afterview.connectors.calendar_files.invitation import CalendarFile, Event, Participation, Person, Problem
from afterview.connectors.calendar_files.read import read_calendar

__all__ = ["CalendarFile", "Event", "Participation", "Person", "Problem", "read_calendar"]
