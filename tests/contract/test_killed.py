"""Killed in the middle of a command, at any step of it, the data is as before it or as after it, and verifies."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from supportplan_desktop.bootstrap import services_for
from supportplan_desktop.domain.accounts import Account
from supportplan_desktop.domain.orders import OrderStatus
from tests.contract.conftest import build
from tests.contract.world import BOTH, History, World, settled, usd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from supportplan_desktop.services.interfaces import Services

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")
ROOT = Path(__file__).parents[2]
ORDER = UUID(int=7)


@dataclass
class Scene:
    """A store on which a command is about to be given, closed so that other processes can take it."""

    folder: Path
    account: Account
    at: datetime

    def open(self, folder: Path) -> tuple[World, Services]:
        world = build(folder)
        world.clock.set(self.at)
        return world, services_for(world.parts, self.account)

    def history(self, folder: Path) -> History:
        """What a store holds, once it has been checked."""
        world, services = self.open(folder)
        world.check()
        world.check_money(services)
        assert services.audit.verify().holds
        if world.plan(services) is not None:
            assert world.kept(services) == settled(world.orders(services))
        told = world.history(services)
        world.parts.store.close()
        return told

    def arguments(self, stride: int, *words: str) -> list[str]:
        known = (str(self.folder), str(self.account.id), self.at.isoformat(), str(ORDER), str(stride))
        return [sys.executable, "-m", "tests.contract.dying", *known, *words]

    def killed(self, stride: int, *words: str) -> Iterator[Path]:
        """The store as each kill has left it, so many steps after the one before; the last as the command leaves it."""
        result = subprocess.run(self.arguments(stride, *words), cwd=ROOT, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stderr
        for number in range(1, int(result.stdout) + 1):
            yield self.folder.with_name(f"{self.folder.name} {number}")


def scene(folder: Path, prepare: Callable[[World, Services], None]) -> Scene:
    world = build(folder)
    services = world.account(balance="60.00", credit="500.00")
    prepare(world, services)
    ready = Scene(folder, services.accounts.me(), world.clock.now())
    world.parts.store.close()
    return ready


def check_before_or_after(scene: Scene, stores: Iterator[Path], again: Callable[[World, Services], object]) -> None:
    """Each store is as before the command or as after it, and giving the command again ends as one that was not cut."""
    killed = list(stores)
    assert len(killed) > 4
    before, *found = [scene.history(store) for store in (scene.folder, *killed)]
    after = found[-1]
    assert before != after
    switched = [told == after for told in found]
    assert switched == sorted(switched)
    assert all(told in (before, after) for told in found)
    for store in killed[:: max(1, len(killed) // 5)]:
        world, services = scene.open(store)
        again(world, services)
        assert world.history(services) == after
        world.parts.store.close()


EVERY_STEP = pytest.param(1, marks=pytest.mark.slow)


@pytest.mark.parametrize("stride", [5, EVERY_STEP])
def test_a_payment_that_is_killed_happened_or_did_not(tmp_path: Path, stride: int) -> None:
    ready, code = ready_to_pay(tmp_path)
    stores = ready.killed(stride, "pay", code)
    check_before_or_after(ready, stores, lambda _, services: services.orders.pay(ORDER, BOTH, code))


@pytest.mark.slow
def test_a_payment_of_an_upgrade_that_is_killed_happened_or_did_not(tmp_path: Path) -> None:
    codes: list[str] = []

    def prepare(world: World, services: Services) -> None:
        world.paid(services, "developer")
        world.renewed(services)
        services.orders.change(ORDER, world.change_order(services, "business"))
        world.pass_time(minutes=1)
        codes.append(world.code(services, ORDER))

    ready = scene(tmp_path / "data", prepare)
    stores = ready.killed(2, "pay", *codes)
    check_before_or_after(ready, stores, lambda _, services: services.orders.pay(ORDER, BOTH, codes[0]))


@pytest.mark.parametrize("stride", [4, EVERY_STEP])
def test_an_unsubscription_that_is_killed_happened_or_did_not(tmp_path: Path, stride: int) -> None:
    def prepare(world: World, services: Services) -> None:
        world.paid(services)
        world.renewed(services)

    def again(world: World, services: Services) -> None:
        if services.plans.details().tier == "business":
            services.orders.unsubscribe(ORDER, world.unsubscription_order(services))

    ready = scene(tmp_path / "data", prepare)
    check_before_or_after(ready, ready.killed(stride, "unsubscribe"), again)


@pytest.mark.slow
def test_a_downgrade_that_is_killed_happened_or_did_not(tmp_path: Path) -> None:
    def prepare(world: World, services: Services) -> None:
        world.paid(services)

    def again(world: World, services: Services) -> None:
        if services.plans.details().tier == "business":
            services.orders.change(ORDER, world.change_order(services, "developer"))

    ready = scene(tmp_path / "data", prepare)
    check_before_or_after(ready, ready.killed(2, "change", "developer"), again)


@pytest.mark.slow
def test_the_work_of_months_that_is_killed_happened_or_did_not(tmp_path: Path) -> None:
    def prepare(world: World, services: Services) -> None:
        world.top_up(services, "200.00")
        world.paid(services)
        services.plans.set_auto_renewal(is_on=True, months=1, days_before=3)
        world.change(services, "developer")
        world.go_to("2020-01-12 09:00:00")

    ready = scene(tmp_path / "data", prepare)
    check_before_or_after(ready, ready.killed(19, "advance"), lambda _, services: services.orders.advance())


@pytest.mark.slow
def test_killed_at_any_moment_even_while_it_is_written_nothing_is_half_done(tmp_path: Path) -> None:
    ready, code = ready_to_pay(tmp_path)
    before, chance = ready.history(ready.folder), random.Random(0)
    longest = None
    for number in range(8):
        copy = tmp_path / f"copy {number}"
        shutil.copytree(ready.folder, copy)
        with subprocess.Popen(
            replace(ready, folder=copy).arguments(0, "pay", code), cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "ready\n"
            begun = time.monotonic()
            with suppress(subprocess.TimeoutExpired):
                child.wait(None if longest is None else chance.uniform(0.0, longest))
            child.kill()
        longest = longest or time.monotonic() - begun  # the first one is left alone
        told = ready.history(copy)
        assert told == before or told.orders[-1].status is OrderStatus.COMPLETED
        world, services = ready.open(copy)
        assert services.orders.pay(ORDER, BOTH, code).status is OrderStatus.COMPLETED
        assert services.accounts.funds().available_credit == usd("470.00")
        world.check_money(services)
        world.parts.store.close()


def ready_to_pay(folder: Path) -> tuple[Scene, str]:
    codes: list[str] = []

    def prepare(world: World, services: Services) -> None:
        services.orders.purchase(ORDER, world.order(services))
        codes.append(world.code(services, ORDER))

    return scene(folder / "data", prepare), codes[0]
