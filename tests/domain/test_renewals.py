"""What renewing costs, when a renewal runs, and what becomes of one that has not begun (DOMAIN 5, 6)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.domain.catalogue import DiscountRule
from supportplan_desktop.domain.errors import DurationNotOffered, TierUnknown
from supportplan_desktop.domain.proration import Proration
from supportplan_desktop.domain.quotes import LineKind, Rule
from tests.domain.samples import Life, printed, site, usd

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import Policy, ServiceCatalogue

NEW, OLD = LineKind.NEW_VALUE, LineKind.OLD_VALUE


@pytest.fixture
def life(catalogue: ServiceCatalogue, policy: Policy) -> Life:
    return Life(catalogue, policy)


@pytest.fixture
def developer(life: Life) -> Life:
    life.buy("developer", 1, site("2019-12-09 11:41:23"))
    return life


def test_a_renewal_costs_the_price_of_the_current_plan_times_the_months(developer: Life) -> None:
    assert developer.quoted_renewal(3, site("2019-12-20")).total == usd("78.00")
    developer.change("business", site("2019-12-20"))
    quote = developer.quoted_renewal(12, site("2019-12-20"))
    assert (quote.total, quote.tier, quote.from_tier) == (usd("1080.00"), "business", "business")
    assert quote.plan == developer.subscription.mark


def test_a_renewal_takes_the_discount_of_its_own_length_and_vat(developer: Life) -> None:
    developer.catalogue = replace(
        developer.catalogue, vat_rate=Decimal("0.06"), discounts=(DiscountRule(12, Decimal("0.15")),)
    )
    assert developer.quoted_renewal(1, site("2019-12-20")).total == usd("27.56")
    assert developer.quoted_renewal(12, site("2019-12-20")).total == usd("281.11")  # (312 - 46.80) + 15.912


def test_a_renewal_begins_the_second_after_the_end_and_counts_its_days_from_the_end_date(developer: Life) -> None:
    quote = developer.renew(1, site("2019-12-20"))
    term = developer.subscription.terms[1].term
    assert term == quote.term
    assert (term.start, term.end) == (site("2020-01-10 00:00:00"), site("2020-02-09 23:59:59"))
    assert term.days == 31


def test_renewals_are_counted_from_the_purchase_day_and_return_to_it(life: Life) -> None:
    life.buy("developer", 1, site("2023-01-31"))
    for months in (1, 1, 1):
        life.renew(months, site("2023-02-01"))
    assert [str(paid.term.last) for paid in life.subscription.terms] == [
        "2023-02-28",
        "2023-03-31",
        "2023-04-30",
        "2023-05-31",
    ]


def test_renewals_of_a_plan_bought_on_29_february_come_back_to_it(life: Life) -> None:
    life.buy("developer", 12, site("2024-02-29"))
    for _ in range(3):
        life.renew(12, site("2024-03-01"))
    assert [str(paid.term.last) for paid in life.subscription.terms] == [
        "2025-02-28",
        "2026-02-28",
        "2027-02-28",
        "2028-02-29",
    ]


def test_a_renewal_paid_late_still_counts_from_the_old_end(developer: Life) -> None:
    assert developer.renew(1, site("2020-02-08 23:00:00")).term.last.isoformat() == "2020-02-09"
    assert developer.subscription.terms[1].term.start == site("2020-01-10 00:00:00")
    # 30 of its 31 days have passed: of 26 and 90 one day is left
    assert printed(developer.quoted_change("business", site("2020-02-08 23:30:00"))) == [(NEW, "2.90"), (OLD, "-0.84")]


def test_a_change_prices_renewals_not_begun_in_full_in_the_same_order(developer: Life) -> None:
    developer.renew(1, site("2019-12-20"))
    developer.renew(3, site("2019-12-20"))
    quote = developer.change("business", site("2019-12-22"))
    assert printed(quote) == [
        (NEW, "52.26"),
        (OLD, "-15.10"),
        (NEW, "90.00"),
        (OLD, "-26.00"),
        (NEW, "270.00"),
        (OLD, "-78.00"),
    ]
    assert [line.term for line in quote.lines] == [0, 0, 1, 1, 2, 2]
    assert quote.explanation[2].facts["share"] == "whole"
    assert {paid.running.tier for paid in developer.subscription.terms} == {"business"}
    assert developer.kept == developer.received


def test_a_renewal_that_was_priced_anew_before_it_began_runs_from_its_own_beginning(developer: Life) -> None:
    developer.renew(1, site("2019-12-20"))
    developer.change("business", site("2019-12-22"))
    running = developer.subscription.terms[1].running
    assert (running.start, running.paid) == (site("2020-01-10 00:00:00"), usd("90.00"))
    assert developer.quoted_change("developer", site("2020-01-20")).explanation[1].facts["days"] == "31"
    assert developer.quoted_change("developer", site("2020-01-20")).line(OLD) == usd("-58.06")  # 90 x 20/31


@pytest.mark.parametrize("proration", Proration)
def test_coming_back_on_one_day_gives_renewals_the_value_they_were_paid_with(
    developer: Life, proration: Proration
) -> None:
    """Also where the price of the plan has risen since the renewal was paid."""
    life = developer.prorated(proration)
    life.renew(1, site("2019-12-20"))
    paid = life.received
    life = life.selling(developer="30.00", business="99.00")
    life.change("business", site("2020-01-05"))
    quote = life.change("developer", site("2020-01-05"))
    assert [reason.rule for reason in quote.explanation] == [Rule.SAME_DAY_RETURN, Rule.OLD_VALUE] * 2
    assert life.received == life.kept == paid


def test_coming_back_on_one_day_never_differs_by_a_cent_of_rounding(life: Life) -> None:
    """A purchase rounds discount and VAT on lines of their own, a value only once: 26.66 and 26.67 here."""
    rates = {"vat_rate": Decimal("0.0825"), "discounts": (DiscountRule(1, Decimal("0.0525")),)}
    life.catalogue = replace(life.catalogue, **rates)  # type: ignore[arg-type]
    life.buy("developer", 1, site("2019-12-09"))
    life.renew(1, site("2019-12-20"))
    before = life.received
    life.change("enterprise", site("2020-01-05"))
    life.change("developer", site("2020-01-05"))
    assert life.received == life.kept == before


def test_a_term_that_is_over_is_never_touched(developer: Life) -> None:
    developer.renew(1, site("2019-12-20"))
    over = developer.subscription.terms[0]
    quote = developer.change("business", site("2020-01-10 00:00:00"))
    assert [row.position for row in quote.rows] == [1]
    assert printed(quote) == [(NEW, "87.10"), (OLD, "-25.16")]  # 30 of 31 days are left
    assert developer.subscription.terms[0] == over
    assert developer.subscription.tier == "business"


def test_a_renewal_is_refused_by_name(developer: Life) -> None:
    with pytest.raises(DurationNotOffered):
        developer.quoted_renewal(10, site("2019-12-20"))
    developer.catalogue = replace(developer.catalogue, tiers=developer.catalogue.tiers[2:])
    with pytest.raises(TierUnknown):
        developer.quoted_renewal(1, site("2019-12-20"))
