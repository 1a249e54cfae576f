"""Lists of orders, by what they are searched, filtered and sorted by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, func, select, type_coerce

from supportplan_desktop.backends.sql.columns import microseconds, to_money
from supportplan_desktop.backends.sql.keyset import SortedList, SortKey
from supportplan_desktop.backends.sql.tables import orders
from supportplan_desktop.services.interfaces import OrderPage, OrderQuery, OrderSort, OrderSummary

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import ColumnElement, Row

    from supportplan_desktop.backends.sql.scope import Scope

_SHOWN = [
    orders.c[name] for name in "id number kind tier status created_at pay_before currency total_minor place".split()
]
_created = type_coerce(orders.c.created_at, BigInteger)
_PLACE = SortKey(orders.c.place, int, lambda row: row.place)
# What rows are sorted by, each combination unique within an account. Amounts of different currencies cannot be
# compared and stand one currency after the other.
_KEYS: dict[OrderSort, tuple[SortKey, ...]] = {
    OrderSort.CREATED: (SortKey(_created, int, lambda row: microseconds(row.created_at)), _PLACE),
    OrderSort.NUMBER: (SortKey(orders.c.number, str, lambda row: row.number),),
    OrderSort.AMOUNT: (
        SortKey(orders.c.currency, str, lambda row: row.currency),
        SortKey(orders.c.total_minor, int, lambda row: row.total_minor),
        _PLACE,
    ),
}


def newest(scope: Scope, account_id: UUID) -> OrderSummary | None:
    """The account's latest order; the last one kept where instants are equal."""
    statement = scope.select(orders, orders.c.account_id == account_id)
    row = scope.first(statement.order_by(orders.c.created_at.desc(), orders.c.place.desc()))
    return None if row is None else _summary(row)


def page(scope: Scope, account_id: UUID, query: OrderQuery, cursor: str | None, limit: int) -> OrderPage:
    """Orders that match, from the cursor on; InvalidInput for a limit below 1 and a cursor of another list."""
    matching = [scope.of(orders), orders.c.account_id == account_id, *_conditions(query)]
    asked = (query.text, sorted(query.kinds), sorted(query.statuses), query.since, query.until, query.sort)
    found = SortedList(_SHOWN, matching, _KEYS[query.sort], query.descending, asked)
    rows, following, count = found.page(scope, cursor, limit, lambda: _count(scope, account_id, query, matching))
    return OrderPage(tuple(map(_summary, rows)), following, count)


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
