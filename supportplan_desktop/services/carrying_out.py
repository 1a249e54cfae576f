"""What an order does to the plan once it is paid, or at once where it is not paid (DOMAIN 4, 5, 6, 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.domain.errors import PlanNotPaid, QuoteStale
from supportplan_desktop.domain.orders import Order, OrderKind
from supportplan_desktop.domain.subscriptions import Subscription, Turn, changed, purchased, renewed
from supportplan_desktop.domain.terms import Term, purchase_term
from supportplan_desktop.services.own_plans import check_may_buy, own_plan

if TYPE_CHECKING:
    from datetime import datetime

    from supportplan_desktop.services.bookkeeping import Books


def check_still_holds(books: Books, order: Order, at: datetime) -> None:
    """PlanAlreadyPaid, PlanManagedByMaster, PlanNotPaid or QuoteStale where the plan is not what the order was for."""
    if order.kind is OrderKind.NEW_PURCHASE:
        check_may_buy(books.work, books.work.accounts.get(order.account_id), at, books.parts.offer)
        return
    subscription = _plan(books, order, at)
    if subscription.mark != order.quote.plan:
        raise QuoteStale(agreed=order.total, current=order.total, cause="plan")


def carry_out(books: Books, order: Order, at: datetime) -> Term:
    """Do to the plan what the order says, and return the term it gave or changed."""
    work, quote, zone = books.work, order.quote, books.parts.offer.catalogue.site_zone
    if order.kind is OrderKind.NEW_PURCHASE:
        term = purchase_term(at, quote.months, zone)
        work.subscriptions.add(purchased(order.account_id, order.id, quote.tier, order.total, term))
        return term
    subscription = _plan(books, order, at)
    if order.kind is OrderKind.RENEWAL:
        longer = renewed(subscription, order.id, order.total, quote.months, zone)
        work.subscriptions.save(longer)
        return longer.terms[-1].term
    turns = [Turn(row.position, row.given_up, row.carried) for row in quote.rows]
    work.subscriptions.save(changed(subscription, order.id, quote.tier, turns, at))
    return quote.term


def _plan(books: Books, order: Order, at: datetime) -> Subscription:
    own = own_plan(books.work, books.work.accounts.get(order.account_id), at, books.parts.offer)
    if own is None:
        raise PlanNotPaid
    return own[0]
