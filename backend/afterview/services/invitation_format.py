"""How an interview takes place, as far as an invitation's place and text tell."""

import re

from afterview.connectors.calendar_files import Event
from afterview.policy.terms import InterviewFormat

_VIDEO = re.compile(
    r"zoom\.us|zoomgov|meet\.google|teams\.(?:microsoft|live)|webex|whereby|skype|gotomeeting|bluejeans|chime\.aws|jitsi"
    r"|\b(?:video|zoom|microsoft teams|google meet|hangout)\b",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\btel:|\b(?:phone|telephone|telefon\w*|call you)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\+?[\d\s().-]{7,}")
_ONSITE = re.compile(r"\bon-?site\b|\bvor ort\b", re.IGNORECASE)
_ADDRESS = re.compile(r"[a-z]+:", re.IGNORECASE)


def format_of(event: Event) -> InterviewFormat:
    """From the place, else from the summary, else from the links in the text; `other` when nothing tells."""
    return format_from(event.location or "", event.summary or "", event.description or "")


def format_from(place: str, summary: str, text: str = "") -> InterviewFormat:
    """The same for the three of them, each of which may be empty."""
    if _VIDEO.search(place):
        return InterviewFormat.VIDEO
    if _PHONE.search(place) or _NUMBER.fullmatch(place):
        return InterviewFormat.PHONE
    if place and not _ADDRESS.match(place):
        return InterviewFormat.ONSITE
    for pattern, found in (
        (_ONSITE, InterviewFormat.ONSITE),
        (_VIDEO, InterviewFormat.VIDEO),
        (_PHONE, InterviewFormat.PHONE),
    ):
        if pattern.search(summary):
            return found
    return InterviewFormat.VIDEO if _VIDEO.search(text) else InterviewFormat.OTHER
