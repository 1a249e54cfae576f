"""What something costs, with the reasons (DOMAIN 3, 4; DESIGN 3).

A quote is computed by one pure function, used alike for the preview and for the order, and carries its explanation:
the rule of each printed line, the facts it was computed from, and where it was rounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from supportplan_desktop.domain.errors import DurationNotOffered, TierNotForSale
from supportplan_desktop.domain.money import Money, rounded, total
from supportplan_desktop.domain.terms import Term, purchase_term

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue


class LineKind(StrEnum):
    """The printed lines of a quote, in their order."""

    LIST_PRICE = "list_price"
    DISCOUNT = "discount"
    VAT = "vat"


class Rule(StrEnum):
    """The rules an explanation names."""

    MONTHLY_PRICE = "monthly_price"
    MONTHS = "months"
    DISCOUNT = "discount"
    VAT = "vat"


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One printed line: rounded once, signed as it enters the total."""

    kind: LineKind
    amount: Money


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the explanation: the rule, its facts as exact texts, the unrounded and the printed amount."""

    rule: Rule
    facts: dict[str, str]
    exact: Decimal
    amount: Money


@dataclass(frozen=True, slots=True)
class Quote:
    """A price at an instant: lines whose sum is `total`, the term it buys, and why."""

    tier: str
    months: int
    at: datetime
    catalogue_version: str
    term: Term
    lines: tuple[QuoteLine, ...]
    explanation: tuple[Reason, ...]

    @property
    def total(self) -> Money:
        """The sum of the printed lines (DOMAIN 3)."""
        return total((line.amount for line in self.lines), self.lines[0].amount.currency)

    def line(self, kind: LineKind) -> Money:
        """The printed amount of that line."""
        return next(line.amount for line in self.lines if line.kind is kind)


def quote_purchase(catalogue: ServiceCatalogue, tier_code: str, months: int, at: datetime) -> Quote:
    """The price of a new plan: monthly price x months, less discount, plus VAT (DOMAIN 4).

    `at` is the instant of the quote in UTC; the term is the one a payment at that instant would give.
    Raises TierUnknown, TierNotForSale, DurationNotOffered.
    """
    tier = catalogue.tier(tier_code)
    if not tier.is_paid:
        raise TierNotForSale(tier=tier.code)
    if months not in catalogue.durations:
        raise DurationNotOffered(months=months, offered=tuple(str(offered) for offered in catalogue.durations))
    currency = catalogue.currency
    monthly = tier.monthly_price
    exact_list = monthly.amount * months
    list_price = rounded(exact_list, currency)
    discount_rate = catalogue.discount_rate(months)
    exact_discount = -list_price.amount * discount_rate
    discount = rounded(exact_discount, currency)
    exact_vat = (list_price + discount).amount * catalogue.vat_rate
    vat = rounded(exact_vat, currency)
    return Quote(
        tier=tier.code,
        months=months,
        at=at,
        catalogue_version=catalogue.version,
        term=purchase_term(at, months, catalogue.site_zone),
        lines=(
            QuoteLine(LineKind.LIST_PRICE, list_price),
            QuoteLine(LineKind.DISCOUNT, discount),
            QuoteLine(LineKind.VAT, vat),
        ),
        explanation=(
            Reason(
                Rule.MONTHLY_PRICE,
                {"tier": tier.code, "catalogue_version": catalogue.version},
                monthly.amount,
                monthly,
            ),
            Reason(Rule.MONTHS, {"months": str(months)}, exact_list, list_price),
            Reason(Rule.DISCOUNT, {"rate": str(discount_rate), "months": str(months)}, exact_discount, discount),
            Reason(Rule.VAT, {"rate": str(catalogue.vat_rate)}, exact_vat, vat),
        ),
    )
