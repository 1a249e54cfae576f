"""Whether what was recorded still holds (DESIGN 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.domain.audit import first_broken
from supportplan_desktop.services.interfaces import AuditReport

if TYPE_CHECKING:
    from supportplan_desktop.services.acting import Acting, Parts


class AuditService:
    """The records of the acting account's owner."""

    def __init__(self, parts: Parts, acting: Acting) -> None:
        self._parts = parts
        self._acting = acting

    def verify(self) -> AuditReport:
        """Check the whole audit chain and the journal."""
        with self._parts.store.read(self._acting.owner_id) as work:
            last = work.audit.last()
            return AuditReport(
                entries=last.number if last else 0,
                first_broken=first_broken(work.audit.entries()),
                journal_faults=tuple(work.journal.faults()),
            )
