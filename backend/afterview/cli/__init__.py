"""The program's commands; each is a module of its own, and imports what is heavy only when it runs."""

import typer

from afterview.cli import check, decide, demo, doctor, migrate, openapi, serve, worker

app = typer.Typer(
    name="afterview",
    help="The next right step after a job interview, by when, and why.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("serve")(serve.serve)
app.command("worker")(worker.worker)
app.command("migrate")(migrate.migrate)
app.command("openapi")(openapi.openapi)
app.command("decide")(decide.decide)
app.command("check")(check.check)
app.command("demo")(demo.demo)
app.command("doctor")(doctor.doctor)
