"""The postpaid incremental price as an estimate (DOMAIN 2)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportplan_desktop.assets import resource
from supportplan_desktop.domain.catalogue import Band
from supportplan_desktop.domain.catalogue_data import read_catalogue
from supportplan_desktop.domain.errors import EstimateNotOffered, InvalidInput, TierUnknown
from supportplan_desktop.domain.estimate import estimate
from supportplan_desktop.domain.money import Money
from tests.domain.samples import usd

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue

_CATALOGUE = read_catalogue((resource("catalogue") / "catalogue.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("tier", "spend", "total"),
    [
        ("business", "10000.00", "970.00"),  # 900 + 7 % of 1,000
        ("business", "0.00", "90.00"),
        ("business", "899.99", "90.00"),
        ("business", "900.00", "90.00"),
        ("business", "900.10", "90.01"),
        ("business", "9000.00", "900.00"),
        ("business", "9000.14", "900.01"),
        ("business", "72000.00", "5310.00"),
        ("business", "72000.20", "5310.01"),
        ("business", "225000.00", "12960.00"),
        ("business", "225001.00", "12960.03"),
        ("enterprise", "135000.00", "13500.00"),
        ("enterprise", "135001.00", "13500.07"),
        ("enterprise", "450000.00", "35550.00"),
        ("enterprise", "900000.00", "58050.00"),
        ("enterprise", "1000000.00", "61050.00"),
    ],
)
def test_the_month_costs_the_greater_of_its_price_and_the_bands_of_the_spend(
    catalogue: ServiceCatalogue, tier: str, spend: str, total: str
) -> None:
    estimated = estimate(catalogue, tier, usd(spend))
    assert estimated.total == usd(total)
    assert estimated.incremental == usd(total) - estimated.monthly_price


def test_each_band_shows_what_of_the_spend_falls_into_it(catalogue: ServiceCatalogue) -> None:
    bands = estimate(catalogue, "business", usd("80000.00")).bands
    assert [(str(band.above.amount), str(band.spend.amount), str(band.amount.amount)) for band in bands] == [
        ("0.00", "9000.00", "900.00"),
        ("9000.00", "63000.00", "4410.00"),
        ("72000.00", "8000.00", "400.00"),
        ("225000.00", "0.00", "0.00"),
    ]
    assert [band.up_to for band in bands] == [usd("9000"), usd("72000"), usd("225000"), None]


def test_each_band_is_rounded_once_and_the_total_is_the_sum_of_the_bands(catalogue: ServiceCatalogue) -> None:
    estimated = estimate(catalogue, "business", usd("9000.07"))  # 0.07 x 7 % = 0.0049
    assert estimated.bands[1].amount == usd("0.00")
    assert estimate(catalogue, "business", usd("9000.08")).bands[1].amount == usd("0.01")  # 0.0056


def test_a_currency_without_minor_units_has_whole_bands(catalogue: ServiceCatalogue) -> None:
    def yen(amount: int) -> Money:
        return Money(Decimal(amount), "JPY")

    bands = (Band(yen(1000), Decimal("0.10")), Band(None, Decimal("0.07")))
    tier = replace(catalogue.tier("business"), monthly_price=yen(90), incremental=bands)
    local = replace(catalogue, currency="JPY", tiers=(catalogue.tiers[0], tier))
    assert estimate(local, "business", yen(1007)).total == yen(100)  # 100 + 0.49
    assert estimate(local, "business", yen(1008)).total == yen(101)  # 100 + 0.56


def test_an_estimate_is_refused_by_name(catalogue: ServiceCatalogue) -> None:
    for tier in ("basic", "developer"):
        with pytest.raises(EstimateNotOffered):
            estimate(catalogue, tier, usd("1000"))
    with pytest.raises(TierUnknown):
        estimate(catalogue, "gold", usd("1000"))
    for spend in (usd("-0.01"), Money(Decimal(1000), "JPY")):
        with pytest.raises(InvalidInput):
            estimate(catalogue, "business", spend)


@given(st.sampled_from(["business", "enterprise"]), st.decimals("0", "10000000", places=2))
def test_an_estimate_is_within_its_rounding_and_grows_with_the_spend(tier: str, spend: Decimal) -> None:
    estimated, bands = estimate(_CATALOGUE, tier, Money(spend, "USD")), _CATALOGUE.tier(tier).incremental
    exact, above = Fraction(0), Fraction(0)
    for band in bands:
        end = Fraction(band.up_to.amount) if band.up_to else Fraction(spend) + above
        exact += max(Fraction(0), min(Fraction(spend), end) - above) * Fraction(band.rate)
        above = end
    exact = max(exact, Fraction(estimated.monthly_price.amount))
    assert abs(Fraction(estimated.total.amount) - exact) <= Fraction(len(bands), 200)
    assert sum((band.spend.amount for band in estimated.bands), Decimal(0)) == spend
    assert estimate(_CATALOGUE, tier, Money(spend + 1, "USD")).total >= estimated.total
