from dataclasses import replace
from uuid import uuid4

import pytest

from supportplan_desktop.domain.errors import (
    InvalidInput,
    OpenOrderExists,
    OrderConflict,
    PlanExpired,
    PlanNotPaid,
    QuoteStale,
    RefundNotConfirmed,
    UnsubscriptionReasonMissing,
)
from supportplan_desktop.domain.messages import MessageKind
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.orders import OrderKind, OrderStatus
from supportplan_desktop.domain.payments import FundsChoice, Split
from supportplan_desktop.domain.quotes import LineKind, Quote
from supportplan_desktop.domain.subscriptions import PlanState
from supportplan_desktop.domain.unsubscribing import UnsubscriptionReason
from supportplan_desktop.services.interfaces import Services
from tests.contract.world import World, settled, site, usd


def figures(quote: Quote) -> tuple[Money, Money, Money, Money]:
    """Paid, consumed, fee, refund, as the guide's table has them."""
    return -quote.line(LineKind.PAID), quote.line(LineKind.CONSUMED), quote.line(LineKind.FEE), -quote.total


def test_the_guides_unsubscription_brings_all_of_it_back(world: World) -> None:
    services = world.account()
    world.paid(services)
    quote = services.plans.quote_unsubscription()
    split = services.plans.refund_split(quote)
    assert figures(quote) == (usd("90.00"), usd("0.00"), usd("0.00"), usd("90.00"))
    order = world.unsubscribe(services)
    assert order.quote == quote
    assert (order.kind, order.status, order.split) == (OrderKind.UNSUBSCRIPTION, OrderStatus.PENDING_APPROVAL, split)
    assert (order.reason, order.note) == (UnsubscriptionReason.TESTING_FINISHED, "")
    assert order.pay_before == site("2019-12-12 11:41:23")
    details = services.plans.details()
    assert (details.tier, details.state, details.can_buy, details.terms) == ("basic", PlanState.BASIC, True, ())
    assert world.kept(services) == usd("0.00")
    world.pass_time(hours=72)
    services.orders.advance()
    funds = services.accounts.funds()
    assert (funds.balance, funds.available_credit) == (usd("60.00"), usd("500.00"))
    world.check_money(services)


def test_after_five_days_what_was_used_and_a_tenth_are_kept(world: World) -> None:
    services = world.account()
    world.paid(services)
    world.go_to("2019-12-19 09:00:00")
    assert figures(services.plans.quote_unsubscription()) == (
        usd("90.00"),
        usd("29.03"),  # 10 of 31 days
        usd("9.00"),
        usd("51.97"),
    )
    assert world.unsubscribe(services).split == Split(usd("21.97"), usd("30.00"))
    assert world.kept(services) == usd("38.03")


def test_the_five_days_are_counted_to_the_second(world: World) -> None:
    services = world.account()
    world.paid(services)
    world.go_to("2019-12-14 11:41:23")
    assert services.plans.quote_unsubscription().total == -usd("90.00")
    world.pass_time(seconds=1)
    assert services.plans.quote_unsubscription().total == -usd("66.48")


def test_what_the_fifth_days_end_changes_is_the_time_not_the_price_list(world: World) -> None:
    services = world.account()
    world.paid(services)
    world.go_to("2019-12-14 11:41:23")
    order = world.unsubscription_order(services)
    world.pass_time(seconds=1)
    with pytest.raises(QuoteStale) as refused:
        services.orders.unsubscribe(uuid4(), order)
    assert refused.value.facts == {"agreed": -usd("90.00"), "current": -usd("66.48"), "cause": "day"}


def test_renewals_not_begun_come_back_in_full(world: World) -> None:
    services = world.account(balance="600.00")
    world.paid(services)
    world.renewed(services, 3)
    world.go_to("2019-12-19 09:00:00")
    quote = services.plans.quote_unsubscription()
    assert figures(quote) == (usd("360.00"), usd("29.03"), usd("9.00"), usd("321.97"))
    assert [row.given_up for row in quote.rows] == [usd("51.97"), usd("270.00")]
    world.unsubscribe(services)
    assert world.kept(services) == settled(world.orders(services)) == usd("38.03")


def test_a_term_that_is_over_is_not_spoken_of(world: World) -> None:
    services = world.account(balance="600.00")
    world.paid(services)
    world.renewed(services, 3)
    world.go_to("2020-02-09 09:00:00")
    quote = services.plans.quote_unsubscription()
    assert [row.position for row in quote.rows] == [1]
    assert figures(quote)[0] == usd("270.00")
    world.unsubscribe(services)
    assert world.kept(services) == settled(world.orders(services))


