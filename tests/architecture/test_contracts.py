"""Each import contract of pyproject.toml notices a wrong import (`make test` runs the contracts themselves)."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PLANTED = {
    "layers": ("clock.py", "import afterview.ids"),
    "no-cycles": ("policy/facts.py", "import afterview.policy.decide"),
    "pure-policy": ("policy/terms.py", "import pydantic"),
    "pure-messages": ("messages/terms.py", "import pydantic"),
    "lonely-rules": ("policy/rules/one_enquiry.py", "import afterview.policy.rules.never_press"),
    "lonely-steps": ("policy/steps/answer.py", "import afterview.policy.steps.check_in_email"),
    "lonely-checks": ("messages/checks/too_long.py", "import afterview.messages.checks.over_limit"),
    "lonely-vendors": ("connectors/ats/lever.py", "import afterview.connectors.ats.ashby"),
    "through-services": ("api/problems.py", "import afterview.store.engine"),
    "web-at-the-edge": ("services/__init__.py", "import starlette.requests"),
    "tokens-in-one-place": ("api/problems.py", "import jose.jwt"),
    "assistants-in-one-place": ("api/problems.py", "import mcp"),
    "drivers-in-the-store": ("services/__init__.py", "import psycopg"),
}
"""One wrong import for each contract: where it is planted, and what."""


def contracts() -> dict[str, str]:
    """The name of each contract by its id."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return {contract["id"]: contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]}


@pytest.fixture(scope="module")
def report_on_a_spoilt_tree(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says of a copy in which every contract is broken once."""
    root = tmp_path_factory.mktemp("spoilt")
    shutil.copy(ROOT / "pyproject.toml", root)
    shutil.copytree(ROOT / "backend/afterview", root / "backend/afterview")
    for name, line in PLANTED.values():
        module = root / "backend/afterview" / name
        assert module.exists(), f"{name} is gone: plant the import elsewhere"
        module.write_text(f"{module.read_text()}\n{line}\n")
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(root / "backend"), "COLUMNS": "1000"}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize("contract", contracts())
def test_a_planted_import_breaks_its_contract(contract: str, report_on_a_spoilt_tree: str) -> None:
    assert f"{contracts()[contract]} BROKEN" in report_on_a_spoilt_tree
