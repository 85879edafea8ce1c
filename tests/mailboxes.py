"""Fixtures: a real IMAP server, with a mailbox that is empty for every test."""

import os
from collections.abc import Iterator

import pytest

from tests.dovecot import ImapServer, running_dovecot
from tools.programs import find_dovecot


@pytest.fixture(scope="session")
def imap_server() -> Iterator[ImapServer]:
    """An IMAP server of this process's own, started for the first test that needs one."""
    binary = find_dovecot()
    if binary is None:
        reason = "Dovecot is not installed (apt-get install dovecot-imapd)"
        if os.environ.get("CI"):
            pytest.fail(f"{reason}, and CI must not skip")
        pytest.skip(reason)
    with running_dovecot(binary) as server:
        yield server


@pytest.fixture
def imap(imap_server: ImapServer) -> Iterator[ImapServer]:
    """That server, without messages."""
    yield imap_server
    imap_server.empty()
