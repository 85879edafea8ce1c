"""The words of the policy, as enumerations shared by facts, steps, rules and advice."""

from enum import StrEnum


class Kind(StrEnum):
    """What a candidate can do, in order of precedence; the last two are advice, not acts."""

    ANSWER = "answer"
    REJECTION_THANKS_EMAIL = "rejection_thanks_email"
    THANK_YOU_EMAIL = "thank_you_email"
    CHECK_IN_EMAIL = "check_in_email"
    FOLLOW_UP_CALL = "follow_up_call"
    ADDITIONAL_INFORMATION_EMAIL = "additional_information_email"
    HANDWRITTEN_NOTE = "handwritten_note"
    LINKEDIN_REQUEST = "linkedin_request"
    WAIT = "wait"
    NO_FURTHER_ACTION = "no_further_action"


class TouchKind(StrEnum):
    """What can have happened between candidate and company; the last two were received, the others sent."""

    ANSWER = "answer"
    REJECTION_THANKS_EMAIL = "rejection_thanks_email"
    THANK_YOU_EMAIL = "thank_you_email"
    CHECK_IN_EMAIL = "check_in_email"
    FOLLOW_UP_CALL = "follow_up_call"
    ADDITIONAL_INFORMATION_EMAIL = "additional_information_email"
    HANDWRITTEN_NOTE = "handwritten_note"
    LINKEDIN_REQUEST = "linkedin_request"
    OTHER_OUTBOUND = "other_outbound"
    REPLY_RECEIVED = "reply_received"
    AUTO_REPLY_RECEIVED = "auto_reply_received"


class Status(StrEnum):
    """Where a candidacy stands."""

    ACTIVE = "active"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


class InterviewStatus(StrEnum):
    """What is recorded about an interview; whether it was held follows from its end."""

    SCHEDULED = "scheduled"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class InterviewFormat(StrEnum):
    """How an interview takes place."""

    PHONE = "phone"
    VIDEO = "video"
    ONSITE = "onsite"
    OTHER = "other"


class Role(StrEnum):
    """What a contact is to the candidacy."""

    INTERVIEWER = "interviewer"
    HIRING_MANAGER = "hiring_manager"
    RECRUITER = "recruiter"
    OTHER = "other"


class Reached(StrEnum):
    """How a call ended; `no_trace` leaves nothing behind and counts as no follow-up."""

    SPOKE = "spoke"
    VOICEMAIL = "voicemail"
    NO_TRACE = "no_trace"


class Notes(StrEnum):
    """Whether handwritten notes are the candidate's thing and the company's custom."""

    WELCOME = "welcome"
    UNKNOWN = "unknown"
    UNWELCOME = "unwelcome"


class Channel(StrEnum):
    """The way a step goes out."""

    EMAIL = "email"
    PHONE = "phone"
    LINKEDIN = "linkedin"
    POST = "post"
    NONE = "none"


class Strength(StrEnum):
    """How much a step matters: leaving out a `should` costs something."""

    SHOULD = "should"
    MAY = "may"


class Basis(StrEnum):
    """Why a rule holds: the article says so, our reading of it, good practice, or the candidate's own wish."""

    ARTICLE = "article"
    READING = "reading"
    COURTESY = "courtesy"
    PREFERENCE = "preference"


class Verdict(StrEnum):
    """What is true of a step that is not the recommended one."""

    ALLOWED = "allowed"
    NOT_YET = "not_yet"
    NO_LONGER = "no_longer"
    NEVER = "never"


ENQUIRIES = frozenset({Kind.CHECK_IN_EMAIL, Kind.FOLLOW_UP_CALL})
FOLLOW_UPS = ENQUIRIES | {Kind.ADDITIONAL_INFORMATION_EMAIL}
STEP_KINDS = tuple(kind for kind in Kind if kind not in (Kind.WAIT, Kind.NO_FURTHER_ACTION))
RECEIVED = frozenset({TouchKind.REPLY_RECEIVED, TouchKind.AUTO_REPLY_RECEIVED})
