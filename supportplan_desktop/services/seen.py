"""What was last seen of a server: enough to show the plan before it answers, marked as of when (DESIGN; PATTERNS)."""

from __future__ import annotations

from dataclasses import dataclass

from supportplan_desktop.domain.accounts import Account, Role
from supportplan_desktop.domain.catalogue import ServiceCatalogue
from supportplan_desktop.services.interfaces import PlanDetails


@dataclass(frozen=True, slots=True)
class Seen:
    """The account with masked contacts, the role, the catalogue in force, and the plan; `plan.at` says as of when."""

    account: Account
    role: Role
    catalogue: ServiceCatalogue
    plan: PlanDetails
