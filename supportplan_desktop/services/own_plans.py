"""The account's own plan and what may be done with it: asked by every command and every quote (DOMAIN 4-8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.domain.changing import quote_change
from supportplan_desktop.domain.errors import PlanAlreadyPaid, PlanExpired, PlanManagedByMaster, PlanNotPaid
from supportplan_desktop.domain.orders import OrderKind
from supportplan_desktop.domain.subscriptions import PlanState, Standing, Subscription, standing
from supportplan_desktop.domain.terms import site_date, start_of_day
from supportplan_desktop.domain.unsubscribing import is_full_refund, quote_unsubscription

if TYPE_CHECKING:
    from datetime import datetime

    from supportplan_desktop.domain.accounts import Account
    from supportplan_desktop.domain.quotes import Quote
    from supportplan_desktop.services.acting import Offer
    from supportplan_desktop.services.ports import Work


def own_plan(work: Work, account: Account, at: datetime, offer: Offer) -> tuple[Subscription, Standing] | None:
    """The account's own paid plan and where it stands; None on Basic, which is also what an ended plan is."""
    subscription = work.subscriptions.newest(account.id)
    if subscription is None:
        return None
    stands = standing(subscription, at, offer.policy.expiry, offer.catalogue.site_zone)
    return None if stands.state is PlanState.BASIC else (subscription, stands)


def check_not_managed(work: Work, account: Account) -> None:
    """PlanManagedByMaster for a member under unified accounting (DOMAIN 11.2)."""
    if account.is_unified_member:
        master = work.accounts.get(account.master_id) if account.master_id else None
        raise PlanManagedByMaster(master=master.name if master else None)


def check_may_buy(work: Work, account: Account, at: datetime, offer: Offer) -> None:
    """PlanManagedByMaster or PlanAlreadyPaid unless the account's own plan is Basic and its own to buy (DOMAIN 4)."""
    check_not_managed(work, account)
    own = own_plan(work, account, at, offer)
    if own is not None:
        raise PlanAlreadyPaid(tier=own[0].tier, until=own[0].end)


def renewable_plan(work: Work, account: Account, at: datetime, offer: Offer) -> Subscription:
    """The plan that can be renewed until its retention is over; PlanManagedByMaster, PlanNotPaid (DOMAIN 6)."""
    check_not_managed(work, account)
    own = own_plan(work, account, at, offer)
    if own is None:
        raise PlanNotPaid
    return own[0]


def active_plan(work: Work, account: Account, at: datetime, offer: Offer) -> Subscription:
    """The plan that runs and can be changed and given up; PlanManagedByMaster, PlanNotPaid, PlanExpired."""
    subscription = renewable_plan(work, account, at, offer)
    if at > subscription.end:
        raise PlanExpired(tier=subscription.tier, ended=subscription.end)
    return subscription


def changed_quote(offer: Offer, subscription: Subscription, tier: str, at: datetime) -> Quote:
    """What a change to that tier costs at that instant (see `quote_change`)."""
    return quote_change(offer.catalogue, offer.policy.proration, subscription, tier, at)


def unsubscription_quote(work: Work, offer: Offer, subscription: Subscription, at: datetime) -> Quote:
    """What unsubscribing brings back at that instant (see `quote_unsubscription`)."""
    zone = offer.catalogue.site_zone
    year = site_date(at, zone).replace(month=1, day=1)
    since = start_of_day(year, zone)
    until = start_of_day(year.replace(year=year.year + 1), zone)
    given_up = work.orders.of_kind(subscription.account_id, OrderKind.UNSUBSCRIPTION, since, until)
    used = sum(is_full_refund(order.quote) for order in given_up)
    return quote_unsubscription(offer.catalogue, offer.policy.unsubscription, subscription, used, at)
