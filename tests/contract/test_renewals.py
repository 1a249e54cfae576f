from dataclasses import replace
from uuid import uuid4

import pytest

from supportplan_desktop.domain.errors import (
    DurationNotOffered,
    OrderConflict,
    OrderExpired,
    PlanNotPaid,
    QuoteStale,
)
from supportplan_desktop.domain.messages import MessageKind
from supportplan_desktop.domain.orders import OrderKind, OrderStatus
from supportplan_desktop.domain.subscriptions import PlanState
from tests.contract.world import BOTH, World, settled, site, usd


def test_a_renewal_appends_its_months_after_the_present_end(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    quote = services.plans.quote_renewal(2)
    order = world.renew(services, 2)
    assert order.quote == quote
    assert (order.kind, order.status, order.total) == (OrderKind.RENEWAL, OrderStatus.PENDING_PAYMENT, usd("180.00"))
    assert order.consent is None
    assert services.plans.details().valid_until == site("2020-01-09 23:59:59")
    done = world.pay(services, order.id)
    assert done.term == quote.term
    details = services.plans.details()
    assert details.valid_until == site("2020-03-09 23:59:59")
    assert [term.start for term in details.terms] == [site("2019-12-09 11:41:23"), site("2020-01-10 00:00:00")]
    assert details.current == details.terms[0]
    assert details.remaining_days == 91
    assert world.kept(services) == settled(world.orders(services)) == usd("270.00")
    assert world.messages(services)[-1].until == details.valid_until


def test_months_are_counted_from_the_31st_and_return_to_it(world: World) -> None:
    world.go_to("2019-01-31 10:00:00")
    services = world.account(balance="500.00")
    world.paid(services)
    ends = [services.plans.details().valid_until]
    for _ in range(2):
        world.renewed(services)
        ends.append(services.plans.details().valid_until)
    assert ends == [site("2019-02-28 23:59:59"), site("2019-03-31 23:59:59"), site("2019-04-30 23:59:59")]


def test_the_31st_is_returned_to_even_when_each_renewal_comes_late(world: World) -> None:
    world.go_to("2019-01-31 10:00:00")
    services = world.account(balance="500.00")
    world.paid(services)
    for late, end in (("2019-03-20 09:00:00", "2019-03-31 23:59:59"), ("2019-04-29 09:00:00", "2019-04-30 23:59:59")):
        world.go_to(late)
        world.renewed(services)
        assert services.plans.details().valid_until == site(end)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2020-01-24 23:59:59", PlanState.GRACE),
        ("2020-01-25 00:00:00", PlanState.RETENTION),
        ("2020-02-08 23:59:00", PlanState.RETENTION),
    ],
)
def test_until_retention_is_over_a_renewal_counts_from_the_old_end(world: World, day: str, state: PlanState) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    world.go_to(day)
    details = services.plans.details()
    assert (details.state, details.can_renew, details.can_buy) == (state, True, False)
    world.renewed(services, 2)
    details = services.plans.details()
    assert (details.state, details.valid_until) == (PlanState.ACTIVE, site("2020-03-09 23:59:59"))
    assert details.terms[1].start == site("2020-01-10 00:00:00")


def test_after_retention_there_is_nothing_to_renew(world: World) -> None:
    services = world.account()
    world.paid(services)
    order = world.renewal_order(services)
    world.go_to("2020-02-09 00:00:00")
    for attempt in (lambda: services.plans.quote_renewal(1), lambda: services.orders.renew(uuid4(), order)):
        with pytest.raises(PlanNotPaid):
            attempt()
    assert not services.plans.details().can_renew


def test_a_renewal_that_waits_past_retention_is_not_paid_any_more(world: World) -> None:
    services = world.account()
    world.paid(services)
    world.go_to("2020-02-08 23:50:00")
    order = world.renew(services)
    code = world.code(services, order.id)
    before = world.postings(services)
    world.go_to("2020-02-09 00:00:00")
    with pytest.raises(PlanNotPaid):
        services.orders.pay(order.id, BOTH, code)
    assert world.postings(services) == before
    assert services.plans.details().open_order is not None
    world.pass_time(days=1)
    with pytest.raises(OrderExpired):
        services.orders.pay(order.id, BOTH, code)


