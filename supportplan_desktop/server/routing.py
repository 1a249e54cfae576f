"""How a function becomes a path: who asks, the body read strictly, the use case run on a thread, the answer written.

An area is a module with an `Area` on which its functions are entered: their parameters are what stands in the path and
behind it, `asked` tells who asks, `body` is what was sent. The annotations are read while running, so the modules of
areas do without `from __future__ import annotations`.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from fastapi import Depends
from starlette.requests import Request
from starlette.responses import Response

from supportplan_desktop import wire
from supportplan_desktop.api import VERSION
from supportplan_desktop.bootstrap import services_of
from supportplan_desktop.domain.errors import InvalidInput, SignInRequired, refusal
from supportplan_desktop.server.auth import Signed
from supportplan_desktop.server.parts import Server

if TYPE_CHECKING:
    from uuid import UUID

    from fastapi import FastAPI

    from supportplan_desktop.services.acting import Acting, Parts
    from supportplan_desktop.services.interfaces import Services

F = TypeVar("F", bound=Callable[..., Any])

JSON = "application/json"
_NUL = "\x00"


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, from where, and what there is to answer with."""

    server: Server
    address: str
    _signed: Signed | None = None

    @property
    def signed(self) -> Signed:
        """Who acts, and in which session."""
        if self._signed is None:
            raise SignInRequired
        return self._signed

    @property
    def acting(self) -> Acting:
        """For whom is acted, by whom, in what role."""
        return self.signed.acting

    @property
    def family(self) -> UUID:
        """The session."""
        return self.signed.family

    @property
    def parts(self) -> Parts:
        """The outside world."""
        return self.server.parts

    @property
    def services(self) -> Services:
        """What can be asked for that account, by that person."""
        return services_of(self.parts, self.acting)


@dataclass(frozen=True, slots=True)
class Route:
    """One path and method: what is called, what is sent, what is answered, and in which area it stands."""

    method: str
    path: str
    call: Callable[..., Any]
    answer: Any
    body: Any = None
    is_open: bool = False
    area: str = ""

    @property
    def status(self) -> int:
        """The status of an answer that is no refusal."""
        return HTTPStatus.NO_CONTENT if self.answer is None else HTTPStatus.OK


@dataclass(slots=True)
class Area:
    """The routes of one subject, in the order they are written."""

    name: str
    routes: list[Route] = field(default_factory=list)

    def get(self, path: str) -> Callable[[F], F]:
        """Enter a function that answers a question; what it answers is its return annotation."""
        return self._entered("GET", path)

    def put(self, path: str) -> Callable[[F], F]:
        """Enter a command that makes or sets something under an id of the caller."""
        return self._entered("PUT", path)

    def post(self, path: str, *, is_open: bool = False) -> Callable[[F], F]:
        """Enter a command; `is_open` where nobody has to be signed in."""
        return self._entered("POST", path, is_open=is_open)

    def delete(self, path: str) -> Callable[[F], F]:
        """Enter a command that ends something."""
        return self._entered("DELETE", path)

    def _entered(self, method: str, path: str, *, is_open: bool = False) -> Callable[[F], F]:
        def enter(call: F) -> F:
            told = inspect.signature(call)
            body = told.parameters["body"].annotation if "body" in told.parameters else None
            answer = told.return_annotation
            self.routes.append(Route(method, f"/{VERSION}{path}", call, answer, body, is_open, self.name))
            return call

        return enter


def endpoint_of(route: Route) -> Callable[..., Any]:
    """The function the framework calls: it is shown the parameters of the path and the query, and nothing else."""

    async def endpoint(request: Request, asked: Asked, **given: Any) -> Response:  # noqa: ANN401 - as the route says
        text = await _text_of(request) if route.body else ""

        def use_case() -> str:
            sent = {"body": _read(route.body, text)} if route.body else {}
            answer = route.call(asked=asked, **sent, **given)
            return "" if route.answer is None else wire.dumped(route.answer, answer)

        written = await asked.server.run(use_case)
        if route.answer is None:
            return Response(status_code=HTTPStatus.NO_CONTENT)
        return Response(written, media_type=JSON)

    def shown(name: str, kind: Any) -> inspect.Parameter:  # noqa: ANN401 - an annotation
        return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=kind)

    own = inspect.signature(route.call).parameters.values()
    asks = _anybody if route.is_open else _signed_in
    parameters = [
        shown("request", Request),
        shown("asked", Annotated[Asked, Depends(asks)]),
        *(one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in own if one.name not in {"asked", "body"}),
    ]
    endpoint.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    endpoint.__name__ = route.call.__name__
    endpoint.__doc__ = route.call.__doc__
    return endpoint


def server_of(app: FastAPI) -> Server:
    """What the requests of this process share."""
    server: Server = app.state.server
    return server


async def _anybody(request: Request) -> Asked:
    return Asked(server_of(request.app), request.client.host if request.client else "")


async def _signed_in(request: Request) -> Asked:
    """Whoever bears an access token of ours; SignInRequired."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.casefold() != "bearer":
        raise SignInRequired
    anybody = await _anybody(request)
    signed = anybody.server.sessions.signed(token.strip())
    request.state.account_id = signed.acting.account_id
    return Asked(anybody.server, anybody.address, signed)


async def _text_of(request: Request) -> str:
    """What was sent, as text; the kind of content has to be named."""
    kind = request.headers.get("Content-Type", "").partition(";")[0].strip().casefold()
    if kind != JSON:
        raise refusal("request.media_type", {"expected": JSON})
    try:
        return (await request.body()).decode("utf-8")
    except UnicodeDecodeError:
        raise InvalidInput(field="", value="") from None


def _read(kind: Any, text: str) -> Any:  # noqa: ANN401 - as the route says
    """The value that was sent; InvalidInput for what cannot be meant, text no database keeps among it."""
    try:
        value = wire.loaded(kind, text)
        said = json.loads(text)
    except (ValueError, RecursionError):
        raise InvalidInput(field="", value="") from None
    odd = _with_nul(said)
    if odd is not None:
        raise InvalidInput(field=odd, value="")
    return value


def _with_nul(said: Any, path: str = "") -> str | None:  # noqa: ANN401 - JSON
    """The path of a text with a NUL character, None where there is none."""
    if isinstance(said, str):
        return path if _NUL in said else None
    inner = said.items() if isinstance(said, dict) else enumerate(said) if isinstance(said, list) else ()
    found = (_with_nul(one, f"{path}.{name}".lstrip(".")) for name, one in inner)
    return next((odd for odd in found if odd is not None), None)
