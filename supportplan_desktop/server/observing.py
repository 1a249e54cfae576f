"""Around every request: a number for it, a line in the log, its measures, and an answer to errors nobody foresaw."""

from __future__ import annotations

import logging
import re
from time import perf_counter
from typing import TYPE_CHECKING
from uuid import uuid4

from supportplan_desktop.server.logs import REQUEST
from supportplan_desktop.server.problems import unexpected
from supportplan_desktop.server.routing import server_of

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HEADER = b"x-request-id"
_OURS = re.compile(rb"[A-Za-z0-9._-]{1,64}")
_UNKNOWN = "unknown"
_METHODS = frozenset({"GET", "PUT", "POST", "DELETE", "HEAD", "OPTIONS", "PATCH"})
_GONE = 499  # nobody was there any more to be answered
_SAFE = ((b"cache-control", b"no-store"), (b"x-content-type-options", b"nosniff"))
_LOG = logging.getLogger("supportplan_desktop.server.access")


class Observed:
    """Tells of each request its route, status, time, account and number; never a body, a query or a token."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request and tell of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        metrics, began, number = server_of(scope["app"]).metrics, perf_counter(), _number_of(scope)
        scope.setdefault("state", {})
        status = _GONE

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), *_SAFE, (_HEADER, number.encode())]
            await send(message)

        metrics.under_way.inc()
        try:
            await self._app(scope, receive, sending)
        except Exception:
            metrics.errors.inc()
            _LOG.exception("unexpected error", extra={REQUEST: {"request_id": number, "route": _route_of(scope)}})
            if status != _GONE:
                raise
            await unexpected()(scope, receive, sending)
        finally:
            seconds = perf_counter() - began
            metrics.under_way.dec()
            method, route = _method_of(scope), _route_of(scope)
            metrics.requests.labels(method, route, status).inc()
            metrics.seconds.labels(method, route).observe(seconds)
            told = {
                "request_id": number,
                "method": method,
                "route": route,
                "status": status,
                "ms": round(seconds * 1000, 1),
                "account": scope["state"].get("account_id"),
            }
            _LOG.info("request", extra={REQUEST: told})


def _number_of(scope: Scope) -> str:
    """The number a proxy gave the request where it is a harmless one, else a new one."""
    for name, value in scope["headers"]:
        if name == _HEADER and _OURS.fullmatch(value):
            return bytes(value).decode()
    return str(uuid4())


def _route_of(scope: Scope) -> str:
    """The template of the path, so that no id and nothing that was typed is told."""
    return str(getattr(scope.get("route"), "path", _UNKNOWN))


def _method_of(scope: Scope) -> str:
    return scope["method"] if scope["method"] in _METHODS else _UNKNOWN
