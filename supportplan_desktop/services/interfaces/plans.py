"""The plan as its account has it, and what can be done with it at which amount."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.organization import PlanSource
from supportplan_desktop.domain.subscriptions import PlanState
from supportplan_desktop.domain.terms import Term
from supportplan_desktop.services.interfaces.orders import OrderSummary

if TYPE_CHECKING:
    from supportplan_desktop.domain.payments import Split
    from supportplan_desktop.domain.quotes import Quote


@dataclass(frozen=True, slots=True)
class AutoRenewalStatus:
    """The choice of auto-renewal, and with it on the next attempt and what it will cost by today's prices.

    `days_offered` are the days before the end that can be chosen, fewest first.
    """

    is_on: bool
    months: int
    days_before: int
    next_at: datetime | None
    next_amount: Money | None
    days_offered: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlanDetails:
    """The account's plan at the instant `at`.

    Basic has no terms, and None for everything about time. `terms` are the purchase's and each renewal's, oldest
    first; `current` is the one that runs (the last one after the end); `valid_until` ends the last. What can be done is
    told without the open order, which blocks all of it. A plan that a master shares is told as its member has it, with
    the master's name in `shared_by`; `shared_with` counts the members that the own plan reaches.
    """

    at: datetime
    tier: str
    state: PlanState
    terms: tuple[Term, ...]
    current: Term | None
    since: datetime | None
    valid_until: datetime | None
    remaining_days: int | None
    grace_until: datetime | None
    retention_until: datetime | None
    open_order: OrderSummary | None
    last_order: OrderSummary | None
    can_buy: bool
    can_change: bool = False
    can_renew: bool = False
    can_unsubscribe: bool = False
    auto_renewal: AutoRenewalStatus | None = None
    source: PlanSource = PlanSource.OWN
    shared_by: str | None = None
    shared_with: int = 0


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """What a change or unsubscription costs (below zero: brings back) on a day, as quoted at that instant of it."""

    at: datetime
    day: date
    total: Money


class Plans(Protocol):
    """The account's own plan and what it would cost."""

    def details(self) -> PlanDetails:
        """The plan now."""

    def quote_purchase(self, tier: str, months: int) -> Quote:
        """What buying costs now; TierUnknown, TierNotForSale, DurationNotOffered."""

    def quote_change(self, tier: str) -> Quote:
        """What changing to that tier costs now, or below zero brings back.

        PlanNotPaid, PlanExpired, PlanTierUnchanged, PlanManagedByMaster, TierUnknown, TierNotForSale.
        """

    def quote_renewal(self, months: int) -> Quote:
        """What so many months more cost; PlanNotPaid, PlanManagedByMaster, DurationNotOffered, TierUnknown."""

    def quote_unsubscription(self) -> Quote:
        """What giving the plan up brings back now, below zero; PlanNotPaid, PlanExpired, PlanManagedByMaster."""

    def refund_split(self, quote: Quote) -> Split:
        """Where the amount goes that a quote brings back: credit first, each up to what it paid (DOMAIN 8)."""

    def change_curve(self, tier: str) -> tuple[CurvePoint, ...]:
        """What that change is quoted at on each day of the running segment, at this time of day; as `quote_change`."""

    def unsubscription_curve(self) -> tuple[CurvePoint, ...]:
        """What unsubscribing is quoted at on each day of the running segment; as `quote_unsubscription`."""

    def set_auto_renewal(self, *, is_on: bool, months: int, days_before: int) -> AutoRenewalStatus:
        """Turn auto-renewal on or off; chosen already it stays so.

        PlanNotPaid, PlanManagedByMaster, DurationNotOffered, InvalidInput for days outside the policy's window.
        """
