"""`afterview decide`."""

import json
from pathlib import Path
from typing import Annotated

import typer

from afterview.cli.facts_file import read_facts_file


def decide(
    facts: Annotated[Path, typer.Argument(metavar="FACTS.json", help="A Facts document; - reads standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the Recommendation as the API gives it.")] = False,
) -> None:
    """Say what to do next for the facts in a file, by when, and why."""
    from afterview.cli.advice_in_words import in_words
    from afterview.policy import document
    from afterview.policy.decide import decide

    advice = decide(read_facts_file(facts))
    if as_json:
        typer.echo(json.dumps(document.recommendation(advice), ensure_ascii=False, indent=2))
    else:
        typer.echo(in_words(advice))
