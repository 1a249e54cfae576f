"""Many at once: whatever is clicked, retried or raced, an order is one order and is paid at most once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar
from uuid import uuid4

from supportplan_desktop.domain.errors import OpenOrderExists, Refusal
from supportplan_desktop.domain.orders import OrderStatus
from supportplan_desktop.domain.payments import FundsChoice
from tests.contract.world import World, usd

THREADS = 8
TIMES = 40


T = TypeVar("T")


def outcomes(call: Callable[[], T]) -> list[T | Refusal]:
    def attempt(_: int) -> T | Refusal:
        try:
            return call()
        except Refusal as refusal:
            return refusal

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(attempt, range(TIMES)))


def test_forty_identical_orders_are_one(world: World) -> None:
    services = world.account()
    order_id, order = uuid4(), world.order(services)
    results = outcomes(lambda: services.orders.purchase(order_id, order))
    assert all(result == services.orders.get(order_id) for result in results)


def test_forty_different_orders_leave_one_open(world: World) -> None:
    services = world.account()
    order = world.order(services)
    results = outcomes(lambda: services.orders.purchase(uuid4(), order))
    refused = [result for result in results if isinstance(result, Refusal)]
    assert len(refused) == TIMES - 1
    assert all(isinstance(refusal, OpenOrderExists) for refusal in refused)


def test_forty_payments_of_one_order_move_money_once(world: World) -> None:
    services = world.account(balance="5000.00")
    order_id = world.pending(services)
    code = world.code(services, order_id)
    results = outcomes(lambda: services.orders.pay(order_id, FundsChoice(), code))
    assert {getattr(result, "status", result) for result in results} == {OrderStatus.COMPLETED}
    assert services.accounts.funds().balance == usd("4910.00")


def test_paying_and_canceling_at_once_ends_in_one_of_them(world: World) -> None:
    services = world.account(balance="5000.00")
    order_id = world.pending(services)
    code = world.code(services, order_id)
    with ThreadPoolExecutor(THREADS) as pool:
        calls = [lambda: services.orders.pay(order_id, FundsChoice(), code), lambda: services.orders.cancel(order_id)]
        for future in [pool.submit(call) for call in calls * 10]:
            future.exception()
    order = services.orders.get(order_id)
    spent = usd("5000.00") - services.accounts.funds().balance
    assert (order.status, spent) in {(OrderStatus.COMPLETED, usd("90.00")), (OrderStatus.CANCELED, usd("0.00"))}
    assert (services.plans.details().tier == "business") is (order.status is OrderStatus.COMPLETED)


def test_guessing_in_parallel_has_five_attempts_and_no_more(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    code = world.code(services, order_id)
    guess = f"{(int(code) + 1) % 1_000_000:06d}"
    results = outcomes(lambda: services.orders.pay(order_id, FundsChoice(), guess))
    codes = [result.code for result in results if isinstance(result, Refusal)]
    assert codes.count("verification.wrong_code") == 4
    assert codes.count("verification.locked") == TIMES - 4
