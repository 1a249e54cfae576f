"""What time makes due for an account: deadlines, refund steps, auto-renewal, reminders, expiry (DOMAIN 7-9).

Everything due has the instant it is due at, and happens at that instant however late it is noticed, so that history is
the same whenever and however often somebody looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from supportplan_desktop.domain.messages import MessageKind
from supportplan_desktop.domain.orders import Order, OrderStatus
from supportplan_desktop.domain.organization import Association
from supportplan_desktop.domain.terms import site_date, start_of_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

    from supportplan_desktop.domain.catalogue import Policy, RefundPolicy
    from supportplan_desktop.domain.subscriptions import Standing, Subscription


class DueKind(StrEnum):
    """What happens; at one instant in this order."""

    PAYMENT_DEADLINE = "payment_deadline"
    REFUND_APPROVAL = "refund_approval"
    REFUND_PAYOUT = "refund_payout"
    AUTO_RENEWAL = "auto_renewal"
    INVITATION_EXPIRY = "invitation_expiry"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell about a plan, once: its id follows from the plan, its end and what is told."""

    id: UUID
    kind: MessageKind
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due, with the order, the invitation or the notice it is about."""

    at: datetime
    kind: DueKind
    order: Order | None = None
    notice: Notice | None = None
    invitation: Association | None = None

    @property
    def sequence(self) -> tuple[datetime, int]:
        """Earliest first, at one instant by kind."""
        return self.at, list(DueKind).index(self.kind)


def due_of_order(order: Order, policy: RefundPolicy) -> Due | None:
    """The next step of an order that time brings, None where it waits for nobody or for a person."""
    if order.status is OrderStatus.PENDING_PAYMENT:
        return Due(order.pay_before, DueKind.PAYMENT_DEADLINE, order)
    if not order.is_refund:
        return None
    if order.status is OrderStatus.PENDING_APPROVAL:
        return Due(order.created_at + policy.approved_after, DueKind.REFUND_APPROVAL, order)
    if order.status is OrderStatus.PROCESSING:
        return Due(max(order.pay_before, order.events[-1].at), DueKind.REFUND_PAYOUT, order)
    return None


def notices(
    subscription: Subscription, known_since: datetime, standing: Standing, policy: Policy, zone: ZoneInfo
) -> Iterator[Due]:
    """What is to be told of a plan's end: the reminders before it, then each stage of expiry.

    `known_since` is when the end came to be; reminders that would have been due before are not given.
    """
    last = site_date(subscription.end, zone)
    for days in policy.reminders:
        at = start_of_day(last - timedelta(days=days), zone)
        if at > known_since:
            yield _notice(subscription, at, MessageKind.EXPIRY_REMINDER, subscription.end, str(days))
    second = timedelta(seconds=1)
    for ended, kind, until in (
        (subscription.end, MessageKind.PLAN_EXPIRED, standing.grace_until),
        (standing.grace_until, MessageKind.PLAN_FROZEN, standing.retention_until),
        (standing.retention_until, MessageKind.PLAN_ENDED, subscription.end),
    ):
        if ended >= known_since:
            yield _notice(subscription, ended + second, kind, until, "")


def _notice(subscription: Subscription, at: datetime, kind: MessageKind, until: datetime, of: str) -> Due:
    name = f"{kind} {subscription.end.isoformat()} {of}".strip()
    return Due(at, DueKind.NOTICE, notice=Notice(uuid5(subscription.id, name), kind, until))
