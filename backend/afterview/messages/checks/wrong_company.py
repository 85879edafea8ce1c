"""`wrong_company`: the letter was meant for another employer."""

import re
from collections.abc import Iterator
from typing import Final

from afterview.messages.about import About
from afterview.messages.checks import Remark, check, error
from afterview.messages.finding import Span
from afterview.messages.likeness import content, is_name_of, plain, same_company
from afterview.messages.reading import Reading
from afterview.messages.text import Text
from afterview.messages.words import stem, word_set

_NAME: Final = r"(?P<name>[A-Z][\w&.-]*[\w&](?:[ ](?:(?:&|of|and)[ ])?[A-Z][\w&.-]*[\w&]){0,3}|[A-Z])"
_JOB: Final = (
    r"(?:role|position|job|opening|opportunity|vacancy|post|internship|placement|traineeship|candidacy|application)"
)

_NAMED: Final = re.compile(r"(?<=[\w,] )[A-Z][\w&-]*")
"""A name in the middle of a sentence, without which the patterns below need not be tried."""

_APPLIED_TO: Final = tuple(
    re.compile(rf"\b(?i:{words})[ ]{_NAME}")
    for words in (
        rf"{_JOB}s?(?:[ ](?:here|open|available|on offer|advertised|is|in \w+))?[ ](?:at|with|for|to)",
        r"(?:interview(?:s|ed|ing)?|conversation|chat|discussion|meeting|visit|round|day|afternoon"
        r"|morning)[ ](?:[a-z]+[ ]){0,2}at",
        r"(?:join|joining)",
        r"(?:chance|opportunity|time|invitation|inviting me|invited me|pleasure|honou?r)[ ]to[ ]interview"
        r"[ ](?:at|with|for)",
        r"(?:work|working|intern|start|starting|begin|beginning|contribute|contributing)[ ](?:at|for|with)",
        r"(?:part|member|culture|mission|vision|values|success|growth|future|goals|work|team)[ ]of",
        r"(?:career|future|people|everyone|everybody|all|colleagues|teams?|culture|life|engineers|folks|place|home)"
        r"[ ]at",
        r"(?:appl(?:y|ied|ying)|contribut(?:e|ing)|come|coming|moving|move|welcomed?|commit(?:ted)?)[ ](?:to|for)",
        r"(?:considering|considered|consider)[ ]me[ ]for",
        r"(?:recruited|hired|employed|hiring)[ ](?:by|for|at)",
    )
)
"""What stands before the employer whom somebody applies to."""

_ABOUT: Final = (
    re.compile(
        r"\b(?i:interest(?:ed)? in|excited (?:about|by)|enthusiastic (?:about|for)|impressed (?:by|with)|believe in"
        r"|admire|(?:learn(?:ed|t|ing)?|hear(?:ing|d)?|more) (?:more )?about|know|knowing|fan of|drawn to"
        rf"|convinced (?:by|of)|why)[ ]{_NAME}"
    ),
    re.compile(
        rf"\b{_NAME}(?:'s|’s)[ ](?:mission|team|culture|values|products?|vision|approach|growth|future|engineers|goals"
        r"|commitment|people|platform|customers|work)"
    ),
    re.compile(rf"\bthe[ ]{_NAME}[ ](?:team|family|role|position|job)\b"),
    re.compile(rf"\b{_NAME}[ ](?:is|would be|seems|feels|sounds)[ ](?:like[ ])?(?:the|a|my|where|exactly|just)\b"),
    re.compile(rf"\b(?:at|with|from)[ ]{_NAME}[ ](?:Inc|Corp|Ltd|LLC|GmbH|plc|AG|SE|Limited|Corporation)\b"),
)
"""What may stand before anything; it stands before an employer where the right one is never named."""

