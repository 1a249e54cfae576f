"""Accounts in tables."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from supportplan_desktop.backends.sql.scope import Scope
from supportplan_desktop.backends.sql.tables import accounts
from supportplan_desktop.domain.accounts import Account
from supportplan_desktop.domain.errors import AccountNotFound

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Row


@dataclass(frozen=True, slots=True)
class SqlAccounts:
    """The owner's accounts (see `AccountRecords`)."""

    scope: Scope

    def add(self, account: Account) -> None:
        """Keep a new account; ValueError for one of another owner."""
        if account.owner_id != self.scope.owner_id:
            raise ValueError(f"account {account.id} belongs to {account.owner_id}, not to {self.scope.owner_id}")
        self.scope.add(accounts, asdict(account))

    def save(self, account: Account) -> None:
        """Keep where an account stands now; AccountNotFound."""
        if not self.scope.change(accounts, accounts.c.id == account.id, asdict(account)):
            raise AccountNotFound(account=account.id)

    def get(self, account_id: UUID) -> Account:
        """One account; AccountNotFound."""
        row = self.scope.first(self.scope.select(accounts, accounts.c.id == account_id))
        if row is None:
            raise AccountNotFound(account=account_id)
        return account_of(row)


def account_of(row: Row[Any]) -> Account:
    """The account a row of the table keeps."""
    return Account(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
