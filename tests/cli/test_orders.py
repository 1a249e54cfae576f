"""Orders over real data: finding, paying in two steps, canceling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.console import Json, usd

if TYPE_CHECKING:
    from tests.cli.profile import Profile

BUY = "buy --tier business --months 1 --agree current"


@pytest.fixture
def some(demo: Profile) -> Profile:
    """Three canceled orders of different days and amounts, and one that is open."""
    for day, tier, months in (("10", "business", 3), ("11", "developer", 1), ("12", "business", 1)):
        then = demo.at(f"2019-12-{day}T12:00:00")
        sent = then.answer(f"buy --tier {tier} --months {months} --agree current")
        then.answer(f"orders cancel {sent['order']['number']}")
    last = demo.at("2019-12-13T12:00:00")
    last.answer("buy --tier developer --months 3 --agree current")
    return last


def amounts(answer: Json) -> list[str]:
    return [order["total"]["amount"] for order in answer["orders"]]


def test_a_list_is_newest_first_and_filtered(some: Profile) -> None:
    everything = some.answer("orders list")
    assert amounts(everything) == ["78.00", "90.00", "26.00", "270.00"]
    assert (everything["count"], everything["cursor"]) == (4, None)
    assert amounts(some.answer("orders list --status pending-payment")) == ["78.00"]
    assert amounts(some.answer("orders list --kind renewal,change --kind Unsubscription")) == []
    assert amounts(some.answer("orders list --since 2019-12-11 --until 2019-12-12")) == ["26.00"]
    assert amounts(some.answer("orders list --text CS191210")) == ["270.00"]


def test_a_list_is_sorted_and_paged(some: Profile) -> None:
    lowest = some.answer("orders list --sort amount --limit 3")
    assert (amounts(lowest), lowest["count"]) == (["26.00", "78.00", "90.00"], 4)
    following = some.answer(f"orders list --sort amount --limit 3 --cursor {lowest['cursor']}")
    assert (amounts(following), following["cursor"]) == (["270.00"], None)
    assert amounts(some.answer("orders list --sort amount --descending --all")) == ["270.00", "90.00", "78.00", "26.00"]


def test_an_order_is_shown_by_number_in_any_case_and_by_id(demo: Profile) -> None:
    order = demo.buy()["order"]
    assert demo.answer(f"orders show {order['number'].lower()}") == order
    assert demo.answer(f"orders show {order['id']}") == order
    assert order["quote"]["explanation"]
    assert order["consent"]["by"] == "Bo Li"


@pytest.mark.parametrize("name", ["CS", "CS1912091141XXXXX", "1b671a64-40d5-491e-99b0-da01ff1f3341"])
@pytest.mark.parametrize("command", ["show", "pay", "cancel"])
def test_an_order_that_is_not_there_is_refused(demo: Profile, command: str, name: str) -> None:
    demo.buy()
    assert demo.refusal(f"orders {command} {name}")["code"] == "order.not_found"


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ("--kind gift", "kind"),
        ("--status lost", "status"),
        ("--sort colour", "sort"),
        ("--since yesterday", "since"),
        ("--until 2019-13-01", "until"),
        ("--limit 0", "limit"),
        ("--limit 501", "limit"),
        ("--cursor x", "cursor"),
    ],
)
def test_a_list_that_cannot_be_meant_is_refused(demo: Profile, options: str, field: str) -> None:
    refusal = demo.refusal(f"orders list {options}")
    assert (refusal["code"], refusal["facts"]["field"]) == ("input.invalid", field)


def test_every_order_has_no_pages(demo: Profile) -> None:
    assert demo.refusal("orders list --all --limit 5", exit_code=2)["code"] == "usage"


def test_an_open_order_is_canceled_and_stays_so(demo: Profile) -> None:
    number = demo.answer(BUY)["order"]["number"]
    done = demo.answer(f"orders cancel {number}")
    assert done["status"] == "canceled"
    assert demo.answer(f"orders cancel {number}") == done
    assert demo.refusal(f"orders pay {number}")["code"] == "order.transition_refused"


def test_paying_an_order_again_charges_nothing(demo: Profile) -> None:
    done = demo.buy()
    funds = demo.answer("account funds")
    number = done["order"]["number"]
    assert demo.answer(f"orders pay {number}") == demo.answer(f"orders pay {number} --code 1") == done
    assert demo.answer("account funds") == funds
    assert demo.refusal(f"orders cancel {number}")["code"] == "order.transition_refused"


def test_a_refund_is_not_paid(demo: Profile) -> None:
    demo.buy()
    number = demo.answer("unsubscribe --reason surplus --confirm")["order"]["number"]
    assert demo.refusal(f"orders pay {number}")["code"] == "order.transition_refused"


def test_a_wrong_code_is_refused_and_named_with_its_order(demo: Profile) -> None:
    sent = demo.answer(BUY)
    number, code = sent["order"]["number"], demo.code(sent["order"]["id"])
    wrong = f"{(int(code) + 1) % 10**6:06}"
    refusal = demo.refusal(f"orders pay {number} --code {wrong}")
    assert (refusal["code"], refusal["facts"]["number"]) == ("verification.wrong_code", number)
    assert refusal["message"] == "That code is not correct; 4 attempts are left. Only the newest counts."
    for _ in range(4):
        refusal = demo.refusal(f"orders pay {number} --code {wrong}")
    assert demo.refusal(f"orders pay {number} --code {code}")["code"] == "verification.locked"
    assert demo.refusal(f"orders pay {number}")["code"] == "verification.too_soon"
    later = demo.at("2019-12-09T11:42:23")
    assert later.pay(later.answer(f"orders pay {number}"))["status"] == "completed"


def test_no_code_is_sent_for_another_channel_at_once(demo: Profile) -> None:
    number = demo.answer(BUY)["order"]["number"]
    assert demo.answer(f"orders pay {number} --channel phone")["status"] == "code_sent"
    refusal = demo.refusal(f"orders pay {number} --channel email")
    assert (refusal["code"], refusal["facts"]["seconds"]) == ("verification.too_soon", 60)


def test_a_code_that_nobody_asked_for_is_refused(demo: Profile) -> None:
    refusal = demo.refusal(f"{BUY} --code 123456")
    assert refusal["code"] == "verification.not_sent"
    assert demo.answer(f"orders show {refusal['facts']['number']}")["status"] == "pending_payment"


def test_an_old_code_is_refused(demo: Profile) -> None:
    sent = demo.answer(BUY)
    later = demo.at("2019-12-09T11:52:23")
    line = f"orders pay {sent['order']['number']} --code {demo.code(sent['order']['id'])}"
    assert later.refusal(line)["code"] == "verification.expired"


def test_too_little_is_refused_before_a_code_is_sent(demo: Profile) -> None:
    refusal = demo.refusal(f"{BUY} --funds balance")
    assert (refusal["code"], refusal["facts"]["missing"]) == ("funds.insufficient", usd("30.00"))
    assert "30.00 USD is missing" in refusal["message"]
    number = refusal["facts"]["number"]
    assert all(message["code"] is None for message in demo.answer("messages list")["messages"])
    assert demo.pay(demo.answer(f"orders pay {number} --funds balance,credit"))["status"] == "completed"


def test_after_its_deadline_an_order_is_canceled(demo: Profile) -> None:
    number = demo.answer(BUY)["order"]["number"]
    later = demo.at("2019-12-10T11:41:23")
    assert later.refusal(f"orders pay {number}")["code"] == "order.expired"
    assert later.answer(f"orders show {number}")["status"] == "canceled"
