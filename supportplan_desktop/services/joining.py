"""What an invitee has to do before it can join under unified accounting (DOMAIN 11.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.domain.accounts import AccountingMode
from supportplan_desktop.domain.errors import MemberHasPlan, MemberHasUnpaidOrders
from supportplan_desktop.domain.organization import Todo, TodoKind
from supportplan_desktop.domain.subscriptions import PlanState
from supportplan_desktop.services.own_plans import own_plan, unsubscription_quote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from supportplan_desktop.domain.accounts import Account
    from supportplan_desktop.services.acting import Offer
    from supportplan_desktop.services.ports import Work


def todo(work: Work, account: Account, accounting: AccountingMode, at: datetime, offer: Offer) -> tuple[Todo, ...]:
    """What is in the way, in the order it has to be done; nothing under independent accounting.

    The refund is what unsubscribing would be quoted at this instant.
    """
    return tuple(_steps(work, account, at, offer)) if accounting is AccountingMode.UNIFIED else ()


def check_may_join(work: Work, account: Account, accounting: AccountingMode, at: datetime, offer: Offer) -> None:
    """MemberHasUnpaidOrders, then MemberHasPlan, unless nothing is in the way."""
    for step in todo(work, account, accounting, at, offer):
        if step.kind is TodoKind.SETTLE_ORDERS:
            raise MemberHasUnpaidOrders(account=account.name, numbers=step.numbers)
        raise MemberHasPlan(account=account.name, tier=step.tier, until=step.until)


def _steps(work: Work, account: Account, at: datetime, offer: Offer) -> Iterator[Todo]:
    pending = work.orders.open_order(account.id)
    if pending is not None and not pending.is_overdue(at):
        yield Todo(TodoKind.SETTLE_ORDERS, numbers=(pending.number,))
    own = own_plan(work, account, at, offer)
    if own is None:
        return
    subscription, stands = own
    if stands.state is PlanState.ACTIVE:
        refund = -unsubscription_quote(work, offer, subscription, at).total
        yield Todo(TodoKind.UNSUBSCRIBE, tier=subscription.tier, until=subscription.end, refund=refund)
    else:
        yield Todo(TodoKind.WAIT_FOR_END, tier=subscription.tier, until=stands.retention_until)
