"""How domain values stand in columns, on every database alike.

An amount is two columns: whole minor units as an integer, and the currency that says how many digits they are. So no
float is ever involved, the database itself can add and sort amounts, and the Decimal comes back exactly.
An instant is whole microseconds since 1970 in UTC: exact, sortable, and the same on every database.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Column, Enum, Integer, TypeDecorator, Uuid

from supportplan_desktop.domain.money import Money, minor_units

if TYPE_CHECKING:
    from enum import StrEnum

    from sqlalchemy import Dialect

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
WORD_LENGTH = 32
_TICK = timedelta(microseconds=1)


class Instant(TypeDecorator[datetime]):
    """An aware datetime as microseconds; StatementError for a naive one, which could mean any hour."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy's
        return None if value is None else microseconds(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ANN401, ARG002 - SQLAlchemy's signature
        return None if value is None else EPOCH + value * _TICK


def microseconds(at: datetime) -> int:
    """Whole microseconds since 1970; ValueError for a naive instant."""
    if at.utcoffset() is None:
        raise ValueError(f"an instant has an offset, {at.isoformat()} has none")
    return (at - EPOCH) // _TICK


def word(kind: type[StrEnum]) -> Enum:
    """A column for a word of the domain: its value as text, checked when it is read and written."""
    return Enum(kind, values_callable=_values, native_enum=False, length=WORD_LENGTH)


def _values(kind: type[StrEnum]) -> list[str]:
    return [member.value for member in kind]


def key(name: str = "id") -> Column[Any]:
    """An id that is part of the primary key."""
    return Column(name, Uuid, primary_key=True)


def position(name: str = "position") -> Column[Any]:
    """A place within what the row belongs to, counted from 1, that is part of the primary key."""
    return Column(name, Integer, primary_key=True, autoincrement=False)


def required(name: str, kind: Any) -> Column[Any]:  # noqa: ANN401 - a type or its class, as SQLAlchemy takes either
    """A column that is never empty."""
    return Column(name, kind, nullable=False)


def to_minor(money: Money) -> int:
    """An amount in whole minor units: 64.00 USD is 6400, 64 JPY is 64."""
    return int(money.amount.scaleb(minor_units(money.currency)))


def to_money(minor: int, currency: str) -> Money:
    """The amount of so many minor units."""
    return Money(Decimal(int(minor)).scaleb(-minor_units(currency)), currency)
