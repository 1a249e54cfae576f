"""The journal in tables: append-only postings, whose entries keep the running balance of their ledger (DESIGN 3)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from supportplan_desktop.backends.sql.columns import to_minor, to_money
from supportplan_desktop.backends.sql.scope import Scope
from supportplan_desktop.backends.sql.tables import entries, postings
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.payments import Entry, Ledger, Posting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from sqlalchemy import Row


@dataclass(frozen=True, slots=True)
class SqlJournal:
    """The owner's journal (see `JournalRecords`).

    A ledger of an account is in one currency, that of its first entry.
    """

    scope: Scope

    def post(self, posting: Posting) -> None:
        """Append a posting; ValueError for another currency than the ledger's, IntegrityError for an id twice."""
        self.scope.add_next(
            postings,
            posting.account_id,
            {"id": posting.id, "at": posting.at, "kind": posting.kind, "order_id": posting.order_id},
        )
        for position, entry in enumerate(posting.entries, start=1):
            self._append(posting, position, entry)

    def balance(self, account_id: UUID, ledger: Ledger, currency: str) -> Money:
        """The sum of a ledger's entries, as its last entry keeps it; ValueError where it is in another currency."""
        last = self._last(account_id, ledger)
        if last is None:
            return Money.zero(currency)
        _check_currency(last, currency)
        return to_money(last.balance_minor, last.currency)

    def postings(self, account_id: UUID) -> Iterator[Posting]:
        """All postings of an account, oldest first; to be read within the transaction."""
        statement = (
            select(postings, entries.c.ledger, entries.c.currency, entries.c.amount_minor)
            .join(entries, (entries.c.owner_id == postings.c.owner_id) & (entries.c.posting_id == postings.c.id))
            .where(self.scope.of(postings), postings.c.account_id == account_id)
            .order_by(postings.c.at, postings.c.place, entries.c.position)
        )
        for _, group in groupby(self.scope.stream(statement), key=lambda row: row.place):
            rows = list(group)
            first = rows[0]
            sides = tuple(Entry(row.ledger, to_money(row.amount_minor, row.currency)) for row in rows)
            yield Posting(first.id, first.account_id, first.at, first.kind, first.order_id, sides)

    def faults(self) -> Sequence[str]:
        """What does not add up for the owner: postings off zero, running balances off their sums; empty if it does."""
        return [*self._unbalanced(), *self._misrun()]

    def _append(self, posting: Posting, position: int, entry: Entry) -> None:
        last = self._last(posting.account_id, entry.ledger)
        if last is not None:
            _check_currency(last, entry.amount.currency)
        amount = to_minor(entry.amount)
        self.scope.add(
            entries,
            {
                "posting_id": posting.id,
                "position": position,
                "account_id": posting.account_id,
                "ledger": entry.ledger,
                "number": last.number + 1 if last else 1,
                "currency": entry.amount.currency,
                "amount_minor": amount,
                "balance_minor": last.balance_minor + amount if last else amount,
            },
        )

    def _last(self, account_id: UUID, ledger: Ledger) -> Row[Any] | None:
        statement = self.scope.select(entries, entries.c.account_id == account_id, entries.c.ledger == ledger)
        return self.scope.first(statement.order_by(entries.c.number.desc()))

    def _unbalanced(self) -> Iterator[str]:
        """Postings whose entries do not sum to zero in one currency, or that have none."""
        both = (entries.c.owner_id == postings.c.owner_id) & (entries.c.posting_id == postings.c.id)
        amount = func.coalesce(func.sum(entries.c.amount_minor), 0)
        currencies = func.count(entries.c.currency.distinct())
        statement = (
            select(postings.c.id, amount.label("amount"), currencies.label("currencies"))
            .outerjoin_from(postings, entries, both)
            .where(self.scope.of(postings))
            .group_by(postings.c.id)
            .having((amount != 0) | (currencies != 1))
            .order_by(postings.c.id)
        )
        for row in self.scope.stream(statement):
            yield f"posting {row.id}: its entries are off by {row.amount} minor units in {row.currencies} currencies"

    def _misrun(self) -> Iterator[str]:
        """Entries whose running balance is not the sum so far, whose number jumps or whose currency changes."""
        statement = self.scope.select(entries).order_by(entries.c.account_id, entries.c.ledger, entries.c.number)
        for (account_id, ledger), rows in groupby(
            self.scope.stream(statement), key=lambda row: (row.account_id, row.ledger)
        ):
            balance, currency = 0, None
            for number, row in enumerate(rows, start=1):
                balance += row.amount_minor
                currency = currency or row.currency
                if (row.number, row.balance_minor, row.currency) != (number, balance, currency):
                    yield (
                        f"account {account_id}, {ledger}, entry {row.number}: {row.balance_minor} {row.currency} "
                        f"in minor units is not {balance} {currency} after {number} entries"
                    )


def _check_currency(last: Row[Any], currency: str) -> None:
    if last.currency != currency:
        raise ValueError(f"the ledger {last.ledger} is in {last.currency}, not in {currency}")
