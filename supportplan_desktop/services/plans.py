"""The account's own plan (DOMAIN 4, 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.domain.errors import PlanAlreadyPaid, PlanManagedByMaster
from supportplan_desktop.domain.quotes import Quote, quote_purchase
from supportplan_desktop.domain.subscriptions import PlanState, Standing, Subscription, standing
from supportplan_desktop.domain.terms import site_date
from supportplan_desktop.services.interfaces import OrderSummary, PlanDetails

if TYPE_CHECKING:
    from datetime import datetime

    from supportplan_desktop.domain.accounts import Account
    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.services.acting import Acting, Offer, Parts
    from supportplan_desktop.services.ports import Work


def own_plan(work: Work, account: Account, at: datetime, offer: Offer) -> tuple[Subscription, Standing] | None:
    """The account's own paid plan and where it stands; None on Basic, which is also what an ended plan is."""
    subscription = work.subscriptions.newest(account.id)
    if subscription is None:
        return None
    stands = standing(subscription, at, offer.policy.expiry, offer.catalogue.site_zone)
    return None if stands.state is PlanState.BASIC else (subscription, stands)


def check_may_buy(work: Work, account: Account, at: datetime, offer: Offer) -> None:
    """PlanManagedByMaster or PlanAlreadyPaid unless the account's own plan is Basic and its own to buy (DOMAIN 4)."""
    if account.is_unified_member:
        master = work.accounts.get(account.master_id) if account.master_id else None
        raise PlanManagedByMaster(master=master.name if master else None)
    own = own_plan(work, account, at, offer)
    if own is not None:
        subscription, _ = own
        raise PlanAlreadyPaid(tier=subscription.tier, until=subscription.end)


def summary(order: Order) -> OrderSummary:
    """An order as a row of a list."""
    return OrderSummary(
        id=order.id,
        number=order.number,
        kind=order.kind,
        tier=order.quote.tier,
        status=order.status,
        created_at=order.created_at,
        pay_before=order.pay_before,
        total=order.total,
    )


class PlanService:
    """The plan of the acting account."""

    def __init__(self, parts: Parts, acting: Acting) -> None:
        self._parts = parts
        self._acting = acting

    def details(self) -> PlanDetails:
        """The plan now."""
        at = self._parts.clock.now()
        offer = self._parts.offer
        with self._parts.store.read(self._acting.owner_id) as work:
            account = work.accounts.get(self._acting.account_id)
            own = own_plan(work, account, at, offer)
            pending = work.orders.open_order(account.id)
            last_order = work.orders.newest(account.id)
        open_order = summary(pending) if pending and not pending.is_overdue(at) else None
        if own is None:
            return PlanDetails(
                at=at,
                tier=offer.catalogue.free_tier.code,
                state=PlanState.BASIC,
                terms=(),
                current=None,
                since=None,
                valid_until=None,
                remaining_days=None,
                grace_until=None,
                retention_until=None,
                open_order=open_order,
                last_order=last_order,
                can_buy=not account.is_unified_member,
            )
        subscription, stands = own
        terms = tuple(paid.term for paid in subscription.terms)
        today = site_date(at, offer.catalogue.site_zone)
        return PlanDetails(
            at=at,
            tier=subscription.tier,
            state=stands.state,
            terms=terms,
            current=next((term for term in terms if at <= term.end), terms[-1]),
            since=subscription.start,
            valid_until=subscription.end,
            remaining_days=max(0, (terms[-1].last - today).days),
            grace_until=stands.grace_until,
            retention_until=stands.retention_until,
            open_order=open_order,
            last_order=last_order,
            can_buy=False,
        )

    def quote_purchase(self, tier: str, months: int) -> Quote:
        """What buying costs now; TierUnknown, TierNotForSale, DurationNotOffered."""
        return quote_purchase(self._parts.offer.catalogue, tier, months, self._parts.clock.now())
