"""What the page asks for at once, so that all its parts tell of the same moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportplan_desktop.domain.accounts import AccountingMode
from supportplan_desktop.services.interfaces import (
    MemberPage,
    MemberQuery,
    OrganizationView,
    PlanDetails,
    Readiness,
    SharingStatus,
)

if TYPE_CHECKING:
    from supportplan_desktop.services.interfaces import Services

_SOME = 3


@dataclass(frozen=True, slots=True)
class MasterSeen:
    """What a master sees beside its list: its switch, the check, and some of the independent accounts by name."""

    view: OrganizationView
    plan: PlanDetails
    sharing: SharingStatus
    readiness: Readiness
    apart: MemberPage


@dataclass(frozen=True, slots=True)
class Seen:
    """Where the acting account stands, its plan, and for a master the rest."""

    view: OrganizationView
    plan: PlanDetails
    master: MasterSeen | None


def look(services: Services) -> Seen:
    """Ask for it; to be called on a worker."""
    view, plan = services.organization.overview(), services.plans.details()
    if view.sharing is None:
        return Seen(view, plan, None)
    independent = MemberQuery(accounting=frozenset({AccountingMode.INDEPENDENT}))
    return Seen(
        view,
        plan,
        MasterSeen(
            view,
            plan,
            view.sharing,
            services.organization.readiness(limit=1),
            services.organization.members(independent, limit=_SOME),
        ),
    )
