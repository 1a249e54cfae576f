"""The OpenAPI 3.1 document, from the same dataclasses that the wire reads and writes.

Both directions are described as they are written (amounts are decimal strings), because nothing else is read either.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from supportplan_desktop.api import PROBLEM, Problem
from supportplan_desktop.server.routing import JSON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportplan_desktop.server.routing import Route

_REFERENCE = "#/components/schemas/{model}"
_EVERYWHERE = {
    422: "What was sent cannot be meant: `input.invalid`, or what the catalogue lacks",
    500: "An error nobody has foreseen: `server.error`",
    503: "The database is away, or there was no answer in time; sending again is safe",
}
_SIGNED_IN = {401: "There is no session: `session.required`"}
_OPEN = {
    401: "Refused: `session.refused`, `session.required`",
    429: "Asked too often; `Retry-After` says when it may be asked again",
}
_OF_BODIES = {413: "More than is taken: `request.too_large`", 415: "Only JSON is read: `request.media_type`"}
_OF_COMMANDS = {403: "The role is not enough: `role.not_allowed`"}
_OF_STATE = {
    404: "There is no such thing, or it is another account's",
    409: "The state forbids it; `code` and `facts` say what is in the way",
}
_RATE_LIMITED = {429: "Asked too often; `Retry-After` says when it may be asked again"}


def described(routes: Sequence[Route]) -> dict[Any, dict[str, Any]]:
    """Schema of every kind that is sent or answered, by kind; what they refer to is among `components`."""
    return {kind: _schemas(tuple(kinds_of(routes)))[0][kind] for kind in kinds_of(routes)}


def kinds_of(routes: Sequence[Route]) -> list[Any]:
    """Every kind that is sent or answered, once, and the problem."""
    found = [Problem, *(kind for route in routes for kind in (route.body, route.answer) if kind is not None)]
    return list(dict.fromkeys(found))


def components(routes: Sequence[Route]) -> dict[str, Any]:
    """What the document calls by name. A body may leave out what has a default, and has nothing unknown in it."""
    _, named = _schemas(tuple(kinds_of(routes)))
    for kind in {route.body for route in routes if route.body is not None}:
        told = named[kind.__name__]
        told["required"] = TypeAdapter(kind).json_schema().get("required", [])
        told["additionalProperties"] = False
    return named


@cache
def _schemas(kinds: tuple[Any, ...]) -> tuple[dict[Any, Any], dict[str, Any]]:
    inputs = [(kind, "serialization", TypeAdapter(kind)) for kind in kinds]
    found, told = TypeAdapter.json_schemas(inputs, ref_template=_REFERENCE)  # type: ignore[arg-type]
    return {kind: schema for (kind, _), schema in found.items()}, told.get("$defs", {})


def responses_of(route: Route, schemas: dict[Any, dict[str, Any]]) -> dict[int | str, dict[str, Any]]:
    """Everything a route may answer."""
    refusals = dict(_EVERYWHERE)
    refusals |= _OPEN if route.is_open else _SIGNED_IN
    if not route.is_open:
        refusals |= _OF_STATE
        refusals |= _OF_COMMANDS if route.method != "GET" else {}
    if route.body is not None:
        refusals |= _OF_BODIES
    if route.path.endswith("/verification") and route.method == "PUT":
        refusals |= _RATE_LIMITED
    told: dict[int | str, dict[str, Any]] = {
        status: {"description": text, "content": {PROBLEM: {"schema": schemas[Problem]}}}
        for status, text in sorted(refusals.items())
    }
    if route.answer is None:
        return {route.status: {"description": "Done"}, **told}
    return {route.status: {"description": "Answered", "content": {JSON: {"schema": schemas[route.answer]}}}, **told}


def extra_of(route: Route, schemas: dict[Any, dict[str, Any]]) -> dict[str, Any]:
    """The body a route reads, and that one has to be signed in."""
    told: dict[str, Any] = {} if route.is_open else {"security": [{"session": []}]}
    if route.body is not None:
        told["requestBody"] = {"required": True, "content": {JSON: {"schema": schemas[route.body]}}}
    return told


def completed(document: dict[str, Any], routes: Sequence[Route]) -> dict[str, Any]:
    """The framework's document with everything that it only refers to."""
    of_parameters = document.get("components", {}).get("schemas", {})
    document["components"] = {
        "schemas": of_parameters | components(routes),
        "securitySchemes": {"session": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}},
    }
    return document
