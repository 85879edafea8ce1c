"""A PostgreSQL server of the tests' own: on loopback, in a temporary folder, as an unprivileged user."""

import os
import pwd
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# The keeper waits for its standard input to close, which happens however the tests end, and then leaves nothing behind.
KEEPER = """
"$1/initdb" -D "$2/cluster" -U afterview -A trust --no-sync --locale=C --encoding=UTF8 >"$2/log" 2>&1 &&
"$1/pg_ctl" start --silent --wait -D "$2/cluster" -l "$2/log" -o "$3" && echo started || echo failed
read -r _
"$1/pg_ctl" stop --silent -m immediate -D "$2/cluster"
rm -rf "$2"
"""
# Nothing here outlives the tests, so nothing need survive a crash. The odd time zone shows who forgets to ask for UTC.
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "timezone": "Asia/Kathmandu",
}


@contextmanager
def running_server(binaries: Path) -> Iterator[str]:
    """A fresh server for as long as the block lasts; gives its address, `postgresql://user@host:port`."""
    folder = Path(tempfile.mkdtemp(prefix="afterview-postgres-"))
    account = unprivileged_account()
    if account is not None:
        os.chown(folder, account.pw_uid, account.pw_gid)
    port = free_port()
    options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
    keeper = subprocess.Popen(
        ["sh", "-c", KEEPER, "keeper", str(binaries), str(folder), f"-p {port} -k '{folder}' {options}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=folder,
        start_new_session=True,
        user=account and account.pw_uid,
        group=account and account.pw_gid,
        extra_groups=None if account is None else [],
    )
    assert keeper.stdin is not None
    assert keeper.stdout is not None
    try:
        if keeper.stdout.readline() != b"started\n":
            raise RuntimeError("PostgreSQL did not start: " + (folder / "log").read_text())
        yield f"postgresql://afterview@127.0.0.1:{port}"
    finally:
        keeper.stdin.close()
        keeper.stdout.close()
        keeper.wait()


def unprivileged_account() -> pwd.struct_passwd | None:
    """Who the server runs as: PostgreSQL refuses root; anybody else may run it as themselves (None)."""
    if os.geteuid() != 0:
        return None
    names = {account.pw_name: account for account in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def free_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
