"""Lists of orders: filtered, sorted each way, page by page."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from supportplan_desktop.backends.sql.cursors import decoded, encoded
from supportplan_desktop.domain.errors import InvalidInput
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.orders import Order, OrderKind, OrderStatus
from supportplan_desktop.services.interfaces import OrderQuery, OrderSort, OrderSummary
from supportplan_desktop.services.plans import summary
from tests.backends.sql.samples import ACCOUNT, AT, MASTER, OWNER, canceled, completed, order, usd

if TYPE_CHECKING:
    from supportplan_desktop.backends.sql.store import SqlStore

ALL = OrderQuery()
HOUR = timedelta(hours=1)


def made() -> list[Order]:
    """Orders in the order they are kept: two of each instant, amounts that repeat, two currencies, all numbers."""
    orders = []
    for place in range(12):
        total = Money(Decimal(7), "JPY") if place == 5 else usd(("26.00", "90.00", "9.50")[place % 3])
        number = f"CS19120911{41 - place}A%_B{place % 10}"
        one = order(place, at=AT + (place // 2) * HOUR, total=total, number=number, kind=list(OrderKind)[place % 4])
        orders.append(completed(one) if place % 3 else canceled(one))
    orders[-1] = order(11, at=AT + 5 * HOUR, total=usd("9.50"), number="CS1912091130A%_B1", kind=OrderKind.RENEWAL)
    return orders


MADE = made()


@pytest.fixture
def listed(store: SqlStore) -> SqlStore:
    with store.change(OWNER) as work:
        for one in MADE:
            work.orders.add(one)
        work.orders.add(order("somebody else's", account_id=MASTER))
    return store


def every(store: SqlStore, query: OrderQuery, limit: int) -> list[OrderSummary]:
    """All pages one after the other; each says how many match in all."""
    found: list[OrderSummary] = []
    cursor = None
    counts = set()
    with store.read(OWNER) as work:
        while True:
            page = work.orders.page(ACCOUNT, query, cursor, limit)
            assert len(page.orders) <= limit
            found.extend(page.orders)
            counts.add(page.count)
            cursor = page.cursor
            if cursor is None:
                assert counts == {len(found)}
                return found


def expected(orders: list[Order], query: OrderQuery) -> list[OrderSummary]:
    """What the list must be, by plain sorting."""

    def key(place: int) -> tuple[object, ...]:
        one = orders[place]
        keys: dict[OrderSort, tuple[object, ...]] = {
            OrderSort.CREATED: (one.created_at,),
            OrderSort.NUMBER: (one.number,),
            OrderSort.AMOUNT: (one.total.currency, one.total.amount),
        }
        return (*keys[query.sort], place)

    places = sorted(range(len(orders)), key=key, reverse=query.descending)
    return [summary(orders[place]) for place in places]


@pytest.mark.parametrize(("sort", "descending", "limit"), list(product(OrderSort, (True, False), (1, 5, 12, 100))))
def test_pages_put_together_are_the_whole_sorted_list(
    listed: SqlStore, sort: OrderSort, descending: bool, limit: int
) -> None:
    query = OrderQuery(sort=sort, descending=descending)
    assert every(listed, query, limit) == expected(MADE, query)


@pytest.mark.parametrize(
    "query",
    [
        OrderQuery(kinds=frozenset({OrderKind.RENEWAL})),
        OrderQuery(kinds=frozenset({OrderKind.RENEWAL, OrderKind.CHANGE}), sort=OrderSort.AMOUNT),
        OrderQuery(statuses=frozenset({OrderStatus.CANCELED, OrderStatus.PENDING_PAYMENT})),
        OrderQuery(kinds=frozenset({OrderKind.NEW_PURCHASE}), statuses=frozenset({OrderStatus.PROCESSING})),
        OrderQuery(since=AT + HOUR, until=AT + 3 * HOUR),
        OrderQuery(since=AT + HOUR, sort=OrderSort.NUMBER, descending=False),
        OrderQuery(text="113", sort=OrderSort.NUMBER),
        OrderQuery(text="a%_b1"),
    ],
)
def test_a_filter_keeps_what_matches_and_counts_it(listed: SqlStore, query: OrderQuery) -> None:
    matching = [
        one
        for one in MADE
        if (not query.kinds or one.kind in query.kinds)
        and (not query.statuses or one.status in query.statuses)
        and (query.since is None or one.created_at >= query.since)
        and (query.until is None or one.created_at < query.until)
        and query.text.upper() in one.number
    ]
    assert every(listed, query, 2) == expected(matching, query)


@pytest.mark.parametrize("text", ["_", "%", "A%_B", " a%_b ", "CS19120911"])
def test_text_is_part_of_a_number_with_nothing_special_about_it(listed: SqlStore, text: str) -> None:
    assert len(every(listed, OrderQuery(text=text), 5)) == len(MADE)


@pytest.mark.parametrize("text", ["A_", "B%", "%%", "\\", "/", "'", "A%%B", "付款"])
def test_a_wildcard_is_not_meant(listed: SqlStore, text: str) -> None:
    assert every(listed, OrderQuery(text=text), 5) == []


def test_a_list_without_orders_is_one_empty_page(store: SqlStore) -> None:
    with store.read(OWNER) as work:
        page = work.orders.page(ACCOUNT, ALL, None, 100)
    assert (page.orders, page.cursor, page.count) == ((), None, 0)


def test_a_new_order_does_not_move_the_pages_behind(listed: SqlStore) -> None:
    with listed.change(OWNER) as work:
        first = work.orders.page(ACCOUNT, ALL, None, 5)
        work.orders.add(completed(order("new", at=AT + 9 * HOUR)))
        second = work.orders.page(ACCOUNT, ALL, first.cursor, 5)
    assert list(second.orders) == expected(MADE, ALL)[5:10]


def cursor_of(store: SqlStore, query: OrderQuery = ALL) -> str:
    with store.read(OWNER) as work:
        cursor = work.orders.page(ACCOUNT, query, None, 2).cursor
    assert cursor is not None
    return cursor


def altered(cursor: str, place: int, value: object) -> str:
    values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    values[place] = value
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode()


def test_a_broken_cursor_is_refused(listed: SqlStore) -> None:
    good = cursor_of(listed)
    broken = ["", "!", "é", good[:-2], good + "AAAA", encoded([]), encoded(["x", 1, 2, 3]), altered(good, 0, "other")]
    broken += [altered(good, place, value) for place in (1, 2, 3) for value in (None, True, 1.5, "1", 2**63, [1])]
    broken.append(base64.urlsafe_b64encode(b"[" * 100_000).decode())
    with listed.read(OWNER) as work:
        for cursor in broken:
            with pytest.raises(InvalidInput) as refused:
                work.orders.page(ACCOUNT, ALL, cursor, 2)
            assert refused.value.facts["field"] == "cursor"


def test_a_cursor_goes_on_only_with_the_list_it_came_from(listed: SqlStore) -> None:
    others = [
        replace(ALL, text="CS"),
        replace(ALL, descending=False),
        replace(ALL, sort=OrderSort.AMOUNT),
        replace(ALL, statuses=frozenset({OrderStatus.CANCELED})),
        replace(ALL, since=AT),
    ]
    with listed.read(OWNER) as work:
        for query in others:
            with pytest.raises(InvalidInput):
                work.orders.page(ACCOUNT, query, cursor_of(listed), 2)
        same = OrderQuery(statuses=frozenset(OrderStatus))
        again = OrderQuery(statuses=frozenset(reversed(OrderStatus)))
        assert work.orders.page(ACCOUNT, again, cursor_of(listed, same), 2).orders


@pytest.mark.parametrize("limit", [0, -1])
def test_a_page_without_rows_cannot_be_meant(listed: SqlStore, limit: int) -> None:
    with listed.read(OWNER) as work, pytest.raises(InvalidInput):
        work.orders.page(ACCOUNT, ALL, None, limit)


def test_a_cursor_is_plain_text_that_comes_back() -> None:
    cursor = encoded(["订单", 0, -1])
    assert cursor.isascii()
    assert not set(cursor) & set("+/= ")
    assert decoded(cursor, (str, int, int)) == ["订单", 0, -1]


@pytest.mark.parametrize(("sort", "descending"), list(product(OrderSort, (True, False))))
def test_a_page_reads_its_rows_in_the_order_of_an_index(listed: SqlStore, sort: OrderSort, descending: bool) -> None:
    query = OrderQuery(sort=sort, descending=descending, statuses=frozenset({OrderStatus.COMPLETED}))
    asked = statements(listed, query, cursor_of(listed, query))
    assert len(asked) == 1
    assert not any("TEMP B-TREE" in step for step in plan(listed, *asked[0]))


@pytest.mark.parametrize(
    "query", [OrderQuery(text="1"), OrderQuery(statuses=frozenset({OrderStatus.COMPLETED})), OrderQuery(since=AT)]
)
def test_counting_reads_an_index_only(listed: SqlStore, query: OrderQuery) -> None:
    counting = statements(listed, query, None)[0]
    assert "COVERING INDEX" in " ".join(plan(listed, *counting))


def statements(store: SqlStore, query: OrderQuery, cursor: str | None) -> list[tuple[str, tuple[object, ...]]]:
    """What a page asks of the database, with its values."""
    asked = []

    def note(_1: object, _2: object, statement: str, values: tuple[object, ...], *_: object) -> None:
        asked.append((statement, values))

    event.listen(store._engine, "before_cursor_execute", note)
    with store.read(OWNER) as work:
        work.orders.page(ACCOUNT, query, cursor, 2)
    event.remove(store._engine, "before_cursor_execute", note)
    return [one for one in asked if one[0].startswith("SELECT")]


def plan(store: SqlStore, statement: str, values: tuple[object, ...]) -> list[str]:
    with store._transaction(writes=False) as connection:
        return [row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
