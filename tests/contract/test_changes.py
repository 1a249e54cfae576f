from datetime import timedelta
from itertools import pairwise
from uuid import uuid4

import pytest

from supportplan_desktop.domain.errors import (
    OrderExpired,
    OrderTransitionRefused,
    VerificationNotSent,
)
from supportplan_desktop.domain.messages import MessageKind
from supportplan_desktop.domain.orders import CancelCause, OrderKind, OrderStatus
from supportplan_desktop.domain.payments import FundsChoice, Split
from tests.contract.world import BOTH, BOUGHT, World, settled, site, usd


def test_the_guides_upgrade_on_the_purchase_day_costs_64(world: World) -> None:
    services = world.account()
    world.paid(services, "developer")
    quote = services.plans.quote_change("business")
    order = world.change(services, "business")
    assert quote.total == order.total == usd("64.00")
    assert (order.kind, order.status) == (OrderKind.CHANGE, OrderStatus.PENDING_PAYMENT)
    assert services.plans.details().tier == "developer"
    done = world.pay(services, order.id)
    assert done.status is OrderStatus.COMPLETED
    assert done.split == Split(usd("34.00"), usd("30.00"))
    details = services.plans.details()
    assert (details.tier, details.valid_until, details.since) == ("business", site("2020-01-09 23:59:59"), BOUGHT)
    assert world.kept(services) == usd("90.00")


def test_one_day_later_it_costs_61_94(world: World) -> None:
    services = world.account()
    world.paid(services, "developer")
    world.go_to("2019-12-10 00:00:00")
    assert world.changed(services, "business").total == usd("61.94")
    assert world.kept(services) == usd("87.94")
    world.check_money(services)


def test_the_preview_is_what_is_charged_to_the_last_reason(world: World) -> None:
    services = world.account(balance="250000.00")
    world.paid(services, "business", 12)
    world.renewed(services, 3)
    for tier in ("enterprise", "developer", "business"):
        world.pass_time(days=17)
        quote = services.plans.quote_change(tier)
        assert world.changed(services, tier).quote == quote
    assert world.kept(services) == settled(world.orders(services))


def test_an_upgrade_needs_its_own_verification(world: World) -> None:
    services = world.account()
    order_id = world.pending(services, "developer")
    code = world.code(services, order_id)
    services.orders.pay(order_id, BOTH, code)
    order = world.change(services, "business")
    for another in ("123456", code):
        with pytest.raises(VerificationNotSent):
            services.orders.pay(order.id, BOTH, another)
    assert services.plans.details().tier == "developer"


def test_a_downgrade_takes_effect_at_once_and_its_refund_goes_its_way(world: World) -> None:
    services = world.account()
    world.paid(services)  # 60.00 from balance, 30.00 from credit
    world.go_to("2019-12-19 09:00:00")
    quote = services.plans.quote_change("developer")
    split = services.plans.refund_split(quote)
    order = world.change(services, "developer")
    assert quote.total == order.total == -usd("43.36")  # (26 - 90) x 21/31, each value rounded once
    assert (order.status, order.is_refund, order.split) == (OrderStatus.PENDING_APPROVAL, True, split)
    assert split == Split(usd("13.36"), usd("30.00"))
    assert services.plans.details().tier == "developer"
    assert services.accounts.funds().balance == usd("0.00")
    world.go_to("2019-12-22 09:00:00")
    assert services.orders.advance() == 2
    events = services.orders.get(order.id).events
    assert [(event.status, event.at) for event in events] == [
        (OrderStatus.PENDING_APPROVAL, site("2019-12-19 09:00:00")),
        (OrderStatus.PROCESSING, site("2019-12-20 09:00:00")),
        (OrderStatus.COMPLETED, site("2019-12-22 09:00:00")),
    ]
    funds = services.accounts.funds()
    assert (funds.balance, funds.available_credit) == (usd("13.36"), usd("500.00"))
    world.check_money(services)


def test_up_and_down_again_on_one_day_nets_to_zero(world: World) -> None:
    services = world.account(balance="20000.00")
    world.paid(services, "developer")
    world.go_to("2019-12-12 08:00:00")
    up = [world.changed(services, tier).total for tier in ("business", "enterprise")]
    down = [world.changed(services, tier).total for tier in ("business", "developer")]
    assert sum(amount.amount for amount in up + down) == 0
    assert world.kept(services) == usd("26.00")
    world.pass_time(days=3)
    services.orders.advance()
    assert services.accounts.funds().balance == usd("19974.00")


def test_a_change_that_costs_nothing_is_completed_at_once(world: World) -> None:
    services = world.account(balance="200.00")
    world.paid(services, "developer")
    later = world.priced(services, business="26.00")
    order = world.change(later, "business")
    assert (order.total, order.status) == (usd("0.00"), OrderStatus.COMPLETED)
    assert [event.at for event in order.events] == [world.clock.now()] * 3
    assert services.plans.details().tier == "business"
    told = world.messages(services)[-1]
    assert (told.kind, told.until) == (MessageKind.ORDER_COMPLETED, site("2020-01-09 23:59:59"))
    world.check_money(services)


