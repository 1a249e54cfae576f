"""What unsubscribing brings back (DOMAIN 8).

One row per term: the current one and each renewal not begun. Refund = paid - consumed - fee, never below zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from supportplan_desktop.domain.changing import check_running, share_facts
from supportplan_desktop.domain.errors import InvalidInput, UnsubscriptionReasonMissing
from supportplan_desktop.domain.money import Money, rounded, total, written_out
from supportplan_desktop.domain.proration import Share
from supportplan_desktop.domain.quotes import LineKind, Quote, QuoteLine, Reason, Rule, TermRow
from supportplan_desktop.domain.terms import MONTHS_OF_A_YEAR, add_months, site_date

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal

    from supportplan_desktop.domain.catalogue import ServiceCatalogue, UnsubscriptionPolicy
    from supportplan_desktop.domain.subscriptions import PaidTerm, Subscription
    from supportplan_desktop.domain.terms import Term

NOTE_LENGTH = 500


class UnsubscriptionReason(StrEnum):
    """Why somebody unsubscribes: exactly one (DOMAIN 8)."""

    WRONG_PARAMETERS = "wrong_parameters"
    SURPLUS = "surplus"
    TESTING_FINISHED = "testing_finished"
    HARD_TO_USE = "hard_to_use"
    NEEDS_NOT_MET = "needs_not_met"
    FAULT_NOT_FIXED = "fault_not_fixed"
    OTHER = "other"


def checked_note(reason: UnsubscriptionReason | None, note: str) -> str:
    """The free text without the space around it.

    UnsubscriptionReasonMissing without a reason, or where "other" says nothing more; InvalidInput for a text that is
    too long.
    """
    stripped = note.strip()
    if reason is None or (reason is UnsubscriptionReason.OTHER and not stripped):
        raise UnsubscriptionReasonMissing
    if len(stripped) > NOTE_LENGTH:
        raise InvalidInput(field="note", value=stripped[:NOTE_LENGTH], longest=NOTE_LENGTH)
    return stripped


@dataclass(frozen=True, slots=True)
class _Figures:
    """The amounts of one row, each with its reason."""

    consumed: Reason
    fee: Reason


def quote_unsubscription(
    catalogue: ServiceCatalogue,
    policy: UnsubscriptionPolicy,
    subscription: Subscription,
    full_refunds_used: int,
    at: datetime,
) -> Quote:
    """What comes back when the plan is given up at that instant; the total is that amount below zero (DOMAIN 8).

    `full_refunds_used` counts the account's unsubscriptions under the five-day rule in this calendar year of the site.
    Raises PlanExpired, PlanNotPaid.
    """
    check_running(subscription, at)
    currency = catalogue.currency
    on = site_date(at, catalogue.site_zone)
    is_full = is_early(policy, subscription, at) and full_refunds_used < policy.full_refunds_a_year
    current = subscription.current(at)
    lines: list[QuoteLine] = []
    rows: list[TermRow] = []
    explanation: list[Reason] = []
    for position, paid in enumerate(subscription.terms[current:], start=current):
        if is_full:
            figures = _full_refund(subscription, policy, full_refunds_used, at, position)
        elif position > current:
            figures = _not_begun(position, currency)
        else:
            figures = _used(catalogue, policy, paid, on, position)
        row = _row(position, paid, figures, currency)
        rows.append(row)
        lines += _lines(row)
        explanation += _explained(row, figures)
    term = subscription.terms[current].term
    return Quote(
        tier=subscription.tier,
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


def is_early(policy: UnsubscriptionPolicy, subscription: Subscription, at: datetime) -> bool:
    """Whether the plan may be given up under the five-day rule at that instant, if its year's are not used up."""
    return at - subscription.start <= policy.full_refund_within


def is_full_refund(quote: Quote) -> bool:
    """Whether the quote was made under the five-day rule, and so uses up one of the year's."""
    return any(reason.rule is Rule.FULL_REFUND for reason in quote.explanation)


