"""What an e-mail address says about somebody's employer: nothing, when thousands of employers share its domain."""

import re
from typing import Final

_FREE_MAIL = """
gmail.com googlemail.com outlook.com outlook.de hotmail.com hotmail.co.uk live.com msn.com yahoo.com yahoo.co.uk
ymail.com aol.com icloud.com me.com mac.com proton.me protonmail.com pm.me gmx.com gmx.de gmx.net web.de t-online.de
mail.com mail.ru yandex.com yandex.ru zoho.com fastmail.com hey.com tutanota.com qq.com 163.com 126.com orange.fr
free.fr laposte.net libero.it naver.com
"""
_SCHEDULING = """
calendly.com calendar.google.com zoom.us zoom.com cal.com savvycal.com chilipiper.com doodle.com goodtime.io
modernloop.io prelude.co acuityscheduling.com youcanbook.me webex.com whereby.com gem.com
"""
_APPLICANT_TRACKING = """
greenhouse.io greenhouse-mail.io lever.co ashbyhq.com smartrecruiters.com workable.com workablemail.com recruitee.com
teamtailor.com teamtailor-mail.com personio.de personio.com bamboohr.com jobvite.com icims.com myworkday.com
myworkdayjobs.com breezy.hr jazzhr.com jazz.co successfactors.com taleo.net
"""
SHARED: Final = frozenset((_FREE_MAIL + _SCHEDULING + _APPLICANT_TRACKING).split())
"""Domains that say nothing, and all domains below them."""

_SECOND_LEVEL: Final = frozenset({"ac", "co", "com", "edu", "gov", "net", "org"})
_NOBODY = re.compile(r"(?:no|do-?not)[-_.]?reply\b.*|notifications?|mailer|calendar(?:-notification)?", re.IGNORECASE)
_LEGAL_FORM = re.compile(r"[\s,]+(?:inc|llc|ltd|limited|corp|corporation|co|plc|gmbh|ag|se|sa|sas|bv|nv|ab|oy|as)\.?$")


def employer_domain(email: str | None) -> str | None:
    """The domain of an address in lower case, unless it is one that many employers and private people share."""
    domain = (email or "").rpartition("@")[2].lower()
    ends = [domain.split(".", n)[-1] for n in range(domain.count("."))]
    return domain if "." in domain and not SHARED.intersection(ends) else None


def is_nobodys(email: str) -> bool:
    """Whether an address belongs to a machine: a scheduling service, a meeting room's calendar, `no-reply@...`."""
    local, _, domain = email.lower().rpartition("@")
    return domain.endswith(("calendar.google.com", "calendly.com", "zoom.us")) or _NOBODY.fullmatch(local) is not None


def company_of(domain: str) -> str:
    """A company's name as far as its domain tells it: `north-wind.co.uk` gives `North Wind`."""
    return " ".join(word[:1].upper() + word[1:] for word in _label(domain).split("-") if word)


def is_company_of(name: str, domain: str) -> bool:
    """Whether a company's name and a domain say the same, but for spelling and legal form (`Acme, Inc.`)."""
    return _letters(_LEGAL_FORM.sub("", name.casefold())) == _letters(_label(domain))


def _label(domain: str) -> str:
    labels = domain.split(".")
    deep = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    return labels[-3 if deep else -2] if len(labels) > 1 else domain


def _letters(name: str) -> str:
    return "".join(letter for letter in name if letter.isalnum())
