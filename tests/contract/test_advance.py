"""However late, often or interrupted time does its work, what comes of it is the same (DESIGN 3)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from supportplan_desktop.domain.errors import Refusal
from supportplan_desktop.domain.messages import MessageKind
from supportplan_desktop.domain.orders import OrderStatus
from supportplan_desktop.services.interfaces import Services
from tests.contract.conftest import NewWorld
from tests.contract.world import BOTH, World, settled, site, usd

UNTIL = "2020-08-01 12:00:00"


def step_by_step(hours: int) -> Callable[[World, Services], None]:
    def run(world: World, services: Services) -> None:
        end = site(UNTIL)
        while world.clock.now() < end:
            world.clock.set(min(end, world.clock.now() + timedelta(hours=hours)))
            services.orders.advance()

    return run


def due_by_due(world: World, services: Services) -> None:
    while (due := world.next_due(services)) is not None and due <= site(UNTIL):
        world.clock.set(due)
        services.orders.advance()
    world.go_to(UNTIL)


def in_one_late_step(world: World, services: Services) -> None:
    world.go_to(UNTIL)
    services.orders.advance()


def twice(world: World, services: Services) -> None:
    in_one_late_step(world, services)
    assert services.orders.advance() == 0


def never_but_by_the_next_command(world: World, services: Services) -> None:
    world.go_to(UNTIL)
    services.plans.set_auto_renewal(is_on=True, months=1, days_before=4)


def with_a_clock_that_jumps(world: World, services: Services) -> None:
    for day in ("2020-02-20", "2019-12-01", "2020-01-06", "2020-05-05", "2020-01-01", "2020-04-30"):
        world.go_to(f"{day} 12:00:00")
        services.orders.advance()
    in_one_late_step(world, services)


def named_in_parts(world: World, services: Services) -> None:
    world.go_to(UNTIL)
    for month in range(1, 9):
        services.orders.advance(site(f"2020-{month:02d}-07 03:00:00"))
    assert services.orders.advance() == 0


def from_eight_threads_at_once(world: World, services: Services) -> None:
    for day in ("2020-01-10 00:00:00", UNTIL):
        world.go_to(day)
        with ThreadPoolExecutor(8) as pool:
            done = [future.result() for future in [pool.submit(services.orders.advance) for _ in range(16)]]
        assert len([count for count in done if count]) == 1


def a_busy_account(world: World) -> Services:
    """One with refunds, an order nobody pays, and an auto-renewal whose money will not last."""
    services = world.account(balance="400.00", credit="300.00")
    world.paid(services)
    services.plans.set_auto_renewal(is_on=True, months=1, days_before=4)
    world.pass_time(days=2)
    world.change(services, "developer")
    world.pass_time(hours=1)
    world.changed(services, "business")
    world.pass_time(days=3)
    world.change(services, "developer")
    world.renew(services, 3)
    return services


def told(make: NewWorld, run: Callable[[World, Services], None]) -> object:
    world = make()
    services = a_busy_account(world)
    run(world, services)
    report = services.audit.verify()
    assert report.holds, report
    assert report.entries > 40
    world.check_money(services)
    assert world.kept(services) == settled(world.orders(services))
    return world.retold(services)


@pytest.mark.parametrize(
    "run",
    [
        twice,
        due_by_due,
        step_by_step(37),
        never_but_by_the_next_command,
        with_a_clock_that_jumps,
        named_in_parts,
        from_eight_threads_at_once,
    ],
)
def test_the_history_is_the_same(new_world: NewWorld, run: Callable[[World, Services], None]) -> None:
    assert told(new_world, run) == told(new_world, in_one_late_step)


@pytest.mark.slow
@pytest.mark.local("five thousand looks; some are asked over HTTP above")
def test_the_history_is_the_same_when_looked_at_every_hour(new_world: NewWorld) -> None:
    assert told(new_world, step_by_step(1)) == told(new_world, in_one_late_step)


def test_everything_happens_in_the_order_it_was_due(world: World) -> None:
    services = a_busy_account(world)
    in_one_late_step(world, services)
    instants = [message.at for message in world.messages(services)]
    assert instants == sorted(instants)
    for order in world.orders(services):
        events = [event.at for event in order.events]
        assert events == sorted(events)


@pytest.mark.slow
@pytest.mark.local(
    "a server's days are asked in test_auto_renewal; here it is the arithmetic, for the better part of a year"
)
@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("Europe/Helsinki", "2024-03-01 12:00:00"),
        ("America/Sao_Paulo", "2018-01-20 12:00:00"),  # midnight is skipped in November and comes twice in February
        ("America/Havana", "2024-02-12 23:59:59"),
        ("Africa/Cairo", "2024-04-20 12:00:00"),
        ("Asia/Beirut", "2024-03-25 12:00:00"),
        ("Australia/Lord_Howe", "2024-03-20 12:00:00"),
    ],
)
def test_where_clocks_are_changed_every_day_is_one_day(new_world: NewWorld, zone: str, start: str) -> None:
    histories = []
    for hours in (0, 23):
        world = new_world(zone)
        world.go_to(start)
        services = world.account(balance="200.00")
        world.paid(services)
        world.go_to(f"{start[:8]}28 23:59:59")
        world.change(services, "developer")
        services.plans.set_auto_renewal(is_on=True, months=1, days_before=2)
        end = world.clock.now() + timedelta(days=260)
        while hours and world.clock.now() < end:
            world.clock.set(min(end, world.clock.now() + timedelta(hours=hours)))
            services.orders.advance()
        world.clock.set(end)
        services.orders.advance()
        histories.append(world.retold(services))
        for message in world.messages(services):
            if message.kind is MessageKind.EXPIRY_REMINDER:
                local = message.at.astimezone(world.parts.offer.catalogue.site_zone)
                assert (local - timedelta(seconds=1)).date() < local.date() or local.hour == 1
        world.check_money(services)
    assert histories[0] == histories[1]


def test_advancing_never_runs_ahead_of_the_clock(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    assert services.orders.advance(world.clock.now() + timedelta(days=30)) == 0
    assert services.orders.get(order_id).status is OrderStatus.PENDING_PAYMENT


def test_an_instant_in_the_past_does_only_what_was_due_then(world: World) -> None:
    services = world.account()
    world.paid(services)
    refund = world.unsubscribe(services)
    at = world.clock.now()
    world.pass_time(days=30)
    assert services.orders.advance(at + timedelta(hours=24, seconds=-1)) == 0
    assert services.orders.advance(at + timedelta(hours=24)) == 1
    assert services.orders.get(refund.id).status is OrderStatus.PROCESSING
    assert services.orders.advance() == 1


def test_advancing_does_the_work_of_every_account(world: World) -> None:
    first, second = world.account(), world.account(name="Lantern Studio")
    orders = [(services, world.pending(services)) for services in (first, second)]
    world.pass_time(days=2)
    assert first.orders.advance() == 2
    assert second.orders.advance() == 0
    for services, order_id in orders:
        assert services.orders.get(order_id).status is OrderStatus.CANCELED


# The agenda


def test_every_command_leaves_what_is_next_due(world: World) -> None:
    services = world.account(balance="2000.00")

    def due(expected: str | None) -> None:
        assert world.next_due(services) == (None if expected is None else site(expected))
        world.check()

    due(None)
    order_id = world.pending(services)
    due("2019-12-10 11:41:23")
    services.orders.cancel(order_id)
    due(None)
    world.paid(services)
    due("2019-12-10 00:00:00")
    refund = world.change(services, "developer")
    due("2019-12-10 00:00:00")
    world.go_to("2019-12-10 00:00:00")
    services.orders.advance()
    due("2019-12-10 11:41:23")
    world.go_to("2019-12-10 11:41:23")
    services.orders.advance()
    due("2019-12-12 11:41:23")
    upgrade = world.change(services, "business")
    due("2019-12-10 23:59:59")
    services.orders.cancel(upgrade.id)
    due("2019-12-12 11:41:23")
    world.go_to("2019-12-12 11:41:23")
    services.orders.advance()
    assert services.orders.get(refund.id).status is OrderStatus.COMPLETED
    due("2019-12-25 00:00:00")
    renewal = world.renew(services, 12)
    due("2019-12-13 11:41:23")
    world.pay(services, renewal.id)
    due("2020-12-10 00:00:00")
    services.plans.set_auto_renewal(is_on=True, months=1, days_before=7)
    due("2020-12-10 00:00:00")
    world.go_to("2021-01-02 02:00:00")
    services.orders.advance()
    due("2021-01-02 03:00:00")
    services.plans.set_auto_renewal(is_on=False, months=1, days_before=7)
    due("2021-01-08 00:00:00")
    upgrade = world.change(services, "business")  # the last week costs something
    due("2021-01-02 23:59:59")
    world.pay(services, upgrade.id)
    due("2021-01-08 00:00:00")
    world.unsubscribe(services)  # and brings nothing back
    due(None)


def test_a_refused_command_leaves_the_agenda_as_it_was(world: World) -> None:
    services = world.account(balance="1.00", credit="0")
    order_id = world.pending(services)
    before: datetime | None = world.next_due(services)
    code = world.code(services, order_id)
    for attempt in (
        lambda: world.pending(services),
        lambda: services.orders.pay(order_id, BOTH, code),
        lambda: services.orders.pay(order_id, BOTH, "not a code"),
    ):
        with pytest.raises(Refusal, match=r"order\.open_exists|funds\.insufficient|verification"):
            attempt()
        assert world.next_due(services) == before
    assert services.accounts.funds().balance == usd("1.00")
