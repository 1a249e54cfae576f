"""Lists of orders by keyset: a page starts behind the last row of the one before and costs no more than the first.

How many match is counted once, on the first page, and travels in the cursor.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, func, literal, select, tuple_, type_coerce

from supportplan_desktop.backends.sql.columns import microseconds, to_money
from supportplan_desktop.backends.sql.cursors import decoded, encoded
from supportplan_desktop.backends.sql.tables import orders
from supportplan_desktop.domain.errors import InvalidInput
from supportplan_desktop.services.interfaces import OrderPage, OrderQuery, OrderSort, OrderSummary

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import ColumnElement, Row

    from supportplan_desktop.backends.sql.scope import Scope

_SHOWN = [
    orders.c[name] for name in "id number kind tier status created_at pay_before currency total_minor place".split()
]
_created = type_coerce(orders.c.created_at, BigInteger)
# What rows are sorted by, each combination unique within an account, and the types of those values in a cursor.
# Amounts of different currencies cannot be compared and stand one currency after the other.
_KEYS: dict[OrderSort, tuple[tuple[ColumnElement[Any], type[int | str]], ...]] = {
    OrderSort.CREATED: ((_created, int), (orders.c.place, int)),
    OrderSort.NUMBER: ((orders.c.number, str),),
    OrderSort.AMOUNT: ((orders.c.currency, str), (orders.c.total_minor, int), (orders.c.place, int)),
}


def newest(scope: Scope, account_id: UUID) -> OrderSummary | None:
    """The account's latest order; the last one kept where instants are equal."""
    statement = scope.select(orders, orders.c.account_id == account_id)
    row = scope.first(statement.order_by(orders.c.created_at.desc(), orders.c.place.desc()))
    return None if row is None else _summary(row)


def page(scope: Scope, account_id: UUID, query: OrderQuery, cursor: str | None, limit: int) -> OrderPage:
    """Orders that match, from the cursor on; InvalidInput for a limit below 1 and a cursor of another list."""
    if limit < 1:
        raise InvalidInput(field="limit", value=limit)
    columns = [column for column, _ in _KEYS[query.sort]]
    matching = [scope.of(orders), orders.c.account_id == account_id, *_conditions(query)]
    behind: list[ColumnElement[bool]] = []
    if cursor is None:
        count = _count(scope, account_id, query, matching)
        if not count:
            return OrderPage((), None, 0)
    else:
        count, values = _opened(cursor, query)
        here, last = tuple_(*columns), tuple_(*map(literal, values))
        behind.append(here < last if query.descending else here > last)
    statement = (
        select(*_SHOWN)
        .where(*matching, *behind)
        .order_by(*(column.desc() if query.descending else column.asc() for column in columns))
        .limit(limit + 1)
    )
    rows = scope.all(statement)
    following = None
    if len(rows) > limit:
        rows = rows[:limit]
        following = encoded([_fingerprint(query), count, *_values(query.sort, rows[-1])])
    return OrderPage(tuple(map(_summary, rows)), following, count)


def _values(sort: OrderSort, row: Row[Any]) -> tuple[str | int, ...]:
    """What a row is sorted by, as `_KEYS` says."""
    if sort is OrderSort.NUMBER:
        return (row.number,)
    if sort is OrderSort.AMOUNT:
        return (row.currency, row.total_minor, row.place)
    return (microseconds(row.created_at), row.place)


def _opened(cursor: str, query: OrderQuery) -> tuple[int, list[Any]]:
    shape = [str, int, *(kind for _, kind in _KEYS[query.sort])]
    fingerprint, count, *values = decoded(cursor, shape)
    if fingerprint != _fingerprint(query):
        raise InvalidInput(field="cursor", value=cursor)
    return int(count), values


def _fingerprint(query: OrderQuery) -> str:
    """A few letters that tell one list from another: a cursor goes on with the list it came from."""
    parts = (query.text, sorted(query.kinds), sorted(query.statuses), query.since, query.until)
    return hashlib.sha256(repr((parts, query.sort, query.descending)).encode()).hexdigest()[:12]


def _conditions(query: OrderQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    part = query.text.strip().upper()  # numbers are written in capitals
    if part:
        conditions.append(orders.c.number.contains(part, autoescape=True))
    if query.kinds:
        conditions.append(orders.c.kind.in_(sorted(query.kinds)))
    if query.statuses:
        conditions.append(orders.c.status.in_(sorted(query.statuses)))
    if query.since is not None:
        conditions.append(orders.c.created_at >= query.since)
    if query.until is not None:
        conditions.append(orders.c.created_at < query.until)
    return conditions


def _count(scope: Scope, account_id: UUID, query: OrderQuery, matching: list[ColumnElement[bool]]) -> int:
    if not _conditions(query):  # orders are never deleted, so the last place is their number
        return scope.last(orders, orders.c.place, orders.c.account_id == account_id)
    return scope.connection.execute(select(func.count()).select_from(orders).where(*matching)).scalar_one()


def _summary(row: Row[Any]) -> OrderSummary:
    return OrderSummary(
        id=row.id,
        number=row.number,
        kind=row.kind,
        tier=row.tier,
        status=row.status,
        created_at=row.created_at,
        pay_before=row.pay_before,
        total=to_money(row.total_minor, row.currency),
    )