_OWN: Final = re.compile(
    r"\b(?:my|our)(?: (?:current|present|previous|former|last|old|first|own|early|recent|past|earlier|day))*"
    r" (?:role|position|job|work|team|teams|time|years|colleagues|internship|placement|manager|boss|post|employer"
    r"|project|projects|experience|contract|stint|days|offer|people|traineeship)\b"
    r"|\b(?:worked|used to|years? (?:at|with|of)|spent|previous(?:ly)?|former(?:ly)?|employed|ex-|currently|offers?"
    r"|unlike|instead of|rather than|not|compared|competitors?|clients?|left|leaving|moved from|came from|friends?)\b"
    r"|\b(?:i|we) (?:led|ran|built|had|held|wrote|managed|did|made|learned|joined|was (?:an?|the|at|with|part of))\b"
    r"|\b(?:when|while|where|before|after) (?:i|we)\b",
    re.IGNORECASE,
)
"""What says that an employer is one's own, or another offer's."""

_NO_COMPANY: Final = word_set(
    "i you we the a an it this that my your our their his her monday tuesday wednesday thursday friday saturday",
    "sunday january february march april may june july august september october november december linkedin zoom",
    "teams slack google-meet skype webex whatsapp kafka python java javascript typescript kubernetes docker aws",
    "azure gcp spark sql postgres postgresql mysql linux git github gitlab terraform react angular vue agile scrum",
    "excel sap jira tableau hadoop flink airflow snowflake databricks ai ml rust go scala kotlin swift ruby rails",
    "django flask c c++ english german french spanish italian chinese europe london berlin paris munich madrid",
    "dublin york boston chicago austin america britain england germany france spain uk us usa eu christmas easter",
    "thanksgiving hr it qa ux ui r&d phd mba bachelor master university college human resources data platform",
    "product engineering marketing sales design security devops sre people growth finance operations ops",
    "infrastructure mobile web backend frontend core customer support success research hiring talent recruiting",
    "recruitment legal analytics cloud software senior junior lead engineer manager head director dr mr mrs ms prof",
    "dear thank thanks best kind if as in on at for with to and or but so looking",
)


@check(error(), section="DO")
def wrong_company(draft: Reading, about: About) -> Iterator[Remark]:
    """A message names the employer that it goes to, and no other as the one applied to."""
    ours_is_named = any(_names_ours(text.own_as_written, about) for text in (draft.body, draft.subject))
    for text in (draft.body, draft.subject):
        for found in _others(text, about, also_about=not ours_is_named):
            yield Remark(
                f"“{found['name']}” is not {about.company}, whom this goes to.",
                Span(*found.span("name")) if text.is_body else None,
                about.company,
            )
            return


def _others(text: Text, about: About, *, also_about: bool) -> Iterator[re.Match[str]]:
    written = text.own_as_written
    named = any(_could_be_company(name, about) for name in set(_NAMED.findall(written)))
    for pattern in (*(_APPLIED_TO if named else ()), *(_ABOUT if also_about else ())):
        for found in pattern.finditer(written):
            sentence = text.sentence_at(found.start())
            if sentence is None or not _could_be_company(found["name"], about):
                continue
            before = written[sentence.start : found.start("name")]
            if not _OWN.search(before) and not _names_ours(written[sentence.start : sentence.end], about):
                yield found


def _names_ours(written: str, about: About) -> bool:
    if plain(about.company) in plain(written):
        return True
    return any(same_company(word, about.company) for word in re.findall(r"\b[A-Z][\w&]+", written) if len(word) > 2)


def _could_be_company(name: str, about: About) -> bool:
    words = [word for word in re.findall(r"[\w&+]+", plain(name)) if word]
    if not words or words[0] in _NO_COMPANY or all(word in _NO_COMPANY for word in words):
        return False
    if same_company(name, about.company):
        return False
    people = [*about.colleagues, *(one for one in (about.sender, about.recipient and about.recipient.name) if one)]
    if any(is_name_of(word, person) for word in words for person in people):
        return False
    known = content(" ".join((about.role, *about.discussion_points, *about.points_to_add, *about.concerns)))
    return not all(stem(word) in known for word in words)
