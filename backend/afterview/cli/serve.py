"""`afterview serve`."""

from typing import Annotated

import typer

from afterview.cli.configuration import database_complaint, read_settings


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 is every one.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, help="How many processes answer.")] = 1,
) -> None:
    """Serve the API and the pages."""
    import uvicorn

    if complaint := database_complaint(read_settings().database_url):
        typer.echo(complaint, err=True)
        raise typer.Exit(1)
    shown = f"[{host}]" if ":" in host else host
    typer.echo(f"Afterview is at http://{shown}:{port} (Ctrl+C ends it).")
    uvicorn.run(
        "afterview.main:app_from_environment",
        factory=True,
        host=host,
        port=port,
        workers=workers,
        access_log=False,
        log_level="warning",
        server_header=False,
    )
