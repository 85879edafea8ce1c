"""What somebody has written and may send, before it is read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """A text, and what its checks need to know of where it goes.

    `voicemail` is a call spoken to a machine; `linkedin_note_limit` is how many characters LinkedIn lets this account
    write with an invitation, 200 or 300; `others` are the texts to fellow interviewers.
    """

    body: str
    subject: str = ""
    voicemail: bool = False
    linkedin_note_limit: int = 200
    others: tuple[str, ...] = ()
