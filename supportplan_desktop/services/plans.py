"""The account's own plan: how it stands, and what can be done with it at which amount (DOMAIN 4-8)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from supportplan_desktop.domain.accounts import AccountingMode, Permission, may
from supportplan_desktop.domain.auto_renewal import AutoRenewal, check_choice, next_attempt
from supportplan_desktop.domain.errors import Refusal
from supportplan_desktop.domain.organization import AssociationStatus, PlanSource
from supportplan_desktop.domain.quotes import Quote, quote_purchase, quote_renewal
from supportplan_desktop.domain.subscriptions import PlanState, Standing, Subscription, standing
from supportplan_desktop.domain.terms import end_of_day, site_date
from supportplan_desktop.services.acting import Deed, record
from supportplan_desktop.services.advancing import advance, plan_ahead
from supportplan_desktop.services.bookkeeping import Books
from supportplan_desktop.services.interfaces import AutoRenewalStatus, CurvePoint, OrderSummary, PlanDetails
from supportplan_desktop.services.own_plans import (
    active_plan,
    changed_quote,
    master_of,
    own_plan,
    renewable_plan,
    shared_by,
    shared_plan,
    unsubscription_quote,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportplan_desktop.domain.accounts import Account
    from supportplan_desktop.domain.money import Money
    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.domain.payments import Split
    from supportplan_desktop.services.acting import Acting, Offer, Parts
    from supportplan_desktop.services.ports import Work

_T = TypeVar("_T")


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


def _of_subscription(basic: PlanDetails, subscription: Subscription, stands: Standing, offer: Offer) -> PlanDetails:
    """How a paid plan stands."""
    terms = tuple(paid.term for paid in subscription.terms)
    today = site_date(basic.at, offer.catalogue.site_zone)
    return replace(
        basic,
        tier=subscription.tier,
        state=stands.state,
        terms=terms,
        current=terms[subscription.current(basic.at)],
        since=subscription.start,
        valid_until=subscription.end,
        remaining_days=max(0, (terms[-1].last - today).days),
        grace_until=stands.grace_until,
        retention_until=stands.retention_until,
    )


class PlanService:
    """The plan of the acting account."""

    def __init__(self, parts: Parts, acting: Acting) -> None:
        self._parts = parts
        self._acting = acting

    def details(self) -> PlanDetails:
        """The plan now: the account's own, else the one its master shares with it, else Basic (DOMAIN 11.1)."""
        at, offer = self._parts.clock.now(), self._parts.offer
        with self._parts.store.read(self._acting.owner_id) as work:
            account = work.accounts.get(self._acting.account_id)
            pending = work.orders.open_order(account.id)
            basic = PlanDetails(
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
                open_order=summary(pending) if pending and not pending.is_overdue(at) else None,
                last_order=work.orders.newest(account.id),
                can_buy=not account.is_unified_member and may(self._acting.role, Permission.MONEY),
                source=PlanSource.NONE,
            )
            own = own_plan(work, account, at, offer)
            if own is not None:
                return self._own(work, account, _of_subscription(basic, *own, offer), *own)
            shared = shared_plan(work, account, at, offer)
            if shared is not None:
                told = _of_subscription(basic, *shared, offer)
                return replace(told, source=PlanSource.SHARED, shared_by=master_of(work, account).name)
            return basic

    def _own(
        self, work: Work, account: Account, told: PlanDetails, subscription: Subscription, stands: Standing
    ) -> PlanDetails:
        """What can be done with the own plan, and whom it reaches."""
        may_pay = not account.is_unified_member and may(self._acting.role, Permission.MONEY)
        is_active = stands.state is PlanState.ACTIVE
        reaches = shared_by(work, account, told.at, self._parts.offer) is not None
        members = (
            work.associations.count(account.id, AssociationStatus.ACTIVE, AccountingMode.UNIFIED) if reaches else 0
        )
        return replace(
            told,
            source=PlanSource.OWN,
            can_buy=False,
            can_change=may_pay and is_active,
            can_renew=may_pay,
            can_unsubscribe=may_pay and is_active,
            auto_renewal=self._auto_renewal(work, subscription, stands, told.at),
            shared_with=members,
        )

    # Quotes

    def quote_purchase(self, tier: str, months: int) -> Quote:
        """What buying costs now; TierUnknown, TierNotForSale, DurationNotOffered."""
        return quote_purchase(self._parts.offer.catalogue, tier, months, self._parts.clock.now())

    def quote_change(self, tier: str) -> Quote:
        """What changing to that tier costs now, or below zero brings back (see `Plans`)."""
        return self._of_the_plan(
            active_plan,
            lambda _work, subscription, at: changed_quote(self._parts.offer, subscription, tier, at),
        )

    def quote_renewal(self, months: int) -> Quote:
        """What so many months more cost (see `Plans`)."""
        catalogue = self._parts.offer.catalogue
        return self._of_the_plan(
            renewable_plan, lambda _work, subscription, at: quote_renewal(catalogue, subscription, months, at)
        )

    def quote_unsubscription(self) -> Quote:
        """What giving the plan up brings back now, below zero (see `Plans`)."""
        return self._of_the_plan(
            active_plan,
            lambda work, subscription, at: unsubscription_quote(work, self._parts.offer, subscription, at),
        )

    def refund_split(self, quote: Quote) -> Split:
        """Where the amount goes that a quote brings back (see `Plans`)."""
        return self.split_of(-quote.total)

    def split_of(self, refund: Money) -> Split:
        """Where so much would go back to, if it were refunded; as `refund_split`."""
        return self._of_the_plan(
            renewable_plan,
            lambda work, subscription, _at: Books(self._parts, work).refund_split(subscription, refund),
        )

    def change_curve(self, tier: str) -> tuple[CurvePoint, ...]:
        """What that change is quoted at on each day of the running segment (see `Plans`)."""
        offer = self._parts.offer
        return self._of_the_plan(
            active_plan,
            lambda _work, subscription, at: self._curve(
                subscription, at, lambda day_at: changed_quote(offer, subscription, tier, day_at)
            ),
        )

    def unsubscription_curve(self) -> tuple[CurvePoint, ...]:
        """What unsubscribing is quoted at on each day of the running segment (see `Plans`)."""
        offer = self._parts.offer
        return self._of_the_plan(
            active_plan,
            lambda work, subscription, at: self._curve(
                subscription, at, lambda day_at: unsubscription_quote(work, offer, subscription, day_at)
            ),
        )

    # Auto-renewal

    def set_auto_renewal(self, *, is_on: bool, months: int, days_before: int) -> AutoRenewalStatus:
        """Turn auto-renewal on or off; chosen already it stays so (see `Plans`)."""
        self._acting.require(Permission.MONEY)
        at, offer = self._parts.clock.now(), self._parts.offer
        account_id = self._acting.account_id
        advance(self._parts, self._acting.owner_id, account_id, at)
        check_choice(months, days_before, offer.catalogue, offer.policy.auto_renewal)
        with self._parts.store.change(self._acting.owner_id) as work:
            account = work.accounts.get(account_id)
            subscription = renewable_plan(work, account, at, offer)
            stands = standing(subscription, at, offer.policy.expiry, offer.catalogue.site_zone)
            before = work.auto_renewals.get(account_id)
            chosen = AutoRenewal(subscription.id, is_on, months, days_before, at)
            if before is None or replace(before, since=at, tried_at=None) != chosen:
                work.auto_renewals.put(account_id, chosen)
                words = f"{'on' if is_on else 'off'} {months} months, {days_before} days before"
                deed = Deed(
                    "plan.auto_renewal", str(subscription.id), "on" if before and before.is_on else "off", words
                )
                record(work, account_id, self._acting.by, at, deed)
                plan_ahead(self._parts, work, account_id)
            return self._auto_renewal(work, subscription, stands, at)

    # Its own

    def _of_the_plan(
        self,
        find: Callable[[Work, Account, datetime, Offer], Subscription],
        ask: Callable[[Work, Subscription, datetime], _T],
    ) -> _T:
        """Ask something of the plan as it stands now."""
        at = self._parts.clock.now()
        with self._parts.store.read(self._acting.owner_id) as work:
            account = work.accounts.get(self._acting.account_id)
            return ask(work, find(work, account, at, self._parts.offer), at)

    def _curve(
        self, subscription: Subscription, now: datetime, quoted: Callable[[datetime], Quote]
    ) -> tuple[CurvePoint, ...]:
        """One real quote a day, at this time of day, from the running segment's first day to the term's last."""
        zone = self._parts.offer.catalogue.site_zone
        paid = subscription.terms[subscription.current(now)]
        clock = now.astimezone(zone).time()
        first, points = paid.first_day(zone), []
        for number in range((paid.term.last - first).days + 1):
            day = first + timedelta(days=number)
            at = datetime.combine(day, clock, zone).astimezone(UTC)
            at = min(max(at, paid.running.start, paid.term.start), end_of_day(day, zone))
            points.append(CurvePoint(at, day, quoted(at).total))
        return tuple(points)

    def _auto_renewal(
        self, work: Work, subscription: Subscription, stands: Standing, at: datetime
    ) -> AutoRenewalStatus:
        """What is chosen, off where nothing was, and what comes of it next."""
        offer = self._parts.offer
        chosen = work.auto_renewals.get(subscription.account_id)
        policy = offer.policy.auto_renewal
        most = policy.most_days_before
        offered = tuple(range(policy.least_days_before, most + 1))
        if chosen is None or chosen.subscription_id != subscription.id:
            return AutoRenewalStatus(
                is_on=False, months=1, days_before=most, next_at=None, next_amount=None, days_offered=offered
            )
        next_at = next_attempt(chosen, subscription, stands, policy, offer.catalogue.site_zone)
        amount = None
        if next_at is not None:
            with suppress(Refusal):  # a tier or a duration that is not sold any more
                amount = quote_renewal(offer.catalogue, subscription, chosen.months, at).total
        return AutoRenewalStatus(chosen.is_on, chosen.months, chosen.days_before, next_at, amount, offered)
