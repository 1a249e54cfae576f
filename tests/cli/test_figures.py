"""The figures behind prices: ends of terms, what is left, estimates."""

from __future__ import annotations

from datetime import date

import pytest

from supportplan_desktop.cli.figures import whole_months
from tests.cli.console import Console, lines, usd

VALUE = "price value --amount 90 --start 2019-08-15 --end 2019-11-15 --on"


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2019-01-31", 1, "2019-02-28"),
        ("2019-01-31", 2, "2019-03-31"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2019-12-09T11:41:23", 1, "2020-01-09"),
    ],
)
def test_a_term_ends_with_the_day_of_its_anchor(console: Console, start: str, months: int, end: str) -> None:
    term = console.answer(f"price term --start {start} --months {months}")["term"]
    assert term["end_local"] == f"{end}T23:59:59+08:00"
    assert (term["last"], term["months"]) == (end, months)


def test_by_days_the_value_left_is_that_of_the_unused_days(console: Console) -> None:
    answer = console.answer(f"{VALUE} 2019-08-24")
    assert (answer["left"], answer["used"]) == (usd("81.20"), usd("8.80"))
    assert lines(answer) == [("old_value", None, "81.20")]
    assert answer["explanation"][0]["facts"]["fraction"] == "83/92"
    assert (answer["remaining_days"], answer["term"]["days"]) == (83, 92)


def test_by_calendar_months_the_parts_of_each_month_are_added(console: Console) -> None:
    answer = console.answer(f"{VALUE} 2019-08-24 --proration calendar-months")
    assert answer["remaining_months"] == "2.725806451613"
    assert answer["factor"] == "0.908602150538"
    assert answer["left"] == answer["total"] == usd("81.77")


@pytest.mark.parametrize(
    ("on", "left"), [("2019-01-01", "90.00"), ("2019-08-15", "90.00"), ("2019-11-15", "0.00"), ("2021-01-01", "0.00")]
)
def test_outside_the_term_all_or_nothing_is_left(console: Console, on: str, left: str) -> None:
    assert console.answer(f"{VALUE} {on}")["left"] == usd(left)


def test_by_days_a_stretch_needs_not_be_whole_months(console: Console) -> None:
    answer = console.answer("price value --amount 90 --start 2019-08-15 --end 2019-08-25 --on 2019-08-20")
    assert (answer["left"], answer["remaining_months"], answer["term"]["months"]) == (usd("45.00"), None, None)


def test_by_calendar_months_a_stretch_must_be_whole_months(console: Console) -> None:
    line = "price value --amount 90 --start 2019-08-15 --end 2019-08-25 --on 2019-08-20 --proration calendar-months"
    assert console.refusal(line)["facts"]["field"] == "end"


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2019, 8, 15), date(2019, 11, 15), 3),
        (date(2019, 1, 31), date(2019, 2, 28), 1),
        (date(2019, 2, 28), date(2019, 3, 31), 1),
        (date(2019, 2, 28), date(2019, 3, 29), 1),
        (date(2024, 2, 28), date(2024, 3, 31), None),
        (date(2019, 4, 30), date(2019, 6, 29), None),
        (date(2019, 8, 15), date(2019, 8, 15), None),
    ],
)
def test_whole_months_lie_between_days_that_one_anchor_gives(start: date, end: date, months: int | None) -> None:
    assert whole_months(start, end) == months


@pytest.mark.parametrize(
    ("tier", "spend", "total"),
    [
        ("business", "10000", "970.00"),
        ("business", "0", "90.00"),
        ("商业级", "300000.00", "15210.00"),
        ("enterprise", "135000", "13500.00"),
    ],
)
def test_an_estimate_adds_up_the_bands(console: Console, tier: str, spend: str, total: str) -> None:
    answer = console.answer(f"price estimate --tier {tier} --spend {spend}")
    assert answer["total"] == usd(total)
    assert [line["kind"] for line in answer["lines"]] == ["monthly_price", "incremental"]
    assert len(answer["explanation"]) == len(answer["bands"]) == 4
