"""A plan in time: terms, their segments, and what state they are in on a day (DOMAIN 3, 7)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from supportplan_desktop.domain.money import Money, total
from supportplan_desktop.domain.terms import Term, end_of_day, renewal_term, site_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

    from supportplan_desktop.domain.catalogue import ExpiryPolicy


class PlanState(StrEnum):
    """What can be done with a plan today."""

    BASIC = "basic"
    ACTIVE = "active"
    GRACE = "grace"
    RETENTION = "retention"


@dataclass(frozen=True, slots=True)
class Closing:
    """The early end of a segment: when, by which order, and what of its value it gave up; the rest it has consumed.

    A segment of a renewal not begun is closed before it starts. Under the five-day rule the running segment also gives
    up what the ones before it had consumed.
    """

    at: datetime
    order_id: UUID
    given_up: Money


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a term on one tier and what was really paid for it; closed and continued, never rewritten."""

    tier: str
    start: datetime
    end: datetime
    paid: Money
    order_id: UUID
    closed: Closing | None = None

    @property
    def kept(self) -> Money:
        """What was paid less what was given up: over all segments this sums to payments minus refunds (DOMAIN 5)."""
        return self.paid - self.closed.given_up if self.closed else self.paid


@dataclass(frozen=True, slots=True)
class PaidTerm:
    """A term with the segments it was spent in, oldest first; the last one runs or will, unless the plan has ended."""

    term: Term
    segments: tuple[Segment, ...]

    @property
    def running(self) -> Segment:
        """The last segment: what is changed, refunded, or used to the end."""
        return self.segments[-1]

    @property
    def paid(self) -> Money:
        """Payments minus refunds of the term."""
        return total((segment.kept for segment in self.segments), self.running.paid.currency)

    @property
    def continued_at(self) -> datetime | None:
        """When the running segment took over from one before it; None where it has the term from its beginning."""
        closing = self.segments[-2].closed if len(self.segments) > 1 else None
        return closing.at if closing and closing.at >= self.term.start else None

    def first_day(self, zone: ZoneInfo) -> date:
        """The day the running segment's days are counted from: the term's, or the day it was changed on."""
        at = self.continued_at
        return max(self.term.first, site_date(at, zone)) if at else self.term.first


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

    @property
    def tier(self) -> str:
        """The tier that holds to the end, for the renewals bought too."""
        return self.terms[-1].running.tier

    @property
    def unsubscribed_at(self) -> datetime | None:
        """When the plan was given up before its end; then its last segment is closed and nothing continues it."""
        closing = self.terms[-1].running.closed
        return closing.at if closing else None

    @property
    def mark(self) -> str:
        """A short text that is another one after every change: what a quote was made for (DESIGN 3)."""
        segments = [segment for paid in self.terms for segment in paid.segments]
        return f"{self.id}/{len(self.terms)}/{len(segments)}/{sum(segment.closed is not None for segment in segments)}"

    def current(self, at: datetime) -> int:
        """The position of the term that runs then, counted from 0, to the end of its last second; then the last one."""
        begun = [place for place, paid in enumerate(self.terms) if at >= paid.term.start]
        return begun[-1] if begun else 0


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


def renewed(subscription: Subscription, order_id: UUID, paid: Money, months: int, zone: ZoneInfo) -> Subscription:
    """The subscription with one term more, on the tier it has, after its present end (DOMAIN 6)."""
    term = renewal_term([before.term for before in subscription.terms], months, zone)
    segment = Segment(subscription.tier, term.start, term.end, paid, order_id)
    return replace(subscription, terms=(*subscription.terms, PaidTerm(term, (segment,))))


@dataclass(frozen=True, slots=True)
class Turn:
    """What happens to one term when the plan changes: the value given up, and the value carried on; None ends it."""

    position: int
    given_up: Money
    carried: Money | None


def changed(subscription: Subscription, order_id: UUID, tier: str, turns: Sequence[Turn], at: datetime) -> Subscription:
    """The subscription with the running segment of each named term closed and continued on the tier (DOMAIN 5).

    Without a value to carry on a segment is closed only, which ends the plan (DOMAIN 8). ValueError for a segment that
    is closed already.
    """
    terms = list(subscription.terms)
    for turn in turns:
        paid = terms[turn.position]
        running = paid.running
        if running.closed is not None:
            raise ValueError(f"term {turn.position} of {subscription.id} has ended")
        segments = [*paid.segments[:-1], replace(running, closed=Closing(at, order_id, turn.given_up))]
        if turn.carried is not None:
            start = max(at, paid.term.start)
            segments.append(Segment(tier, start, paid.term.end, turn.carried, order_id))
        terms[turn.position] = replace(paid, segments=tuple(segments))
    return replace(subscription, terms=tuple(terms))


def standing(subscription: Subscription, at: datetime, policy: ExpiryPolicy, zone: ZoneInfo) -> Standing:
    """Active until the end, then grace, then retention, each to the end of its last day; then Basic (DOMAIN 7).

    Unsubscribed it is Basic for good, even where the clock was set back since.
    """
    last = site_date(subscription.end, zone)
    grace_until = end_of_day(last + timedelta(days=policy.grace_days), zone)
    retention_until = end_of_day(last + timedelta(days=policy.grace_days + policy.retention_days), zone)
    if subscription.unsubscribed_at is not None:
        state = PlanState.BASIC
    elif at <= subscription.end:
        state = PlanState.ACTIVE
    elif at <= grace_until:
        state = PlanState.GRACE
    elif at <= retention_until:
        state = PlanState.RETENTION
    else:
        state = PlanState.BASIC
    return Standing(state, grace_until, retention_until)
