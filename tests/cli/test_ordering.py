"""Ordering over real data: each kind end to end, at the guide's amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.console import Json, usd

if TYPE_CHECKING:
    from tests.cli.profile import Profile

LEAVE = "unsubscribe --reason testing_finished --confirm"


def sums(answer: Json) -> list[str]:
    return [answer[name]["amount"] for name in ("paid", "consumed", "fee", "refund")]


def test_a_dry_run_answers_the_quote_and_orders_nothing(demo: Profile) -> None:
    quote = demo.answer("buy --tier 商业级 --months 3 --dry-run")
    assert (quote["tier"], quote["total"]) == ("business", usd("270.00"))
    assert quote["term"]["end_local"] == "2020-03-09T23:59:59+08:00"
    assert demo.answer("orders list")["orders"] == []


def test_a_plan_is_bought_in_two_steps(demo: Profile) -> None:
    sent = demo.answer("buy --tier business --months 1 --agree current --agreed 90.00")
    assert sent["status"] == "code_sent"
    assert sent["order"]["status"] == "pending_payment"
    assert sent["verification"]["sent_to"] == "+86 138••••2046"
    assert sent["split"] == {"balance": usd("60.00"), "credit": usd("30.00")}
    assert sent["next"][1].startswith(f"supportplan orders pay {sent['order']['number']} --code CODE ")
    done = demo.pay(sent)
    assert done["status"] == "completed"
    assert done["order"]["split"] == sent["split"]
    details = demo.answer("details")
    assert (details["tier"], details["state"]) == ("business", "active")
    assert details["valid_until_local"] == "2020-01-09T23:59:59+08:00"
    assert demo.answer("account funds")["available_credit"] == usd("470.00")


def test_the_code_is_told_in_messages_only(demo: Profile) -> None:
    sent = demo.answer("buy --tier business --months 1 --agree current --channel email --funds credit")
    code = demo.code(sent["order"]["id"])
    shown = demo.answer(f"orders show {sent['order']['number']}")
    assert code not in f"{sent}{shown}"
    assert sent["verification"]["sent_to"] == "b••••o@pier.example"
    assert "--funds credit" in sent["next"][1]


def test_the_second_step_may_be_the_same_command_again(demo: Profile) -> None:
    line = "buy --tier business --months 1 --agree current --order-id 1b671a64-40d5-491e-99b0-da01ff1f3341"
    sent = demo.answer(line)
    assert demo.answer(line)["order"] == sent["order"]
    done = demo.answer(f"{line} --code {demo.code(sent['order']['id'])}")
    assert done["status"] == "completed"
    assert demo.answer(line) == demo.answer(f"{line} --code 000000") == done


def test_an_upgrade_on_the_day_of_purchase_costs_the_difference(demo: Profile) -> None:
    demo.buy("developer")
    noon = demo.at("2019-12-09T12:00:00")
    assert noon.answer("change --to Business --dry-run")["supplementary_fee"] == usd("64.00")
    sent = noon.answer("change --to Business --agree 2019-10 --agreed 64")
    assert (sent["order"]["kind"], sent["order"]["total"]) == ("change", usd("64.00"))
    assert noon.pay(sent)["status"] == "completed"
    assert noon.answer("details")["tier"] == "business"


def test_a_downgrade_is_done_at_once_and_its_refund_is_on_its_way(demo: Profile) -> None:
    demo.buy()
    later = demo.at("2019-12-10T12:00:00")
    quote = later.answer("change --to developer --dry-run")
    assert (quote["refund"], quote["split"]) == (usd("61.94"), {"balance": usd("31.94"), "credit": usd("30.00")})
    line = "change --to developer --agree current --order-id 1b671a64-40d5-491e-99b0-da01ff1f3341 --agreed -61.94"
    done = later.answer(line)
    assert (done["status"], done["order"]["total"]) == ("pending_approval", usd("-61.94"))
    assert later.answer("details")["tier"] == "developer"
    assert later.answer(line) == done
    assert len(later.answer("orders list")["orders"]) == 2


def test_a_plan_is_renewed_after_its_end(demo: Profile) -> None:
    demo.buy()
    later = demo.at("2019-12-20T09:00:00")
    quote = later.answer("renew --months 2 --dry-run")
    assert (quote["total"], quote["term"]["first"], quote["term"]["last"]) == (
        usd("180.00"),
        "2020-01-09",
        "2020-03-09",
    )
    assert later.pay(later.answer("renew --months 2"))["status"] == "completed"
    assert later.answer("details")["valid_until"] == "2020-03-09T15:59:59Z"


def test_unsubscribing_within_five_days_brings_all_back(demo: Profile) -> None:
    demo.buy()
    evening = demo.at("2019-12-09T18:00:00")
    quote = evening.answer("unsubscribe --dry-run")
    assert sums(quote) == ["90.00", "0.00", "0.00", "90.00"]
    assert (quote["total"], quote["is_full_refund"]) == (usd("-90.00"), True)
    line = f"{LEAVE} --agreed -90 --order-id 1b671a64-40d5-491e-99b0-da01ff1f3341"
    done = evening.answer(line)
    assert (done["status"], done["order"]["reason"]) == ("pending_approval", "testing_finished")
    assert evening.answer(line) == done
    assert evening.answer("details")["state"] == "basic"
    paid_out = demo.at("2019-12-12T18:00:00")
    assert paid_out.answer(f"orders show {done['order']['number']}")["status"] == "completed"
    assert paid_out.answer("account funds")["balance"] == usd("60.00")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("buy --tier business --months 1", "agreement.not_accepted"),
        ("buy --tier business --months 1 --agree 2010-01", "agreement.unknown"),
        ("buy --tier business --months 1 --agree current --agreed 89.99", "quote.stale"),
        ("buy --tier business --months 10 --agree current", "catalogue.duration_not_offered"),
        ("buy --tier basic --months 1 --agree current", "catalogue.tier_not_for_sale"),
        ("buy --tier gold --months 1 --agree current", "catalogue.tier_unknown"),
        ("buy --tier business --months 1 --agree current --agreed x", "input.invalid"),
        ("buy --tier business --months 1 --agree current --order-id 7", "input.invalid"),
        ("buy --tier business --months 1 --agree current --funds cash", "input.invalid"),
        ("buy --tier business --months 1 --agree current --channel pigeon", "input.invalid"),
        ("change --to business --agree current", "plan.not_paid"),
        ("renew --months 1", "plan.not_paid"),
        ("unsubscribe --dry-run", "plan.not_paid"),
        (LEAVE, "plan.not_paid"),
        ("auto-renewal show", "plan.not_paid"),
        ("auto-renewal on --months 1 --days-before 7", "plan.not_paid"),
        ("auto-renewal off", "plan.not_paid"),
    ],
)
def test_without_a_plan_a_refusal_orders_nothing(demo: Profile, line: str, code: str) -> None:
    assert demo.refusal(line)["code"] == code
    assert demo.answer("orders list")["count"] == 0


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("buy --tier business --months 1 --agree current", "plan.already_paid"),
        ("change --to business --agree current", "plan.tier_unchanged"),
        ("change --to developer", "agreement.not_accepted"),
        ("change --to developer --agree current --agreed 1", "quote.stale"),
        ("renew --months 13", "catalogue.duration_not_offered"),
        ("unsubscribe --confirm", "unsubscription.reason_missing"),
        ("unsubscribe --reason other --confirm", "unsubscription.reason_missing"),
        ("unsubscribe --reason surplus", "unsubscription.not_confirmed"),
        ("unsubscribe --reason boredom --confirm", "input.invalid"),
        (f"{LEAVE} --agreed -89", "quote.stale"),
        (f"{LEAVE} --note {'x' * 501}", "input.invalid"),
        ("auto-renewal on --months 1 --days-before 1", "input.invalid"),
        ("auto-renewal on --months 10 --days-before 7", "catalogue.duration_not_offered"),
    ],
)
def test_with_a_plan_a_refusal_changes_nothing(demo: Profile, line: str, code: str) -> None:
    demo.buy()
    refusal = demo.refusal(line)
    assert refusal["code"] == code
    assert refusal["message"][-1] == "."
    assert demo.answer("orders list")["count"] == 1
    assert demo.answer("details")["tier"] == "business"


def test_an_id_that_was_used_for_something_else_is_refused(demo: Profile) -> None:
    known = demo.buy()["order"]
    for line in (
        "buy --tier developer --months 1 --agree current",
        "buy --tier business --months 2 --agree current",
        "buy --tier business --months 1 --agree current --agreed 91",
        "renew --months 1",
        LEAVE,
    ):
        refusal = demo.refusal(f"{line} --order-id {known['id']}")
        assert (refusal["code"], refusal["facts"]["number"]) == ("order.conflict", known["number"])


def test_a_second_order_is_refused_while_one_is_open(demo: Profile) -> None:
    sent = demo.answer("buy --tier business --months 1 --agree current")
    refusal = demo.refusal("buy --tier developer --months 1 --agree current")
    assert (refusal["code"], refusal["facts"]["number"]) == ("order.open_exists", sent["order"]["number"])


def test_auto_renewal_is_turned_on_and_off(demo: Profile) -> None:
    demo.buy()
    on = demo.answer("auto-renewal on --months 3 --days-before 5")
    assert (on["is_on"], on["next_at"], on["next_amount"]) == (True, "2020-01-03T19:00:00Z", usd("270.00"))
    assert demo.answer("auto-renewal show") == on
    off = demo.answer("auto-renewal off")
    assert (off["is_on"], off["months"], off["next_at"]) == (False, 3, None)
    refusal = demo.refusal("auto-renewal on --months 3 --days-before 9")
    assert refusal["message"] == "--days-before cannot be “9”: a number from 2 to 7 is expected."
