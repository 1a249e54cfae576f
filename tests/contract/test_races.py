"""Many at once: whatever is clicked, retried or raced, an order is one order and is paid at most once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar
from uuid import UUID, uuid4

import pytest

from supportplan_desktop.domain.errors import OpenOrderExists, Refusal
from supportplan_desktop.domain.messages import MessageKind
from supportplan_desktop.domain.orders import Order, OrderStatus
from supportplan_desktop.domain.payments import FundsChoice
from supportplan_desktop.services.interfaces import Services
from tests.contract.world import World, settled, usd

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


def bought(world: World, tier: str = "business", balance: str = "40000.00") -> Services:
    services = world.account(balance=balance)
    world.paid(services, tier)
    world.go_to("2019-12-20 09:00:00")
    services.orders.advance()
    return services


def raced(*calls: Callable[[], Order]) -> list[Order | Refusal]:
    """All at once, each several times, on eight threads."""

    def attempt(call: Callable[[], Order]) -> Order | Refusal:
        try:
            return call()
        except Refusal as refusal:
            return refusal

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(attempt, calls * 10))


@pytest.mark.parametrize("tier", ["developer", "enterprise"])
def test_forty_identical_changes_are_one(world: World, tier: str) -> None:
    services = bought(world)
    order_id, order = uuid4(), world.change_order(services, tier)
    results = outcomes(lambda: services.orders.change(order_id, order))
    assert all(result == services.orders.get(order_id) for result in results)
    assert [one.id for one in world.orders(services)][1:] == [order_id]


def test_forty_different_downgrades_leave_one_in_effect_and_the_rest_have_nothing_to_change(world: World) -> None:
    services = bought(world)
    order = world.change_order(services, "developer")
    results = outcomes(lambda: services.orders.change(uuid4(), order))
    assert sorted(getattr(result, "code", "") for result in results) == ["", *["plan.tier_unchanged"] * (TIMES - 1)]
    assert world.kept(services) == settled(world.orders(services))


def test_forty_payments_of_an_upgrade_change_the_plan_once(world: World) -> None:
    services = bought(world, "developer")
    order = world.change(services, "business")
    code = world.code(services, order.id)
    results = outcomes(lambda: services.orders.pay(order.id, FundsChoice(), code))
    assert {getattr(result, "status", result) for result in results} == {OrderStatus.COMPLETED}
    assert world.kept(services) == settled(world.orders(services))
    world.check_money(services)


def test_forty_identical_renewals_and_their_payments_are_one(world: World) -> None:
    services = bought(world)
    order_id, order = uuid4(), world.renewal_order(services, 2)
    results = outcomes(lambda: services.orders.renew(order_id, order))
    assert all(result == services.orders.get(order_id) for result in results)
    code = world.code(services, order_id)
    outcomes(lambda: services.orders.pay(order_id, FundsChoice(), code))
    assert len(services.plans.details().terms) == 2
    world.check_money(services)


def test_forty_identical_unsubscriptions_are_one(world: World) -> None:
    services = bought(world)
    order_id, order = uuid4(), world.unsubscription_order(services)
    results = outcomes(lambda: services.orders.unsubscribe(order_id, order))
    assert all(result == services.orders.get(order_id) for result in results)
    world.pass_time(days=3)
    outcomes(services.orders.advance)
    assert world.kept(services) == settled(world.orders(services))
    world.check_money(services)


def test_forty_different_unsubscriptions_give_the_plan_up_once(world: World) -> None:
    services = bought(world)
    order = world.unsubscription_order(services)
    results = outcomes(lambda: services.orders.unsubscribe(uuid4(), order))
    assert sorted(getattr(result, "code", "") for result in results) == ["", *["plan.not_paid"] * (TIMES - 1)]
    assert world.kept(services) == settled(world.orders(services))


def test_forty_identical_cancellations_are_one(world: World) -> None:
    services = bought(world)
    order = world.renew(services)
    results = outcomes(lambda: services.orders.cancel(order.id))
    assert all(result == services.orders.get(order.id) for result in results)
    told = [message.kind for message in world.messages(services) if message.order_id == order.id]
    assert told == [MessageKind.ORDER_GENERATED, MessageKind.ORDER_CANCELED]


def test_forty_identical_choices_of_auto_renewal_are_recorded_once(world: World) -> None:
    services = bought(world)
    entries = services.audit.verify().entries
    outcomes(lambda: services.plans.set_auto_renewal(is_on=True, months=1, days_before=3))
    assert services.audit.verify().entries == entries + 1


def test_of_different_changes_at_once_one_wins_and_the_others_are_refused(world: World) -> None:
    services = bought(world, "enterprise")
    business, developer = (world.change_order(services, tier) for tier in ("business", "developer"))
    results = raced(
        lambda: services.orders.change(UUID(int=1), business), lambda: services.orders.change(UUID(int=2), developer)
    )
    won = {result.id for result in results if isinstance(result, Order)}
    assert len(won) == 1
    assert {result.code for result in results if isinstance(result, Refusal)} == {"quote.stale"}
    causes = {result.facts["cause"] for result in results if isinstance(result, Refusal)}
    assert causes == {"plan"}
    assert world.kept(services) == settled(world.orders(services))


def test_of_a_change_a_renewal_and_an_unsubscription_at_once_one_wins(world: World) -> None:
    services = bought(world, "developer")
    change, renewal = world.change_order(services, "business"), world.renewal_order(services)
    unsubscription = world.unsubscription_order(services)
    results = raced(
        lambda: services.orders.change(UUID(int=1), change),
        lambda: services.orders.renew(UUID(int=2), renewal),
        lambda: services.orders.unsubscribe(UUID(int=3), unsubscription),
    )
    assert len({result.id for result in results if isinstance(result, Order)}) == 1
    refused = {result.code for result in results if isinstance(result, Refusal)}
    assert refused <= {"order.open_exists", "quote.stale", "plan.not_paid"}
    world.check_money(services)


def test_paying_canceling_and_passing_midnight_at_once_end_in_one_of_them(world: World) -> None:
    services = bought(world, "developer")
    order = world.change(services, "business")
    code = world.code(services, order.id)
    with ThreadPoolExecutor(THREADS) as pool:
        calls: list[Callable[[], object]] = [
            lambda: services.orders.pay(order.id, FundsChoice(), code),
            lambda: world.go_to("2019-12-21 00:00:00"),
            services.orders.advance,
            lambda: services.orders.cancel(order.id),
        ]
        for future in [pool.submit(call) for call in calls * 5]:
            assert future.exception() is None or isinstance(future.exception(), Refusal)
    is_paid = services.orders.get(order.id).status is OrderStatus.COMPLETED
    assert services.plans.details().tier == ("business" if is_paid else "developer")
    assert world.kept(services) == settled(world.orders(services))
    world.check_money(services)


def test_auto_renewal_and_a_renewal_by_hand_at_once_are_paid_once_each_at_most(world: World) -> None:
    services = bought(world)
    services.plans.set_auto_renewal(is_on=True, months=1, days_before=3)
    order_id, order = uuid4(), world.renewal_order(services)
    world.go_to("2020-01-06 03:00:00")
    results = raced(lambda: services.orders.renew(order_id, order))
    assert {getattr(result, "code", "") for result in results} == {"quote.stale"}
    assert len(services.plans.details().terms) == 2
    world.check_money(services)
