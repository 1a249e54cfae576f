"""What unsubscribing brings back, and its reasons (DOMAIN 8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from supportplan_desktop.domain.catalogue import FeeRule
from supportplan_desktop.domain.errors import InvalidInput, PlanExpired, PlanNotPaid, UnsubscriptionReasonMissing
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.proration import Proration
from supportplan_desktop.domain.quotes import LineKind, Rule
from supportplan_desktop.domain.terms import purchase_term
from supportplan_desktop.domain.unsubscribing import (
    NOTE_LENGTH,
    UnsubscriptionReason,
    checked_note,
    fee_rate,
    is_full_refund,
)
from tests.domain.samples import HONG_KONG, Life, printed, site, sold_in, usd

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import Policy, ServiceCatalogue
    from supportplan_desktop.domain.quotes import Quote

BOUGHT = "2019-12-09 11:41:23"
PAID, CONSUMED, FEE, NOT_REFUNDED = LineKind.PAID, LineKind.CONSUMED, LineKind.FEE, LineKind.NOT_REFUNDED


@pytest.fixture
def life(catalogue: ServiceCatalogue, policy: Policy) -> Life:
    return Life(catalogue, policy)


@pytest.fixture
def business(life: Life) -> Life:
    life.buy("business", 1, site(BOUGHT))
    return life


def rows(quote: Quote) -> list[tuple[str, ...]]:
    """Paid, consumed, fee and refund of each row of the table."""
    return [tuple(str(money.amount) for money in (row.paid, row.consumed, row.fee, row.given_up)) for row in quote.rows]


def test_on_the_purchase_day_all_comes_back(business: Life) -> None:
    quote = business.quoted_unsubscription(site("2019-12-09 15:00:00"))
    assert rows(quote) == [("90.00", "0.00", "0.00", "90.00")]
    assert printed(quote) == [(PAID, "-90.00"), (CONSUMED, "0.00"), (FEE, "0.00")]
    assert quote.total == usd("-90.00")
    assert is_full_refund(quote)


def test_on_day_13_the_mock_ups_figures_come_out(business: Life) -> None:
    business.renew(1, site("2019-12-20"))
    quote = business.quoted_unsubscription(site("2019-12-22"))
    assert rows(quote) == [("90.00", "37.74", "9.00", "43.26"), ("90.00", "0.00", "0.00", "90.00")]
    assert quote.total == usd("-133.26")
    assert (quote.line(PAID), quote.line(CONSUMED), quote.line(FEE)) == (usd("-180.00"), usd("37.74"), usd("9.00"))
    assert [reason.rule for reason in quote.explanation] == [
        Rule.PAID,
        Rule.CONSUMED,
        Rule.FEE,
        Rule.PAID,
        Rule.NOT_BEGUN,
    ]
    assert not is_full_refund(quote)


def test_five_times_24_hours_are_counted_to_the_second(business: Life) -> None:
    last = site(BOUGHT) + timedelta(hours=120)
    assert business.quoted_unsubscription(last).total == usd("-90.00")
    late = business.quoted_unsubscription(last + timedelta(seconds=1))
    assert rows(late) == [("90.00", "14.52", "9.00", "66.48")]  # 5 of 31 days


def test_five_times_24_hours_are_hours_also_where_the_clock_changes(life: Life) -> None:
    new_york = ZoneInfo("America/New_York")
    life.catalogue = replace(life.catalogue, site_zone=new_york)
    life.buy("business", 1, site("2024-03-08 12:00:00", new_york))
    assert is_full_refund(life.quoted_unsubscription(site("2024-03-13 13:00:00", new_york)))
    assert not is_full_refund(life.quoted_unsubscription(site("2024-03-13 13:00:01", new_york)))


def test_the_tenth_full_refund_of_a_year_is_the_last(business: Life) -> None:
    business.full_refunds_used = 9
    assert is_full_refund(business.quoted_unsubscription(site("2019-12-09 15:00:00")))
    business.full_refunds_used = 10
    quote = business.quoted_unsubscription(site("2019-12-09 15:00:00"))
    assert rows(quote) == [("90.00", "0.00", "9.00", "81.00")]  # the purchase day is not used
    assert not is_full_refund(quote)


def test_a_full_refund_gives_back_changes_and_renewals_too(life: Life) -> None:
    life.buy("developer", 1, site(BOUGHT))
    life.renew(2, site("2019-12-10"))
    life.change("business", site("2019-12-12"))
    quote = life.unsubscribe(site("2019-12-13"))
    assert [row[1:3] for row in rows(quote)] == [("0.00", "0.00")] * 2
    assert life.received == life.kept == usd("0.00")
    assert life.subscription.unsubscribed_at == site("2019-12-13")


def test_closed_segments_have_consumed_what_they_kept(life: Life) -> None:
    life.buy("developer", 1, site(BOUGHT))
    life.change("business", site("2019-12-22"))  # Developer keeps 10.90, Business carries 52.26 for 18 days
    quote = life.quoted_unsubscription(site("2019-12-28"))
    assert rows(quote) == [("63.16", "28.32", "6.32", "28.52")]  # 10.90 + 52.26 x 6/18; 10 % of 63.16
    facts = quote.explanation[1].facts
    assert (facts["closed"], facts["used_days"], facts["days"]) == ("10.90", "6", "18")


def test_the_day_of_a_change_is_not_used_either(life: Life) -> None:
    life.buy("developer", 1, site(BOUGHT))
    life.change("business", site("2019-12-22"))
    assert rows(life.quoted_unsubscription(site("2019-12-22"))) == [("63.16", "10.90", "6.32", "45.94")]


@pytest.mark.parametrize("on", ["2020-01-09", "2020-01-09 23:59:59"])
def test_on_the_last_day_nothing_comes_back_and_nothing_is_asked_for(business: Life, on: str) -> None:
    quote = business.unsubscribe(site(on))
    assert rows(quote) == [("90.00", "90.00", "9.00", "0.00")]
    assert printed(quote) == [(PAID, "-90.00"), (CONSUMED, "90.00"), (FEE, "9.00"), (NOT_REFUNDED, "-9.00")]
    assert quote.total == usd("0.00")
    assert quote.explanation[-1].rule is Rule.NOT_REFUNDED
    assert business.kept == business.received == usd("90.00")


def test_a_row_capped_at_zero_takes_nothing_from_the_renewals(business: Life) -> None:
    business.renew(1, site("2019-12-20"))
    quote = business.quoted_unsubscription(site("2020-01-08"))
    assert rows(quote) == [("90.00", "87.10", "9.00", "0.00"), ("90.00", "0.00", "0.00", "90.00")]
    assert quote.total == usd("-90.00")


def test_a_plan_changed_on_its_last_day_has_used_all_it_paid(life: Life) -> None:
    life.buy("developer", 1, site(BOUGHT))
    life.change("business", site("2020-01-09 10:00:00"))
    assert rows(life.quoted_unsubscription(site("2020-01-09"))) == [("26.00", "26.00", "2.60", "0.00")]


def test_a_renewal_that_has_begun_is_the_current_term_and_the_one_before_is_no_row(business: Life) -> None:
    business.renew(12, site("2019-12-20"))
    quote = business.quoted_unsubscription(site("2020-01-10 00:00:00"))
    assert [row.position for row in quote.rows] == [1]
    assert rows(quote) == [("1080.00", "2.95", "108.00", "969.05")]  # 1 of 366 days


@pytest.mark.parametrize("proration", Proration)
def test_days_are_counted_whatever_the_proration_of_changes(business: Life, proration: Proration) -> None:
    life = business.prorated(proration)
    assert rows(life.quoted_unsubscription(site("2019-12-22"))) == [("90.00", "37.74", "9.00", "43.26")]


@pytest.mark.parametrize(
    ("months", "on", "rate", "year"),
    [
        (1, "2019-12-09", "0.10", 1),
        (9, "2020-09-09", "0.10", 1),
        (12, "2019-12-09", "0.10", 1),
        (12, "2020-12-09", "0.10", 2),  # the last day
        (24, "2019-12-09", "0.15", 1),
        (24, "2020-12-08", "0.15", 1),
        (24, "2020-12-09", "0.10", 2),
        (24, "2021-12-09", "0.10", 3),
        (36, "2020-12-08", "0.15", 1),
        (36, "2020-12-09", "0.10", 2),
        (36, "2021-12-08", "0.10", 2),
        (36, "2021-12-09", "0.05", 3),
        (36, "2022-12-09", "0.05", 4),
        (48, "2020-12-09", "0.10", 2),  # sold once, not in the table any more
        (48, "2023-06-01", "0.05", 4),
    ],
)
def test_the_fee_goes_by_the_length_of_the_term_and_its_year(
    policy: Policy, months: int, on: str, rate: str, year: int
) -> None:
    term = purchase_term(site(BOUGHT), months, HONG_KONG)
    assert fee_rate(policy.unsubscription, term, date.fromisoformat(on)) == (Decimal(rate), year)


def test_a_year_of_a_term_bought_on_29_february_ends_on_28_february(policy: Policy) -> None:
    term = purchase_term(site("2024-02-29"), 24, HONG_KONG)
    assert fee_rate(policy.unsubscription, term, date(2025, 2, 27))[1] == 1
    assert fee_rate(policy.unsubscription, term, date(2025, 2, 28))[1] == 2


def test_two_and_three_years_are_refunded_by_their_tables(life: Life) -> None:
    life.buy("business", 24, site(BOUGHT))
    assert rows(life.quoted_unsubscription(site("2020-06-09"))) == [("2160.00", "540.74", "324.00", "1295.26")]
    assert rows(life.quoted_unsubscription(site("2020-12-09"))) == [("2160.00", "1081.48", "216.00", "862.52")]


def test_the_fee_is_of_the_paid_amount_and_may_exceed_what_is_left(life: Life) -> None:
    fees = (FeeRule(12, (Decimal(1),)),)
    life.policy = replace(life.policy, unsubscription=replace(life.policy.unsubscription, fees=fees))
    life.buy("business", 1, site(BOUGHT))
    quote = life.quoted_unsubscription(site("2019-12-22"))
    assert rows(quote) == [("90.00", "37.74", "90.00", "0.00")]
    assert quote.line(NOT_REFUNDED) == usd("-37.74")


@pytest.mark.parametrize(
    ("currency", "price", "row"),
    [("JPY", "9001", ("9001", "3775", "900", "4326")), ("KWD", "27.500", ("27.500", "11.532", "2.750", "13.218"))],
)
def test_rows_are_rounded_to_the_digits_of_their_currency(
    life: Life, currency: str, price: str, row: tuple[str, ...]
) -> None:
    local = Life(sold_in(life.catalogue, currency, {"business": price}), life.policy)
    local.buy("business", 1, site(BOUGHT))
    quote = local.quoted_unsubscription(site("2019-12-22"))
    assert rows(quote) == [row]
    assert quote.total == Money(-Decimal(row[3]), currency)


def test_a_plan_that_is_over_or_given_up_cannot_be_given_up(business: Life) -> None:
    with pytest.raises(PlanExpired):
        business.quoted_unsubscription(site("2020-01-10 00:00:00"))
    business.unsubscribe(site("2019-12-22"))
    with pytest.raises(PlanNotPaid):
        business.quoted_unsubscription(site("2019-12-22"))


def test_there_are_the_guides_seven_reasons() -> None:
    assert len(UnsubscriptionReason) == 7


@pytest.mark.parametrize("note", ["", "  \n"])
def test_only_the_other_reason_must_say_more(note: str) -> None:
    assert checked_note(UnsubscriptionReason.TESTING_FINISHED, note) == ""
    with pytest.raises(UnsubscriptionReasonMissing):
        checked_note(UnsubscriptionReason.OTHER, note)
    assert checked_note(UnsubscriptionReason.OTHER, " Moving to another region\n") == "Moving to another region"


def test_a_note_has_a_longest_length() -> None:
    assert len(checked_note(UnsubscriptionReason.OTHER, "界" * NOTE_LENGTH + " ")) == NOTE_LENGTH
    with pytest.raises(InvalidInput):
        checked_note(UnsubscriptionReason.OTHER, "界" * (NOTE_LENGTH + 1))
