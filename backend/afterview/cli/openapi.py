"""`afterview openapi`."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import typer
from pydantic import SecretStr


def openapi() -> None:
    """Print the API's contract (OpenAPI, as JSON)."""
    from afterview.api.contract import describe
    from afterview.main import create_app
    from afterview.settings import Settings

    with TemporaryDirectory() as folder:
        settings = Settings(
            data_dir=Path(folder), database_url=f"sqlite:///{folder}/unused.db", secret_key=SecretStr("x" * 32)
        )
        typer.echo(json.dumps(describe(create_app(settings)), indent=2, ensure_ascii=False))
