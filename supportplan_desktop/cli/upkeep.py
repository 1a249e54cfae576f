"""`supportplan advance` and `supportplan audit verify`: what time has made due, and whether the records hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.cli.data import acting, data_options
from supportplan_desktop.cli.parsing import add_command, add_group
from supportplan_desktop.cli.words import plain
from supportplan_desktop.domain.errors import Refusal

if TYPE_CHECKING:
    from argparse import Namespace

    from supportplan_desktop.cli.parsing import Answer, Commands


class AuditBroken(Refusal):
    """What was recorded does not hold: facts `entries`, `first_broken` (None where all hold) and `journal_faults`."""

    code = "audit.broken"


def add_to(commands: Commands) -> None:
    """Add `advance` and `audit`."""
    data = data_options()
    add_command(commands, "advance", "Do all that time has made due, for every account", _advance, data)
    audit = add_group(commands, "audit", "Whether the records hold")
    add_command(audit, "verify", "Check the whole audit chain and the journal", _verify, data)


def _advance(chosen: Namespace) -> Answer:
    with acting(chosen) as services:
        at = services.clock.now()
        return {"at": plain(at), "done": services.orders.advance()}


def _verify(chosen: Namespace) -> Answer:
    """Only look: nothing is added to records that may be broken."""
    with acting(chosen) as services:
        report = services.audit.verify()
    facts = {
        "entries": report.entries,
        "first_broken": report.first_broken,
        "journal_faults": report.journal_faults,
    }
    if not report.holds:
        raise AuditBroken(**facts)
    return {"holds": True, **{name: plain(fact) for name, fact in facts.items()}}
