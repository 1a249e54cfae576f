"""What can stand in an address: ids, numbers, instants and choices, in the one spelling that the wire has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Query
from pydantic import BeforeValidator, WithJsonSchema

_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z", re.ASCII)
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,8})")
_AMOUNT = re.compile(r"(0|[1-9][0-9]{0,11})(\.[0-9]{1,4})?")
_LONGEST_TEXT, _LONGEST_CURSOR, _GREATEST_PAGE = 200, 2000, 500


def _id(said: object) -> object:
    if isinstance(said, str) and not _UUID.fullmatch(said):
        raise ValueError("an id is expected")
    return said


def _instant(said: object) -> object:
    if not isinstance(said, str):
        return said
    if not _INSTANT.fullmatch(said):
        raise ValueError("an instant in UTC is expected, such as 2019-12-09T03:41:23Z")
    return datetime.fromisoformat(said).astimezone(UTC)


def _whole(said: object) -> object:
    if isinstance(said, str) and not _WHOLE.fullmatch(said):
        raise ValueError("a whole number is expected")
    return said


def _amount(said: object) -> object:
    if not isinstance(said, str):
        return said
    if not _AMOUNT.fullmatch(said):
        raise ValueError("an amount is expected, such as 64.00")
    try:
        return Decimal(said)
    except InvalidOperation:
        raise ValueError("an amount is expected, such as 64.00") from None


def _yes_or_no(said: object) -> object:
    if isinstance(said, str) and said not in {"true", "false"}:
        raise ValueError("true or false is expected")
    return said


def _text(said: object) -> object:
    if isinstance(said, str) and "\x00" in said:
        raise ValueError("text without NUL is expected")
    return said


Id = Annotated[UUID, Path(), BeforeValidator(_id)]
Instant = Annotated[datetime | None, BeforeValidator(_instant), Query()]
Months = Annotated[int, BeforeValidator(_whole), Query()]
Limit = Annotated[int, BeforeValidator(_whole), Query(ge=1, le=_GREATEST_PAGE)]
YesOrNo = Annotated[bool, BeforeValidator(_yes_or_no), Query()]
Amount = Annotated[
    Decimal,
    BeforeValidator(_amount),
    WithJsonSchema({"type": "string", "pattern": f"^{_AMOUNT.pattern}$"}),
    Query(),
]
Currency = Annotated[str, Query(pattern="^[A-Z]{3}$")]
Text = Annotated[str, BeforeValidator(_text), Query(max_length=_LONGEST_TEXT)]
Cursor = Annotated[str | None, BeforeValidator(_text), Query(max_length=_LONGEST_CURSOR)]


@dataclass(frozen=True, slots=True)
class _Part:
    """Which part of a long list."""

    limit: Limit = 100
    cursor: Cursor = None


@dataclass(frozen=True, slots=True)
class _ShortPart:
    """Which part of a list of texts."""

    limit: Limit = 50
    cursor: Cursor = None


@dataclass(frozen=True, slots=True)
class _Period:
    """From which instant on, and before which."""

    since: Instant = None
    until: Instant = None


Part = Annotated[_Part, Depends()]
ShortPart = Annotated[_ShortPart, Depends()]
Period = Annotated[_Period, Depends()]
