"""One use case is one transaction: whole or not at all, one writer at a time, readers undisturbed."""

from __future__ import annotations

import gc
import signal
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.backends.sql.store import SqlStore, open_sqlite
from supportplan_desktop.domain.errors import StoreUnavailable
from supportplan_desktop.domain.payments import Ledger, Split, payment_posting, top_up_posting
from tests.backends.sql.samples import ACCOUNT, AT, OWNER, completed, order, some_id, usd

if TYPE_CHECKING:
    from collections.abc import Iterator

TOP_UP = top_up_posting(some_id("top-up"), ACCOUNT, usd("60.00"), AT)
IMPATIENT = timedelta(milliseconds=20)


@pytest.fixture
def impatient(store: SqlStore, path: Path) -> Iterator[SqlStore]:
    """Another process's view of the same file, which does not wait long."""
    assert store.accounts()
    other = open_sqlite(path, IMPATIENT)
    yield other
    other.close()


def test_a_change_that_fails_leaves_nothing(store: SqlStore) -> None:
    def fail() -> None:
        with store.change(OWNER) as work:
            work.orders.add(order())
            work.journal.post(TOP_UP)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with store.read(OWNER) as work:
        assert work.orders.find(ACCOUNT, order().id) is None
        assert list(work.journal.postings(ACCOUNT)) == []


def test_a_view_stays_as_it_was_while_others_write(store: SqlStore) -> None:
    with store.read(OWNER) as view:
        assert view.journal.balance(ACCOUNT, Ledger.BALANCE, "USD") == usd("0.00")
        with store.change(OWNER) as work:
            work.journal.post(TOP_UP)
        assert view.journal.balance(ACCOUNT, Ledger.BALANCE, "USD") == usd("0.00")
    with store.read(OWNER) as view:
        assert view.journal.balance(ACCOUNT, Ledger.BALANCE, "USD") == usd("60.00")


def test_a_view_cannot_write(store: SqlStore) -> None:
    with pytest.raises(StoreUnavailable, match="readonly"), store.read(OWNER) as view:
        view.orders.add(order())
    with store.change(OWNER) as work:
        work.orders.add(order())


def test_a_file_that_stays_locked_is_a_named_refusal(store: SqlStore, impatient: SqlStore) -> None:
    with store.change(OWNER):
        with pytest.raises(StoreUnavailable) as refused, impatient.change(OWNER):
            pytest.fail("two may not write at once")
        assert "locked" in str(refused.value.facts["detail"])
        with impatient.read(OWNER) as view:
            assert view.accounts.get(ACCOUNT).id == ACCOUNT
    with impatient.change(OWNER) as work:
        work.orders.add(order())


def test_a_file_that_stays_locked_is_a_named_refusal_when_opened(store: SqlStore, path: Path) -> None:
    with store.change(OWNER), pytest.raises(StoreUnavailable):
        open_sqlite(path, IMPATIENT)


def test_nothing_may_be_asked_of_a_closed_store(store: SqlStore) -> None:
    store.close()
    store.close()
    with pytest.raises(StoreUnavailable):
        store.accounts()
    with pytest.raises(StoreUnavailable), store.change(OWNER):
        pytest.fail("a closed store begins nothing")


def test_closing_leaves_one_file_and_no_connection(path: Path) -> None:
    store = open_sqlite(path)
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: store.accounts(), range(80)))
    store.close()
    gc.collect()  # a connection left open would warn here
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_closing_waits_for_what_is_under_way(store: SqlStore) -> None:
    with ThreadPoolExecutor(1) as threads:
        with store.change(OWNER) as work:
            closing_down = threads.submit(store.close)
            while not store._is_closed:
                pass
            with pytest.raises(StoreUnavailable):
                store.accounts()
            work.journal.post(TOP_UP)
            assert not closing_down.done()
        closing_down.result(timeout=10)


def test_a_new_file_may_be_opened_by_many_at_once(path: Path) -> None:
    ready = threading.Barrier(8)

    def open_and_ask(_: int) -> int:
        ready.wait()
        store = open_sqlite(path)
        found = len(store.accounts())
        store.close()
        return found

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(open_and_ask, range(8))) == [0] * 8


def test_a_deleted_file_is_not_made_again_behind_the_back(path: Path) -> None:
    store = open_sqlite(path)
    path.unlink()
    with pytest.raises(StoreUnavailable):
        store.accounts()
    store.close()
    assert not path.exists()


def test_the_same_order_sent_by_eight_threads_is_kept_and_paid_once(store: SqlStore) -> None:
    pending = order("raced")
    payment = payment_posting(ACCOUNT, pending.id, Split(usd("60.00"), usd("30.00")), AT)
    ready = threading.Barrier(8)

    def send(_: int) -> bool:
        """Purchase and pay as a service does: look first, then write; whether this one was first."""
        with store.change(OWNER) as work:
            known = work.orders.find(ACCOUNT, pending.id)
            if known is not None:
                return False
            work.orders.add(pending)
            work.journal.post(payment)
            work.orders.save(completed(pending))
            return True

    def several(thread: int) -> list[bool]:
        ready.wait()
        return [send(thread) for _ in range(5)]

    with ThreadPoolExecutor(8) as threads:
        firsts = [first for sent in threads.map(several, range(8)) for first in sent]
    assert (len(firsts), sum(firsts)) == (40, 1)
    with store.read(OWNER) as work:
        assert work.orders.find(ACCOUNT, pending.id) == completed(pending)
        assert list(work.journal.postings(ACCOUNT)) == [payment]


def test_increments_of_many_threads_all_count(store: SqlStore) -> None:
    def top_up(number: int) -> None:
        with store.change(OWNER) as work:
            work.journal.post(top_up_posting(some_id(number), ACCOUNT, usd("1.00"), AT))

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(top_up, range(120)))
    with store.read(OWNER) as work:
        assert work.journal.balance(ACCOUNT, Ledger.BALANCE, "USD") == usd("120.00")
        assert list(work.journal.faults()) == []


KILLED = """
import sys
from pathlib import Path
from supportplan_desktop.backends.sql.store import open_sqlite
from tests.backends.sql.samples import ACCOUNT, OWNER, completed, order
from tests.backends.sql.test_transactions import TOP_UP

store = open_sqlite(Path(sys.argv[1]))
with store.change(OWNER) as work:
    work.orders.add(completed(order("kept")))
with store.change(OWNER) as work:
    work.orders.add(order("lost"))
    work.journal.post(TOP_UP)
    print("in the middle", flush=True)
    sys.stdin.read()
"""


def test_a_process_killed_in_the_middle_of_a_change_leaves_nothing_of_it(store: SqlStore, path: Path) -> None:
    root = Path(__file__).resolve().parents[3]
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"in the middle"
        process.kill()
    assert process.returncode == (-signal.SIGKILL if sys.platform != "win32" else 1)
    reopened = open_sqlite(path, IMPATIENT)
    with reopened.change(OWNER) as work:
        assert work.orders.find(ACCOUNT, order("kept").id) == completed(order("kept"))
        assert work.orders.find(ACCOUNT, order("lost").id) is None
        assert list(work.journal.postings(ACCOUNT)) == []
        work.orders.add(order("lost"))
    reopened.close()
    store.close()
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_what_was_committed_is_safe_against_losing_power(store: SqlStore) -> None:
    with store._transaction(writes=True) as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}
