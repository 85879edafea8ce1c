"""openapi/afterview.v1.json says what the code says, and never less than it said before."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from pydantic import SecretStr

from afterview.api.contract import describe
from afterview.main import create_app
from afterview.settings import Settings
from tests.architecture.growth import breaks

ROOT = Path(__file__).parents[2]
CONTRACT = "openapi/afterview.v1.json"


def git(*arguments: str) -> str:
    """What git answers; nothing where it knows no such thing."""
    answer = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return answer.stdout.strip() if answer.returncode == 0 else ""


def earlier_contracts() -> dict[str, str]:
    """The contract as it was last released and last committed, each where there is one, by the version's name."""
    versions = ["HEAD", git("describe", "--tags", "--abbrev=0", "--match", "v*")]
    contracts = {version: git("show", f"{version}:{CONTRACT}") for version in versions if version}
    return {version: contract for version, contract in contracts.items() if contract}


@pytest.fixture
def contract(tmp_path: Path) -> dict[str, Any]:
    """The contract, generated from the code."""
    url = f"sqlite:///{tmp_path / 'unused.db'}"
    app: FastAPI = create_app(Settings(data_dir=tmp_path, database_url=url, secret_key=SecretStr("x" * 32)))
    return describe(app)


def test_the_committed_contract_is_that_of_the_code(contract: dict[str, Any]) -> None:
    assert json.loads((ROOT / CONTRACT).read_text()) == contract, "run `make openapi`, and commit what it wrote"


@pytest.mark.parametrize("version", earlier_contracts())
def test_the_contract_only_grows(version: str, contract: dict[str, Any]) -> None:
    assert breaks(json.loads(earlier_contracts()[version]), contract) == []
