"""What a page of My Orders costs, beside the same query by hand over plain sqlite3, in one run.

python tests/benchmarks/orders_list.py       10, 1,000, 100,000 and 1,000,000 orders

A page is 100 orders; the deep one is in the middle of the list. Figures are ratios to the hand-written query for the
same rows of the same file, which only returns numbers and texts, where a page is made of amounts, instants and ids.
`growth` compares the deep page with that of 1,000 orders: its cost must not grow with the list. Only the first page of
a filtered or searched list counts what matches, so that alone grows.
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from supportplan_desktop.backends.sql.store import SqlStore, open_sqlite
from supportplan_desktop.domain.orders import OrderStatus
from supportplan_desktop.services.interfaces import OrderPage, OrderQuery
from tests.backends.sql.samples import ACCOUNT, OWNER, account, completed, master, order

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = 100
REPEATS = 30
ALL = OrderQuery()
COMPLETED = OrderQuery(statuses=frozenset({OrderStatus.COMPLETED}))
PAGE_LIMIT, GROWTH_LIMIT = 25.0, 2.0

BY_HAND = """
SELECT id, number, kind, tier, status, created_at, pay_before, currency, total_minor FROM orders
WHERE owner_id = ? AND account_id = ? AND (created_at, place) < (?, ?)
ORDER BY created_at DESC, place DESC LIMIT ?
"""
# The first order is multiplied within the database: a minute apart, every number its own, all completed.
MULTIPLY = """
INSERT INTO orders
WITH RECURSIVE places(place) AS (SELECT 2 UNION ALL SELECT place + 1 FROM places WHERE place < ?)
SELECT owner_id, printf('%032x', places.place), account_id, places.place, printf('CS%015d', places.place), kind, status,
       tier, created_at + places.place * 60000000, pay_before, currency, total_minor + places.place % 1000, quote,
       consent_version, consent_sha256, consent_at, consent_by, reason, note,
       balance_minor, credit_minor, term_start, term_end,
       term_months, term_first, term_last
FROM orders, places WHERE orders.place = 1
"""


@dataclass(frozen=True)
class Cost:
    """Seconds for each kind of page."""

    first: float
    deep: float
    by_hand: float
    filtered: float
    searched: float


def main() -> int:
    """Print one line for each size; the answer is 1 where a limit is passed."""
    costs = {size: measured(size) for size in (10, 1_000, 100_000, 1_000_000)}
    lines = [("orders", "first page", "deep page", "growth", "filtered", "search that finds nothing")]
    is_within = True
    for size, cost in costs.items():
        first, deep = cost.first / cost.by_hand, cost.deep / cost.by_hand
        growth = cost.deep / costs[1_000].deep
        lines.append(
            (
                f"{size:,}",
                f"{first:.1f}",
                f"{deep:.1f}",
                f"{growth:.2f}",
                f"{cost.filtered / cost.by_hand:.0f}",
                f"{cost.searched / cost.by_hand:.0f}",
            )
        )
        if size > PAGE:  # a page of a few orders is all preparation
            is_within &= max(first, deep) <= PAGE_LIMIT and growth <= GROWTH_LIMIT
    lines.append(("limit", str(PAGE_LIMIT), str(PAGE_LIMIT), str(GROWTH_LIMIT), "counts", "reads the index"))
    for line in lines:
        print("  ".join(text.rjust(width) for text, width in zip(line, (9, 10, 9, 6, 8, 25), strict=True)))  # noqa: T201 - a script
    return 0 if is_within else 1


def measured(size: int) -> Cost:
    """The costs in a list of so many orders."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "supportplan.db"
        store = open_sqlite(path)
        fill(store, path, size)
        middle = cursor_behind(store, size // 2)
        with closing(sqlite3.connect(path)) as raw:
            (last,) = raw.execute("SELECT created_at FROM orders WHERE place = ?", (size - size // 2 + 1,)).fetchone()
            behind = (OWNER.hex, ACCOUNT.hex, last, size - size // 2 + 1, PAGE)
            cost = Cost(
                first=seconds(lambda: page(store, None)),
                deep=seconds(lambda: page(store, middle)),
                by_hand=seconds(lambda: raw.execute(BY_HAND, behind).fetchall()),
                filtered=seconds(lambda: page(store, None, COMPLETED), repeats=3),
                searched=seconds(lambda: page(store, None, OrderQuery(text="NOWHERE")), repeats=3),
            )
            shown = [row[0] for row in raw.execute(BY_HAND, behind)]
        assert [one.id.hex for one in page(store, middle).orders] == shown
        store.close()
    return cost


def fill(store: SqlStore, path: Path, size: int) -> None:
    """Keep so many completed orders in one account, the first through the store and the rest as its copies."""
    first = completed(order())
    with store.change(OWNER) as work:
        work.accounts.add(master())
        work.accounts.add(account())
        work.orders.add(first)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(MULTIPLY, (size,))


def cursor_behind(store: SqlStore, place: int) -> str:
    """The cursor that goes on behind so many orders."""
    cursor = page(store, None, limit=place).cursor
    assert cursor is not None
    return cursor


def page(store: SqlStore, cursor: str | None, query: OrderQuery = ALL, limit: int = PAGE) -> OrderPage:
    """One page, as a use case reads it."""
    with store.read(OWNER) as work:
        return work.orders.page(ACCOUNT, query, cursor, limit)


def seconds(call: Callable[[], object], repeats: int = REPEATS) -> float:
    """The median time of a call, after one that warms the caches."""
    call()
    times = []
    for _ in range(repeats):
        began = perf_counter()
        call()
        times.append(perf_counter() - began)
    return median(times)


if __name__ == "__main__":
    sys.exit(main())
