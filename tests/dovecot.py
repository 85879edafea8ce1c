"""An IMAP server of the tests' own: Dovecot, on loopback, in a temporary folder, as an unprivileged user."""

import grp
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from imaplib import IMAP4
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from tests.postgres import free_port, unprivileged_account

USER, SECRET = "afterview@example.com", "p@ss/word"
SIGNED_IN = f"{quote(USER, safe='')}:{{}}"

# The keeper waits for its standard input to close, which happens however the tests end, and then leaves nothing behind.
KEEPER = """
"$1" -c "$2/dovecot.conf" >>"$2/log" 2>&1 && echo started || echo failed
read -r _
kill -KILL "$(cat "$2/run/master.pid")"
rm -rf "$2"
"""
# Everything runs as the one user who started it: without root there is nobody to change to.
CONFIGURATION = """
base_dir = {folder}/run
state_dir = {folder}/state
instance_name = afterview-tests
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
{encryption}
default_login_user = {account}
default_internal_user = {account}
default_internal_group = {group}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:{folder}/mail
mail_fsync = never
disable_plaintext_auth = no
auth_mechanisms = plain
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {folder}/users
}}
userdb {{
  driver = static
  args = uid={account} gid={group} home={folder}/home
}}
auth_failure_delay = 0
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
  }}
}}
"""

TLS = """ssl = yes
ssl_cert = <{folder}/certificate.pem
ssl_key = <{folder}/certificate.pem"""


class ImapServer(NamedTuple):
    """A server with one mailbox; tests put messages in as a mail program does."""

    port: int
    tls_port: int

    def url(self, folder: str = "Afterview", *, secret: str = SECRET) -> str:
        """The setting that leads to a folder."""
        return f"imap://{SIGNED_IN.format(quote(secret, safe=''))}@127.0.0.1:{self.port}/{quote(folder)}"

    def tls_url(self, folder: str = "Afterview") -> str:
        """The same, encrypted."""
        return f"imaps://{SIGNED_IN.format(quote(SECRET, safe=''))}@localhost:{self.tls_port}/{quote(folder)}"

    @contextmanager
    def opened(self) -> Iterator[IMAP4]:
        """A mail program that has signed in."""
        with IMAP4("127.0.0.1", self.port) as program:
            program.login(USER, SECRET)
            yield program

    def put(self, *messages: bytes, arrived: str = "23-Nov-2026 12:00:00 +0000") -> None:
        """Move messages that arrived then into the folder, which is made if it is not there yet."""
        with self.opened() as program:
            program.create("Afterview")
            for message in messages:
                assert program.append("Afterview", "", f'"{arrived}"', message)[0] == "OK"

    def empty(self) -> None:
        """Take every folder away; one made anew numbers its messages differently."""
        with self.opened() as program:
            program.delete("Afterview")


@contextmanager
def running_dovecot(binary: Path, certificate: Path | None = None) -> Iterator[ImapServer]:
    """A fresh server for as long as the block lasts; with a certificate and its key in one file it speaks TLS too."""
    folder = Path(tempfile.mkdtemp(prefix="afterview-dovecot-"))
    account = unprivileged_account() or pwd.getpwuid(os.geteuid())
    server = ImapServer(free_port(), free_port() if certificate else 0)
    (folder / "users").write_text(f"{USER}:{{PLAIN}}{SECRET}\n")
    (folder / "dovecot.conf").write_text(
        CONFIGURATION.format(
            folder=folder,
            account=account.pw_name,
            group=grp.getgrgid(account.pw_gid).gr_name,
            port=server.port,
            tls_port=server.tls_port,
            encryption=TLS.format(folder=folder) if certificate else "ssl = no",
        )
    )
    if certificate:
        shutil.copy(certificate, folder / "certificate.pem")
    for path in (folder, *folder.iterdir()):
        os.chown(path, account.pw_uid, account.pw_gid)
    root = os.geteuid() == 0
    keeper = subprocess.Popen(
        ["sh", "-c", KEEPER, "keeper", str(binary), str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=folder,
        start_new_session=True,
        user=account.pw_uid if root else None,
        group=account.pw_gid if root else None,
        extra_groups=[] if root else None,
    )
    assert keeper.stdin is not None
    assert keeper.stdout is not None
    try:
        if keeper.stdout.readline() != b"started\n":
            raise RuntimeError("Dovecot did not start: " + (folder / "log").read_text())
        yield server
    finally:
        keeper.stdin.close()
        keeper.stdout.close()
        keeper.wait()
