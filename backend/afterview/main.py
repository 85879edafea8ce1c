"""The one place where real things are wired together."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager, nullcontext
from datetime import datetime

from anyio import CapacityLimiter
from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

from afterview import __version__, clock
from afterview.api import (
    account_documents,
    advice,
    api_keys,
    applications,
    calendar_feeds,
    contacts,
    csv_imports,
    deferrals,
    evaluation,
    health,
    hooks,
    imports,
    installation,
    integrations,
    interviews,
    mail_proposals,
    me,
    messages,
    reference,
    sign_in,
    templates,
    touches,
    unsubscribing,
    webhooks,
)
from afterview.api.assistants import assistant_routes
from afterview.api.auth import AccessTokens
from afterview.api.frontend import frontend_routes
from afterview.api.parts import Parts
from afterview.api.problems import answer_errors_with_problems
from afterview.api.rate_limit import RateLimits
from afterview.api.request_log import RequestLog, configure_log
from afterview.api.response_headers import HeadAsGet, ResponseHeaders
from afterview.connectors.addresses import Resolve, resolve
from afterview.connectors.ats.vendors import VENDORS
from afterview.connectors.template_trial import TemplateTrial
from afterview.services.idempotency import KeptAnswers
from afterview.services.integrations import Vendors
from afterview.services.passwords import STRONG, Cost, Passwords
from afterview.services.sealing import SEALED, Seal
from afterview.services.unsubscribing import STOPPING, StopLinks
from afterview.services.webhooks import AddressPolicy
from afterview.settings import Settings, load_settings
from afterview.store.engine import Database, open_database
from afterview.worker import make_worker, working_beside

ROUTERS = (
    applications.router,
    contacts.router,
    interviews.router,
    touches.router,
    deferrals.router,
    advice.router,
    evaluation.router,
    evaluation.batch_router,
    imports.router,
    csv_imports.router,
    mail_proposals.router,
    account_documents.import_router,
    templates.router,
    messages.router,
    sign_in.router,
    me.router,
    installation.router,
    account_documents.router,
    api_keys.router,
    webhooks.router,
    integrations.router,
    hooks.router,
    calendar_feeds.router,
    calendar_feeds.public_router,
    unsubscribing.public_router,
    health.router,
    reference.router,
)
HASHING_AT_ONCE = 4
"""Passwords hashed at the same time; each takes 64 MiB."""
EXPOSED_HEADERS = ("ETag", "Link", "Location", "Retry-After", "Idempotent-Replayed", "X-Request-ID")


def create_app(
    settings: Settings,
    *,
    clock: Callable[[], datetime] = clock.now,
    password_cost: Cost = STRONG,
    works: bool = False,
    resolve: Resolve = resolve,
    vendors: Vendors = VENDORS,
) -> FastAPI:
    """The whole application; `clock` is what it takes for the present, and tests hash at a lower cost.

    One that `works` carries out by itself what is due, in a thread, for as long as it is up. `resolve` looks up the
    names of the servers that users have it call, `vendors` are the applicant-tracking tools that it understands.
    """
    database = open_database(settings.database_url)
    template_trial = TemplateTrial()
    app = FastAPI(
        title="Afterview",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        middleware=_middleware(settings),
        lifespan=_lifespan(
            database,
            template_trial,
            working_beside(make_worker(settings, database, clock, resolve, vendors)) if works else nullcontext(),
        ),
    )
    app.state.parts = Parts(
        settings=settings,
        clock=clock,
        reading=database.reading,
        writing=database.writing,
        passwords=Passwords(password_cost),
        hashing=CapacityLimiter(HASHING_AT_ONCE),
        access_tokens=AccessTokens(settings.derive_key("access tokens")),
        rate_limits=RateLimits(on=settings.rate_limits),
        kept_answers=KeptAnswers(settings.derive_key("kept answers")),
        template_trial=template_trial,
        seal=Seal(settings.derive_key(SEALED)),
        webhook_addresses=AddressPolicy(settings.allow_private_urls, resolve),
        vendors=vendors,
        stop_links=StopLinks(settings.derive_key(STOPPING), settings.public_url),
        cursor_key=settings.derive_key("cursors"),
    )
    answer_errors_with_problems(app)
    # Not include_router: it would match every path twice, and hide the route's template from the log.
    for router in ROUTERS:
        app.router.routes.extend(router.routes)
    app.router.routes.extend(assistant_routes(app))
    app.router.routes.extend(frontend_routes())
    return app


def app_from_environment() -> FastAPI:
    """The application as `afterview serve` runs it, in each of its processes."""
    settings = load_settings()
    configure_log(settings.log)
    return create_app(settings, works=settings.is_small)


def _middleware(settings: Settings) -> list[Middleware]:
    cors = Middleware(
        CORSMiddleware,
        allow_origins=settings.cors_origins,
        allow_methods=("GET", "HEAD", "POST", "PATCH", "DELETE"),
        allow_headers=("Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match", "X-Request-ID"),
        expose_headers=EXPOSED_HEADERS,
    )
    return [
        Middleware(ResponseHeaders, https=settings.public_url.startswith("https://")),
        *([cors] if settings.cors_origins else []),
        Middleware(RequestLog),
        Middleware(HeadAsGet),
    ]


def _lifespan(
    database: Database, template_trial: TemplateTrial, work: AbstractContextManager[None]
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        with work:
            yield
        template_trial.close()
        database.engine.dispose()

    return lifespan
