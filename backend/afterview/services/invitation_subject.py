"""What an invitation is about: which company, which role, which round, as far as its summary tells.

`Interview: Data engineer at Acme` tells all but the round; `Acme <> Kim: technical interview` tells company and round.
What stays unclear is filled from the organizer's domain, and from the summary as it stands.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from afterview.services.mail_domains import company_of, is_company_of

UNNAMED_COMPANY: Final = "Unnamed company"
NAMELESS: Final = "Interview"

_LONGEST: Final = 200
_PREFIX = re.compile(
    r"^(?:\[[^\]]{1,30}\]|(?:re|fwd?|aw|wg|(?:updated |new )?invitation|einladung|accepted|tentative|confirmed"
    r"|cancell?ed|new event)\s*:)\s*",
    re.IGNORECASE,
)
_PART = re.compile(r"\s*[|·•→]\s*|\s+[–—-]\s+|\s*:\s+")
_PAIR = re.compile(r"\s*(?:<->|<>|[↔⇄])\s*|\s+(?:x|×|/|&|\+|and|und|with)\s+")
_AT = re.compile(r"^(?P<rest>.*?)\s*(?:\b(?:at|bei)\b|@)\s*(?P<company>(?:the )?[^\W\d_a-zß-ÿ].*)$")
_WITH = re.compile(r"^(?P<rest>.*?)\s*\b(?:with|mit)\s+(?P<company>.+?)(?:\s+for\s+(?:the\s+)?(?P<role>.+))?$")
_FOR = re.compile(r"^(?P<rest>.*?)\s*\b(?:for|as)\s+(?:the\s+|an?\s+)?(?P<role>.+)$")
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")
_ROLE_TAIL = re.compile(r"\s+(?:role|position|opening|job)$", re.IGNORECASE)
_MEETING = re.compile(
    r"\s+(?:job )?(?:interview|screen|screening|call|round|onsite|chat|intro)$|^(?:job )?interview\s+", re.IGNORECASE
)
_CORE_WORDS = """
interview interviews interviewing screen screening call chat round onsite on-site intro introduction introductory
conversation discussion assessment session meeting gespräch vorstellungsgespräch bewerbungsgespräch kennenlernen
entretien entrevista colloquio
"""
_WORDS_AROUND = """
a an the and of at in on am pm your our job technical tech phone telephone video zoom teams online virtual remote final
first second third fourth 1st 2nd 3rd 4th next initial panel coding system design behavioral behavioural cultural
culture fit hr recruiter hiring manager case study take-home day exercise minute minutes min hour team loop stage part
erstes zweites telefonisches technisches
"""
_CORE: Final = frozenset(_CORE_WORDS.split())
_OF_MEETINGS: Final = _CORE | frozenset(_WORDS_AROUND.split())


@dataclass(frozen=True, slots=True)
class Subject:
    """Where to file an interview: a company and a role, never empty, and the round if it is said."""

    company: str
    role: str
    round: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known without the summary: the employer's domain, and who is who; `host` is who invites."""

    domain: str | None
    me: str
    others: tuple[str, ...] = ()
    host: str | None = None

    def is_me(self, name: str) -> bool:
        """Whether this is the user, by full or first name."""
        return name.casefold() in {self.me.casefold(), self.me.partition(" ")[0].casefold()}

    def is_somebody(self, name: str) -> bool:
        """Whether this is a person, not a company."""
        return self.is_me(name) or name.casefold() in {other.casefold() for other in self.others}


@dataclass(slots=True)
class _Reading:
    """What has been understood of a summary so far; `rest` is what is neither company, person nor kind of meeting."""

    known: Known
    company: str | None = None
    role: str | None = None
    round: str | None = None
    rest: list[str] = field(default_factory=list)

    def take(self, part: str) -> None:
        """Understand one part of the summary."""
        part = self._take_role(self._take_company(self._take_pair(part))).strip(" ,;.")
        if is_about_meeting(part):
            self.round = self.round or (part if " " in part else None)
            return
        part = _MEETING.sub("", part).strip()
        if self.known.domain and is_company_of(part, self.known.domain):
            self.company = part
        elif part and not self.known.is_somebody(part):
            self.rest.append(part)

    def _take_pair(self, part: str) -> str:
        """`Acme <> Kim`: the company is who meets the user."""
        pair = _PAIR.split(part, maxsplit=1)
        if len(pair) != 2 or not any(self.known.is_me(side) for side in pair):
            return part
        other = pair[1] if self.known.is_me(pair[0]) else pair[0]
        if other and not self.known.is_somebody(other) and not is_about_meeting(other):
            self.company = self.company or other
            return ""
        return other

    def _take_company(self, part: str) -> str:
        """`Data engineer at Acme`, `Interview with Acme for the role of ...`."""
        found = _AT.match(part) or _WITH.match(part)
        if found is None:
            return part
        name = _BRACKETS.sub("", found["company"]).removeprefix("the ").strip()
        if name[:1].islower():
            return part
        if not self.known.is_somebody(name) and not is_about_meeting(name):
            self.company = self.company or name or None
        self.role = self.role or _role(found.groupdict().get("role"))
        return found["rest"]

    def _take_role(self, part: str) -> str:
        """`Interview for the Data engineer position`."""
        found = _FOR.match(part)
        if found is None or (found["rest"] and not is_about_meeting(found["rest"])):
            return part
        self.role = self.role or _role(found["role"])
        return found["rest"]


def subject_of(summary: str | None, known: Known) -> Subject:
    """What an event with this summary is about."""
    text = _without_prefixes(summary or "")
    reading = _Reading(known)
    for part in _PART.split(text):
        reading.take(part.strip())
    company = reading.company or (company_of(known.domain) if known.domain else known.host) or UNNAMED_COMPANY
    said = NAMELESS if all(known.is_somebody(name) for name in _PAIR.split(text)) else text
    role = reading.role or next(iter(reading.rest), None) or reading.round or said or NAMELESS
    return Subject(company[:_LONGEST], (role[:1].upper() + role[1:])[:_LONGEST], reading.round)


def is_about_meeting(text: str) -> bool:
    """Whether words say only what kind of meeting it is: `second round`, `30 minute technical interview`."""
    words = {word for word in re.findall(r"[\w-]+", text.casefold()) if not word.isdigit()}
    return bool(words & _CORE) and words <= _OF_MEETINGS


def _role(words: str | None) -> str | None:
    return _ROLE_TAIL.sub("", words.strip()) or None if words else None


def _without_prefixes(summary: str) -> str:
    before, text = "", summary.strip()
    while text != before:
        before, text = text, _PREFIX.sub("", text)
    return text
