"""What trackers and people call where an application stands and how an interview takes place, in our words."""

from typing import Final

from afterview.policy.terms import InterviewFormat, InterviewStatus, Status

_STATUSES: Final[dict[Status, tuple[str, ...]]] = {
    Status.ACTIVE: (
        "active", "open", "applied", "applying", "wishlist", "saved", "bookmarked", "to apply", "interested", "new",
        "interview", "interviews", "interviewing", "interviewed", "interview scheduled", "screening", "phone screen",
        "assessment", "in progress", "in process", "waiting", "pending", "negotiating", "no response", "ghosted",
        "aktiv", "offen", "beworben", "gemerkt", "in bearbeitung", "laufend", "gespräch", "vorstellungsgespräch",
        "warte auf antwort", "keine antwort", "eingeladen",
    ),
    Status.OFFERED: ("offered", "offer", "offers", "offer received", "angebot", "zusage", "angebot erhalten"),
    Status.ACCEPTED: ("accepted", "offer accepted", "hired", "got the job", "angenommen", "eingestellt"),
    Status.REJECTED: (
        "rejected", "rejection", "declined", "not selected", "no longer under consideration", "no",
        "abgelehnt", "absage", "absage erhalten",
    ),
    Status.WITHDRAWN: (
        "withdrawn", "withdrew", "i withdrew", "i declined", "offer declined", "not interested",
        "zurückgezogen", "selbst abgesagt",
    ),
    Status.CLOSED: ("closed", "archived", "archive", "done", "expired", "geschlossen", "archiviert", "erledigt"),
}  # fmt: skip

_FORMATS: Final[dict[InterviewFormat, tuple[str, ...]]] = {
    InterviewFormat.PHONE: ("phone", "telephone", "call", "phone call", "by phone", "telefon", "telefonisch", "anruf"),
    InterviewFormat.VIDEO: (
        "video", "video call", "by video", "online", "remote", "virtual", "zoom", "teams", "google meet",
        "videoanruf", "videogespräch", "per video",
    ),
    InterviewFormat.ONSITE: ("onsite", "on-site", "on site", "in person", "vor ort", "persönlich"),
    InterviewFormat.OTHER: ("other", "andere", "sonstige"),
}  # fmt: skip

_STATUS_OF: Final = {word: status for status, words in _STATUSES.items() for word in words}
_FORMAT_OF: Final = {word: format_ for format_, words in _FORMATS.items() for word in words}


def status_of(words: str) -> Status | InterviewStatus:
    """Where an application stands, or one of our words for an interview; a `ValueError` with a sentence if neither."""
    plain = _plain(words)
    if plain in _STATUS_OF:
        return _STATUS_OF[plain]
    try:
        return InterviewStatus(plain)
    except ValueError:
        known = ", ".join(Status)
        raise ValueError(f"Write one of {known}; or leave the column out with the mapping.") from None


def format_of_words(words: str) -> InterviewFormat:
    """How an interview takes place; a `ValueError` with a sentence for other words."""
    if _plain(words) not in _FORMAT_OF:
        raise ValueError(f"Write one of {', '.join(InterviewFormat)}; or leave the column out with the mapping.")
    return _FORMAT_OF[_plain(words)]


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
