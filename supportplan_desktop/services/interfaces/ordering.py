"""What a user agrees to: each kind of order as it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.unsubscribing import UnsubscriptionReason

if TYPE_CHECKING:
    from supportplan_desktop.domain.quotes import Quote


@dataclass(frozen=True, slots=True)
class QuoteBasis:
    """What a quote that was agreed to had been made from: it names the cause where the amount no longer holds."""

    at: datetime
    catalogue_version: str
    plan: str


def basis_of(quote: Quote) -> QuoteBasis:
    """What that quote was made from."""
    return QuoteBasis(quote.at, quote.catalogue_version, quote.plan)


@dataclass(frozen=True, slots=True)
class PurchaseOrder:
    """What the user agreed to buy: the total that was shown and the agreement text that was ticked."""

    tier: str
    months: int
    agreed_total: Money
    agreement_version: str
    agreement_sha256: str
    basis: QuoteBasis | None = None


@dataclass(frozen=True, slots=True)
class ChangeOrder:
    """What the user agreed to change to; a total below zero comes back."""

    tier: str
    agreed_total: Money
    agreement_version: str
    agreement_sha256: str
    basis: QuoteBasis | None = None


@dataclass(frozen=True, slots=True)
class RenewalOrder:
    """For how long the user agreed to renew, and the total that was shown."""

    months: int
    agreed_total: Money
    basis: QuoteBasis | None = None


@dataclass(frozen=True, slots=True)
class UnsubscriptionOrder:
    """Why the user unsubscribes, and the total below zero that was shown and confirmed; no reason is refused."""

    agreed_total: Money
    reason: UnsubscriptionReason | None
    note: str = ""
    is_confirmed: bool = False
    basis: QuoteBasis | None = None
