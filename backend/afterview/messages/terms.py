"""The words of messages, as enumerations shared by templates, checks and the hand-over."""

from enum import StrEnum


class Kind(StrEnum):
    """What is written or said, by the name of its step in the policy."""

    ANSWER = "answer"
    REJECTION_THANKS_EMAIL = "rejection_thanks_email"
    THANK_YOU_EMAIL = "thank_you_email"
    CHECK_IN_EMAIL = "check_in_email"
    FOLLOW_UP_CALL = "follow_up_call"
    ADDITIONAL_INFORMATION_EMAIL = "additional_information_email"
    HANDWRITTEN_NOTE = "handwritten_note"
    LINKEDIN_REQUEST = "linkedin_request"


class Channel(StrEnum):
    """The way a message takes."""

    EMAIL = "email"
    PHONE = "phone"
    LINKEDIN = "linkedin"
    POST = "post"


class Stage(StrEnum):
    """Where the candidacy stands, by the name of its status in the policy."""

    ACTIVE = "active"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


class Severity(StrEnum):
    """How much a finding matters: an error should not go out, a warning is better mended."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Verdict(StrEnum):
    """What all findings of a text come to."""

    OK = "ok"
    IMPROVE = "improve"
    DO_NOT_SEND = "do_not_send"
