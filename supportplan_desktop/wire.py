"""The JSON that both ends speak: pydantic over the domain's dataclasses (API, first paragraph).

Amounts are decimal strings with a currency, `{"amount": "64.00", "currency": "USD"}`; instants are RFC 3339 in UTC,
`2019-12-09T03:41:23Z`. There is one spelling of everything: what does not read back as it was written is refused, so
a number where an amount is expected, an instant with an offset or a key nobody knows never gets in.
"""

from __future__ import annotations

import json
from collections.abc import Hashable
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from pydantic import TypeAdapter, ValidationError

from supportplan_desktop.domain.errors import InvalidInput
from supportplan_desktop.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from supportplan_desktop.domain.errors import Fact

T = TypeVar("T", bound=Hashable)


def dumped(kind: type[T], value: T) -> str:
    """A domain value as JSON text; InvalidInput where it holds an instant without an offset."""
    return _adapter(kind).dump_json(_in_utc(value)).decode()


def loaded(kind: type[T], text: str) -> T:
    """The domain value of a JSON text; InvalidInput with the path of the first thing that cannot be meant."""
    adapter = _adapter(kind)
    try:
        value: T = _in_utc(adapter.validate_json(text, strict=True, extra="forbid"))
    except ValidationError as error:
        first = error.errors()[0]
        raise InvalidInput(field=".".join(map(str, first["loc"])), value=str(first["input"])) from error
    said, meant = json.loads(text), adapter.dump_python(value, mode="json")
    odd = _misspelled(said, meant)
    if odd is not None:
        raise InvalidInput(field=odd[0], value=odd[1])
    return value


def facts_as_json(facts: Mapping[str, Fact]) -> dict[str, Any]:
    """The facts of a refusal as they stand in a problem document: amounts, instants, days and ids in their spelling."""
    return {name: json.loads(_adapter(Any).dump_json(_in_utc(value))) for name, value in facts.items()}


def facts_of_json(said: Mapping[str, Any]) -> dict[str, Fact]:
    """The facts that a problem document tells, by their spelling; `value`, which somebody typed, stays text."""
    return {name: said[name] if name == "value" and isinstance(said[name], str) else _fact(said[name]) for name in said}


def _fact(said: Any) -> Fact:  # noqa: ANN401 - whatever JSON holds
    if isinstance(said, list):
        return tuple(str(one) for one in said)
    if isinstance(said, dict):
        return Money(Decimal(said["amount"]), said["currency"]) if said.keys() == {"amount", "currency"} else str(said)
    if isinstance(said, str):
        for read in (_instant, UUID, date.fromisoformat):
            with suppress(ValueError):
                return read(said)
    return said if isinstance(said, str | int | bool | None) else str(said)


def _instant(said: str) -> datetime:
    if not said.endswith("Z"):
        raise ValueError(said)
    return datetime.fromisoformat(said).astimezone(UTC)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - whatever pydantic can adapt
    return TypeAdapter(kind)


def _in_utc(value: Any, path: tuple[str, ...] = ()) -> Any:  # noqa: ANN401 - whatever a dataclass holds
    """The value with every instant in UTC; InvalidInput for one that names no offset and could be any hour."""
    if isinstance(value, datetime):
        if value.utcoffset() is None:
            raise InvalidInput(field=".".join(path), value=value.isoformat())
        return value.astimezone(UTC)
    if is_dataclass(value) and not isinstance(value, type):
        held = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{name: _in_utc(inner, (*path, name)) for name, inner in held.items()})
    if isinstance(value, tuple):
        return tuple(_in_utc(inner, (*path, str(place))) for place, inner in enumerate(value))
    return value


def _misspelled(said: Any, meant: Any, path: tuple[str, ...] = ()) -> tuple[str, str] | None:  # noqa: ANN401 - JSON
    """Path and text of the first thing that was not said as it would be written; what was left out is not missed."""
    inner: Iterable[tuple[str, Any, Any]] = ()
    if isinstance(said, dict) and isinstance(meant, dict):
        inner = ((key, said[key], meant[key]) for key in said)
    elif isinstance(said, list) and isinstance(meant, list):
        inner = ((str(place), *both) for place, both in enumerate(zip(said, meant, strict=True)))
    elif type(said) is not type(meant) or said != meant:
        return ".".join(path), str(said)
    return next((odd for key, one, other in inner if (odd := _misspelled(one, other, (*path, key)))), None)
