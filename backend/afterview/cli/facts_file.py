"""Files that commands are given: read whole, and refused in words."""

import sys
from pathlib import Path
from typing import NoReturn

import typer

from afterview.errors import AfterviewError, Invalid, Malformed
from afterview.policy.facts import Facts

UNFIT = 2
"""The exit code when a file cannot be read, or does not fit."""


def read_bytes(path: Path) -> bytes:
    """What a file holds, or standard input for `-`; the program ends when it cannot be read."""
    try:
        return sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        typer.echo(f"{path} cannot be read: {error.strerror}.", err=True)
        raise typer.Exit(UNFIT) from None


def read_text(path: Path) -> str:
    """The same as text in UTF-8, its lines ended by a newline alone."""
    try:
        return read_bytes(path).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        typer.echo(f"{path} cannot be read: it is not text in UTF-8.", err=True)
        raise typer.Exit(UNFIT) from None


def read_facts_file(path: Path) -> Facts:
    """The facts in a Facts document; the program ends when they do not fit."""
    from pydantic import ValidationError

    from afterview.api.field_errors import field_errors
    from afterview.api.json_body import read_json
    from afterview.api.schemas import facts
    from afterview.api.schemas.facts_reading import read_facts
    from afterview.services.advice import holidays_of

    try:
        return read_facts(facts.Facts.model_validate(read_json(read_bytes(path))), holidays_of)
    except ValidationError as error:
        refuse(path, Invalid(*field_errors(error.errors())))
    except (Invalid, Malformed) as error:
        refuse(path, error)


def refuse(path: Path, error: AfterviewError) -> NoReturn:
    """End the program with everything that is wrong with what a file holds, a line each."""
    if isinstance(error, Invalid):
        typer.echo(f"{path} does not fit together:", err=True)
        for one in error.errors:
            typer.echo(f"  {one.pointer or 'the document'}: {one.detail}", err=True)
    else:
        typer.echo(f"{path} cannot be read: {error.detail}", err=True)
    raise typer.Exit(UNFIT)
