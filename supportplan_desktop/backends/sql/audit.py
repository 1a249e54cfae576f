"""The audit chain in a table."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from supportplan_desktop.backends.sql.scope import Scope
from supportplan_desktop.backends.sql.tables import audit
from supportplan_desktop.domain.audit import AuditEntry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Row


@dataclass(frozen=True, slots=True)
class SqlAudit:
    """The owner's audit chain, append-only (see `AuditRecords`)."""

    scope: Scope

    def last(self) -> AuditEntry | None:
        """The newest entry."""
        row = self.scope.first(self.scope.select(audit).order_by(audit.c.number.desc()))
        return None if row is None else _entry(row)

    def add(self, entry: AuditEntry) -> None:
        """Append an entry; IntegrityError where its number is taken."""
        self.scope.add(audit, asdict(entry))

    def entries(self) -> Iterator[AuditEntry]:
        """All entries, oldest first; to be read within the transaction."""
        return map(_entry, self.scope.stream(self.scope.select(audit).order_by(audit.c.number)))


def _entry(row: Row[Any]) -> AuditEntry:
    columns = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
    del columns["owner_id"]
    return AuditEntry(**columns)
