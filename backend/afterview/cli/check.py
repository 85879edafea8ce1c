"""`afterview check`."""

import json
from pathlib import Path
from typing import Annotated

import typer

from afterview.cli.facts_file import read_facts_file, read_text, refuse
from afterview.errors import Invalid
from afterview.messages.terms import Kind, Verdict


def check(
    message: Annotated[Path, typer.Argument(metavar="MESSAGE.txt", help="The text; - reads standard input.")],
    facts: Annotated[Path, typer.Option(metavar="FACTS.json", help="The Facts document that it is about.")],
    kind: Annotated[Kind, typer.Option(help="What kind of message it is.")] = Kind.THANK_YOU_EMAIL,
    contact: Annotated[str | None, typer.Option(metavar="ID", help="Who gets it, by the id in the facts.")] = None,
    sender: Annotated[str | None, typer.Option(metavar="NAME", help="Who writes or calls.")] = None,
    subject: Annotated[str, typer.Option(metavar="LINE", help="The subject of an e-mail.")] = "",
    voicemail: Annotated[bool, typer.Option("--voicemail", help="The call is spoken to a machine.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as the API gives them.")] = False,
) -> None:
    """Look a message through before it goes out; ends with 1 when it should not go out like this."""
    from afterview.api.schemas.messages import Checked
    from afterview.cli.findings_in_words import in_words
    from afterview.messages.finding import verdict
    from afterview.services.messages import ToCheck, check_by_facts

    body = read_text(message)
    it = ToCheck(kind, body, subject, contact_id=contact, sender_name=sender, voicemail=voicemail)
    try:
        found = check_by_facts(read_facts_file(facts), it)
    except Invalid as error:
        refuse(facts, error)
    if as_json:
        typer.echo(json.dumps(Checked.of(found, body).model_dump(mode="json"), ensure_ascii=False, indent=2))
    else:
        typer.echo(in_words(body, found))
    if verdict(found) is Verdict.DO_NOT_SEND:
        raise typer.Exit(1)
