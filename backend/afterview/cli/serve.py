"""`afterview serve`."""

from typing import Annotated

import typer

from afterview.cli.configuration import database_complaint, read_settings


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 is every one.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on; 0 takes a free one.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, help="How many processes answer.")] = 1,
) -> None:
    """Serve the API and the pages."""
    import uvicorn
    from uvicorn.supervisors import Multiprocess

    if complaint := database_complaint(read_settings().database_url):
        typer.echo(complaint, err=True)
        raise typer.Exit(1)
    config = uvicorn.Config(
        "afterview.main:app_from_environment",
        factory=True,
        host=host,
        port=port,
        workers=workers,
        access_log=False,
        log_level="warning",
        server_header=False,
    )
    # Listen before saying so: whoever reads the line can connect at once, and is answered when the application is up.
    listener = config.bind_socket()
    listener.listen(config.backlog)
    shown = f"[{host}]" if ":" in host else host
    typer.echo(f"Afterview is at http://{shown}:{listener.getsockname()[1]} (Ctrl+C ends it).")
    if workers > 1:
        Multiprocess(config, sockets=[listener]).run()
    else:
        uvicorn.Server(config).run(sockets=[listener])
