"""What changing, renewing and unsubscribing are refused for, with the facts, and that nothing has moved."""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest

from supportplan_desktop.domain.accounts import AccountingMode, AccountKind
from supportplan_desktop.domain.errors import (
    AgreementNotAccepted,
    FundsInsufficient,
    OpenOrderExists,
    OrderConflict,
    PlanExpired,
    PlanManagedByMaster,
    PlanNotPaid,
    PlanTierUnchanged,
    QuoteStale,
    TierNotForSale,
    TierUnknown,
)
from supportplan_desktop.domain.orders import OrderStatus
from supportplan_desktop.domain.unsubscribing import UnsubscriptionReason
from supportplan_desktop.services.interfaces import ChangeOrder, RenewalOrder, Services, UnsubscriptionOrder
from tests.contract.world import BOTH, World, site, usd


def test_an_open_order_blocks_all_else_until_it_is_canceled(world: World) -> None:
    services = world.account()
    world.paid(services, "developer")
    change, renewal = world.change_order(services, "business"), world.renewal_order(services)
    unsubscription = world.unsubscription_order(services)
    pending = services.orders.change(uuid4(), change)
    attempts: list[Callable[[], object]] = [
        lambda: services.orders.change(uuid4(), change),
        lambda: services.orders.renew(uuid4(), renewal),
        lambda: services.orders.unsubscribe(uuid4(), unsubscription),
    ]
    for attempt in attempts:
        with pytest.raises(OpenOrderExists) as refused:
            attempt()
        assert refused.value.facts == {"order_id": pending.id, "number": pending.number, "status": "pending_payment"}
    details = services.plans.details()
    assert details.open_order is not None
    assert (details.open_order.id, details.can_change) == (pending.id, True)
    services.orders.cancel(pending.id)
    assert services.plans.details().open_order is None
    assert world.changed(services, "business").status is OrderStatus.COMPLETED


def test_a_unified_member_changes_renews_and_unsubscribes_nothing(world: World) -> None:
    master = world.account().accounts.me()
    member = world.account(
        owner_id=master.owner_id, kind=AccountKind.MEMBER, accounting=AccountingMode.UNIFIED, master_id=master.id
    )
    for attempt in everything(member):
        with pytest.raises(PlanManagedByMaster) as refused:
            attempt()
        assert refused.value.facts == {"master": "Harbor Retail"}


def test_on_basic_there_is_nothing_to_change_renew_or_unsubscribe(world: World) -> None:
    services = world.account()
    for attempt in everything(services):
        with pytest.raises(PlanNotPaid):
            attempt()
    details = services.plans.details()
    assert (details.can_change, details.can_renew, details.can_unsubscribe) == (False, False, False)


def everything(services: Services) -> list[Callable[[], object]]:
    agreement = services.catalogue.agreement()
    change = ChangeOrder("business", usd("64.00"), agreement.version, agreement.sha256)
    unsubscription = UnsubscriptionOrder(usd("0.00"), UnsubscriptionReason.SURPLUS, is_confirmed=True)
    return [
        lambda: services.plans.quote_change("business"),
        lambda: services.plans.quote_renewal(1),
        services.plans.quote_unsubscription,
        lambda: services.plans.change_curve("business"),
        services.plans.unsubscription_curve,
        lambda: services.orders.change(uuid4(), change),
        lambda: services.orders.renew(uuid4(), RenewalOrder(1, usd("90.00"))),
        lambda: services.orders.unsubscribe(uuid4(), unsubscription),
        lambda: services.plans.set_auto_renewal(is_on=True, months=1, days_before=3),
    ]


@pytest.mark.parametrize(
    "day", ["2020-01-10 00:00:00", "2020-01-24 23:59:59", "2020-01-25 00:00:00", "2020-02-08 12:00:00"]
)
def test_in_grace_and_retention_nothing_is_changed(world: World, day: str) -> None:
    services = world.account()
    world.paid(services)
    order = world.change_order(services, "developer")
    world.go_to(day)
    attempts: list[Callable[[], object]] = [
        lambda: services.plans.quote_change("developer"),
        lambda: services.orders.change(uuid4(), order),
        services.plans.quote_unsubscription,
    ]
    for attempt in attempts:
        with pytest.raises(PlanExpired) as refused:
            attempt()
        assert refused.value.facts == {"tier": "business", "ended": site("2020-01-09 23:59:59")}
    assert not services.plans.details().can_change


