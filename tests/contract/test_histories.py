"""Whole histories: whatever is done in whatever order, the money adds up to the cent after every step."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from supportplan_desktop.domain.errors import Refusal
from supportplan_desktop.domain.money import Money, total
from supportplan_desktop.domain.orders import OrderStatus
from supportplan_desktop.domain.payments import FundsChoice
from tests.contract.world import World, settled, site, usd

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.domain.subscriptions import Subscription
    from supportplan_desktop.services.interfaces import Services
    from tests.contract.conftest import Backend, NewWorld


def test_upgrade_renew_downgrade_and_unsubscribe_balance_to_the_cent(world: World) -> None:
    services = world.account(balance="100.00", credit="400.00")
    world.paid(services, "developer")
    world.go_to("2019-12-12 09:00:00")
    world.changed(services, "business")
    world.go_to("2019-12-15 09:00:00")
    world.renewed(services, 2)
    world.go_to("2019-12-21 09:00:00")
    world.changed(services, "developer")
    world.go_to("2020-01-03 09:00:00")
    world.unsubscribe(services)
    orders = world.orders(services)
    assert [order.total for order in orders] == [
        usd("26.00"),
        usd("57.81"),  # 64.00 x 28/31
        usd("180.00"),
        -usd("167.22"),  # 26.00 x 19/31 for 81.29 x 19/28, and 2 x 26.00 for 180.00
        -usd("52.57"),  # 44.59 less 39.56 consumed and a fee of 4.46, and the renewal
    ]
    assert world.kept(services) == settled(orders) == usd("44.02")
    world.go_to("2020-01-06 09:00:00")
    services.orders.advance()
    funds = services.accounts.funds()
    assert funds.balance + funds.available_credit == usd("500.00") - usd("44.02")
    assert funds.available_credit == usd("400.00")
    assert services.audit.verify().holds
    world.check_money(services)


# Random histories

TIERS = st.sampled_from(["developer", "business", "enterprise", "basic", "gold"])
MONTHS = st.sampled_from([1, 1, 1, 2, 3, 12, 36, 5, 10])
SPANS = st.sampled_from([0, 1, 1, 5, 24, 24, 72, 24 * 6, 24 * 16, 24 * 31, 24 * 200])
AMOUNTS = st.sampled_from(["0.01", "26.00", "300.00", "90000.00"])
FUNDS = st.sampled_from([FundsChoice(), FundsChoice(credit=False), FundsChoice(balance=False)])


class Histories(RuleBasedStateMachine):
    """An account whose owner does anything at any time."""

    def __init__(self, make: NewWorld) -> None:
        super().__init__()
        self.world = make()
        self.services: Services = self.world.account(balance="200.00", credit="150.00")
        self.plans: dict[UUID, Subscription] = {}
        self.put_in = usd("350.00")
        self.latest: Order | None = None

    def teardown(self) -> None:
        self.world.close()

    def attempt(self, command: Callable[[], Order]) -> None:
        """Do it: only what is refused by name may fail, and then nothing has moved and nothing is generated."""
        self.services.orders.advance()
        before = self.world.history(self.services)
        try:
            self.latest = command()
        except Refusal:
            after = self.world.history(self.services)
            assert (after.postings, after.plan) == (before.postings, before.plan)

    @initialize(start=st.sampled_from(["2019-12-09 11:41:23", "2019-01-31 23:59:59", "2024-02-29 00:00:00"]))
    def begin(self, start: str) -> None:
        self.world.clock.set(site(start))

    @rule(tier=TIERS, months=MONTHS, funds=FUNDS)
    def buy(self, tier: str, months: int, funds: FundsChoice) -> None:
        self.attempt(lambda: self.world.paid(self.services, tier, months, funds))

    @rule(tier=TIERS, funds=FUNDS)
    def change(self, tier: str, funds: FundsChoice) -> None:
        self.attempt(lambda: self.world.changed(self.services, tier, funds))

    @rule(months=MONTHS, funds=FUNDS)
    def renew(self, months: int, funds: FundsChoice) -> None:
        self.attempt(lambda: self.world.renewed(self.services, months, funds))

    @rule(tier=TIERS)
    def order_a_change(self, tier: str) -> None:
        self.attempt(lambda: self.world.change(self.services, tier))

    @rule()
    def order_a_renewal(self) -> None:
        self.attempt(lambda: self.world.renew(self.services))

    @rule()
    def unsubscribe(self) -> None:
        self.attempt(lambda: self.world.unsubscribe(self.services))

    @precondition(lambda self: self.latest is not None)
    @rule(funds=FUNDS)
    def pay_the_latest(self, funds: FundsChoice) -> None:
        assert self.latest is not None
        order_id = self.latest.id
        self.attempt(lambda: self.world.pay(self.services, order_id, funds))

    @precondition(lambda self: self.latest is not None)
    @rule()
    def cancel_the_latest(self) -> None:
        assert self.latest is not None
        order_id = self.latest.id
        self.attempt(lambda: self.services.orders.cancel(order_id))

    @rule(hours=SPANS, is_advanced=st.booleans())
    def pass_time(self, hours: int, is_advanced: bool) -> None:
        self.world.pass_time(hours=hours)
        if is_advanced:
            self.services.orders.advance()

    @rule(hours=SPANS)
    def set_the_clock_back(self, hours: int) -> None:
        self.world.pass_time(hours=-hours)

    @rule(is_on=st.booleans(), months=MONTHS, days_before=st.integers(1, 8))
    def choose_auto_renewal(self, is_on: bool, months: int, days_before: int) -> None:
        with suppress(Refusal):
            self.services.plans.set_auto_renewal(is_on=is_on, months=months, days_before=days_before)

    @rule(amount=AMOUNTS)
    def top_up(self, amount: str) -> None:
        self.world.top_up(self.services, amount)
        self.put_in += usd(amount)

    @invariant()
    def it_all_adds_up(self) -> None:
        world, services = self.world, self.services
        world.check()
        world.check_money(services)
        assert services.audit.verify().holds
        orders = world.orders(services)
        completed = total((order.total for order in orders if order.status is OrderStatus.COMPLETED), "USD")
        funds = services.accounts.funds()
        assert funds.balance + funds.available_credit == self.put_in - completed
        plan = world.plan(services)
        if plan is not None:
            self.plans[plan.id] = plan
        assert kept(self.plans) == settled(orders)
        assert sum(order.status is OrderStatus.PENDING_PAYMENT for order in orders) <= 1
        assert services.plans.details().at == world.clock.now()


def kept(plans: dict[UUID, Subscription]) -> Money:
    segments = [segment for plan in plans.values() for paid in plan.terms for segment in paid.segments]
    assert all(segment.paid.amount >= Decimal(0) for segment in segments)
    return total((segment.kept for segment in segments), "USD")


def histories_add_up(backend: Backend, make: NewWorld, examples: int, steps: int) -> None:
    examples = ceil(examples / backend.share)
    chosen = settings(max_examples=examples, stateful_step_count=steps, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(lambda: Histories(make), settings=chosen)  # type: ignore[arg-type] # any callable is called


def test_random_histories_add_up_after_every_step(backend: Backend, new_world: NewWorld) -> None:
    histories_add_up(backend, new_world, examples=12, steps=20)


@pytest.mark.slow
@pytest.mark.local("it is long already")
def test_many_long_random_histories_add_up_after_every_step(backend: Backend, new_world: NewWorld) -> None:
    histories_add_up(backend, new_world, examples=40, steps=40)


def test_years_of_monthly_renewals_keep_the_anchors_day(world: World) -> None:
    world.go_to("2023-01-31 09:00:00")
    services = world.account(balance="2000.00")
    world.paid(services, "developer")
    services.plans.set_auto_renewal(is_on=True, months=1, days_before=2)
    world.pass_time(days=730)
    services.orders.advance()
    ends = {f"{term.last:%m-%d}" for term in services.plans.details().terms}
    assert ends == set("01-31 02-28 02-29 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31".split())
    world.check_money(services)
