"""Subscriptions in tables; their terms and segments are append-only."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from supportplan_desktop.backends.sql.columns import to_minor, to_money
from supportplan_desktop.backends.sql.scope import Scope
from supportplan_desktop.backends.sql.tables import auto_renewals, closings, segments, subscriptions, terms
from supportplan_desktop.domain.auto_renewal import AutoRenewal
from supportplan_desktop.domain.subscriptions import Closing, PaidTerm, Segment, Subscription
from supportplan_desktop.domain.terms import Term

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class SqlSubscriptions:
    """Paid plans of the owner's accounts (see `SubscriptionRecords`)."""

    scope: Scope

    def add(self, subscription: Subscription) -> None:
        """Keep a new subscription with its terms and segments."""
        self.scope.add_next(subscriptions, subscription.account_id, {"id": subscription.id})
        self._add_gained(subscription, ())

    def save(self, subscription: Subscription) -> None:
        """Keep the terms, segments and closings a subscription has gained."""
        self._add_gained(subscription, self._terms(subscription.id))

    def newest(self, account_id: UUID) -> Subscription | None:
        """The account's latest subscription, the last one kept, ended or not."""
        statement = self.scope.select(subscriptions, subscriptions.c.account_id == account_id)
        row = self.scope.first(statement.order_by(subscriptions.c.place.desc()))
        return None if row is None else Subscription(row.id, row.account_id, self._terms(row.id))

    def _add_gained(self, subscription: Subscription, known: tuple[PaidTerm, ...]) -> None:
        """Rows for all that the known terms do not have yet; what they have is never touched."""
        for position, paid in enumerate(subscription.terms, start=1):
            before = known[position - 1].segments if position <= len(known) else ()
            if position > len(known):
                self._add_term(subscription.id, position, paid.term)
            for place, segment in enumerate(paid.segments, start=1):
                was_known = place <= len(before)
                if not was_known:
                    self._add_segment(subscription.id, position, place, segment)
                if segment.closed and not (was_known and before[place - 1].closed):
                    self._add_closing(subscription.id, position, place, segment.closed)

    def _add_term(self, subscription_id: UUID, position: int, term: Term) -> None:
        self.scope.add(
            terms,
            {
                "subscription_id": subscription_id,
                "position": position,
                "start_at": term.start,
                "end_at": term.end,
                "months": term.months,
                "first": term.first,
                "last": term.last,
            },
        )

    def _add_segment(self, subscription_id: UUID, position: int, place: int, segment: Segment) -> None:
        self.scope.add(
            segments,
            {
                "subscription_id": subscription_id,
                "term_position": position,
                "position": place,
                "tier": segment.tier,
                "start_at": segment.start,
                "end_at": segment.end,
                "currency": segment.paid.currency,
                "paid_minor": to_minor(segment.paid),
                "order_id": segment.order_id,
            },
        )

    def _add_closing(self, subscription_id: UUID, position: int, place: int, closing: Closing) -> None:
        self.scope.add(
            closings,
            {
                "subscription_id": subscription_id,
                "term_position": position,
                "position": place,
                "at": closing.at,
                "currency": closing.given_up.currency,
                "given_up_minor": to_minor(closing.given_up),
                "order_id": closing.order_id,
            },
        )

    def _closings(self, subscription_id: UUID) -> dict[tuple[int, int], Closing]:
        rows = self.scope.all(self.scope.select(closings, closings.c.subscription_id == subscription_id))
        return {
            (row.term_position, row.position): Closing(row.at, row.order_id, to_money(row.given_up_minor, row.currency))
            for row in rows
        }

    def _terms(self, subscription_id: UUID) -> tuple[PaidTerm, ...]:
        spent: dict[int, list[Segment]] = {}
        closed = self._closings(subscription_id)
        statement = self.scope.select(segments, segments.c.subscription_id == subscription_id)
        for row in self.scope.all(statement.order_by(segments.c.term_position, segments.c.position)):
            paid = to_money(row.paid_minor, row.currency)
            closing = closed.get((row.term_position, row.position))
            segment = Segment(row.tier, row.start_at, row.end_at, paid, row.order_id, closing)
            spent.setdefault(row.term_position, []).append(segment)
        found = self.scope.select(terms, terms.c.subscription_id == subscription_id).order_by(terms.c.position)
        return tuple(
            PaidTerm(
                Term(row.start_at, row.end_at, row.months, row.first, row.last), tuple(spent.get(row.position, ()))
            )
            for row in self.scope.all(found)
        )


@dataclass(frozen=True, slots=True)
class SqlAutoRenewals:
    """The choices of auto-renewal of the owner's accounts (see `AutoRenewalRecords`)."""

    scope: Scope

    def get(self, account_id: UUID) -> AutoRenewal | None:
        """The account's choice, None where none was ever made."""
        row = self.scope.first(self.scope.select(auto_renewals, auto_renewals.c.account_id == account_id))
        if row is None:
            return None
        return AutoRenewal(row.subscription_id, row.is_on, row.months, row.days_before, row.since, row.tried_at)

    def put(self, account_id: UUID, chosen: AutoRenewal) -> None:
        """Keep the account's choice instead of the one before."""
        values = asdict(chosen)
        if not self.scope.change(auto_renewals, auto_renewals.c.account_id == account_id, values):
            self.scope.add(auto_renewals, {"account_id": account_id, **values})
