"""Which application a message belongs to: by its thread, by the addresses in it, by the employer's domain."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from afterview.connectors.mail_messages import Mail, Mailbox
from afterview.services.mail_domains import employer_domain, is_company_of
from afterview.store import candidacies, contacts, touches
from afterview.store.contacts import Acquaintance


@dataclass(frozen=True, slots=True)
class Match:
    """An application, and the person there who wrote or was written to, if they are known."""

    application_id: UUID
    contact_id: UUID | None


def matches(session: Session, user_id: UUID, mail: Mail, others: Sequence[Mailbox]) -> list[Match]:
    """The applications that a message may belong to: one when that is sure, none when nobody is known.

    `others` are those on the other side, the most likely one first.
    """
    addresses = [other.address.casefold() for other in others if other.address]
    known = contacts.with_addresses(session, user_id, addresses)
    earlier = touches.of_messages(session, user_id, mail.references)
    if earlier:
        latest = max(earlier, key=lambda touch: touch.occurred_at)
        return [_in_application(latest.application_id, known, addresses) or _as_before(latest.application_id)]
    if known:
        by_application = {one.application_id for one in known if one.status in candidacies.OPEN} or {
            one.application_id for one in known
        }
        found = [_in_application(application_id, known, addresses) for application_id in by_application]
        return sorted((one for one in found if one), key=lambda match: match.application_id, reverse=True)
    return _by_domain(session, user_id, addresses)


def person_in(session: Session, user_id: UUID, application_id: UUID, others: Sequence[Mailbox]) -> UUID | None:
    """The contact of an application whose address is among those of `others`, the first of them first."""
    addresses = [other.address.casefold() for other in others if other.address]
    match = _in_application(application_id, contacts.with_addresses(session, user_id, addresses), addresses)
    return match.contact_id if match else None


def _in_application(application_id: UUID, known: Sequence[Acquaintance], addresses: Sequence[str]) -> Match | None:
    there = [one for one in known if one.application_id == application_id]
    if not there:
        return None
    first = min(there, key=lambda one: addresses.index(one.address))
    return Match(application_id, first.contact_id)


def _as_before(application_id: UUID) -> Match:
    """Somebody new in a known thread."""
    return Match(application_id, None)


def _by_domain(session: Session, user_id: UUID, addresses: Sequence[str]) -> list[Match]:
    domains = {domain for address in addresses if (domain := employer_domain(address))}
    found = [
        one.application_id
        for one in candidacies.list_open(session, user_id)
        if employer_domain(one.email) in domains or any(is_company_of(one.company, domain) for domain in domains)
    ]
    return [Match(application_id, None) for application_id in dict.fromkeys(found)]
