"""`supportplan details` and `supportplan auto-renewal …`: the plan as it stands, and what renews it by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.cli.data import data_options, over
from supportplan_desktop.cli.output import record
from supportplan_desktop.cli.parsing import add_command, add_group
from supportplan_desktop.cli.reading import whole
from supportplan_desktop.cli.records import account_spelled, details_spelled, site_zone
from supportplan_desktop.domain.errors import PlanNotPaid
from supportplan_desktop.services.interfaces import AutoRenewalStatus

if TYPE_CHECKING:
    from argparse import Namespace

    from supportplan_desktop.cli.parsing import Answer, Commands
    from supportplan_desktop.services.interfaces import Services


def add_to(commands: Commands) -> None:
    """Add `details` and `auto-renewal`."""
    data = data_options()
    add_command(commands, "details", "The plan of the account, and what can be done with it", over(_details), data)
    group = add_group(commands, "auto-renewal", "Renew the plan by itself, or not")
    add_command(group, "show", "What is chosen, and when it renews next", over(_show), data)
    on = add_command(group, "on", "Renew by itself from now on", over(_on), data)
    on.add_argument("--months", required=True, help="months of each renewal")
    on.add_argument("--days-before", required=True, metavar="DAYS", help="days before the end that it is paid")
    add_command(group, "off", "No longer renew by itself", over(_off), data)


def _details(services: Services, _chosen: Namespace) -> Answer:
    account = account_spelled(services.accounts.me())
    return {"account": account, **details_spelled(services.plans.details(), site_zone(services))}


def _show(services: Services, _chosen: Namespace) -> Answer:
    return _spelled(_present(services))


def _on(services: Services, chosen: Namespace) -> Answer:
    months = whole(chosen.months, "months")
    days_before = whole(chosen.days_before, "days-before")
    return _spelled(services.plans.set_auto_renewal(is_on=True, months=months, days_before=days_before))


def _off(services: Services, _chosen: Namespace) -> Answer:
    present = _present(services)
    return _spelled(
        services.plans.set_auto_renewal(is_on=False, months=present.months, days_before=present.days_before)
    )


def _present(services: Services) -> AutoRenewalStatus:
    present = services.plans.details().auto_renewal
    if present is None:
        raise PlanNotPaid
    return present


def _spelled(status: AutoRenewalStatus) -> Answer:
    return record(AutoRenewalStatus, status)
