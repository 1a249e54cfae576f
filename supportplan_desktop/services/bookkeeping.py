"""What every command on orders leaves behind: its number, its messages, its place in the audit and in the agenda."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid5

from supportplan_desktop.domain.messages import Message, MessageKind
from supportplan_desktop.domain.orders import (
    NUMBER_ALPHABET,
    NUMBER_TAIL,
    CancelCause,
    Order,
    OrderStatus,
    order_number,
)
from supportplan_desktop.domain.payments import Split, split_refund
from supportplan_desktop.services.acting import SYSTEM, Deed, Parts, record
from supportplan_desktop.services.ports import Work

if TYPE_CHECKING:
    from datetime import datetime

    from supportplan_desktop.domain.money import Money
    from supportplan_desktop.domain.subscriptions import Subscription


@dataclass(frozen=True, slots=True)
class Books:
    """The records of one transaction, kept in order by whoever changes orders."""

    parts: Parts
    work: Work

    def free_number(self, at: datetime) -> str:
        """An order number that no order of the owner has."""
        zone = self.parts.offer.catalogue.site_zone
        while True:
            number = order_number(at, zone, self.parts.entropy.letters(NUMBER_TAIL, NUMBER_ALPHABET))
            if not self.work.orders.number_taken(number):
                return number

    def tell(self, order: Order, kind: MessageKind, at: datetime, until: datetime | None) -> None:
        """Tell the account what happened to an order; once for each thing that can happen to it."""
        self.work.messages.add(
            Message(
                id=uuid5(order.id, kind),
                account_id=order.account_id,
                at=at,
                kind=kind,
                order_id=order.id,
                order_number=order.number,
                tier=order.quote.tier,
                amount=order.total if order.total.amount > 0 else -order.total,
                until=until,
            )
        )

    def tell_completed(self, order: Order, at: datetime) -> None:
        """Tell that an order has done its work, and until when the plan is valid now, its renewals included."""
        plan = self.work.subscriptions.newest(order.account_id)
        if plan is None or plan.unsubscribed_at is not None:
            self.tell(order, MessageKind.REFUND_COMPLETED, at, None)
        else:
            self.tell(order, MessageKind.ORDER_COMPLETED, at, plan.end)

    def record(self, command: str, order: Order, before: str, by: str, at: datetime, reason: str = "") -> None:
        """Leave an entry for a command on an order."""
        after = f"{order.status.value} {order.total}"
        record(self.work, order.account_id, by, at, Deed(command, order.number, before, after, reason))

    def cancel(self, order: Order, cause: CancelCause, by: str, at: datetime) -> Order:
        """Cancel a pending order; OrderTransitionRefused for every other one."""
        canceled = order.moved(OrderStatus.CANCELED, at, cause)
        self.work.orders.save(canceled)
        passed = cause is CancelCause.DEADLINE
        kind = MessageKind.ORDER_DEADLINE_PASSED if passed else MessageKind.ORDER_CANCELED
        self.tell(canceled, kind, at, canceled.pay_before if passed else None)
        self.record("order.cancel", canceled, order.status.value, by, at, cause.value)
        return canceled

    def lapse(self, order: Order) -> Order:
        """Cancel an order whose payment deadline has passed, as of that deadline however late it is noticed."""
        return self.cancel(order, CancelCause.DEADLINE, SYSTEM, order.pay_before)

    def refund_split(self, subscription: Subscription, refund: Money) -> Split:
        """Where a refund of a plan goes, by what its orders were paid from and have had back (DOMAIN 8)."""
        segments = [segment for paid in subscription.terms for segment in paid.segments]
        order_ids = {segment.order_id for segment in segments}
        order_ids |= {segment.closed.order_id for segment in segments if segment.closed}
        paid = returned = refund - refund
        for order_id in sorted(order_ids):
            order = self.work.orders.find(subscription.account_id, order_id)
            if order is None or order.split is None:
                continue
            if order.is_refund:
                returned += order.split.credit
            else:
                paid += order.split.credit
        return split_refund(refund, paid, returned)
