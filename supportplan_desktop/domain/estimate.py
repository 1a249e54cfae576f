"""The postpaid incremental price, only ever shown as an estimate (DOMAIN 2)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from supportplan_desktop.domain.errors import EstimateNotOffered, InvalidInput
from supportplan_desktop.domain.money import Money, rounded, total

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue


@dataclass(frozen=True, slots=True)
class BandShare:
    """What one band adds: the spend from `above` to `up_to` (None: no end) that falls into it, at its rate."""

    above: Money
    up_to: Money | None
    spend: Money
    rate: Decimal
    amount: Money


@dataclass(frozen=True, slots=True)
class Estimate:
    """A month's price on a tier for a list-price spend: the monthly price, and what comes on top of it."""

    tier: str
    spend: Money
    monthly_price: Money
    bands: tuple[BandShare, ...]
    incremental: Money

    @property
    def total(self) -> Money:
        """The greater of the monthly price and the percentage of the spend."""
        return self.monthly_price + self.incremental


def estimate(catalogue: ServiceCatalogue, tier_code: str, spend: Money) -> Estimate:
    """The month on that tier for a spend; for a unified organization the spend of master and members together.

    Raises TierUnknown, EstimateNotOffered for a tier without bands, InvalidInput for a spend below zero or in
    another currency.
    """
    tier = catalogue.tier(tier_code)
    if not tier.incremental:
        raise EstimateNotOffered(tier=tier.code)
    if spend.currency != catalogue.currency or spend.amount < 0:
        raise InvalidInput(field="spend", value=spend)
    nothing = Money.zero(catalogue.currency)
    bands: list[BandShare] = []
    above = nothing
    for band in tier.incremental:
        reached = spend if band.up_to is None else min(spend, band.up_to)
        share = max(nothing, reached - above)
        amount = rounded(share.amount * band.rate, catalogue.currency)
        bands.append(BandShare(above, band.up_to, share, band.rate, amount))
        above = band.up_to or above
    percentage = total((band.amount for band in bands), catalogue.currency)
    monthly = tier.monthly_price
    return Estimate(tier.code, spend, monthly, tuple(bands), max(nothing, percentage - monthly))
