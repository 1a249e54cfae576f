"""Subscriptions in tables; their terms and segments are append-only."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, select

from supportplan_desktop.backends.sql.columns import to_minor, to_money
from supportplan_desktop.backends.sql.scope import Scope
from supportplan_desktop.backends.sql.tables import auto_renewals, closings, segments, subscriptions, terms
from supportplan_desktop.domain.auto_renewal import AutoRenewal
from supportplan_desktop.domain.subscriptions import Closing, PaidTerm, Segment, Subscription
from supportplan_desktop.domain.terms import Term

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from uuid import UUID

    from sqlalchemy import Select


def _newest() -> Select[Any]:
    """Subscriptions after which the account has no other."""
    other = subscriptions.alias()
    later = (
        other.c.owner_id == subscriptions.c.owner_id,
        other.c.account_id == subscriptions.c.account_id,
        other.c.place > subscriptions.c.place,
    )
    return select(subscriptions.c.id, subscriptions.c.account_id).where(~select(other.c.id).where(*later).exists())


def _spent() -> Select[Any]:
    """Segments in their order, each with its closing and its term."""
    s, t, c = segments.c, terms.c, closings.c
    of_term = (t.owner_id == s.owner_id, t.subscription_id == s.subscription_id, t.position == s.term_position)
    of_segment = (
        c.owner_id == s.owner_id,
        c.subscription_id == s.subscription_id,
        c.term_position == s.term_position,
        c.position == s.position,
    )
    return (
        select(
            s.subscription_id,
            s.term_position,
            s.tier,
            s.start_at.label("segment_start"),
            s.end_at.label("segment_end"),
            s.currency,
            s.paid_minor,
            s.order_id,
            t.start_at,
            t.end_at,
            t.months,
            t.first,
            t.last,
            c.at.label("closed_at"),
            c.currency.label("given_up_currency"),
            c.given_up_minor,
            c.order_id.label("closed_by"),
        )
        .join_from(segments, terms, and_(*of_term))
        .join(closings, and_(*of_segment), isouter=True)
        .order_by(s.subscription_id, s.term_position, s.position)
    )


_NEWEST, _SPENT = _newest(), _spent()  # made once: most commands and views ask for a plan


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
        self._add_gained(subscription, self._terms_of((subscription.id,))[subscription.id])

    def newest(self, account_id: UUID) -> Subscription | None:
        """The account's latest subscription, the last one kept, ended or not."""
        return self.newest_of((account_id,)).get(account_id)

    def newest_of(self, account_ids: Collection[UUID]) -> Mapping[UUID, Subscription]:
        """The latest subscription of each of the accounts that ever had one."""
        asked = _NEWEST.where(self.scope.of(subscriptions), subscriptions.c.account_id.in_(account_ids))
        rows = self.scope.all(asked) if account_ids else ()
        spent = self._terms_of([row.id for row in rows])
        return {row.account_id: Subscription(row.id, row.account_id, spent[row.id]) for row in rows}

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

    def _terms_of(self, subscription_ids: Collection[UUID]) -> dict[UUID, tuple[PaidTerm, ...]]:
        """What each subscription consists of, in one query: a row for each segment, with its closing and its term."""
        found: dict[UUID, list[PaidTerm]] = {subscription_id: [] for subscription_id in subscription_ids}
        asked = _SPENT.where(self.scope.of(segments), segments.c.subscription_id.in_(subscription_ids))
        for row in self.scope.all(asked) if found else ():
            closing = None
            if row.closed_at is not None:
                given_up = to_money(row.given_up_minor, row.given_up_currency)
                closing = Closing(row.closed_at, row.closed_by, given_up)
            paid = to_money(row.paid_minor, row.currency)
            segment = Segment(row.tier, row.segment_start, row.segment_end, paid, row.order_id, closing)
            spent = found[row.subscription_id]
            if len(spent) < row.term_position:
                term = Term(row.start_at, row.end_at, row.months, row.first, row.last)
                spent.append(PaidTerm(term, (segment,)))
            else:
                spent[-1] = PaidTerm(spent[-1].term, (*spent[-1].segments, segment))
        return {subscription_id: tuple(spent) for subscription_id, spent in found.items()}


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
