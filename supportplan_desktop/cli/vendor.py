"""`supportplan catalogue show` and `supportplan agreement show`: what is sold, and on what terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.cli.data import data_options, over
from supportplan_desktop.cli.output import record
from supportplan_desktop.cli.parsing import add_command, add_group
from supportplan_desktop.domain.catalogue import Agreement, ServiceCatalogue

if TYPE_CHECKING:
    from argparse import Namespace

    from supportplan_desktop.cli.parsing import Answer, Commands
    from supportplan_desktop.services.interfaces import Services


def add_to(commands: Commands) -> None:
    """Add `catalogue` and `agreement`."""
    data = data_options()
    catalogue = add_group(commands, "catalogue", "What is sold")
    add_command(catalogue, "show", "The plans, durations, prices and service items", over(_catalogue), data)
    agreement = add_group(commands, "agreement", "The Support Plan Service Agreement")
    show = add_command(agreement, "show", "Its text and fingerprint", over(_agreement), data)
    show.add_argument("--version", metavar="VERSION", help="an earlier version; the one in force by default")


def _catalogue(services: Services, _chosen: Namespace) -> Answer:
    return record(ServiceCatalogue, services.catalogue.current())


def _agreement(services: Services, chosen: Namespace) -> Answer:
    return record(Agreement, services.catalogue.agreement(chosen.version))
