"""Whether what was recorded still holds."""

from collections import deque
from typing import TYPE_CHECKING

from supportplan_desktop.api import AuditPage
from supportplan_desktop.server.routing import Area, Asked

if TYPE_CHECKING:
    from supportplan_desktop.domain.audit import AuditEntry

AREA = Area("records")

_SHOWN = 50


@AREA.get("/audit")
def audit(asked: Asked) -> AuditPage:
    """Whether the owner's records hold, and the account's newest entries, newest first."""
    report = asked.services.audit.verify()
    acting = asked.acting
    newest: deque[AuditEntry] = deque(maxlen=_SHOWN)
    with asked.parts.store.read(acting.owner_id) as work:
        newest.extend(entry for entry in work.audit.entries() if entry.account_id == acting.account_id)
    return AuditPage(report.entries, report.first_broken, report.journal_faults, tuple(reversed(newest)))
