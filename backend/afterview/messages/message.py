"""A message as it is handed over: to whom, which way, its text, and what there is to look at again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from afterview.messages.about import About, Recipient
from afterview.messages.built_in import built_in
from afterview.messages.checking import check
from afterview.messages.draft import Draft
from afterview.messages.finding import Finding
from afterview.messages.handoff import NO_LINKS, Links, links
from afterview.messages.lacks import lack
from afterview.messages.render import Source, render
from afterview.messages.terms import Channel, Kind
from afterview.messages.variables import Occasion

CHANNELS: Final[Mapping[Kind, Channel]] = {
    Kind.ANSWER: Channel.EMAIL,
    Kind.REJECTION_THANKS_EMAIL: Channel.EMAIL,
    Kind.THANK_YOU_EMAIL: Channel.EMAIL,
    Kind.CHECK_IN_EMAIL: Channel.EMAIL,
    Kind.FOLLOW_UP_CALL: Channel.PHONE,
    Kind.ADDITIONAL_INFORMATION_EMAIL: Channel.EMAIL,
    Kind.HANDWRITTEN_NOTE: Channel.POST,
    Kind.LINKEDIN_REQUEST: Channel.LINKEDIN,
}
"""The way that each kind goes."""

_ADDRESSES: Final[Mapping[Channel, Callable[[Recipient], str | None]]] = {
    Channel.EMAIL: lambda recipient: recipient.email,
    Channel.PHONE: lambda recipient: recipient.phone,
    Channel.LINKEDIN: lambda recipient: recipient.linkedin_url,
    Channel.POST: lambda recipient: recipient.postal_address,
}


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who gets a message, and where that channel finds them, as far as that is known."""

    name: str
    address: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message, ready to be looked through; only an e-mail has a subject."""

    kind: Kind
    channel: Channel
    to: Addressee | None
    subject: str | None
    body: str
    missing: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def links(self) -> Links:
        """What opens it in the user's own mail program, if it is an e-mail."""
        if self.channel is not Channel.EMAIL:
            return NO_LINKS
        return links(self.to.address if self.to else None, self.subject or "", self.body)

    @property
    def characters(self) -> int:
        """How long the body is, in code points."""
        return len(self.body)

    @property
    def words(self) -> int:
        """How many words the body has."""
        return len(self.body.split())


def write(source: Source, occasion: Occasion, own: Mapping[str, str]) -> Message:
    """The message that a template makes of an occasion; an e-mail without a subject gets that of the built-in one."""
    about = occasion.about
    text = render(source, occasion, own)
    channel = CHANNELS[about.kind]
    subject = text.subject or _usual_subject(occasion, own) if channel is Channel.EMAIL else None
    draft = Draft(
        body=text.body,
        subject=subject or "",
        voicemail=occasion.voicemail,
        linkedin_note_limit=occasion.note_limit,
    )
    return Message(
        kind=about.kind,
        channel=channel,
        to=_addressee(about, channel),
        subject=subject,
        body=text.body,
        missing=text.missing,
        findings=(*check(draft, about), *(lack(name) for name in text.missing)),
    )


def _addressee(about: About, channel: Channel) -> Addressee | None:
    recipient = about.recipient
    return None if recipient is None else Addressee(recipient.name, _ADDRESSES[channel](recipient))


def _usual_subject(occasion: Occasion, own: Mapping[str, str]) -> str:
    ours = built_in(occasion.about.kind, occasion.tongue.code)
    return render(ours.source, occasion, own).subject
