"""What changing the plan costs or brings back (DOMAIN 5); the mock-up's figures are those of 22 December, day 13."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from supportplan_desktop.domain.catalogue import DiscountRule
from supportplan_desktop.domain.errors import PlanExpired, PlanNotPaid, PlanTierUnchanged, TierNotForSale, TierUnknown
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.proration import Proration
from supportplan_desktop.domain.quotes import LineKind, Rule
from tests.domain.samples import Life, printed, site, sold_in, usd

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import Policy, ServiceCatalogue

BOUGHT = "2019-12-09 11:41:23"
NEW, OLD = LineKind.NEW_VALUE, LineKind.OLD_VALUE


@pytest.fixture
def life(catalogue: ServiceCatalogue, policy: Policy) -> Life:
    return Life(catalogue, policy)


@pytest.fixture
def developer(life: Life) -> Life:
    life.buy("developer", 1, site(BOUGHT))
    return life


@pytest.fixture
def business(life: Life) -> Life:
    life.buy("business", 1, site(BOUGHT))
    return life


@pytest.mark.parametrize(
    ("on", "new", "old", "fee"),
    [
        ("2019-12-09 11:41:24", "90.00", "26.00", "64.00"),
        ("2019-12-10 00:00:00", "87.10", "25.16", "61.94"),
        ("2019-12-22", "52.26", "15.10", "37.16"),
        ("2019-12-23", "49.35", "14.26", "35.09"),
        ("2020-01-08", "2.90", "0.84", "2.06"),
        ("2020-01-09 23:59:59", "0.00", "0.00", "0.00"),
    ],
)
def test_an_upgrade_costs_what_is_left_of_the_new_price_less_what_is_left_of_the_old(
    developer: Life, on: str, new: str, old: str, fee: str
) -> None:
    quote = developer.quoted_change("business", site(on))
    assert printed(quote) == [(NEW, new), (OLD, str(-usd(old).amount))]
    assert quote.total == usd(fee)


def test_the_mock_ups_other_figures_come_out(developer: Life, life: Life) -> None:
    assert developer.quoted_change("enterprise", site("2019-12-22")).total == usd("7823.61")
    other = Life(life.catalogue, life.policy)
    other.buy("business", 1, site(BOUGHT))
    assert other.quoted_change("enterprise", site("2019-12-22")).total == usd("7786.45")
    assert printed(other.quoted_change("developer", site("2019-12-22"))) == [(NEW, "15.10"), (OLD, "-52.26")]
    assert other.quoted_change("developer", site("2019-12-22")).total == usd("-37.16")


def test_a_downgrade_on_the_purchase_day_brings_back_the_whole_difference(business: Life) -> None:
    assert business.quoted_change("developer", site("2019-12-09 23:59:59")).total == usd("-64.00")


def test_a_change_keeps_the_end_and_closes_and_continues_the_segment(developer: Life) -> None:
    before = developer.subscription
    quote = developer.change("business", site("2019-12-22"))
    after = developer.subscription
    assert (after.end, after.tier, quote.from_tier, quote.term) == (
        before.end,
        "business",
        "developer",
        before.terms[0].term,
    )
    closed, running = after.terms[0].segments
    assert replace(closed, closed=None) == before.terms[0].segments[0]
    assert closed.kept == usd("10.90")
    assert (running.start, running.end, running.paid) == (site("2019-12-22"), before.end, usd("52.26"))
    assert developer.kept == developer.received == usd("63.16")


def test_a_second_change_starts_from_what_is_really_left(developer: Life) -> None:
    developer.change("business", site("2019-12-22"))
    quote = developer.change("enterprise", site("2019-12-28"))
    # 13,500 x 12/31 = 5,225.81; of 52.26 for 18 days 12 are left: 34.84
    assert printed(quote) == [(NEW, "5225.81"), (OLD, "-34.84")]
    assert quote.explanation[1].facts["remaining_days"] == "12"
    assert quote.explanation[1].facts["days"] == "18"
    back = developer.change("developer", site("2020-01-08"))
    # 26 x 1/31 = 0.84; of 5,225.81 for 12 days one is left: 435.48
    assert printed(back) == [(NEW, "0.84"), (OLD, "-435.48")]
    assert developer.kept == developer.received


def test_a_second_change_on_the_same_day_gives_up_all_that_the_first_one_brought(developer: Life) -> None:
    developer.change("business", site("2019-12-22 09:00:00"))
    quote = developer.change("enterprise", site("2019-12-22 21:00:00"))
    assert printed(quote) == [(NEW, "7838.71"), (OLD, "-52.26")]
    assert developer.received == usd("26.00") + usd("7823.61")  # as if changed at once


@pytest.mark.parametrize(
    "way",
    [
        ["business", "developer"],
        ["business", "enterprise", "developer"],
        ["enterprise", "business", "developer"],
        ["business", "enterprise", "business", "developer"],
        ["business", "developer", "business", "developer"],
    ],
)
@pytest.mark.parametrize("proration", Proration)
@pytest.mark.parametrize("earlier", [[], [("business", "2019-12-13"), ("developer", "2019-12-18")]])
def test_coming_back_on_the_day_of_a_change_nets_to_zero_whatever_the_way(
    developer: Life, way: list[str], proration: Proration, earlier: list[tuple[str, str]]
) -> None:
    life = developer.prorated(proration)
    for tier, on in earlier:
        life.change(tier, site(on))
    before, worth = life.received, life.quoted_unsubscription(site("2019-12-22")).total
    for hour, tier in enumerate(way, start=9):
        quote = life.change(tier, site(f"2019-12-22 {hour:02}:00:00"))
    assert quote.explanation[0].rule is Rule.SAME_DAY_RETURN
    assert life.received == life.kept == before
    assert life.quoted_unsubscription(site("2019-12-22")).total == worth


def test_coming_back_a_day_later_is_priced_anew(developer: Life) -> None:
    developer.change("business", site("2019-12-22 23:59:59"))
    quote = developer.change("developer", site("2019-12-23 00:00:00"))
    assert quote.explanation[0].rule is Rule.NEW_VALUE
    assert printed(quote) == [(NEW, "14.26"), (OLD, "-49.36")]  # 52.26 x 17/18


def test_coming_back_from_a_plan_that_was_free_brings_that_back_too(life: Life) -> None:
    free = replace(life.catalogue, discounts=(DiscountRule(1, Decimal(1)),))
    gift = Life(free, life.policy)
    gift.buy("developer", 1, site(BOUGHT))
    gift.catalogue = life.catalogue
    assert gift.change("business", site(BOUGHT)).total == usd("90.00")
    assert gift.change("developer", site(BOUGHT)).total == usd("-90.00")


def test_on_the_last_day_nothing_is_left_and_a_change_costs_nothing(developer: Life) -> None:
    quote = developer.change("enterprise", site("2020-01-09 00:00:00"))
    assert quote.total == usd("0.00")
    assert developer.subscription.tier == "enterprise"
    assert developer.change("business", site("2020-01-09 23:59:59")).total == usd("0.00")
    assert developer.kept == developer.received == usd("26.00")


def test_the_old_value_is_of_what_was_paid_and_the_new_one_of_todays_price(developer: Life) -> None:
    life = developer.selling(developer="52.00", business="93.00")
    assert printed(life.quoted_change("business", site("2019-12-22"))) == [(NEW, "54.00"), (OLD, "-15.10")]


def test_the_new_value_takes_the_discount_of_the_terms_length_and_vat(life: Life) -> None:
    rates = {"vat_rate": Decimal("0.06"), "discounts": (DiscountRule(12, Decimal("0.1")),)}
    yearly = Life(replace(life.catalogue, **rates), life.policy)  # type: ignore[arg-type]
    assert yearly.buy("developer", 12, site("2019-12-09")).total == usd("297.65")  # (312 - 31.20) + 16.85
    quote = yearly.quoted_change("business", site("2020-06-09"))
    # 1,080 x 0.9 x 1.06 x 183/366; 297.65 x 183/366 = 148.825
    assert printed(quote) == [(NEW, "515.16"), (OLD, "-148.83")]
    facts = quote.explanation[0].facts
    assert (facts["discount"], facts["vat"], facts["remaining_days"], facts["days"]) == ("0.1", "0.06", "183", "366")


def test_by_calendar_months_the_vendors_example_is_priced(life: Life) -> None:
    life = life.prorated(Proration.CALENDAR_MONTHS)
    life.buy("developer", 3, site("2024-08-15"))
    quote = life.quoted_change("business", site("2024-08-24"))
    assert printed(quote) == [(NEW, "245.32"), (OLD, "-70.87")]  # 90 and 26 x 2.72580645
    assert quote.total == usd("174.45")


def test_by_calendar_months_the_first_day_across_february_costs_no_more_than_the_term(life: Life) -> None:
    life = life.prorated(Proration.CALENDAR_MONTHS)
    life.buy("developer", 1, site("2023-01-09"))
    assert life.quoted_change("business", site("2023-01-09")).total == usd("64.00")


def test_by_years_29_february_goes_by_for_nothing(life: Life) -> None:
    life = life.prorated(Proration.CALENDAR_MONTHS)
    life.buy("developer", 12, site("2024-01-15"))
    before, on = (life.quoted_change("business", site(day)) for day in ("2024-02-28", "2024-02-29"))
    assert printed(before) == printed(on) == [(NEW, "949.81"), (OLD, "-274.39")]  # x 321/365


def test_a_year_that_ends_on_29_february_can_be_changed_on_its_last_two_days(life: Life) -> None:
    life = life.prorated(Proration.CALENDAR_MONTHS)
    life.buy("developer", 12, site("2024-02-29"))
    for _ in range(3):
        life.renew(12, site("2024-03-01"))
    assert life.change("business", site("2028-02-28")).total == usd("0.00")
    assert life.change("enterprise", site("2028-02-29")).total == usd("0.00")
    assert life.kept == life.received


@pytest.mark.parametrize("proration", Proration)
def test_a_renewal_changed_in_its_very_first_second_is_worth_what_was_carried_into_it(
    business: Life, proration: Proration
) -> None:
    life = business.prorated(proration)
    life.renew(1, site("2019-12-20"))
    begun = life.subscription.terms[1].term.start
    assert begun == site("2020-01-10 00:00:00")
    life.change("enterprise", begun)
    carried = life.subscription.terms[1].running.paid
    quote = life.quoted_change("business", site("2020-01-10 12:00:00"))
    assert -quote.line(OLD) == carried
    facts = life.quoted_change("developer", site("2020-01-11")).explanation[1].facts
    assert facts["from"] == "2020-01-10"
    assert life.quoted_unsubscription(site("2020-01-11")).explanation[1].facts["days"] == "30"


def test_the_last_second_of_a_term_is_its_own_to_the_end(business: Life) -> None:
    business.renew(1, site("2019-12-20"))
    within = site("2020-01-09 23:59:59").replace(microsecond=500_000)
    quote = business.quoted_change("developer", within)
    assert [row.position for row in quote.rows] == [0, 1]
    assert printed(quote) == [(NEW, "0.00"), (OLD, "0.00"), (NEW, "26.00"), (OLD, "-90.00")]


@pytest.mark.parametrize(
    ("zone", "bought", "day", "fee"),
    [
        ("America/New_York", "2024-03-09", "2024-03-10", "61.94"),
        ("Europe/Lisbon", "2024-10-26", "2024-10-27", "61.94"),
        ("America/Sao_Paulo", "2018-11-03", "2018-11-04", "61.87"),
        ("Asia/Beirut", "2024-03-30", "2024-03-31", "61.94"),
    ],
)
def test_a_day_with_a_clock_change_costs_one_day(life: Life, zone: str, bought: str, day: str, fee: str) -> None:
    there = ZoneInfo(zone)
    life.catalogue = replace(life.catalogue, site_zone=there)
    life.buy("developer", 1, site(f"{bought} 23:00:00", there))
    for clock in ("01:00:00", "23:59:59"):
        assert life.quoted_change("business", site(f"{day} {clock}", there)).total == usd(fee)


@pytest.mark.parametrize(
    ("currency", "prices", "fee"),
    [
        ("JPY", {"developer": "2600", "business": "9000"}, "3716"),  # 9,000 and 2,600 x 18/31: 5,226 - 1,510
        ("KWD", {"developer": "7.800", "business": "27.500"}, "11.439"),  # 15.968 - 4.529
    ],
)
def test_a_line_is_rounded_to_the_digits_of_its_currency(
    life: Life, currency: str, prices: dict[str, str], fee: str
) -> None:
    local = Life(sold_in(life.catalogue, currency, prices), life.policy)
    local.buy("developer", 1, site(BOUGHT))
    assert local.quoted_change("business", site("2019-12-22")).total == Money(Decimal(fee), currency)


def test_a_fifth_tier_is_changed_to_like_any_other(life: Life) -> None:
    business, enterprise = life.catalogue.tiers[2:]
    premier = replace(business, code="premier", rank=3, monthly_price=usd("900.00"))
    tiers = (*life.catalogue.tiers[:3], premier, replace(enterprise, rank=4))
    life.catalogue = replace(life.catalogue, tiers=tiers)
    life.buy("business", 1, site(BOUGHT))
    assert life.change("premier", site("2019-12-22")).total == usd("470.32")  # 522.58 - 52.26
    assert life.change("business", site("2019-12-22")).total == usd("-470.32")


def test_a_plan_that_is_not_sold_any_more_can_still_be_left(business: Life) -> None:
    kept = tuple(tier for tier in business.catalogue.tiers if tier.code != "business")
    business.catalogue = replace(business.catalogue, tiers=kept)
    assert business.quoted_change("developer", site("2019-12-22")).total == usd("-37.16")


def test_a_change_is_refused_by_name(business: Life) -> None:
    with pytest.raises(PlanTierUnchanged):
        business.quoted_change("business", site("2019-12-10"))
    with pytest.raises(TierNotForSale):
        business.quoted_change("basic", site("2019-12-10"))
    with pytest.raises(TierUnknown):
        business.quoted_change("gold", site("2019-12-10"))
    with pytest.raises(PlanExpired):
        business.quoted_change("developer", site("2020-01-10 00:00:00"))
    business.unsubscribe(site("2019-12-10"))
    with pytest.raises(PlanNotPaid):
        business.quoted_change("developer", site("2019-12-10"))
