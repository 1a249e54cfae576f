"""The application that each worker of the server runs."""

from __future__ import annotations

import logging
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from anyio import CapacityLimiter, to_thread
from fastapi import FastAPI
from starlette.requests import Request  # noqa: TC002 - the framework reads the annotations
from starlette.responses import JSONResponse, Response

from supportplan_desktop import __version__, wire
from supportplan_desktop.api import Health
from supportplan_desktop.domain.errors import StoreTooNew, StoreUnavailable
from supportplan_desktop.server import problems, schemas
from supportplan_desktop.server.due_work import DueWork
from supportplan_desktop.server.guarding import Guarded
from supportplan_desktop.server.metrics import CONTENT_TYPE
from supportplan_desktop.server.observing import Observed
from supportplan_desktop.server.parts import open_server
from supportplan_desktop.server.routes import AREAS
from supportplan_desktop.server.routing import JSON, endpoint_of, server_of
from supportplan_desktop.server.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from supportplan_desktop.server.parts import Server
    from supportplan_desktop.server.settings import ServerSettings

_LOG = logging.getLogger(__name__)


def create(settings: ServerSettings | None = None, opened: Callable[[ServerSettings], Server] = open_server) -> FastAPI:
    """The application, by the settings of the environment where none are given; its parts are opened when it starts."""
    chosen = settings or settings_of()

    @asynccontextmanager
    async def open_while_running(app: FastAPI) -> AsyncIterator[None]:
        server = opened(chosen)
        app.state.server = server
        if chosen.clock_file:
            _LOG.warning("the instant is read from %s: for demonstrations and tests only", chosen.clock_file)
        work = DueWork(server)
        work.start()
        try:
            yield
        finally:
            await work.stop()
            await to_thread.run_sync(server.close)

    app = FastAPI(
        title="Support Plan",
        version=__version__,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=open_while_running,
    )
    problems.add_to(app)
    app.add_middleware(Guarded, seconds=chosen.request_seconds)
    app.add_middleware(Observed)
    _add_routes(app)
    _add_watching(app)
    return app


def _add_routes(app: FastAPI) -> None:
    routes = [route for area in AREAS for route in area.routes]
    described = schemas.described(routes)
    for route in routes:
        app.add_api_route(
            route.path,
            endpoint_of(route),
            methods=[route.method],
            operation_id=route.call.__name__,
            tags=[route.area],
            summary=(route.call.__doc__ or "").partition("\n")[0],
            status_code=route.status,
            response_class=Response,
            response_model=None,
            responses=schemas.responses_of(route, described),
            openapi_extra=schemas.extra_of(route, described),
        )
    document = schemas.completed(app.openapi(), routes)

    async def openapi() -> JSONResponse:
        """What this server can be asked, as OpenAPI 3.1."""
        return JSONResponse(document)

    app.add_api_route("/openapi.json", openapi, include_in_schema=False, response_model=None)


def _add_watching(app: FastAPI) -> None:
    """What is watched from outside: whether the process answers, whether it can work, and its measures."""
    looking = CapacityLimiter(1)  # apart from the threads of requests, which may all be busy

    async def healthz() -> Response:
        return _health("ok")

    async def readyz(request: Request) -> Response:
        try:
            await to_thread.run_sync(server_of(request.app).store.check, limiter=looking)
        except (StoreUnavailable, StoreTooNew) as refused:
            return problems.answer(refused)
        return _health("ready")

    async def metrics(request: Request) -> Response:
        told = await to_thread.run_sync(server_of(request.app).metrics.told, limiter=looking)
        return Response(told, media_type=CONTENT_TYPE)

    for path, endpoint in (("/healthz", healthz), ("/readyz", readyz), ("/metrics", metrics)):
        app.add_api_route(path, endpoint, include_in_schema=False, response_model=None)


def _health(status: str) -> Response:
    kind: Any = Health
    return Response(wire.dumped(kind, Health(status)), media_type=JSON)
