"""What the application can do: all that the window, the command line and the server may ask (DESIGN 2).

Whoever holds a `Services` acts for one account and cannot tell where the answers come from. Only frozen dataclasses
go in and out; a known no is a `Refusal` with a stable code. Every instant is UTC.
"""

from __future__ import annotations

from dataclasses import dataclass

from supportplan_desktop.services.interfaces.accounts import Accounts
from supportplan_desktop.services.interfaces.audit import (
    Audit,
    AuditReport,
)
from supportplan_desktop.services.interfaces.correspondence import (
    MessagePage,
    Messages,
    NewTicket,
    TicketPage,
    Tickets,
)
from supportplan_desktop.services.interfaces.ordering import (
    ChangeOrder,
    PurchaseOrder,
    QuoteBasis,
    RenewalOrder,
    UnsubscriptionOrder,
    basis_of,
)
from supportplan_desktop.services.interfaces.orders import (
    OrderPage,
    OrderQuery,
    Orders,
    OrderSort,
    OrderSummary,
    VerificationStatus,
)
from supportplan_desktop.services.interfaces.organization import (
    MemberPage,
    MemberQuery,
    MemberRow,
    MemberSort,
    NewMember,
    Organization,
    OrganizationView,
    Readiness,
    ReadinessRow,
    ReadinessState,
    ReceivedInvitation,
    SharingStatus,
)
from supportplan_desktop.services.interfaces.plans import (
    AutoRenewalStatus,
    CurvePoint,
    PlanDetails,
    Plans,
)
from supportplan_desktop.services.interfaces.vendor import (
    Catalogue,
    SiteClock,
)

__all__ = [
    "Accounts",
    "Audit",
    "AuditReport",
    "AutoRenewalStatus",
    "Catalogue",
    "ChangeOrder",
    "CurvePoint",
    "MemberPage",
    "MemberQuery",
    "MemberRow",
    "MemberSort",
    "MessagePage",
    "Messages",
    "NewMember",
    "NewTicket",
    "OrderPage",
    "OrderQuery",
    "OrderSort",
    "OrderSummary",
    "Orders",
    "Organization",
    "OrganizationView",
    "PlanDetails",
    "Plans",
    "PurchaseOrder",
    "QuoteBasis",
    "Readiness",
    "ReadinessRow",
    "ReadinessState",
    "ReceivedInvitation",
    "RenewalOrder",
    "Services",
    "SharingStatus",
    "SiteClock",
    "TicketPage",
    "Tickets",
    "UnsubscriptionOrder",
    "VerificationStatus",
    "basis_of",
]


@dataclass(frozen=True, slots=True)
class Services:
    """Everything at hand for one account."""

    catalogue: Catalogue
    plans: Plans
    orders: Orders
    accounts: Accounts
    messages: Messages
    tickets: Tickets
    clock: SiteClock
    audit: Audit
    organization: Organization
