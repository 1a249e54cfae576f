"""The account's own plan and what may be done with it: asked by every command and every quote (DOMAIN 4-8)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from supportplan_desktop.domain.changing import quote_change
from supportplan_desktop.domain.errors import (
    AccountNotFound,
    PlanAlreadyPaid,
    PlanExpired,
    PlanManagedByMaster,
    PlanNotPaid,
)
from supportplan_desktop.domain.orders import OrderKind
from supportplan_desktop.domain.organization import USABLE, EffectivePlan, PlanSource, is_sharing
from supportplan_desktop.domain.subscriptions import PlanState, Standing, Subscription, standing
from supportplan_desktop.domain.terms import site_date, start_of_day
from supportplan_desktop.domain.unsubscribing import is_early, is_full_refund, quote_unsubscription

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from supportplan_desktop.domain.accounts import Account
    from supportplan_desktop.domain.quotes import Quote
    from supportplan_desktop.services.acting import Offer
    from supportplan_desktop.services.ports import Work


def own_plan(work: Work, account: Account, at: datetime, offer: Offer) -> tuple[Subscription, Standing] | None:
    """The account's own paid plan and where it stands; None on Basic, which is also what an ended plan is.

    A unified member has none (DOMAIN 11.2): one that had ended before it joined stays so where the clock was set back.
    """
    return None if account.is_unified_member else standing_plan(work.subscriptions.newest(account.id), at, offer)


def standing_plan(
    subscription: Subscription | None, at: datetime, offer: Offer
) -> tuple[Subscription, Standing] | None:
    """An account's latest paid plan and where it stands; None on Basic."""
    if subscription is None:
        return None
    stands = standing(subscription, at, offer.policy.expiry, offer.catalogue.site_zone)
    return None if stands.state is PlanState.BASIC else (subscription, stands)


def check_not_managed(work: Work, account: Account) -> None:
    """PlanManagedByMaster for a member under unified accounting (DOMAIN 11.2)."""
    if account.is_unified_member:
        raise PlanManagedByMaster(master=master_of(work, account).name)


def master_of(work: Work, account: Account) -> Account:
    """The master of a member; AccountNotFound for an account that has none."""
    if account.master_id is None:
        raise AccountNotFound(account=account.id)
    return work.of(account.master_owner_id or account.owner_id).accounts.get(account.master_id)


def shared_plan(work: Work, account: Account, at: datetime, offer: Offer) -> tuple[Subscription, Standing] | None:
    """The master's plan while it reaches this member, None otherwise (DOMAIN 11.1-3)."""
    if not account.is_unified_member:
        return None
    master = master_of(work, account)
    return shared_by(work.of(master.owner_id), master, at, offer)


def shared_by(work: Work, master: Account, at: datetime, offer: Offer) -> tuple[Subscription, Standing] | None:
    """The plan of a master while it reaches its unified members, None otherwise (DOMAIN 11.6)."""
    own = own_plan(work, master, at, offer)
    if own is None or not is_sharing(work.sharings.get(master.id), *own):
        return None
    return own


def effective_plan(work: Work, account: Account, at: datetime, offer: Offer) -> EffectivePlan:
    """What an account effectively has: its own plan, else its master's while shared, else Basic (DOMAIN 11.1).

    A plan that is frozen gives what Basic has.
    """
    own = own_plan(work, account, at, offer)
    if own is not None:
        tier = own[0].tier if own[1].state in USABLE else offer.catalogue.free_tier.code
        return EffectivePlan(tier, PlanSource.OWN)
    shared = shared_plan(work, account, at, offer)
    if shared is not None:
        return EffectivePlan(shared[0].tier, PlanSource.SHARED)
    return EffectivePlan(offer.catalogue.free_tier.code, PlanSource.NONE)


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


def _full_refunds_used(work: Work, offer: Offer, account_id: UUID, year: int) -> int:
    """How many unsubscriptions in that calendar year of the site were under the five-day rule (DOMAIN 8)."""
    zone = offer.catalogue.site_zone
    since, until = (start_of_day(date(first, 1, 1), zone) for first in (year, year + 1))
    given_up = work.orders.of_kind(account_id, OrderKind.UNSUBSCRIPTION, since, until)
    return sum(is_full_refund(order.quote) for order in given_up)


def unsubscription_quote(work: Work, offer: Offer, subscription: Subscription, at: datetime) -> Quote:
    """What unsubscribing brings back at that instant (see `quote_unsubscription`)."""
    policy, year = offer.policy.unsubscription, site_date(at, offer.catalogue.site_zone).year
    used = _full_refunds_used(work, offer, subscription.account_id, year) if is_early(policy, subscription, at) else 0
    return quote_unsubscription(offer.catalogue, policy, subscription, used, at)
