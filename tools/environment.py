"""python3 tools/environment.py: make .venv and install what requirements.lock pins, and Afterview itself.

Runs on the machine's own Python, so it keeps to the standard library, and to syntax that an old Python can still read
far enough to say what is wrong.
"""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

OLDEST = (3, 11)
NEWER_NAMES = ("python3.14", "python3.13", "python3.12", "python3.11")
UV = "uv==0.13.9"
ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
PYTHON = FOLDER / "bin" / "python"
PIP = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]


def main() -> None:
    """Leave a .venv that holds exactly the locked packages; say what to do when it cannot be made."""
    if sys.version_info < OLDEST:
        start_again_with_a_newer_python()
    if not runs(PYTHON, "import pip"):
        make_environment()
    print("Installing the locked Python packages ...", flush=True)
    if not install_with_uv():
        print("(uv could not do it on this machine; pip does the same, more slowly)", flush=True)
        run([*PIP, "--no-deps", "--require-hashes", "--requirement", "requirements.lock"])
    run([*PIP, "--no-deps", "--no-build-isolation", "--editable", "."])


def start_again_with_a_newer_python() -> None:
    """Replace this process by a newer Python from PATH, or stop with a sentence."""
    for name in NEWER_NAMES:
        found = shutil.which(name)
        if found and runs(found, "pass"):
            os.execv(found, [found, *sys.argv])  # noqa: S606  (nothing from outside is in it)
    needed, present = (".".join(map(str, version)) for version in (OLDEST, sys.version_info[:2]))
    sys.exit(
        f"Afterview needs Python {needed} or newer, and {sys.executable} is {present}. "
        "Install a newer one, or name it: make PYTHON=/path/to/python3"
    )


def runs(python: "str | Path", statement: str) -> bool:
    """Whether this interpreter can do that; one that was moved, half made or only stands for another cannot."""
    try:
        return subprocess.call([str(python), "-c", statement], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def make_environment() -> None:
    """A fresh .venv with pip in it."""
    try:
        import ensurepip  # noqa: F401  (Debian leaves it out of python3 unless python3-venv is installed)
    except ImportError:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        sys.exit(f"This Python has no `venv`. On Debian or Ubuntu: apt-get install {package}. Then run make again.")
    print(f"Making the Python environment in {FOLDER.name} ...", flush=True)
    venv.create(FOLDER, clear=True, with_pip=True)


def install_with_uv() -> bool:
    """Let uv, which needs seconds, bring .venv to the lock; False where it has no build for this machine, or fails."""
    uv = [str(PYTHON), "-m", "uv", "--quiet", "--system-certs", "pip", "sync", "--python", str(PYTHON)]
    got = subprocess.call([*PIP, "--only-binary", ":all:", UV], stderr=subprocess.DEVNULL) == 0
    return got and subprocess.call([*uv, "--require-hashes", "requirements.lock"], cwd=ROOT) == 0


def run(command: "list[str]") -> None:
    """Run one step from the project's root; its own words explain a failure, ours say what to try."""
    if subprocess.call(command, cwd=ROOT) != 0:
        sys.exit("That step failed: read the lines above. Is a package index within reach? Then run make again.")


if __name__ == "__main__":
    main()
