"""What most vendors have in common: no setting up, no tests without a secret, and no API that can be relied on."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from afterview.connectors.ats.event import VendorEvent
from afterview.connectors.ats.vendor import Access, Delivery


class PlainVendor:
    """A vendor that is told apart from others by how it signs and by what it says alone."""

    api_base_url: str | None = None
    data_is_signed: bool = True

    def handshake(self, delivery: Delivery) -> Mapping[str, str] | None:  # noqa: ARG002  (one signature for all)
        """There is none."""
        return None

    def is_test(self, delivery: Delivery) -> bool:  # noqa: ARG002
        """There are none."""
        return False

    def complete(self, event: VendorEvent, access: Access) -> VendorEvent:  # noqa: ARG002
        """The event as it is: nobody can be asked."""
        return event

    def pull(self, access: Access, since: datetime | None) -> Iterator[VendorEvent]:  # noqa: ARG002
        """Nothing: nobody can be asked."""
        return iter(())
