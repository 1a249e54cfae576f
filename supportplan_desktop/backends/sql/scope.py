"""One owner's rows within one transaction: the records read and write through it, so no query can forget the owner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection, and_, func, insert, select, update

from supportplan_desktop.backends.sql.tables import accounts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Row, Select, Table

_STREAMED = 500


@dataclass(frozen=True, slots=True)
class Scope:
    """A connection in a transaction, and whose rows it may touch; `locks` where the owner has to be locked first."""

    connection: Connection
    owner_id: UUID
    locks: bool = False

    def lock(self) -> None:
        """Have the owner to oneself until the transaction ends, by the row of the account that founded it.

        SQLite has locked the whole file already. A new owner has no row yet, and nobody else knows its id.
        """
        if self.locks:
            founder = (accounts.c.owner_id == self.owner_id, accounts.c.id == self.owner_id)
            self.connection.execute(select(accounts.c.id).where(*founder).with_for_update())

    def of(self, table: Table) -> ColumnElement[bool]:
        """The condition that a row is the owner's."""
        return table.c.owner_id == self.owner_id

    def select(self, table: Table, *where: ColumnElement[bool]) -> Select[Any]:
        """All columns of the owner's rows that fulfil the conditions."""
        return select(table).where(self.of(table), *where)

    def first(self, statement: Select[Any]) -> Row[Any] | None:
        """The first row, None where there is none."""
        return self.connection.execute(statement.limit(1)).first()

    def all(self, statement: Select[Any]) -> Sequence[Row[Any]]:
        """All rows."""
        return self.connection.execute(statement).all()

    def stream(self, statement: Select[Any]) -> Iterator[Row[Any]]:
        """All rows, a few hundred in memory at a time; to be read within the transaction."""
        yield from self.connection.execute(statement.execution_options(yield_per=_STREAMED))

    def add(self, table: Table, *rows: Mapping[str, Any]) -> None:
        """Keep new rows."""
        if rows:
            self.connection.execute(insert(table), [{"owner_id": self.owner_id, **row} for row in rows])

    def add_next(self, table: Table, account_id: UUID, row: Mapping[str, Any]) -> None:
        """Keep a new row in the account's next place; the transaction has the owner to itself, so places are unique."""
        last = self.last(table, table.c.place, table.c.account_id == account_id)
        self.add(table, {"account_id": account_id, "place": last + 1, **row})

    def last(self, table: Table, number: ColumnElement[int], *where: ColumnElement[bool]) -> int:
        """The greatest number in a column, 0 where there is no row."""
        statement = select(func.coalesce(func.max(number), 0)).where(self.of(table), *where)
        return self.connection.execute(statement).scalar_one()

    def change(self, table: Table, where: ColumnElement[bool], values: Mapping[str, Any]) -> int:
        """Set columns of the owner's rows; returns of how many."""
        return self.connection.execute(update(table).where(and_(self.of(table), where)).values(**values)).rowcount