def test_renewals_not_begun_are_priced_anew_in_full(world: World) -> None:
    services = world.account(balance="2000.00")
    world.paid(services, "developer")
    world.renewed(services, 3)
    world.go_to("2019-12-10 12:00:00")
    assert world.changed(services, "business").total == usd("253.94")  # 61.94 + 3 x 64.00
    assert world.kept(services) == settled(world.orders(services))
    told = world.messages(services)[-1]
    assert (told.kind, told.until) == (MessageKind.ORDER_COMPLETED, site("2020-04-09 23:59:59"))
    world.go_to("2020-02-01 00:00:00")
    assert services.plans.details().tier == "business"


def test_refunds_return_credit_first_each_up_to_what_it_paid_and_has_not_had_back(world: World) -> None:
    services = world.account(balance="20.00", credit="500.00")
    world.paid(services, "developer")  # 20.00 and 6.00
    world.top_up(services, "50.00")
    world.changed(services, "business")  # 50.00 and 14.00: 20.00 of credit in all
    world.go_to("2019-12-24 09:00:00")
    first = world.change(services, "developer")
    assert first.total == -usd("33.03")
    assert first.split == Split(usd("13.03"), usd("20.00"))
    world.changed(services, "business", FundsChoice(balance=False))  # 33.03 from credit once more
    second = world.unsubscribe(services)
    assert second.split is not None
    assert second.split.credit == min(usd("33.03"), -second.total)
    world.go_to("2019-12-30 09:00:00")
    services.orders.advance()
    assert services.accounts.funds().available_credit == services.accounts.funds().credit_limit - (
        usd("33.03") - second.split.credit
    )
    world.check_money(services)


def test_an_order_on_the_way_to_be_refunded_blocks_nothing(world: World) -> None:
    services = world.account(balance="1000.00")
    world.paid(services)
    refund = world.change(services, "developer")
    assert services.orders.get(refund.id).status is OrderStatus.PENDING_APPROVAL
    assert services.plans.details().open_order is None
    world.renewed(services)
    world.changed(services, "business")
    world.pass_time(hours=25)
    assert services.orders.advance() >= 1
    assert services.orders.get(refund.id).status is OrderStatus.PROCESSING
    world.unsubscribe(services)


# Time and repetition


def test_a_change_can_be_paid_until_the_day_ends_at_the_site(world: World) -> None:
    services = world.account()
    world.paid(services, "developer")
    order = world.change(services, "business")
    assert order.pay_before == site("2019-12-09 23:59:59")
    assert world.next_due(services) == order.pay_before
    before = world.history(services)
    world.go_to("2019-12-09 23:59:00")
    code = world.code(services, order.id)
    world.go_to("2019-12-10 00:00:00")
    with pytest.raises(OrderExpired) as refused:
        services.orders.pay(order.id, BOTH, code)
    assert refused.value.facts == {"number": order.number, "deadline": order.pay_before}
    after = world.history(services)
    assert (after.postings, after.plan) == (before.postings, before.plan)
    canceled = after.orders[-1]
    assert (canceled.status, canceled.events[-1].cause) == (OrderStatus.CANCELED, CancelCause.DEADLINE)
    assert canceled.events[-1].at == order.pay_before


def test_sending_a_change_again_gives_the_same_order(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services, "developer")
    up = world.change_order(services, "business")
    up_id = uuid4()
    first = services.orders.change(up_id, up)
    assert services.orders.change(up_id, up) == first
    done = world.pay(services, up_id)
    world.pass_time(days=2)
    assert services.orders.change(up_id, up) == done
    assert services.orders.pay(up_id, BOTH, "000000") == done
    down, down_id = world.change_order(services, "developer"), uuid4()
    refund = services.orders.change(down_id, down)
    assert services.orders.change(down_id, down) == refund
    world.pass_time(days=4)
    assert services.orders.change(down_id, down).status is OrderStatus.COMPLETED
    world.check_money(services)
    assert world.kept(services) == settled(world.orders(services))


def test_a_refund_is_neither_paid_nor_canceled(world: World) -> None:
    services = world.account()
    world.paid(services)
    refund = world.change(services, "developer")
    for hours in (0, 25, 73):
        world.pass_time(hours=hours)
        with pytest.raises(OrderTransitionRefused):
            services.orders.cancel(refund.id)
        with pytest.raises(OrderTransitionRefused):
            services.orders.pay(refund.id, BOTH, "123456")
    assert services.orders.get(refund.id).status is OrderStatus.COMPLETED


def test_the_curve_says_what_each_day_is_quoted_at(world: World) -> None:
    services = world.account()
    world.paid(services, "developer")
    world.go_to("2019-12-20 10:00:00")
    curve = services.plans.change_curve("business")
    assert len(curve) == 32
    assert (curve[0].total, curve[1].total) == (usd("64.00"), usd("61.94"))
    for point in curve[11:]:
        world.clock.set(point.at)
        assert point.total == services.plans.quote_change("business").total
    assert {point.at - before.at for before, point in pairwise(curve[1:])} == {timedelta(days=1)}


def test_changing_is_told_in_messages(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services, "developer")
    world.changed(services, "business")
    refund = world.change(services, "developer")
    world.pass_time(hours=72)
    services.orders.advance()
    told = [message.kind for message in world.messages(services) if message.order_id == refund.id]
    assert told == [MessageKind.REFUND_SUBMITTED, MessageKind.REFUND_APPROVED, MessageKind.REFUND_COMPLETED]
    assert all(message.amount == usd("64.00") for message in world.messages(services) if message.order_id == refund.id)
