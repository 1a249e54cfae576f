"""What something costs or brings back, with the reasons (DOMAIN 3, 4, 6; DESIGN 3).

A quote is computed by one pure function, used alike for the preview and for the order, and carries its explanation:
the rule of each step, the facts it was computed from, and where it was rounded. What an explanation says is enough to
compute the figures again (`recompute.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from supportplan_desktop.domain.errors import DurationNotOffered, TierNotForSale
from supportplan_desktop.domain.money import Money, rounded, total
from supportplan_desktop.domain.terms import Term, purchase_term, renewal_term

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue, Tier
    from supportplan_desktop.domain.subscriptions import Subscription


class LineKind(StrEnum):
    """The printed lines of a quote, in their order."""

    LIST_PRICE = "list_price"
    DISCOUNT = "discount"
    VAT = "vat"
    NEW_VALUE = "new_value"
    OLD_VALUE = "old_value"
    PAID = "paid"
    CONSUMED = "consumed"
    FEE = "fee"
    NOT_REFUNDED = "not_refunded"


class Rule(StrEnum):
    """The rules an explanation names."""

    MONTHLY_PRICE = "monthly_price"
    MONTHS = "months"
    DISCOUNT = "discount"
    VAT = "vat"
    NEW_VALUE = "new_value"
    SAME_DAY_RETURN = "same_day_return"
    OLD_VALUE = "old_value"
    PAID = "paid"
    CONSUMED = "consumed"
    FULL_REFUND = "full_refund"
    NOT_BEGUN = "not_begun"
    FEE = "fee"
    NOT_REFUNDED = "not_refunded"


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One printed line: rounded once, signed as it enters the total; `term` is the position of the term it is of."""

    kind: LineKind
    amount: Money
    term: int | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the explanation: the rule, its facts as exact texts, the unrounded and the printed amount.

    Where a step is of one of several terms its position, from 0, is the fact `term`. The unrounded amount is exact, or
    to 40 digits where it has more.
    """

    rule: Rule
    facts: dict[str, str]
    exact: Decimal
    amount: Money


@dataclass(frozen=True, slots=True)
class TermRow:
    """What a change or an unsubscription does to one term, all amounts zero or more.

    `paid` is payments minus refunds of the term, `given_up` what the old segment is worth or what is refunded,
    `carried` the value the new segment begins with; None where nothing continues.
    """

    position: int
    term: Term
    paid: Money
    consumed: Money
    fee: Money
    given_up: Money
    carried: Money | None


@dataclass(frozen=True, slots=True)
class Quote:
    """A price at an instant: lines whose sum is `total`, and why. A total below zero comes back.

    `tier` is the plan afterwards, or the one that is given up; `from_tier` the plan before a change. `term` is the
    term it buys or changes, `months` its length. `plan` marks the subscription it was made for (`Subscription.mark`,
    empty for a purchase) and `rows` says what becomes of its terms.
    """

    tier: str
    months: int
    at: datetime
    catalogue_version: str
    term: Term
    lines: tuple[QuoteLine, ...]
    explanation: tuple[Reason, ...]
    from_tier: str | None = None
    plan: str = ""
    rows: tuple[TermRow, ...] = ()

    @property
    def total(self) -> Money:
        """The sum of the printed lines (DOMAIN 3)."""
        return total((line.amount for line in self.lines), self.lines[0].amount.currency)

    def line(self, kind: LineKind) -> Money:
        """The printed amount of that line, over all terms; zero where there is none."""
        return total((line.amount for line in self.lines if line.kind is kind), self.lines[0].amount.currency)


def quote_purchase(catalogue: ServiceCatalogue, tier_code: str, months: int, at: datetime) -> Quote:
    """The price of a new plan: monthly price x months, less discount, plus VAT (DOMAIN 4).

    `at` is the instant of the quote in UTC; the term is the one a payment at that instant would give.
    Raises TierUnknown, TierNotForSale, DurationNotOffered.
    """
    tier = tier_for_sale(catalogue, tier_code)
    lines, explanation = _price(catalogue, tier, months)
    term = purchase_term(at, months, catalogue.site_zone)
    return Quote(tier.code, months, at, catalogue.version, term, lines, explanation)


def quote_renewal(catalogue: ServiceCatalogue, subscription: Subscription, months: int, at: datetime) -> Quote:
    """The price of `months` more on the plan's tier, after its present end (DOMAIN 6).

    Raises TierUnknown where the tier is not sold any more, DurationNotOffered.
    """
    tier = tier_for_sale(catalogue, subscription.tier)
    lines, explanation = _price(catalogue, tier, months)
    term = renewal_term([paid.term for paid in subscription.terms], months, catalogue.site_zone)
    return Quote(
        tier.code, months, at, catalogue.version, term, lines, explanation, from_tier=tier.code, plan=subscription.mark
    )


def tier_for_sale(catalogue: ServiceCatalogue, code: str) -> Tier:
    """The paid tier of that code; TierUnknown, TierNotForSale."""
    tier = catalogue.tier(code)
    if not tier.is_paid:
        raise TierNotForSale(tier=tier.code)
    return tier


def _price(catalogue: ServiceCatalogue, tier: Tier, months: int) -> tuple[tuple[QuoteLine, ...], tuple[Reason, ...]]:
    """The lines of so many months of a tier, and why."""
    if months not in catalogue.durations:
        raise DurationNotOffered(months=months, offered=tuple(str(offered) for offered in catalogue.durations))
    currency, monthly = catalogue.currency, tier.monthly_price
    exact_list = monthly.amount * months
    list_price = rounded(exact_list, currency)
    discount_rate = catalogue.discount_rate(months)
    exact_discount = -list_price.amount * discount_rate
    discount = rounded(exact_discount, currency)
    exact_vat = (list_price + discount).amount * catalogue.vat_rate
    vat = rounded(exact_vat, currency)
    lines = (
        QuoteLine(LineKind.LIST_PRICE, list_price),
        QuoteLine(LineKind.DISCOUNT, discount),
        QuoteLine(LineKind.VAT, vat),
    )
    priced = {"tier": tier.code, "catalogue_version": catalogue.version}
    explanation = (
        Reason(Rule.MONTHLY_PRICE, priced, monthly.amount, monthly),
        Reason(Rule.MONTHS, {"months": str(months)}, exact_list, list_price),
        Reason(Rule.DISCOUNT, {"rate": str(discount_rate), "months": str(months)}, exact_discount, discount),
        Reason(Rule.VAT, {"rate": str(catalogue.vat_rate)}, exact_vat, vat),
    )
    return lines, explanation
