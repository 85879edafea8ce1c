"""A vendor's API, and the way to it."""

from collections.abc import Iterator

import pytest

from afterview.connectors.ats.vendor import Access
from tests.connectors.ats.api_server import ApiServer, access_to, serving


@pytest.fixture
def api() -> Iterator[ApiServer]:
    """A vendor's API on loopback."""
    with serving() as api:
        yield api


@pytest.fixture
def access(api: ApiServer) -> Iterator[Access]:
    """The way to it."""
    with access_to(api) as access:
        yield access