def test_the_refund_is_never_below_zero(world: World) -> None:
    services = world.account()
    world.paid(services)
    world.go_to("2020-01-09 23:59:59")
    order = world.unsubscribe(services)
    assert (order.total, order.status) == (usd("0.00"), OrderStatus.COMPLETED)
    told = [message for message in world.messages(services) if message.order_id == order.id]
    assert [(message.kind, message.amount, message.until) for message in told] == [
        (MessageKind.REFUND_COMPLETED, usd("0.00"), None)
    ]
    assert services.plans.details().tier == "basic"
    world.pass_time(days=40)
    assert services.orders.advance() == 0
    world.check_money(services)


def test_a_changed_plan_within_five_days_gives_all_back(world: World) -> None:
    services = world.account(balance="40.00")
    world.paid(services, "developer")
    world.go_to("2019-12-11 09:00:00")
    world.changed(services, "business")
    world.go_to("2019-12-13 09:00:00")
    order = world.unsubscribe(services)
    assert -order.total == settled(world.orders(services)[:2])
    assert world.kept(services) == usd("0.00")
    world.pass_time(days=3)
    services.orders.advance()
    assert services.accounts.funds().balance == usd("40.00")
    assert services.accounts.funds().available_credit == usd("500.00")


def test_ten_full_refunds_a_year_of_the_site_and_the_eleventh_pays(world: World) -> None:
    services = world.account(balance="900.00")
    world.go_to("2019-06-03 09:00:00")
    for number in range(10):
        world.go_to(f"2019-06-{2 * number + 3:02d} 09:00:00")
        world.paid(services, funds=FundsChoice(credit=False))
        assert figures(services.plans.quote_unsubscription()) == (
            usd("90.00"),
            usd("0.00"),
            usd("0.00"),
            usd("90.00"),
        )
        world.pass_time(days=1)
        world.unsubscribe(services)
    world.go_to("2019-06-24 09:00:00")
    world.paid(services)
    assert figures(services.plans.quote_unsubscription()) == (usd("90.00"), usd("0.00"), usd("9.00"), usd("81.00"))
    world.pass_time(days=1)
    assert world.unsubscribe(services).total == -usd("78.00")  # 90.00 less 3.00 of 30 days and 9.00
    world.go_to("2019-12-29 09:00:00")
    world.paid(services)
    world.go_to("2019-12-31 23:59:59")
    assert services.plans.quote_unsubscription().total != -usd("90.00")
    world.go_to("2020-01-01 00:00:00")
    assert services.plans.quote_unsubscription().total == -usd("90.00")
    world.unsubscribe(services)
    world.pass_time(days=4)
    services.orders.advance()
    world.check_money(services)


def test_a_paid_unsubscription_uses_up_no_full_refund(world: World) -> None:
    services = world.account(balance="3000.00")
    for month in range(1, 12):
        world.go_to(f"2019-{month:02d}-01 09:00:00")
        world.paid(services)
        world.go_to(f"2019-{month:02d}-08 09:00:00")
        world.unsubscribe(services)
    world.go_to("2019-12-01 09:00:00")
    world.paid(services)
    assert services.plans.quote_unsubscription().total == -usd("90.00")


def test_every_account_has_its_own_ten(world: World) -> None:
    first, second = world.account(balance="900.00"), world.account(name="Lantern Studio")
    for _ in range(9):
        world.paid(first)
        world.unsubscribe(first)
        world.pass_time(days=4)
    world.paid(second)
    world.paid(first)
    assert second.plans.quote_unsubscription().total == first.plans.quote_unsubscription().total == -usd("90.00")


