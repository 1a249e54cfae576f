"""The journal adds up, and notices when it does not."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from supportplan_desktop.backends.sql.columns import to_minor, to_money
from supportplan_desktop.domain.money import Money, minor_units
from supportplan_desktop.domain.payments import Ledger, Split, credit_posting, payment_posting, top_up_posting
from tests.backends.sql.samples import ACCOUNT, AT, MASTER, OWNER, order, some_id, usd

if TYPE_CHECKING:
    from pathlib import Path

    from supportplan_desktop.backends.sql.store import SqlStore

TOP_UP = top_up_posting(some_id("top-up"), ACCOUNT, usd("60.00"), AT)
CREDIT = credit_posting(some_id("credit"), ACCOUNT, usd("500.00"), AT)
PAYMENT = payment_posting(ACCOUNT, order().id, Split(usd("60.00"), usd("30.00")), AT)


@pytest.fixture
def posted(store: SqlStore) -> SqlStore:
    """A store in which an order has been paid."""
    with store.change(OWNER) as work:
        work.orders.add(order())
        for posting in (TOP_UP, CREDIT, PAYMENT):
            work.journal.post(posting)
    return store


def tampered(path: Path, table: str, statement: str) -> None:
    """Change rows behind the store's back."""
    with closing(sqlite3.connect(path)) as raw, raw:
        for what in ("update", "delete"):
            raw.execute(f"DROP TRIGGER {table}_no_{what}")
        raw.execute(statement)


def faults(store: SqlStore) -> list[str]:
    with store.read(OWNER) as work:
        return list(work.journal.faults())


def test_balances_are_the_sums_of_entries(posted: SqlStore) -> None:
    with posted.read(OWNER) as work:
        balances = {ledger: work.journal.balance(ACCOUNT, ledger, "USD") for ledger in Ledger}
        assert work.journal.balance(MASTER, Ledger.BALANCE, "USD") == usd("0.00")
    assert balances == {
        Ledger.BALANCE: usd("0.00"),
        Ledger.CREDIT: usd("470.00"),
        Ledger.TOP_UPS: usd("-60.00"),
        Ledger.CREDIT_LIMIT: usd("-500.00"),
        Ledger.SUPPORT_PLANS: usd("90.00"),
    }


def test_postings_come_back_oldest_first_and_as_posted_where_instants_are_equal(posted: SqlStore) -> None:
    earlier = top_up_posting(some_id("earlier"), ACCOUNT, usd("1.00"), AT - timedelta(days=1))
    with posted.change(OWNER) as work:
        work.journal.post(earlier)
        assert list(work.journal.postings(ACCOUNT)) == [earlier, TOP_UP, CREDIT, PAYMENT]
        assert list(work.journal.postings(MASTER)) == []


def test_a_posting_is_kept_once(posted: SqlStore) -> None:
    with pytest.raises(IntegrityError), posted.change(OWNER) as work:
        work.journal.post(TOP_UP)


def test_an_order_is_paid_at_most_once_whatever_the_posting_is_called(posted: SqlStore) -> None:
    with pytest.raises(IntegrityError), posted.change(OWNER) as work:
        work.journal.post(replace(PAYMENT, id=uuid4()))


def test_a_ledger_takes_only_its_own_currency(posted: SqlStore) -> None:
    euros = top_up_posting(uuid4(), ACCOUNT, Money(Decimal("1.00"), "EUR"), AT)
    with pytest.raises(ValueError, match="balance is in USD, not in EUR"), posted.change(OWNER) as work:
        work.journal.post(euros)
    with posted.read(OWNER) as work, pytest.raises(ValueError, match="not in EUR"):
        work.journal.balance(ACCOUNT, Ledger.BALANCE, "EUR")
    assert faults(posted) == []


def test_an_untouched_journal_has_no_faults(posted: SqlStore) -> None:
    assert faults(posted) == []


@pytest.mark.parametrize(
    ("table", "statement"),
    [
        ("entries", "UPDATE entries SET amount_minor = amount_minor + 1 WHERE ledger = 'credit' AND number = 1"),
        ("entries", "UPDATE entries SET balance_minor = 100000 WHERE ledger = 'balance' AND number = 1"),
        ("entries", "UPDATE entries SET currency = 'EUR' WHERE ledger = 'support_plans'"),
        ("entries", "DELETE FROM entries WHERE ledger = 'balance' AND number = 1"),
        ("entries", "DELETE FROM entries"),
    ],
)
def test_a_tampered_entry_is_a_fault(posted: SqlStore, path: Path, table: str, statement: str) -> None:
    tampered(path, table, statement)
    assert faults(posted)


def test_a_fault_names_the_posting_and_the_entry(posted: SqlStore, path: Path) -> None:
    tampered(path, "entries", "UPDATE entries SET amount_minor = 6001 WHERE ledger = 'balance' AND number = 1")
    assert faults(posted) == [
        f"posting {TOP_UP.id}: its entries are off by 1 minor units in 1 currencies",
        f"account {ACCOUNT}, balance, entry 1: 6000 USD in minor units is not 6001 USD after 1 entries",
        f"account {ACCOUNT}, balance, entry 2: 0 USD in minor units is not 1 USD after 2 entries",
    ]


@given(st.integers(-(2**63), 2**63 - 1), st.sampled_from(["USD", "JPY", "BHD", "CLF"]))
def test_every_amount_comes_back_exactly(minor: int, currency: str) -> None:
    money = to_money(minor, currency)
    assert money == Money(Decimal(minor).scaleb(-minor_units(currency)), currency)
    assert to_minor(money) == minor
    assert to_money(to_minor(money), currency).amount.as_tuple() == money.amount.as_tuple()
