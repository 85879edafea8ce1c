"""The vendors that are known here, by the names that connections give them."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from afterview.connectors.ats.ashby import Ashby
from afterview.connectors.ats.calendly import Calendly
from afterview.connectors.ats.greenhouse import Greenhouse
from afterview.connectors.ats.lever import Lever
from afterview.connectors.ats.recruitee import Recruitee
from afterview.connectors.ats.smartrecruiters import SmartRecruiters
from afterview.connectors.ats.vendor import Vendor
from afterview.connectors.ats.workable import Workable


class VendorName(StrEnum):
    """How a connection names its vendor."""

    GREENHOUSE = "greenhouse"
    LEVER = "lever"
    ASHBY = "ashby"
    SMARTRECRUITERS = "smartrecruiters"
    WORKABLE = "workable"
    RECRUITEE = "recruitee"
    CALENDLY = "calendly"


VENDORS: Final[Mapping[str, Vendor]] = MappingProxyType(
    {
        VendorName.GREENHOUSE: Greenhouse(),
        VendorName.LEVER: Lever(),
        VendorName.ASHBY: Ashby(),
        VendorName.SMARTRECRUITERS: SmartRecruiters(),
        VendorName.WORKABLE: Workable(),
        VendorName.RECRUITEE: Recruitee(),
        VendorName.CALENDLY: Calendly(),
    }
)
"""What each vendor's file offers."""
