"""Which column is which: the headings that trackers and people use, in English and German."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_USUAL: Final[dict[str, tuple[str, ...]]] = {
    "company": (
        "company", "company name", "employer", "organisation", "organization", "business",
        "Firma", "Firmenname", "Unternehmen", "Arbeitgeber", "Betrieb",
    ),
    "role": (
        "role", "role title", "position", "position title", "job position", "job title", "job", "title", "vacancy",
        "Stelle", "Stellenbezeichnung", "Stellentitel", "Rolle", "Jobtitel", "Berufsbezeichnung", "Tätigkeit",
    ),
    "status": (
        "status", "application status", "stage", "state", "list", "phase", "outcome", "result", "job status",
        "Bewerbungsstatus", "Stand", "Ergebnis", "Bewerbungsphase",
    ),
    "status_changed_at": (
        "status changed at", "status changed", "status since", "status date", "decision date", "date of decision",
        "rejected on", "date rejected", "Status seit", "Entscheidung am", "Absage am", "Status geändert am",
    ),
    "source": ("source", "found via", "found on", "job board", "referral", "Quelle", "gefunden über", "Jobbörse"),
    "round": (
        "round", "interview round", "interview stage", "interview type", "interview name",
        "Runde", "Gesprächsrunde", "Interviewrunde",
    ),
    "format": ("format", "interview format", "Gesprächsform", "Format des Gesprächs", "Art des Gesprächs"),
    "starts_at": (
        "starts at", "start", "start time", "interview start", "interview", "interview date", "interview time",
        "interview date time", "interview date and time", "interview on", "interview scheduled", "date of interview",
        "Beginn", "Termin", "Gespräch", "Gespräch am", "Gesprächstermin", "Gesprächsdatum", "Interviewtermin",
        "Interview am", "Vorstellungsgespräch", "Vorstellungsgespräch am", "Datum des Gesprächs",
    ),
    "ends_at": ("ends at", "end", "end time", "interview end", "Ende", "bis", "Gesprächsende"),
    "timezone": ("timezone", "time zone", "tz", "Zeitzone"),
    "location": ("interview location", "place of interview", "Ort des Gesprächs", "Gesprächsort"),
    "interviewers": (
        "interviewers", "interviewer", "interviewer name", "interviewer names", "interviewed by", "panel",
        "contact", "contacts", "contact person", "contact name", "hiring manager",
        "Ansprechpartner", "Ansprechpartnerin", "Ansprechpartner:in", "Ansprechperson", "Gesprächspartner", "Kontakt",
        "Kontaktperson",
    ),
    "reply_expected_by": (
        "reply expected by", "reply by", "answer by", "answer expected by", "response by", "response expected by",
        "decision by", "decision expected by", "will hear by", "hear back by",
        "Antwort bis", "Rückmeldung bis", "Rückmeldung erwartet bis", "Entscheidung bis",
    ),
    "notes": (
        "notes", "note", "comments", "comment", "remarks", "my notes",
        "Notizen", "Notiz", "Kommentar", "Kommentare", "Bemerkung", "Bemerkungen", "Anmerkungen",
    ),
}  # fmt: skip

_INVISIBLE: Final = ("Mn", "Cf")
"""Accents that stand beside their letter, and soft hyphens and the like."""

FIELDS: Final = tuple(_USUAL)
"""What a column can be."""


def guess_columns(headings: Iterable[str]) -> dict[str, str]:
    """The heading of each field that can be told; of several the first one, by how usual it is."""
    here = {_plain(heading): heading for heading in reversed(tuple(headings))}
    found = {field: [here[plain] for plain in map(_plain, usual) if plain in here] for field, usual in _USUAL.items()}
    return {field: matching[0] for field, matching in found.items() if matching}


def _plain(heading: str) -> str:
    """A heading without case, accents, signs, and what separates words: `Interview_Date:` is `interview date`."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    letters = unicodedata.normalize("NFKD", spaced.casefold())
    bare = (letter for letter in letters if unicodedata.category(letter) not in _INVISIBLE)
    return " ".join(re.findall(r"[^\W_]+", "".join(bare)))
