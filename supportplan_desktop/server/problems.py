"""Refusals as problem documents (RFC 9457); nothing of the inside goes out with them."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from supportplan_desktop import wire
from supportplan_desktop.api import PROBLEM, Problem, status_of
from supportplan_desktop.domain.errors import (
    InvalidInput,
    Refusal,
    RequestTimedOut,
    StoreUnavailable,
    VerificationDailyLimit,
    refusal,
)

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.requests import Request

    from supportplan_desktop.server.parts import Server

_LONGEST_VALUE = 80
_HOUR = 3600
_LOG = logging.getLogger(__name__)


def problem_of(refused: Refusal) -> Problem:
    """A refusal as it is told; what a database says of itself stays inside."""
    status = status_of(refused.code)
    facts = {} if isinstance(refused, StoreUnavailable) else wire.facts_as_json(refused.facts)
    return Problem(f"urn:supportplan:problem:{refused.code}", HTTPStatus(status).phrase, status, refused.code, facts)


def answer(refused: Refusal, headers: dict[str, str] | None = None) -> Response:
    """The response that tells a refusal, and when it may be asked again where that is known."""
    problem = problem_of(refused)
    if isinstance(refused, StoreUnavailable):
        _LOG.warning("the store is unavailable: %s", refused.facts.get("detail"))
    told = dict(headers or {})
    if problem.status in {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}:
        told["Retry-After"] = str(_seconds_to_wait(refused))
    if problem.status == HTTPStatus.UNAUTHORIZED:
        told["WWW-Authenticate"] = "Bearer"
    text = json.dumps(asdict(problem), ensure_ascii=False)
    return Response(text, problem.status, told, media_type=PROBLEM)


def add_to(app: FastAPI) -> None:
    """Let the application tell every refusal, and whatever the framework refuses, in the one form."""

    async def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, Refusal)
        return answer(_counted(request, error))

    async def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return answer(_counted(request, _invalid(error)))

    async def framework(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        headers = dict(error.headers or {})
        return answer(_counted(request, refusal(_code_of(error.status_code), {})), headers)

    app.add_exception_handler(Refusal, refused)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, framework)


def unexpected() -> Response:
    """What is told of an error nobody has foreseen: nothing but that there was one."""
    return answer(refusal("server.error", {}))


def _code_of(status: int) -> str:
    codes = {
        HTTPStatus.NOT_FOUND: "path.not_found",
        HTTPStatus.METHOD_NOT_ALLOWED: "request.method_not_allowed",
    }
    return codes.get(
        HTTPStatus(status), "input.invalid" if status < HTTPStatus.INTERNAL_SERVER_ERROR else "server.error"
    )


def _counted(request: Request, refused: Refusal) -> Refusal:
    server: Server | None = getattr(request.app.state, "server", None)
    if server is not None:
        server.metrics.refusals.labels(refused.code).inc()
    return refused


def _invalid(error: RequestValidationError) -> InvalidInput:
    """The first thing in the address that cannot be meant."""
    first: dict[str, Any] = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"][1:])
    return InvalidInput(field=field, value=str(first.get("input"))[:_LONGEST_VALUE])


def _seconds_to_wait(refused: Refusal) -> int:
    seconds = refused.facts.get("seconds")
    if refused.code == VerificationDailyLimit.code:
        return _HOUR  # the next day begins at the site's midnight; nobody waits for it second by second
    return max(1, seconds) if isinstance(seconds, int) and refused.code != RequestTimedOut.code else 1
