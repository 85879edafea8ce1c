"""Calendar files for tests: hand-written ones by name, and short ones made on the spot."""

from pathlib import Path

INVITATIONS = Path(__file__).parent / "invitations"


def invitation(name: str) -> bytes:
    """The bytes of a file in `invitations`."""
    return (INVITATIONS / f"{name}.ics").read_bytes()


def calendar(*lines: str, method: str | None = "REQUEST", zones: str = "") -> bytes:
    """A calendar with one event that has these lines besides a UID and a DTSTAMP; `zones` go before it."""
    event = ["BEGIN:VEVENT", "UID:one@example.com", "DTSTAMP:20300101T000000Z", *lines, "END:VEVENT"]
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", *([f"METHOD:{method}"] if method else []), *zones.split("\n")]
    return "\r\n".join([*filter(None, head), *event, "END:VCALENDAR", ""]).encode()


def zone(tzid: str, *observances: str) -> str:
    """A VTIMEZONE; an observance is written `16010101T020000 -0500 -0400 FREQ=YEARLY;...`, the rule may be missing."""
    lines = ["BEGIN:VTIMEZONE", f"TZID:{tzid}"]
    for observance in observances:
        starts, before, after, *rule = observance.split(" ")
        lines += ["BEGIN:STANDARD", f"DTSTART:{starts}", f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}"]
        lines += [*(f"RRULE:{part}" for part in rule), "END:STANDARD"]
    return "\n".join([*lines, "END:VTIMEZONE"])
