"""`supportplan sharing …`: the one switch of a master's plan, and the check before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.cli.data import data_options, over
from supportplan_desktop.cli.output import record, spelled
from supportplan_desktop.cli.paging import limit_of, page_options
from supportplan_desktop.cli.parsing import add_command, add_group
from supportplan_desktop.domain.organization import EffectivePlan
from supportplan_desktop.services.interfaces import Readiness, SharingStatus

if TYPE_CHECKING:
    from argparse import Namespace

    from supportplan_desktop.cli.parsing import Answer, Commands
    from supportplan_desktop.services.interfaces import Services


def add_to(commands: Commands) -> None:
    """Add `sharing` and its commands."""
    group = add_group(commands, "sharing", "Share the plan with all unified members, or stop")
    data = data_options()
    add_command(group, "status", "Whether the plan is shared, and what the account has of it", over(_status), data)
    add_command(group, "readiness", "The check before sharing", over(_readiness), page_options(), data)
    add_command(group, "enable", "Share with all unified members together", over(_enable), data)
    add_command(group, "disable", "Stop sharing", over(_disable), data)


def _status(services: Services, _chosen: Namespace) -> Answer:
    view = services.organization.overview()
    return {
        "kind": view.account.kind.value,
        "sharing": None if view.sharing is None else spelled(SharingStatus, view.sharing),
        "master": view.master,
        "is_shared_with": view.is_shared_with,
        "effective": spelled(EffectivePlan, view.effective),
    }


def _readiness(services: Services, chosen: Namespace) -> Answer:
    readiness = services.organization.readiness(chosen.cursor, limit_of(chosen))
    return {**record(Readiness, readiness), "is_green": readiness.is_green}


def _enable(services: Services, _chosen: Namespace) -> Answer:
    return _spelled(services.organization.set_sharing(is_on=True))


def _disable(services: Services, _chosen: Namespace) -> Answer:
    return _spelled(services.organization.set_sharing(is_on=False))


def _spelled(status: SharingStatus) -> Answer:
    return record(SharingStatus, status)
