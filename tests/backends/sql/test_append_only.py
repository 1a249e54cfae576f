"""Nothing in money, consent or audit tables is updated or deleted, by whatever program."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.backends.sql.tables import APPEND_ONLY, FROZEN_ORDER
from supportplan_desktop.domain.payments import top_up_posting
from supportplan_desktop.domain.subscriptions import Turn, changed
from tests.backends.sql.samples import (
    ACCOUNT,
    AT,
    CONSENT,
    OWNER,
    audit_entry,
    order,
    some_id,
    subscription,
    ticket,
    usd,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from supportplan_desktop.backends.sql.store import SqlStore


@pytest.fixture
def raw(store: SqlStore, path: Path) -> Iterator[sqlite3.Connection]:
    """A foreign program's connection to a file with a row in every append-only table."""
    with store.change(OWNER) as work:
        work.orders.add(order())
        work.consents.add(ACCOUNT, order().id, CONSENT)
        work.journal.post(top_up_posting(some_id("top-up"), ACCOUNT, usd("60.00"), AT))
        turn = Turn(0, usd("60.00"), None)
        work.subscriptions.add(changed(subscription(order()), order().id, "business", (turn,), AT))
        work.tickets.add(ticket())
        work.audit.add(audit_entry())
    with closing(sqlite3.connect(path)) as connection:
        yield connection


@pytest.mark.parametrize("table", [table.name for table in APPEND_ONLY])
def test_rows_of_an_append_only_table_stay(raw: sqlite3.Connection, table: str) -> None:
    assert raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    for statement in (f"UPDATE {table} SET owner_id = owner_id", f"DELETE FROM {table}"):
        with pytest.raises(sqlite3.IntegrityError, match=f"{table} only grows"):
            raw.execute(statement)


@pytest.mark.parametrize("column", FROZEN_ORDER)
def test_what_was_agreed_in_an_order_stays(raw: sqlite3.Connection, column: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="orders only grows"):
        raw.execute(f"UPDATE orders SET {column} = {column}")


def test_an_order_moves_on_but_is_never_deleted(raw: sqlite3.Connection) -> None:
    raw.execute("UPDATE orders SET status = 'canceled'")
    with pytest.raises(sqlite3.IntegrityError, match="orders only grows"):
        raw.execute("DELETE FROM orders")
