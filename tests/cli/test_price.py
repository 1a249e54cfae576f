"""The prices of the command line are the guide's, with every figure that led to them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from supportplan_desktop import wire
from supportplan_desktop.domain.quotes import Reason
from tests.cli.console import Console, lines, usd

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CHANGE = "price change --from Developer --to Business --months 1 --bought 2019-12-09T11:41:23"
BUSINESS = "price unsubscription --tier business --months 1 --bought 2019-12-09T11:41:23"


def test_a_purchase_has_lines_total_term_and_explanation(console: Console) -> None:
    answer = console.answer("price purchase --tier business --months 3 --at 2019-12-09T11:41:23")
    assert lines(answer) == [("list_price", None, "270.00"), ("discount", None, "0.00"), ("vat", None, "0.00")]
    assert answer["total"] == usd("270.00")
    assert answer["term"] == {
        "start": "2019-12-09T03:41:23Z",
        "end": "2020-03-09T15:59:59Z",
        "months": 3,
        "first": "2019-12-09",
        "last": "2020-03-09",
        "days": 91,
        "start_local": "2019-12-09T11:41:23+08:00",
        "end_local": "2020-03-09T23:59:59+08:00",
    }
    assert [reason["rule"] for reason in answer["explanation"]] == ["monthly_price", "months", "discount", "vat"]
    assert "plan" not in answer


@pytest.mark.parametrize(
    "at",
    ["2019-12-09T11:41:23", "2019-12-09T03:41:23Z", "2019-12-09T04:41:23+01:00", "'2019-12-09 11:41:23.75'"],
)
def test_an_instant_is_site_time_unless_it_names_an_offset(console: Console, at: str) -> None:
    answer = console.answer(f"price purchase --tier business --months 1 --at {at}")
    assert (answer["at"], answer["at_local"]) == ("2019-12-09T03:41:23Z", "2019-12-09T11:41:23+08:00")


@pytest.mark.parametrize("name", ["business", "BUSINESS", "Business", "' business '", "商业级"])
def test_a_tier_is_named_by_code_or_name_in_any_case(console: Console, name: str) -> None:
    assert console.answer(f"price purchase --tier {name} --months 1 --at 2019-12-09")["tier"] == "business"


@pytest.mark.parametrize(("day", "fee"), [("09", "64.00"), ("10", "61.94")])
def test_an_upgrade_costs_a_supplementary_fee(console: Console, day: str, fee: str) -> None:
    answer = console.answer(f"{CHANGE} --at 2019-12-{day}T12:00:00")
    assert answer["supplementary_fee"] == answer["total"] == usd(fee)
    assert "refund" not in answer
    assert (answer["from_tier"], answer["tier"]) == ("developer", "business")


def test_an_upgrade_explains_both_values_with_twelve_decimals(console: Console) -> None:
    answer = console.answer(f"{CHANGE} --at 2019-12-10T12:00:00")
    assert lines(answer) == [("new_value", 0, "87.10"), ("old_value", 0, "-25.16")]
    assert (answer["new_value"], answer["old_value"]) == (usd("87.10"), usd("25.16"))
    new, old = answer["explanation"]
    assert (new["facts"]["fraction"], new["facts"]["factor"]) == ("30/31", "0.967741935484")
    assert old["exact"] == "25.16129032258064516129032258064516129032"
    assert answer["rows"][0]["carried"] == usd("87.10")


def test_a_downgrade_brings_a_refund(console: Console) -> None:
    answer = console.answer(
        "price change --from business --to developer --months 1 --bought 2019-12-09 --at 2019-12-10"
    )
    assert (answer["refund"], answer["total"]) == (usd("61.94"), usd("-61.94"))
    assert "supplementary_fee" not in answer


def test_the_explanation_is_spelled_as_it_is_stored_with_an_order(console: Console) -> None:
    for reason in console.answer(f"{CHANGE} --at 2019-12-10T12:00:00")["explanation"]:
        assert json.loads(wire.dumped(Reason, wire.loaded(Reason, json.dumps(reason)))) == reason


def test_a_renewal_is_counted_from_the_day_of_purchase(console: Console) -> None:
    answer = console.answer("price renewal --tier business --months 2 --bought 2019-01-31 --held 1")
    assert answer["total"] == usd("180.00")
    assert (answer["term"]["first"], answer["term"]["last"]) == ("2019-02-28", "2019-04-30")
    assert answer["term"]["start_local"] == "2019-03-01T00:00:00+08:00"
    assert (answer["held"], answer["months"]) == (1, 2)


def test_a_plan_in_retention_is_renewed_from_its_old_end(console: Console) -> None:
    line = "price renewal --tier business --months 1 --bought 2019-12-09 --held 1 --at"
    assert console.answer(f"{line} 2020-02-08T23:59:59")["term"]["first"] == "2020-01-09"
    refusal = console.refusal(f"{line} 2020-02-09")
    assert refusal["code"] == "plan.not_paid"
    assert refusal["facts"]["retention_until"] == "2020-02-08T15:59:59Z"


def test_unsubscribing_on_the_day_of_purchase_brings_all_back(console: Console) -> None:
    answer = console.answer(f"{BUSINESS} --at 2019-12-09T18:00:00")
    sums = {name: answer[name]["amount"] for name in ("paid", "consumed", "fee", "refund")}
    assert sums == {"paid": "90.00", "consumed": "0.00", "fee": "0.00", "refund": "90.00"}
    assert answer["total"] == usd("-90.00")
    assert answer["is_full_refund"]
    (row,) = answer["rows"]
    assert {name: row[name]["amount"] for name in sums} == sums
    assert row["term"]["end_local"] == "2020-01-09T23:59:59+08:00"


def test_with_the_quota_used_up_the_day_of_purchase_costs_the_fee(console: Console) -> None:
    answer = console.answer(f"{BUSINESS} --at 2019-12-09T18:00:00 --quota-used 10")
    assert [answer[name]["amount"] for name in ("paid", "consumed", "fee", "refund")] == [
        "90.00",
        "0.00",
        "9.00",
        "81.00",
    ]
    assert not answer["is_full_refund"]


def test_a_refund_is_never_below_zero(console: Console) -> None:
    answer = console.answer(f"{BUSINESS} --at 2020-01-09T12:00:00")
    assert (answer["consumed"], answer["refund"]) == (usd("90.00"), usd("0.00"))
    assert lines(answer)[-1] == ("not_refunded", 0, "-9.00")
    assert answer["total"] == usd("0.00")


def test_calendar_months_measure_a_change_too(console: Console) -> None:
    line = "price change --from developer --to business --months 3 --bought 2019-08-15 --at 2019-08-24"
    answer = console.answer(f"{line} --proration calendar-months")
    assert answer["proration"] == "calendar-months"
    assert answer["explanation"][0]["facts"]["parts"] == "7/31 + 30/30 + 31/31 + 15/30"


def test_another_zone_decides_what_day_it_is(console: Console) -> None:
    line = "price purchase --tier business --months 1 --at 2019-12-09T03:41:23Z --site-zone"
    assert console.answer(f"{line} America/New_York")["term"]["end_local"] == "2020-01-08T23:59:59-05:00"
    assert console.answer(f"{line} Asia/Hong_Kong")["term"]["first"] == "2019-12-09"


def test_another_currency_keeps_the_digits(console: Console) -> None:
    answer = console.answer("price purchase --tier developer --months 1 --at 2019-12-09 --currency jpy")
    assert answer["total"] == {"amount": "26", "currency": "JPY"}


def test_another_catalogue_and_policy_are_taken_from_files(console: Console, file_of: Callable[..., Path]) -> None:
    catalogue = file_of("catalogue.json", {("tiers", 2, "monthly_price"): "100.00", ("vat_rate",): "0.06"})
    policy = file_of("policy.json", {("unsubscription", "full_refund_hours"): 0})
    answer = console.answer(f"{BUSINESS} --at 2019-12-10T18:00:00 --catalogue {catalogue} --policy {policy}")
    assert answer["paid"] == usd("106.00")
    assert answer["fee"] == usd("10.60")
