from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportplan_desktop.assets import resource
from supportplan_desktop.domain.catalogue import DiscountRule, ServiceCatalogue
from supportplan_desktop.domain.catalogue_data import read_catalogue
from supportplan_desktop.domain.errors import DurationNotOffered, TierNotForSale, TierUnknown
from supportplan_desktop.domain.money import Money, total
from supportplan_desktop.domain.quotes import LineKind, Rule, quote_purchase

_CATALOGUE = read_catalogue((resource("catalogue") / "catalogue.json").read_text("utf-8"))
BOUGHT = datetime(2019, 12, 9, 3, 41, 23, tzinfo=UTC)


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


@pytest.mark.parametrize(
    ("tier", "months", "due"),
    [
        ("business", 1, "90.00"),
        ("developer", 1, "26.00"),
        ("developer", 9, "234.00"),
        ("business", 12, "1080.00"),
        ("enterprise", 1, "13500.00"),
        ("enterprise", 36, "486000.00"),
    ],
)
def test_buying_costs_the_monthly_price_times_the_months(
    catalogue: ServiceCatalogue, tier: str, months: int, due: str
) -> None:
    assert quote_purchase(catalogue, tier, months, BOUGHT).total == usd(due)


def test_a_quote_tells_why(catalogue: ServiceCatalogue) -> None:
    quote = quote_purchase(catalogue, "business", 2, BOUGHT)
    assert [reason.rule for reason in quote.explanation] == [
        Rule.MONTHLY_PRICE,
        Rule.MONTHS,
        Rule.DISCOUNT,
        Rule.VAT,
    ]
    assert quote.explanation[0].facts == {"tier": "business", "catalogue_version": catalogue.version}
    assert quote.explanation[1].exact == Decimal("180.00")


def test_discount_and_vat_are_lines_of_their_own_each_rounded_once(catalogue: ServiceCatalogue) -> None:
    changed = replace(
        catalogue,
        vat_rate=Decimal("0.0825"),
        discounts=(DiscountRule(2, Decimal("0.015")), DiscountRule(12, Decimal("0.1"))),
    )
    quote = quote_purchase(changed, "developer", 3, BOUGHT)
    assert quote.line(LineKind.LIST_PRICE) == usd("78.00")
    assert quote.line(LineKind.DISCOUNT) == usd("-1.17")
    assert quote.line(LineKind.VAT) == usd("6.34")  # 76.83 x 0.0825 = 6.338475
    assert quote.total == usd("83.17")


def test_the_free_tier_is_not_sold(catalogue: ServiceCatalogue) -> None:
    with pytest.raises(TierNotForSale):
        quote_purchase(catalogue, "basic", 1, BOUGHT)


def test_an_unknown_tier_is_named(catalogue: ServiceCatalogue) -> None:
    with pytest.raises(TierUnknown) as refused:
        quote_purchase(catalogue, "gold", 1, BOUGHT)
    assert refused.value.facts == {"tier": "gold"}


@pytest.mark.parametrize("months", [0, -1, 10, 11, 13, 48])
def test_only_offered_durations_are_sold(catalogue: ServiceCatalogue, months: int) -> None:
    with pytest.raises(DurationNotOffered) as refused:
        quote_purchase(catalogue, "business", months, BOUGHT)
    assert refused.value.facts["months"] == months


@given(
    st.sampled_from(["developer", "business", "enterprise"]),
    st.sampled_from([*range(1, 10), 12, 24, 36]),
    st.decimals("0", "1", places=4),
    st.decimals("0", "1", places=4),
    st.datetimes(datetime(2001, 1, 1), datetime(2080, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - zone is given
)
def test_a_total_is_always_the_sum_of_its_lines(
    tier: str, months: int, discount: Decimal, vat: Decimal, at: datetime
) -> None:
    changed = replace(_CATALOGUE, vat_rate=vat, discounts=(DiscountRule(1, discount),))
    quote = quote_purchase(changed, tier, months, at)
    assert quote.total == total((line.amount for line in quote.lines), "USD")
    assert quote.total >= usd("0")
    assert quote == quote_purchase(changed, tier, months, at)