def test_a_renewal_may_end_before_today_and_says_so(world: World) -> None:
    world.go_to("2019-12-31 09:00:00")
    services = world.account(balance="500.00")
    world.paid(services)  # until 31 January, and retained until 1 March
    world.go_to("2020-03-01 12:00:00")
    world.renewed(services)  # until 29 February
    details = services.plans.details()
    assert (details.valid_until, details.state) == (site("2020-02-29 23:59:59"), PlanState.GRACE)
    assert (details.remaining_days, details.can_renew, details.can_change) == (0, True, False)
    world.go_to("2020-04-01 12:00:00")
    services.orders.advance()
    told = [message.kind for message in world.messages(services)]
    assert told[-2:] == [MessageKind.PLAN_FROZEN, MessageKind.PLAN_ENDED]


def test_a_renewal_is_at_the_price_of_the_tier_the_plan_has_now(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services, "developer")
    world.changed(services, "business")
    assert services.plans.quote_renewal(3).total == usd("270.00")
    assert world.priced(services, business="95.00").plans.quote_renewal(3).total == usd("285.00")


def test_a_renewal_can_be_paid_for_24_hours(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    order = world.renew(services)
    assert order.pay_before == site("2019-12-10 11:41:23")
    world.go_to("2019-12-10 11:41:22")
    code = world.code(services, order.id)
    world.pass_time(seconds=1)
    with pytest.raises(OrderExpired):
        services.orders.pay(order.id, BOTH, code)
    again = world.renew(services)
    world.go_to("2019-12-11 11:41:22")
    assert world.pay(services, again.id).status is OrderStatus.COMPLETED


def test_sending_a_renewal_again_gives_the_same_order(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    order_id, order = uuid4(), world.renewal_order(services)
    first = services.orders.renew(order_id, order)
    assert services.orders.renew(order_id, order) == first
    done = world.pay(services, order_id)
    assert services.orders.renew(order_id, order) == done
    for other in (replace(order, months=2), replace(order, agreed_total=usd("91.00"))):
        with pytest.raises(OrderConflict) as refused:
            services.orders.renew(order_id, other)
        assert refused.value.facts == {"order_id": order_id, "number": first.number}
    assert len(services.plans.details().terms) == 2


@pytest.mark.parametrize("months", [0, -1, 10, 11, 13, 120])
def test_only_durations_that_are_offered_can_be_renewed_for(world: World, months: int) -> None:
    services = world.account()
    world.paid(services)
    order = replace(world.renewal_order(services), months=months)
    for attempt in (lambda: services.plans.quote_renewal(months), lambda: services.orders.renew(uuid4(), order)):
        with pytest.raises(DurationNotOffered) as refused:
            attempt()
        assert refused.value.facts["months"] == months


def test_a_stale_renewal_names_its_cause_and_moves_nothing(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    order = world.renewal_order(services)
    later = world.priced(services, business="95.00")
    before = world.history(services)
    with pytest.raises(QuoteStale) as refused:
        later.orders.renew(uuid4(), order)
    assert refused.value.facts == {"agreed": usd("90.00"), "current": usd("95.00"), "cause": "catalogue"}
    assert world.history(services) == before
    world.renewed(services)
    with pytest.raises(QuoteStale) as refused:
        services.orders.renew(uuid4(), order)
    assert refused.value.facts == {"agreed": usd("90.00"), "current": usd("90.00"), "cause": "plan"}


def test_a_renewal_of_yesterdays_quote_still_holds(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    order = world.renewal_order(services)
    world.pass_time(days=1)
    assert services.orders.renew(uuid4(), order).total == usd("90.00")


def test_renewing_does_not_touch_auto_renewal(world: World) -> None:
    services = world.account(balance="500.00")
    world.paid(services)
    services.plans.set_auto_renewal(is_on=True, months=3, days_before=5)
    world.renewed(services)
    chosen = services.plans.details().auto_renewal
    assert chosen is not None
    assert (chosen.is_on, chosen.months, chosen.days_before) == (True, 3, 5)
    assert chosen.next_at == site("2020-02-04 03:00:00")
