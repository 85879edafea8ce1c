"""`afterview decide`."""

import json
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from afterview.errors import AfterviewError, Invalid, Malformed

UNFIT_FACTS = 2
"""The exit code when the file cannot be read, or does not fit."""


def decide(
    facts: Annotated[Path, typer.Argument(metavar="FACTS.json", help="A Facts document; - reads standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the Recommendation as the API gives it.")] = False,
) -> None:
    """Say what to do next for the facts in a file, by when, and why."""
    from pydantic import ValidationError

    from afterview.api.field_errors import field_errors
    from afterview.api.json_body import read_json
    from afterview.api.schemas.facts import Facts
    from afterview.api.schemas.facts_reading import read_facts
    from afterview.cli.advice_in_words import in_words
    from afterview.policy import document
    from afterview.policy.decide import decide
    from afterview.services.advice import holidays_of

    try:
        found = read_facts(Facts.model_validate(read_json(_read(facts))), holidays_of)
    except ValidationError as error:
        _refuse(facts, Invalid(*field_errors(error.errors())))
    except (Invalid, Malformed) as error:
        _refuse(facts, error)
    advice = decide(found)
    if as_json:
        typer.echo(json.dumps(document.recommendation(advice), ensure_ascii=False, indent=2))
    else:
        typer.echo(in_words(advice))


def _read(path: Path) -> bytes:
    try:
        return sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        typer.echo(f"{path} cannot be read: {error.strerror}.", err=True)
        raise typer.Exit(UNFIT_FACTS) from None


def _refuse(path: Path, error: AfterviewError) -> NoReturn:
    """End the program with everything that is wrong with the facts, a line each."""
    if isinstance(error, Invalid):
        typer.echo(f"{path} does not fit together:", err=True)
        for one in error.errors:
            typer.echo(f"  {one.pointer or 'the document'}: {one.detail}", err=True)
    else:
        typer.echo(f"{path} cannot be read: {error.detail}", err=True)
    raise typer.Exit(UNFIT_FACTS)