def fee_rate(policy: UnsubscriptionPolicy, term: Term, on: date) -> tuple[Decimal, int]:
    """The rate of the handling fee on that day, and which year of the term it is, from 1 (DOMAIN 8).

    A term longer than the policy knows, bought before the policy changed, takes the rates of the longest it knows.
    """
    year = 1
    while on >= add_months(term.first, year * MONTHS_OF_A_YEAR):
        year += 1
    rates = next((rule.rates for rule in policy.fees if term.months <= rule.months_up_to), policy.fees[-1].rates)
    return rates[min(year, len(rates)) - 1], year


def _full_refund(
    subscription: Subscription, policy: UnsubscriptionPolicy, used: int, at: datetime, position: int
) -> _Figures:
    facts = {
        "term": str(position),
        "completed": subscription.start.isoformat(),
        "at": at.isoformat(),
        "hours": str(int(policy.full_refund_within.total_seconds()) // 3600),
        "used": str(used),
        "a_year": str(policy.full_refunds_a_year),
    }
    nothing = Money.zero(subscription.terms[position].running.paid.currency)
    reason = Reason(Rule.FULL_REFUND, facts, nothing.amount, nothing)
    return _Figures(reason, reason)


def _not_begun(position: int, currency: str) -> _Figures:
    nothing = Money.zero(currency)
    reason = Reason(Rule.NOT_BEGUN, {"term": str(position)}, nothing.amount, nothing)
    return _Figures(reason, reason)


def _used(
    catalogue: ServiceCatalogue, policy: UnsubscriptionPolicy, paid: PaidTerm, on: date, position: int
) -> _Figures:
    """What the closed segments consumed, and the running one by days: the day of unsubscribing is not used."""
    currency, running = catalogue.currency, paid.running
    first = paid.first_day(catalogue.site_zone)
    days = (paid.term.last - first).days
    used = min(max((on - first).days, 0), days)
    share = Share(
        Fraction(used, days) if days else Fraction(0),
        {
            "from": first.isoformat(),
            "on": on.isoformat(),
            "last": paid.term.last.isoformat(),
            "used_days": str(used),
            "days": str(days),
        },
    )
    closed = total((segment.kept for segment in paid.segments[:-1]), currency)
    exact = Fraction(running.paid.amount) * share.value
    consumed = Reason(
        Rule.CONSUMED,
        {
            "term": str(position),
            "paid": str(running.paid.amount),
            "closed": str(closed.amount),
            **share_facts(share),
        },
        written_out(exact + Fraction(closed.amount)),
        rounded(exact, currency) + closed,
    )
    rate, year = fee_rate(policy, paid.term, on)
    exact_fee = paid.paid.amount * rate
    facts = {"term": str(position), "paid": str(paid.paid.amount), "rate": str(rate), "year": str(year)}
    return _Figures(consumed, Reason(Rule.FEE, facts, exact_fee, rounded(exact_fee, currency)))


def _row(position: int, paid: PaidTerm, figures: _Figures, currency: str) -> TermRow:
    consumed, fee = figures.consumed.amount, figures.fee.amount
    refund = max(Money.zero(currency), paid.paid - consumed - fee)
    return TermRow(position, paid.term, paid.paid, consumed, fee, refund, None)


def _lines(row: TermRow) -> list[QuoteLine]:
    """Paid comes back, consumed and fee are kept; what they exceed the paid amount by is not asked for."""
    lines = [
        QuoteLine(LineKind.PAID, -row.paid, row.position),
        QuoteLine(LineKind.CONSUMED, row.consumed, row.position),
        QuoteLine(LineKind.FEE, row.fee, row.position),
    ]
    waived = row.paid - row.consumed - row.fee - row.given_up
    if waived:
        lines.append(QuoteLine(LineKind.NOT_REFUNDED, waived, row.position))
    return lines


def _explained(row: TermRow, figures: _Figures) -> list[Reason]:
    reasons = [Reason(Rule.PAID, {"term": str(row.position), "paid": str(row.paid.amount)}, row.paid.amount, row.paid)]
    reasons += [figures.consumed] if figures.consumed is figures.fee else [figures.consumed, figures.fee]
    waived = row.paid - row.consumed - row.fee - row.given_up
    if waived:
        reasons.append(Reason(Rule.NOT_REFUNDED, {"term": str(row.position)}, waived.amount, waived))
    return reasons
