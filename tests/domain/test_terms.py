from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportplan_desktop.domain.terms import (
    add_months,
    end_of_day,
    purchase_term,
    renewal_term,
    site_date,
    start_of_day,
)

HONG_KONG = ZoneInfo("Asia/Hong_Kong")


def site(text: str, zone: ZoneInfo = HONG_KONG) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def test_the_guides_purchase_ends_a_month_later_at_the_last_second() -> None:
    term = purchase_term(site("2019-12-09 11:41:23").astimezone(UTC), 1, HONG_KONG)
    assert term.end.astimezone(HONG_KONG) == site("2020-01-09 23:59:59")
    assert term.end.tzinfo is UTC
    assert term.days == 31


@pytest.mark.parametrize(
    ("anchor", "months", "expected"),
    [
        ("2023-01-31", 1, "2023-02-28"),
        ("2023-01-31", 2, "2023-03-31"),
        ("2023-01-31", 3, "2023-04-30"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2019-12-09", 1, "2020-01-09"),
        ("2019-11-30", 3, "2020-02-29"),
    ],
)
def test_months_are_counted_from_the_anchor_and_clamped(anchor: str, months: int, expected: str) -> None:
    assert add_months(date.fromisoformat(anchor), months) == date.fromisoformat(expected)


def test_the_sites_zone_decides_what_day_it_is() -> None:
    late = datetime(2019, 12, 8, 16, 0, 0, tzinfo=UTC)
    assert site_date(late, HONG_KONG) == date(2019, 12, 9)
    assert purchase_term(late, 1, HONG_KONG).last == date(2020, 1, 9)
    assert purchase_term(late, 1, ZoneInfo("America/New_York")).last == date(2020, 1, 8)


def test_a_day_with_a_clock_change_is_one_day() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    term = purchase_term(site("2024-03-30 12:00:00", berlin).astimezone(UTC), 1, berlin)
    assert term.days == 31
    assert term.remaining_days(date(2024, 3, 31)) == 30
    assert term.end.astimezone(berlin).strftime("%H:%M:%S") == "23:59:59"


def test_where_the_last_second_comes_twice_the_later_one_ends_the_day() -> None:
    # In Havana the clock went from 01:00 back to 00:00 on 3 November 2024; in Santiago from 24:00 back to 23:00.
    santiago = ZoneInfo("America/Santiago")
    end = end_of_day(date(2024, 4, 6), santiago)
    assert end == datetime(2024, 4, 7, 3, 59, 59, tzinfo=UTC)
    assert site_date(end, santiago) == date(2024, 4, 6)
    assert start_of_day(date(2024, 4, 7), santiago) == datetime(2024, 4, 7, 4, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day", "first_hour"),
    [
        ("America/Sao_Paulo", "2018-11-04", "01:00:00"),
        ("Asia/Beirut", "2024-03-31", "01:00:00"),
        ("America/New_York", "2024-03-10", "00:00:00"),
        ("Europe/Lisbon", "2024-10-27", "00:00:00"),
    ],
)
def test_a_day_begins_the_second_after_the_last_one_also_where_there_is_no_midnight(
    zone: str, day: str, first_hour: str
) -> None:
    there, on = ZoneInfo(zone), date.fromisoformat(day)
    begun = start_of_day(on, there)
    assert begun.astimezone(there).isoformat()[:19] == f"{day}T{first_hour}"
    assert site_date(begun, there) == on
    assert site_date(begun - timedelta(seconds=1), there) == on - timedelta(days=1)


def test_where_the_last_hour_of_a_day_is_left_out_it_ends_before_that_hour() -> None:
    nuuk = ZoneInfo("America/Nuuk")
    end = end_of_day(date(2024, 3, 30), nuuk)
    assert end.astimezone(nuuk).isoformat()[:19] == "2024-03-30T22:59:59"
    assert site_date(end + timedelta(seconds=1), nuuk) == date(2024, 3, 31)


def test_a_term_across_a_lost_midnight_is_whole_and_so_is_its_renewal() -> None:
    sao_paulo = ZoneInfo("America/Sao_Paulo")
    term = purchase_term(site("2018-10-04 12:00:00", sao_paulo).astimezone(UTC), 1, sao_paulo)
    assert (term.last, term.days) == (date(2018, 11, 4), 31)
    ended_before = purchase_term(site("2018-10-03 12:00:00", sao_paulo).astimezone(UTC), 1, sao_paulo)
    renewal = renewal_term([ended_before], 1, sao_paulo)
    assert renewal.start.astimezone(sao_paulo).isoformat()[:19] == "2018-11-04T01:00:00"
    assert (renewal.first, renewal.last, renewal.days) == (date(2018, 11, 3), date(2018, 12, 3), 30)


@pytest.mark.parametrize(
    ("bought", "months", "ends"),
    [
        ("2023-01-31", [1, 1, 1, 1], ["2023-02-28", "2023-03-31", "2023-04-30", "2023-05-31"]),
        ("2024-01-31", [1, 1, 1], ["2024-02-29", "2024-03-31", "2024-04-30"]),
        ("2024-02-29", [12, 36], ["2025-02-28", "2028-02-29"]),
        ("2024-02-29", [48], ["2028-02-29"]),
        ("2023-12-31", [2, 12], ["2024-02-29", "2025-02-28"]),
    ],
)
def test_renewals_are_counted_from_the_purchase_never_from_a_clamped_end(
    bought: str, months: list[int], ends: list[str]
) -> None:
    terms = [purchase_term(site(f"{bought} 11:41:23").astimezone(UTC), months[0], HONG_KONG)]
    for more in months[1:]:
        terms.append(renewal_term(terms, more, HONG_KONG))
    assert [str(term.last) for term in terms] == ends
    assert [term.first for term in terms[1:]] == [term.last for term in terms[:-1]]
    assert [term.start for term in terms[1:]] == [term.end + timedelta(seconds=1) for term in terms[:-1]]


def test_remaining_days_stay_within_the_term() -> None:
    term = purchase_term(site("2019-12-09 11:41:23").astimezone(UTC), 1, HONG_KONG)
    assert term.remaining_days(date(2019, 12, 1)) == 31
    assert term.remaining_days(date(2019, 12, 9)) == 31
    assert term.remaining_days(date(2020, 1, 9)) == 0
    assert term.remaining_days(date(2021, 1, 1)) == 0


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - zone is given
    st.sampled_from([*range(1, 10), 12, 24, 36]),
    st.sampled_from(["Asia/Hong_Kong", "Europe/Berlin", "America/Santiago", "Pacific/Apia", "Asia/Kathmandu"]),
)
def test_every_term_ends_in_its_last_day_and_has_as_many_days_as_its_dates(
    bought: datetime, months: int, zone_name: str
) -> None:
    zone = ZoneInfo(zone_name)
    term = purchase_term(bought, months, zone)
    assert term.end > term.start
    assert site_date(term.end, zone) == term.last
    assert term.last == add_months(site_date(bought, zone), months)
    assert term.days == (term.last - term.first).days
