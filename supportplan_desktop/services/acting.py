"""For whom a service acts, and the parts all services share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from supportplan_desktop.domain.accounts import Permission, Role, may
from supportplan_desktop.domain.audit import FIRST_PREVIOUS, AuditEntry, sealed
from supportplan_desktop.domain.catalogue import Agreement, Policy, ServiceCatalogue
from supportplan_desktop.domain.errors import RoleNotAllowed
from supportplan_desktop.domain.payments import Funds, Ledger
from supportplan_desktop.services.interfaces import SiteClock
from supportplan_desktop.services.ports import Courier, Entropy, Store, Vault

if TYPE_CHECKING:
    from datetime import datetime

    from supportplan_desktop.domain.accounts import Account
    from supportplan_desktop.services.ports import Work

SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Offer:
    """What the vendor offers at present: the catalogue, its policy, and every version of the agreement, newest last."""

    catalogue: ServiceCatalogue
    policy: Policy
    agreements: tuple[Agreement, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """The outside world as the services see it."""

    store: Store
    clock: SiteClock
    vault: Vault
    courier: Courier
    entropy: Entropy
    offer: Offer


@dataclass(frozen=True, slots=True)
class Acting:
    """The account acted for, its owner, and the person who acts with what role."""

    account_id: UUID
    owner_id: UUID
    by: str
    role: Role = Role.OWNER

    def require(self, permission: Permission) -> None:
        """RoleNotAllowed unless the person's role is enough."""
        if not may(self.role, permission):
            raise RoleNotAllowed(role=self.role.value, needed=permission.value)


def acting_for(account: Account, role: Role = Role.OWNER) -> Acting:
    """Act for an account in the name of its contact."""
    return Acting(account.id, account.owner_id, account.contact, role)


def funds_of(work: Work, account_id: UUID, currency: str) -> Funds:
    """What the account can pay with, as sums of its journal (DOMAIN 9)."""
    return Funds(
        balance=work.journal.balance(account_id, Ledger.BALANCE, currency),
        available_credit=work.journal.balance(account_id, Ledger.CREDIT, currency),
        credit_limit=-work.journal.balance(account_id, Ledger.CREDIT_LIMIT, currency),
    )


@dataclass(frozen=True, slots=True)
class Deed:
    """What a command did, for the audit: `before` and `after` are short exact texts, `reason` may be empty."""

    command: str
    subject: str
    before: str
    after: str
    reason: str = ""


def record(work: Work, account_id: UUID, by: str, at: datetime, deed: Deed) -> None:
    """Append a command to the owner's audit chain (DESIGN 3)."""
    last = work.audit.last()
    work.audit.add(
        sealed(
            AuditEntry(
                number=last.number + 1 if last else 1,
                account_id=account_id,
                at=at,
                by=by,
                command=deed.command,
                subject=deed.subject,
                before=deed.before,
                after=deed.after,
                reason=deed.reason,
                previous=last.hash if last else FIRST_PREVIOUS,
                hash="",
            )
        )
    )
