"""A plan in time: terms, their segments, and what state they are in on a day (DOMAIN 3, 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.terms import Term, end_of_day, site_date

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from supportplan_desktop.domain.catalogue import ExpiryPolicy


class PlanState(StrEnum):
    """What can be done with a plan today."""

    BASIC = "basic"
    ACTIVE = "active"
    GRACE = "grace"
    RETENTION = "retention"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a term on one tier and what was really paid for it; closed and continued, never rewritten."""

    tier: str
    start: datetime
    end: datetime
    paid: Money
    order_id: UUID


@dataclass(frozen=True, slots=True)
class PaidTerm:
    """A term with the segments it was spent in, oldest first."""

    term: Term
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Subscription:
    """An account's own paid plan: the purchase's term, then each renewal's."""

    id: UUID
    account_id: UUID
    terms: tuple[PaidTerm, ...]

    @property
    def start(self) -> datetime:
        """When the plan began."""
        return self.terms[0].term.start

    @property
    def end(self) -> datetime:
        """When the last term ends."""
        return self.terms[-1].term.end

    def tier_at(self, at: datetime) -> str:
        """The tier of the segment that runs then; of the last one after the end."""
        running = [segment for paid in self.terms for segment in paid.segments if segment.start <= at]
        return (running or [self.terms[0].segments[0]])[-1].tier


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a subscription stands at an instant, and when the grace and retention periods end."""

    state: PlanState
    grace_until: datetime
    retention_until: datetime


def purchased(account_id: UUID, order_id: UUID, tier: str, paid: Money, term: Term) -> Subscription:
    """The subscription a completed purchase gives: one term with one segment. Its id follows from the order's."""
    segment = Segment(tier, term.start, term.end, paid, order_id)
    return Subscription(uuid5(order_id, "subscription"), account_id, (PaidTerm(term, (segment,)),))


def standing(subscription: Subscription, at: datetime, policy: ExpiryPolicy, zone: ZoneInfo) -> Standing:
    """Active until the end, then grace, then retention, each to the end of its last day; then Basic (DOMAIN 7)."""
    last = site_date(subscription.end, zone)
    grace_until = end_of_day(last + timedelta(days=policy.grace_days), zone)
    retention_until = end_of_day(last + timedelta(days=policy.grace_days + policy.retention_days), zone)
    if at <= subscription.end:
        state = PlanState.ACTIVE
    elif at <= grace_until:
        state = PlanState.GRACE
    elif at <= retention_until:
        state = PlanState.RETENTION
    else:
        state = PlanState.BASIC
    return Standing(state, grace_until, retention_until)
