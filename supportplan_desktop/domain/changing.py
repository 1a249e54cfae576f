"""What changing the plan costs or brings back (DOMAIN 5).

For the current term and each renewal not begun the running segment gives up what is left of what was really paid for
it, and a segment of the new tier carries on the same share of the new price. The total is the sum of both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from supportplan_desktop.domain.errors import PlanExpired, PlanNotPaid, PlanTierUnchanged
from supportplan_desktop.domain.money import Money, rounded, written_out
from supportplan_desktop.domain.proration import Proration, Share, remaining_share
from supportplan_desktop.domain.quotes import LineKind, Quote, QuoteLine, Reason, Rule, TermRow, tier_for_sale
from supportplan_desktop.domain.terms import site_date

if TYPE_CHECKING:
    from datetime import datetime

    from supportplan_desktop.domain.catalogue import ServiceCatalogue, Tier
    from supportplan_desktop.domain.subscriptions import PaidTerm, Subscription

_WHOLE = Share(Fraction(1), {"share": "whole"})


@dataclass(frozen=True, slots=True)
class _Place:
    """Which term is changed, on what day, and whether it has begun; a renewal that has not is worth all of itself."""

    position: int
    on: date
    is_begun: bool


def quote_change(
    catalogue: ServiceCatalogue, proration: Proration, subscription: Subscription, tier_code: str, at: datetime
) -> Quote:
    """The supplementary fee of changing to that tier at that instant, or below zero what comes back (DOMAIN 5).

    Going back on the day of a change gives up and takes on the values of that day, so that it nets to zero even
    where those values were rounded. Raises TierUnknown, TierNotForSale, PlanTierUnchanged, PlanExpired, PlanNotPaid.
    """
    check_running(subscription, at)
    tier = tier_for_sale(catalogue, tier_code)
    if tier.code == subscription.tier:
        raise PlanTierUnchanged(tier=tier.code)
    on = site_date(at, catalogue.site_zone)
    current = subscription.current(at)
    lines: list[QuoteLine] = []
    explanation: list[Reason] = []
    rows: list[TermRow] = []
    for position, paid in enumerate(subscription.terms[current:], start=current):
        place = _Place(position, on, is_begun=position == current)
        new = _new_value(catalogue, proration, paid, tier, place)
        old = _old_value(catalogue, proration, paid, place)
        lines += (
            QuoteLine(LineKind.NEW_VALUE, new.amount, position),
            QuoteLine(LineKind.OLD_VALUE, -old.amount, position),
        )
        explanation += (new, old)
        consumed, nothing = paid.paid - old.amount, Money.zero(catalogue.currency)
        rows.append(TermRow(position, paid.term, paid.paid, consumed, nothing, old.amount, new.amount))
    term = subscription.terms[current].term
    return Quote(
        tier=tier.code,
        months=term.months,
        at=at,
        catalogue_version=catalogue.version,
        term=term,
        lines=tuple(lines),
        explanation=tuple(explanation),
        from_tier=subscription.tier,
        plan=subscription.mark,
        rows=tuple(rows),
    )


def check_running(subscription: Subscription, at: datetime) -> None:
    """PlanNotPaid for a plan that was unsubscribed, PlanExpired once its last term has ended."""
    if subscription.unsubscribed_at is not None:
        raise PlanNotPaid
    if at > subscription.end:
        raise PlanExpired(tier=subscription.tier, ended=subscription.end)


def _new_value(catalogue: ServiceCatalogue, proration: Proration, paid: PaidTerm, tier: Tier, place: _Place) -> Reason:
    """New monthly price x months of the term x remaining share; in full for a renewal not begun."""
    currency = catalogue.currency
    returned = _given_up_today(paid, tier.code, place.on, catalogue)
    if returned is not None:
        facts = {
            "term": str(place.position),
            "tier": tier.code,
            "value": str(returned.amount),
            "on": place.on.isoformat(),
        }
        return Reason(Rule.SAME_DAY_RETURN, facts, returned.amount, returned)
    months = paid.term.months
    discount = catalogue.discount_rate(months)
    share = remaining_share(paid.term, place.on, proration) if place.is_begun else _WHOLE
    price = Fraction(tier.monthly_price.amount) * months * (1 - Fraction(discount)) * (1 + Fraction(catalogue.vat_rate))
    exact = price * share.value
    facts = {
        "term": str(place.position),
        "tier": tier.code,
        "catalogue_version": catalogue.version,
        "monthly_price": str(tier.monthly_price.amount),
        "months": str(months),
        "discount": str(discount),
        "vat": str(catalogue.vat_rate),
        **share_facts(share),
    }
    return Reason(Rule.NEW_VALUE, facts, written_out(exact), rounded(exact, currency))


def _given_up_today(paid: PaidTerm, tier: str, on: date, catalogue: ServiceCatalogue) -> Money | None:
    """What a segment of that tier was worth when it was closed on this very day."""
    values = [
        segment.closed.given_up
        for segment in paid.segments
        if segment.closed and segment.tier == tier and site_date(segment.closed.at, catalogue.site_zone) == on
    ]
    return values[-1] if values else None


def _old_value(catalogue: ServiceCatalogue, proration: Proration, paid: PaidTerm, place: _Place) -> Reason:
    """What is left of what was really paid: the running segment's amount x its own remaining share."""
    running = paid.running
    share = _own_share(catalogue, proration, paid, place.on) if place.is_begun else _WHOLE
    exact = Fraction(running.paid.amount) * share.value
    facts = {"term": str(place.position), "tier": running.tier, "paid": str(running.paid.amount), **share_facts(share)}
    return Reason(Rule.OLD_VALUE, facts, written_out(exact), rounded(exact, catalogue.currency))


def _own_share(catalogue: ServiceCatalogue, proration: Proration, paid: PaidTerm, on: date) -> Share:
    """The share of the running segment that is left: of the term, or of what was left when it was continued."""
    first = paid.first_day(catalogue.site_zone)
    is_continued = paid.continued_at is not None
    if on <= first and (is_continued or proration is Proration.ACTUAL_DAYS):
        return Share(Fraction(1), dict.fromkeys(("on", "from"), first.isoformat()))
    left = remaining_share(paid.term, on, proration)
    if not is_continued:
        return left
    begun = remaining_share(paid.term, first, proration)
    facts = left.facts | {"from": first.isoformat()}
    if proration is Proration.ACTUAL_DAYS:
        facts |= {"days": str((paid.term.last - first).days)}
    else:
        facts |= {"share_then": str(begun.value)}
    # Nothing can have been left then either: of a term in years, only the 29 February that does not count.
    return Share(left.value / begun.value if begun.value else Fraction(0), facts)


def share_facts(share: Share) -> dict[str, str]:
    """How a share stands in an explanation: what it was counted from, the exact fraction, and twelve decimals of it."""
    return share.facts | {"fraction": str(share.value), "factor": f"{written_out(share.value):.12f}"}