def test_a_change_is_to_another_paid_tier_that_is_sold(world: World) -> None:
    services = world.account()
    world.paid(services)
    order = world.change_order(services, "developer")
    for tier, refusal in (("business", PlanTierUnchanged), ("basic", TierNotForSale), ("gold", TierUnknown)):
        with pytest.raises(refusal) as refused:
            services.plans.quote_change(tier)
        assert refused.value.facts == {"tier": tier}
        with pytest.raises(refusal) as refused:
            services.orders.change(uuid4(), replace(order, tier=tier))
        assert refused.value.facts == {"tier": tier}


def test_too_little_funds_change_nothing(world: World) -> None:
    services = world.account(balance="60.00", credit="20.00")
    world.paid(services, "developer")
    order = world.change(services, "business")
    before = world.history(services).plan
    world.pass_time(seconds=60)
    code = world.code(services, order.id)
    with pytest.raises(FundsInsufficient) as refused:
        services.orders.pay(order.id, BOTH, code)
    assert refused.value.facts == {"total": usd("64"), "covered": usd("54"), "missing": usd("10")}
    assert world.history(services).plan == before
    world.top_up(services, "10.00")
    assert services.orders.pay(order.id, BOTH, code).status is OrderStatus.COMPLETED


def test_the_agreement_must_be_ticked(world: World) -> None:
    services = world.account()
    world.paid(services)
    for tier in ("developer", "enterprise"):
        order = replace(world.change_order(services, tier), agreement_version="", agreement_sha256="")
        with pytest.raises(AgreementNotAccepted) as refused:
            services.orders.change(uuid4(), order)
        assert refused.value.facts == {"version": services.catalogue.agreement().version, "accepted": None}
    consent = world.change(services, "developer").consent
    assert consent is not None
    assert (consent.by, consent.at) == (world.person(services), world.clock.now())


def test_a_quote_of_yesterday_is_stale_by_its_day_and_nothing_moves(world: World) -> None:
    services = world.account()
    world.paid(services, "developer")
    order = world.change_order(services, "business")
    before = world.history(services)
    world.go_to("2019-12-09 23:59:58")
    assert services.plans.quote_change("business").total == usd("64.00")
    world.go_to("2019-12-10 00:00:00")
    services.orders.advance()
    with pytest.raises(QuoteStale) as refused:
        services.orders.change(uuid4(), order)
    assert refused.value.facts == {"agreed": usd("64.00"), "current": usd("61.94"), "cause": "day"}
    after = world.history(services)
    assert (after.orders, after.postings, after.plan) == (before.orders, before.postings, before.plan)


def test_a_quote_for_another_plan_is_stale_by_its_plan_even_at_the_same_amount(world: World) -> None:
    services = world.account(balance="5000.00")
    world.paid(services, "developer")
    first = world.change_order(services, "business")
    world.changed(services, "business")
    world.changed(services, "developer")
    with pytest.raises(QuoteStale) as refused:
        services.orders.change(uuid4(), first)
    assert refused.value.facts == {"agreed": usd("64.00"), "current": usd("64.00"), "cause": "plan"}


def test_a_quote_by_old_prices_is_stale_by_the_catalogue(world: World) -> None:
    services = world.account()
    world.paid(services, "developer")
    order = world.change_order(services, "business")
    later = world.priced(services, business="95.00")
    with pytest.raises(QuoteStale) as refused:
        later.orders.change(uuid4(), order)
    assert refused.value.facts == {"agreed": usd("64.00"), "current": usd("69.00"), "cause": "catalogue"}
    assert later.plans.details().open_order is None


def test_an_order_id_is_not_used_for_something_else(world: World) -> None:
    services = world.account(balance="500.00")
    bought = world.paid(services, "developer")
    order, renewal = world.change_order(services, "business"), world.renewal_order(services)
    unsubscription = world.unsubscription_order(services)
    pending = services.orders.change(uuid4(), order)
    attempts: list[Callable[[], object]] = [
        lambda: services.orders.change(bought.id, order),
        lambda: services.orders.change(pending.id, replace(order, tier="enterprise")),
        lambda: services.orders.change(pending.id, replace(order, agreed_total=usd("63.99"))),
        lambda: services.orders.renew(pending.id, renewal),
        lambda: services.orders.unsubscribe(pending.id, unsubscription),
        lambda: services.orders.purchase(pending.id, replace(world.order(services), agreed_total=usd("64.00"))),
    ]
    for attempt in attempts:
        with pytest.raises(OrderConflict):
            attempt()
    with pytest.raises(OrderConflict) as refused:
        services.orders.renew(pending.id, renewal)
    assert refused.value.facts == {"order_id": pending.id, "number": pending.number}