def test_a_new_plan_can_be_bought_while_the_refund_is_on_its_way(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    refund = world.unsubscribe(services)
    again = world.paid(services, "developer")
    assert services.plans.details().tier == "developer"
    assert services.orders.get(refund.id).status is OrderStatus.PENDING_APPROVAL
    world.pass_time(days=3)
    services.orders.advance()
    assert services.orders.get(refund.id).status is OrderStatus.COMPLETED
    assert again.status is OrderStatus.COMPLETED
    assert services.accounts.funds().balance == usd("474.00")
    world.check_money(services)


# Refusals


def test_exactly_one_reason_is_required(world: World) -> None:
    services = world.account()
    world.paid(services)
    order = world.unsubscription_order(services)
    for missing in (
        replace(order, reason=None),
        replace(order, reason=UnsubscriptionReason.OTHER),
        replace(order, reason=UnsubscriptionReason.OTHER, note=" \n\t "),
    ):
        with pytest.raises(UnsubscriptionReasonMissing):
            services.orders.unsubscribe(uuid4(), missing)
    with pytest.raises(InvalidInput) as refused:
        services.orders.unsubscribe(uuid4(), replace(order, note="x" * 501))
    assert refused.value.facts["field"] == "note"
    assert services.plans.details().tier == "business"
    said = replace(order, reason=UnsubscriptionReason.OTHER, note="  We moved house. ")
    done = services.orders.unsubscribe(uuid4(), said)
    assert (done.reason, done.note) == (UnsubscriptionReason.OTHER, "We moved house.")


def test_the_refund_and_its_fees_must_be_confirmed(world: World) -> None:
    services = world.account()
    world.paid(services)
    before = world.history(services)
    with pytest.raises(RefundNotConfirmed):
        services.orders.unsubscribe(uuid4(), replace(world.unsubscription_order(services), is_confirmed=False))
    assert world.history(services) == before


def test_an_ended_plan_is_not_unsubscribed(world: World) -> None:
    services = world.account()
    world.paid(services)
    order = world.unsubscription_order(services)
    world.go_to("2020-01-10 00:00:00")
    with pytest.raises(PlanExpired) as refused:
        services.orders.unsubscribe(uuid4(), order)
    assert refused.value.facts == {"tier": "business", "ended": site("2020-01-09 23:59:59")}
    world.go_to("2020-02-09 00:00:00")
    with pytest.raises(PlanNotPaid):
        services.orders.unsubscribe(uuid4(), order)


def test_a_stale_refund_names_its_cause_and_moves_nothing(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    world.go_to("2019-12-19 09:00:00")
    order = world.unsubscription_order(services)
    world.go_to("2019-12-20 09:00:00")
    services.orders.advance()
    before = world.history(services)
    with pytest.raises(QuoteStale) as refused:
        services.orders.unsubscribe(uuid4(), order)
    assert refused.value.facts == {"agreed": -usd("51.97"), "current": -usd("49.06"), "cause": "day"}
    assert world.history(services) == before
    order = world.unsubscription_order(services)
    world.renewed(services)
    with pytest.raises(QuoteStale) as refused:
        services.orders.unsubscribe(uuid4(), order)
    assert refused.value.facts == {"agreed": -usd("49.06"), "current": -usd("139.06"), "cause": "plan"}


def test_sending_an_unsubscription_again_gives_the_same_order(world: World) -> None:
    services = world.account()
    world.paid(services)
    order_id, order = uuid4(), world.unsubscription_order(services)
    first = services.orders.unsubscribe(order_id, order)
    assert services.orders.unsubscribe(order_id, order) == first
    for other in (
        replace(order, reason=UnsubscriptionReason.HARD_TO_USE),
        replace(order, note="Another note"),
        replace(order, agreed_total=-usd("80.00")),
    ):
        with pytest.raises(OrderConflict) as refused:
            services.orders.unsubscribe(order_id, other)
        assert refused.value.facts == {"order_id": order_id, "number": first.number}
    with pytest.raises(PlanNotPaid):
        services.orders.unsubscribe(uuid4(), order)
    world.pass_time(days=3)
    assert services.orders.unsubscribe(order_id, order).status is OrderStatus.COMPLETED
    world.check_money(services)


def test_an_order_id_of_another_account_of_the_organization_is_refused_by_name(world: World) -> None:
    first = world.account()
    owner = first.accounts.me().owner_id
    second = world.account(owner_id=owner, name="Harbor Kitchens")
    order_id = world.pending(first)
    with pytest.raises(OrderConflict):
        second.orders.purchase(order_id, world.order(second))
    assert second.plans.details().open_order is None


def test_a_pending_purchase_blocks_nothing_that_is_not_there(world: World) -> None:
    services = world.account()
    world.pending(services)
    with pytest.raises(PlanNotPaid):
        services.plans.quote_unsubscription()
    with pytest.raises(OpenOrderExists):
        world.pending(services)


def test_the_curve_says_what_each_day_brings_back(world: World) -> None:
    services = world.account()
    world.paid(services)
    world.go_to("2019-12-12 09:00:00")
    curve = services.plans.unsubscription_curve()
    assert [point.total for point in curve[:5]] == [-usd("90.00")] * 5
    for point in curve[3:]:
        world.clock.set(point.at)
        assert point.total == services.plans.quote_unsubscription().total
    assert str(curve[-1].day) == "2020-01-09"
    assert curve[-1].total == usd("0.00")


def test_nothing_can_be_bought_for_long_by_a_refund_that_is_spent_twice(world: World) -> None:
    services = world.account(balance="90.00", credit="0")
    world.paid(services)
    world.unsubscribe(services)
    assert services.accounts.funds().balance == usd("0.00")
    refused = attempt_to_buy(world, services)
    assert refused == "funds.insufficient"
    world.pass_time(days=3)
    assert attempt_to_buy(world, services) is None


def attempt_to_buy(world: World, services: Services) -> str | None:
    details = services.plans.details()
    order_id = details.open_order.id if details.open_order else world.pending(services)
    try:
        world.pay(services, order_id)
    except Exception as refusal:  # noqa: BLE001 - only its name is told
        return getattr(refusal, "code", None)
    return None
