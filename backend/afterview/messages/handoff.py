"""Links that open a draft in the user's own mail program; sending it stays with the user."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

LONGEST_LINK: Final = 1_900
"""In characters. Windows hands at most some 2,040 of them to a mail program and Outlook on the web takes 2,048; beyond
that a link is cut off or fails without a word, so a longer draft goes as a file (see `eml`)."""

_GMAIL: Final = "https://mail.google.com/mail/?view=cm&fs=1"
_OUTLOOK: Final = "https://outlook.live.com/mail/0/deeplink/compose?"
_LINE_BREAK: Final = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses that open the draft: in the mail program, in Gmail, in Outlook. None where it is too long for one."""

    mailto: str | None = None
    gmail: str | None = None
    outlook: str | None = None


NO_LINKS: Final = Links()
"""Those of a message that is no e-mail."""


def links(address: str | None, subject: str, body: str) -> Links:
    """The links of an e-mail; without an address they leave the recipient to be filled in.

    What they decode to is what went in, with CRLF for each line break (RFC 6068) and the subject on one line.
    """
    to = _encoded(address or "")
    title = _encoded(" ".join(_LINE_BREAK.split(subject)))
    text = _encoded("\r\n".join(_LINE_BREAK.split(body)))
    at = to.replace("%40", "@") if to.count("%40") == 1 else to
    return Links(
        mailto=_short(f"mailto:{at}?subject={title}&body={text}"),
        gmail=_short(f"{_GMAIL}&to={to}&su={title}&body={text}"),
        outlook=_short(f"{_OUTLOOK}to={to}&subject={title}&body={text}"),
    )


def _encoded(text: str) -> str:
    """All but letters, digits and `-._~` as percent signs: a plus sign or a quotation mark means itself everywhere."""
    return quote(text, safe="")


def _short(link: str) -> str | None:
    return link if len(link) <= LONGEST_LINK else None
