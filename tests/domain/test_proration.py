"""What is left of a term on a day, by both of the vendor's rules (DOMAIN 3)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportplan_desktop.domain.money import written_out
from supportplan_desktop.domain.proration import Proration, remaining_share
from supportplan_desktop.domain.terms import Term, purchase_term, renewal_term
from tests.domain.samples import HONG_KONG, site

DAYS, MONTHS = Proration.ACTUAL_DAYS, Proration.CALENDAR_MONTHS


def term(bought: str, months: int, zone: ZoneInfo = HONG_KONG) -> Term:
    return purchase_term(site(bought, zone), months, zone)


def left(of: Term, on: str, proration: Proration) -> Fraction:
    return remaining_share(of, date.fromisoformat(on), proration).value


@pytest.mark.parametrize(
    ("on", "share"),
    [
        ("2019-12-09", Fraction(1)),
        ("2019-12-10", Fraction(30, 31)),
        ("2019-12-22", Fraction(18, 31)),
        ("2020-01-08", Fraction(1, 31)),
        ("2020-01-09", Fraction(0)),
    ],
)
def test_by_days_the_share_is_the_days_that_remain_of_the_days_of_the_term(on: str, share: Fraction) -> None:
    assert left(term("2019-12-09", 1), on, DAYS) == share


@pytest.mark.parametrize("proration", Proration)
@pytest.mark.parametrize("months", [1, 3, 12, 36])
def test_a_day_before_or_behind_the_term_counts_as_its_first_or_last(proration: Proration, months: int) -> None:
    whole = term("2019-12-09", months)
    assert left(whole, "2019-01-01", proration) == left(whole, "2019-12-09", proration)
    assert left(whole, "2031-01-01", proration) == 0


def test_by_calendar_months_the_vendors_example_leaves_2_72580645_months() -> None:
    share = remaining_share(term("2024-08-15", 3), date(2024, 8, 24), MONTHS)
    months = share.value * 3
    assert months == Fraction(7, 31) + 2 + Fraction(15, 30)
    assert f"{written_out(months):.8f}" == "2.72580645"
    assert share.facts == {
        "on": "2024-08-24",
        "last": "2024-11-15",
        "remaining_days": "83",
        "parts": "7/31 + 30/30 + 31/31 + 15/30",
        "months": "3",
    }


def test_by_calendar_months_a_share_is_never_more_than_the_term() -> None:
    across_february = term("2023-01-09", 1)
    uncapped = Fraction(22, 31) + Fraction(9, 28)
    assert f"{written_out(uncapped):.4f}" == "1.0311"
    assert left(across_february, "2023-01-09", MONTHS) == 1
    assert left(across_february, "2023-01-10", MONTHS) == uncapped - Fraction(1, 31)


def test_by_calendar_months_a_term_that_begins_in_february_is_worth_less_on_its_first_day() -> None:
    assert left(term("2023-02-15", 1), "2023-02-15", MONTHS) == Fraction(13, 28) + Fraction(15, 31)


@pytest.mark.parametrize(
    ("bought", "months", "on", "counted"),
    [
        ("2023-01-15", 12, "2023-01-15", 365),
        ("2023-01-15", 12, "2023-01-16", 364),
        ("2024-01-15", 12, "2024-01-15", 365),  # 366 days, 29 February not counted
        ("2024-01-15", 12, "2024-02-28", 321),
        ("2024-01-15", 12, "2024-02-29", 321),  # 29 February itself goes by for nothing
        ("2024-01-15", 12, "2024-03-01", 320),
        ("2023-06-01", 24, "2023-06-01", 730),
        ("2023-06-01", 36, "2024-02-29", 823),
    ],
)
def test_a_term_of_years_counts_days_by_365_without_29_february(
    bought: str, months: int, on: str, counted: int
) -> None:
    assert left(term(bought, months), on, MONTHS) == Fraction(counted, 365) / (months // 12)


def test_a_year_that_ends_on_29_february_has_nothing_left_the_day_before() -> None:
    terms = [term("2024-02-29", 12)]
    for _ in range(3):
        terms.append(renewal_term(terms, 12, HONG_KONG))
    assert (terms[-1].first, terms[-1].last) == (date(2027, 2, 28), date(2028, 2, 29))
    assert left(terms[-1], "2028-02-28", MONTHS) == 0
    assert left(terms[-1], "2028-02-28", DAYS) == Fraction(1, 366)


def test_by_days_a_leap_day_is_a_day() -> None:
    assert left(term("2024-02-28", 1), "2024-02-29", DAYS) == Fraction(28, 29)
    assert left(term("2024-02-28", 12), "2024-02-29", DAYS) == Fraction(365, 366)


@pytest.mark.parametrize(
    ("zone", "bought", "on"),
    [
        ("America/New_York", "2024-03-09", "2024-03-10"),  # 23 hours
        ("America/New_York", "2024-11-02", "2024-11-03"),  # 25 hours
        ("Europe/Lisbon", "2024-03-30", "2024-03-31"),
        ("Europe/Lisbon", "2024-10-26", "2024-10-27"),
        ("America/Sao_Paulo", "2018-11-03", "2018-11-04"),  # begins at 01:00
        ("Asia/Beirut", "2024-03-30", "2024-03-31"),  # begins at 01:00
    ],
)
def test_a_day_with_a_clock_change_is_one_day_of_the_term(zone: str, bought: str, on: str) -> None:
    whole = term(bought, 1, ZoneInfo(zone))
    days = whole.days
    assert left(whole, on, DAYS) == Fraction(days - 1, days)


offered = st.sampled_from([*range(1, 10), 12, 24, 36])
days_of_purchase = st.datetimes(datetime(2019, 1, 1), datetime(2033, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - zone is given


@given(days_of_purchase, offered, st.integers(-3, 1200), st.sampled_from(Proration))
def test_a_share_lies_between_nothing_and_all_and_never_grows(
    bought: datetime, months: int, passed: int, proration: Proration
) -> None:
    whole = purchase_term(bought, months, HONG_KONG)
    on = whole.first + timedelta(days=passed)
    today, tomorrow = (remaining_share(whole, day, proration).value for day in (on, on + timedelta(days=1)))
    assert 0 <= tomorrow <= today <= 1
    assert remaining_share(whole, whole.last, proration).value == 0
