"""When time next makes something due, in a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete

from supportplan_desktop.backends.sql.scope import Scope
from supportplan_desktop.backends.sql.tables import agenda

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class SqlAgenda:
    """The agenda of the owner's accounts (see `AgendaRecords`)."""

    scope: Scope

    def get(self, account_id: UUID) -> datetime | None:
        """When something is next due for the account, None where nothing is."""
        row = self.scope.first(self.scope.select(agenda, agenda.c.account_id == account_id))
        return None if row is None else row.due_at

    def put(self, account_id: UUID, due_at: datetime | None) -> None:
        """Keep when something is next due for the account."""
        which = agenda.c.account_id == account_id
        if due_at is None:
            self.scope.connection.execute(delete(agenda).where(self.scope.of(agenda), which))
        elif not self.scope.change(agenda, which, {"due_at": due_at}):
            self.scope.add(agenda, {"account_id": account_id, "due_at": due_at})
