"""Whether what was recorded still holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class AuditReport:
    """Whether what was recorded still holds: how many entries, the first broken one, and what is off in the journal."""

    entries: int
    first_broken: int | None
    journal_faults: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return self.first_broken is None and not self.journal_faults


class Audit(Protocol):
    """Whether the records of the acting account's owner can be trusted."""

    def verify(self) -> AuditReport:
        """Check the whole audit chain and the journal."""
