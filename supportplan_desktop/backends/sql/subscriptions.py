"""Subscriptions in tables; their terms and segments are append-only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportplan_desktop.backends.sql.columns import to_minor, to_money
from supportplan_desktop.backends.sql.scope import Scope
from supportplan_desktop.backends.sql.tables import segments, subscriptions, terms
from supportplan_desktop.domain.subscriptions import PaidTerm, Segment, Subscription
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
        for position, paid in enumerate(subscription.terms, start=1):
            self._add_term(subscription.id, position, paid)

    def newest(self, account_id: UUID) -> Subscription | None:
        """The account's latest subscription, the last one kept, ended or not."""
        statement = self.scope.select(subscriptions, subscriptions.c.account_id == account_id)
        row = self.scope.first(statement.order_by(subscriptions.c.place.desc()))
        return None if row is None else Subscription(row.id, row.account_id, self._terms(row.id))

    def _add_term(self, subscription_id: UUID, position: int, paid: PaidTerm) -> None:
        term = paid.term
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
        self.scope.add(
            segments,
            *(
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
                }
                for place, segment in enumerate(paid.segments, start=1)
            ),
        )

    def _terms(self, subscription_id: UUID) -> tuple[PaidTerm, ...]:
        spent: dict[int, list[Segment]] = {}
        statement = self.scope.select(segments, segments.c.subscription_id == subscription_id)
        for row in self.scope.all(statement.order_by(segments.c.term_position, segments.c.position)):
            paid = to_money(row.paid_minor, row.currency)
            segment = Segment(row.tier, row.start_at, row.end_at, paid, row.order_id)
            spent.setdefault(row.term_position, []).append(segment)
        found = self.scope.select(terms, terms.c.subscription_id == subscription_id).order_by(terms.c.position)
        return tuple(
            PaidTerm(
                Term(row.start_at, row.end_at, row.months, row.first, row.last), tuple(spent.get(row.position, ()))
            )
            for row in self.scope.all(found)
        )
