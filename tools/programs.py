"""python tools/programs.py: find the programs that tests need besides Python packages, and fetch the missing ones.

Chromium: the one named by CHROMIUM, an installed one, else Debian's package, else Playwright's download.
PostgreSQL's server, and Dovecot for IMAP: an installed one, else Debian's package. Packages are installed only by root.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

DOVECOT_PARTS = ("/usr/lib/dovecot", "/usr/libexec/dovecot", "/usr/local/libexec/dovecot")
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main() -> int:
    """Say what was found; 1 when something is missing and CI is set, for CI must not skip."""
    chromium = find_or_fetch("Chromium", find_chromium, fetch_chromium)
    postgres = find_or_fetch("PostgreSQL", find_postgres, fetch_postgres)
    dovecot = find_or_fetch("Dovecot", find_dovecot, fetch_dovecot)
    programs = (("chromium", chromium), ("postgresql", postgres), ("dovecot-imapd", dovecot))
    missing = [name for name, found in programs if found is None]
    if not missing:
        return 0
    print(f"\n!! MISSING: {' and '.join(missing)}. The tests that need them ", end="")
    print("cannot run, and with CI set they must." if os.environ.get("CI") else "will be skipped.")
    print(f"!! To run them: sudo apt-get install {' '.join(missing)}, or your system's packages of that name.\n")
    return 1 if os.environ.get("CI") else 0


def find_or_fetch(name: str, find: Callable[[], Path | None], fetch: Callable[[], None]) -> Path | None:
    """What `find` finds, at once or after `fetch`."""
    found = find()
    if found is None:
        print(f"{name} is not installed; fetching it for the tests ...", flush=True)
        fetch()
        found = find()
    if found is not None:
        print(f"{name} for the tests: {found}", flush=True)
    return found


def find_chromium() -> Path | None:
    """A Chromium that starts, or None."""
    return next((Path(found) for found in possible_chromiums() if starts(found)), None)


def possible_chromiums() -> Iterator[str]:
    """Where a Chromium may be, the most deliberate place first."""
    yield from filter(None, [os.environ.get("CHROMIUM"), *map(shutil.which, CHROMIUM_NAMES)])
    yield playwrights_chromium()


def fetch_chromium() -> None:
    """Debian's package, else Playwright's download."""
    if not install_package("chromium"):
        with_libraries = ["--with-deps"] if may_install() else []
        subprocess.call([sys.executable, "-m", "playwright", "install", *with_libraries, "chromium"])


def playwrights_chromium() -> str:
    """Where Playwright keeps, or would keep, the Chromium it downloads."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def find_postgres() -> Path | None:
    """The folder with `initdb`, `pg_ctl` and `postgres`, the newest version first, or None."""
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name))
    on_path = [Path(found).resolve().parent for found in [shutil.which("initdb")] if found]
    return next((folder for folder in [*on_path, *reversed(packaged)] if starts(str(folder / "postgres"))), None)


def fetch_postgres() -> None:
    """Debian's package."""
    install_package("postgresql")


def find_dovecot() -> Path | None:
    """The program `dovecot`, with its part for IMAP, or None."""
    found = shutil.which("dovecot", path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"]))
    has_imap = any(Path(folder, "imap").exists() for folder in DOVECOT_PARTS)
    return Path(found) if found and has_imap and starts(found) else None


def fetch_dovecot() -> None:
    """Debian's package."""
    install_package("dovecot-imapd")


def starts(program: str) -> bool:
    """Whether a program runs at all: a leftover wrapper or a missing library does not."""
    try:
        asked = subprocess.run([program, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def may_install() -> bool:
    """Whether Debian's packages can be installed by this user."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install_package(name: str) -> bool:
    """Install one of Debian's packages; False when that is not possible here."""
    if not may_install():
        return False
    update_package_lists()
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", name]
    return subprocess.call(command, env=quietly, stdout=subprocess.DEVNULL) == 0


@cache
def update_package_lists() -> None:
    """`apt-get update`, once: a fresh machine knows no packages, or old addresses of them."""
    subprocess.call(["apt-get", "update", "-qq"], stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
