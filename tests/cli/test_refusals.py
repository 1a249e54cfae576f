"""Whatever cannot be meant is refused by name, as JSON, with what is expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.console import Console

PURCHASE = "price purchase --tier business --months 1 --at 2019-12-09"
HELD = "--months 1 --bought 2019-12-09T11:41:23"
VALUE = "price value --amount 90 --start 2019-08-15 --end 2019-11-15 --on 2019-08-24"


def test_an_unknown_tier_is_refused_with_those_there_are(console: Console) -> None:
    refusal = console.refusal(PURCHASE.replace("business", "premium"))
    assert refusal == {
        "code": "catalogue.tier_unknown",
        "facts": {"tier": "premium", "offered": ["basic", "developer", "business", "enterprise"]},
        "message": ("There is no support plan “premium”. Choose one of basic, developer, business, enterprise."),
    }


@pytest.mark.parametrize("months", ["10", "0", "-3", "37"])
def test_months_that_are_not_offered_are_refused(console: Console, months: str) -> None:
    refusal = console.refusal(PURCHASE.replace("--months 1", f"--months {months}"))
    assert refusal["code"] == "catalogue.duration_not_offered"
    assert refusal["facts"]["months"] == int(months)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("price purchase --tier basic --months 1 --at 2019-12-09", "catalogue.tier_not_for_sale"),
        (f"price change --from business --to Business {HELD} --at 2019-12-09T12:00", "plan.tier_unchanged"),
        (f"price change --from business --to basic {HELD} --at 2019-12-09T12:00", "catalogue.tier_not_for_sale"),
        (f"price change --from business --to developer {HELD} --at 2020-01-10", "plan.expired"),
        (f"price unsubscription --tier business {HELD} --at 2020-01-10", "plan.expired"),
        ("price estimate --tier developer --spend 10", "catalogue.estimate_not_offered"),
    ],
)
def test_what_the_rules_do_not_allow_is_refused_by_its_code(console: Console, line: str, code: str) -> None:
    assert console.refusal(line)["code"] == code


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (f"price change --from business --to developer {HELD} --at 2019-12-09T11:41:22", "at"),
        (f"price unsubscription --tier business {HELD} --at 2019-12-08", "at"),
        (f"price renewal --tier business {HELD} --held 1 --at 2019-12-08", "at"),
        (f"price renewal --tier business {HELD} --held 0", "held"),
        (f"price renewal --tier business {HELD} --held 1201", "held"),
        (f"price unsubscription --tier business {HELD} --at 2019-12-10 --quota-used -1", "quota-used"),
        (f"price unsubscription --tier business {HELD} --at 2019-12-10 --quota-used x", "quota-used"),
        (PURCHASE.replace("--months 1", "--months one"), "months"),
        (PURCHASE.replace("--months 1", "--months 1.0"), "months"),
        (PURCHASE.replace("--months 1", "--months １"), "months"),
        (PURCHASE.replace("2019-12-09", "2019-13-09"), "at"),
        (PURCHASE.replace("2019-12-09", "yesterday"), "at"),
        (PURCHASE.replace("2019-12-09", "''"), "at"),
        (PURCHASE.replace("2019-12-09", "0001-01-01"), "at"),
        (PURCHASE.replace("2019-12-09", "9999-12-31T23:59:59-12:00"), "at"),
        (PURCHASE.replace("2019-12-09", "1970-01-01T00:00:00+08:00"), "at"),
        (f"{PURCHASE} --site-zone Asia/Hong_Kon", "site-zone"),
        (f"{PURCHASE} --site-zone ../etc/passwd", "site-zone"),
        (f"{PURCHASE} --site-zone ''", "site-zone"),
        (f"{PURCHASE} --currency XXX", "currency"),
        (f"{PURCHASE} --proration weekly", "proration"),
        (f"{PURCHASE} --catalogue /nowhere/catalogue.json", "catalogue"),
        (f"{PURCHASE} --policy .", "policy"),
        ("price term --start 2019-02-29 --months 1", "start"),
        ("price term --start 2019-02-28 --months 1201", "months"),
        (VALUE.replace("90", "-90.00"), "amount"),
        (VALUE.replace("90", "90.001"), "amount"),
        (VALUE.replace("90", "NaN"), "amount"),
        (VALUE.replace("90", "1e3"), "amount"),
        (VALUE.replace("90", "1" * 40), "amount"),
        (VALUE.replace("2019-11-15", "2019-08-15"), "end"),
        (VALUE.replace("2019-08-24", "2019-08-24T12:00"), "on"),
        (VALUE.replace("2019-08-24", "2019-02-30"), "on"),
        (VALUE.replace("2019-08-24", "0000-01-01"), "on"),
        (VALUE.replace("2019-11-15", "9999-12-31"), "end"),
        ("price estimate --tier business --spend -1", "spend"),
    ],
)
def test_a_value_that_cannot_be_meant_is_refused_with_its_option(console: Console, line: str, field: str) -> None:
    refusal = console.refusal(line)
    assert (refusal["code"], refusal["facts"]["field"]) == ("input.invalid", field)
    assert refusal["facts"]["expected"] in refusal["message"]
    assert refusal["message"].startswith(f"--{field} cannot be ")


def test_a_price_that_does_not_fit_another_currency_is_refused(console: Console, file_of: Callable[..., Path]) -> None:
    catalogue = file_of("catalogue.json", {("tiers", 1, "monthly_price"): "26.50"})
    refusal = console.refusal(f"{PURCHASE} --catalogue {catalogue} --currency JPY")
    assert refusal["facts"] == {
        "field": "currency",
        "value": "JPY",
        "expected": "a currency in which the price of developer of 26.50 can be written",
        "problem": "26.50 has more digits than JPY knows",
    }


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({("site_zone",): "Asia/Hong_Kon"}, "site_zone"),
        ({("currency",): "XXX"}, "currency"),
        ({("tiers", 1, "monthly_price"): 26.0}, "tiers[1].monthly_price"),
        ({("tiers", 1, "monthly_price"): "9" * 20}, "tiers"),
        ({("durations",): [1, 10**9]}, "durations"),
        ({("tiers",): []}, "tiers"),
    ],
)
def test_a_broken_catalogue_is_refused_with_file_and_place(
    console: Console, file_of: Callable[..., Path], changes: dict[tuple[str | int, ...], object], where: str
) -> None:
    catalogue = file_of("catalogue.json", changes)
    refusal = console.refusal(f"{PURCHASE} --catalogue {catalogue}")
    assert (refusal["code"], refusal["facts"]["file"]) == ("catalogue.invalid", str(catalogue))
    assert refusal["facts"]["where"] == where


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 100_000, '{"version": "1", "currency": ' + "9" * 5000 + "}"])
def test_a_file_that_is_no_catalogue_is_refused(console: Console, tmp_path: Path, text: str) -> None:
    file = tmp_path / "catalogue.json"
    file.write_text(text, "utf-8")
    assert console.refusal(f"{PURCHASE} --catalogue {file}")["code"] == "catalogue.invalid"


def test_a_file_that_is_no_text_is_refused(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "catalogue.json"
    file.write_bytes(b"\xff\xfe")
    assert console.refusal(f"{PURCHASE} --catalogue {file}")["facts"]["field"] == "catalogue"


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({("proration",): "weekly"}, "proration"),
        ({("payment_deadline_hours",): 10**30}, "(top)"),
        ({("unsubscription", "fees"): [{"months_up_to": 12, "rates": ["0.10"]}]}, "unsubscription.fees"),
    ],
)
def test_a_broken_policy_is_refused(
    console: Console, file_of: Callable[..., Path], changes: dict[tuple[str | int, ...], object], where: str
) -> None:
    policy = file_of("policy.json", changes)
    line = "price unsubscription --tier business --months 24 --bought 2019-12-09 --at 2020-12-10"
    refusal = console.refusal(f"{line} --policy {policy}")
    assert refusal["code"] == "catalogue.invalid"
    assert (refusal["facts"]["file"], refusal["facts"]["where"]) == (str(policy), where)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("", "The following arguments are required: COMMAND"),
        ("price", "The following arguments are required: COMMAND"),
        ("price purchase --tier business", "The following arguments are required: --months, --at"),
        (f"{PURCHASE} --colour red", "Unrecognized arguments: --colour red"),
        (f"{PURCHASE} --curr JPY", "Unrecognized arguments: --curr JPY"),
        (f"{PURCHASE} --currency", "Argument --currency: expected one argument"),
    ],
)
def test_a_command_line_that_cannot_be_read_is_wrong_usage(console: Console, line: str, problem: str) -> None:
    refusal = console.refusal(line, exit_code=2)
    assert (refusal["code"], refusal["facts"]["problem"]) == ("usage", problem)
    assert refusal["facts"]["usage"].startswith("supportplan ")


def test_an_unknown_command_is_wrong_usage(console: Console) -> None:
    assert console.refusal("sell", exit_code=2)["code"] == "usage"
