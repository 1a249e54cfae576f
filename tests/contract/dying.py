"""Gives a command over a store and is killed in the middle of it, at one step of it after the other.

Run by `test_killed.py` as a program of its own: `python -m tests.contract.dying DATA ACCOUNT INSTANT ORDER STRIDE
COMMAND …` works on copies of the folder DATA, `DATA 1`, `DATA 2`, … until the command comes to its end, and prints how
many there are. Each copy is worked on by a process of its own that kills itself as `kill -9` would, so many steps after
the one before. With a stride of 0 the command is given once, on DATA itself, for others to kill.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import UUID

from supportplan_desktop.bootstrap import services_for
from supportplan_desktop.domain.payments import FundsChoice
from tests.contract.conftest import build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from supportplan_desktop.domain.accounts import Account
    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.services.ports import Store
    from tests.contract.world import World


class Fate:
    """Counts the steps of a command, and kills this process at the one it was given."""

    def __init__(self, last: int) -> None:
        self._left = last

    def step(self) -> None:
        self._left -= 1
        if not self._left:
            os.kill(os.getpid(), signal.SIGKILL)


class DyingRecords:
    """Records of which every read and write is a step."""

    def __init__(self, records: object, fate: Fate) -> None:
        self._records = records
        self._fate = fate

    def __getattr__(self, name: str) -> object:
        asked = getattr(self._records, name)
        if not callable(asked):
            return DyingRecords(asked, self._fate)

        def step_and_ask(*args: object, **named: object) -> object:
            self._fate.step()
            return asked(*args, **named)

        return step_and_ask


class DyingStore:
    """A store that takes a step with every record, before each commit and after it."""

    def __init__(self, store: Store, fate: Fate) -> None:
        self._store = store
        self._fate = fate

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    @contextmanager
    def change(self, owner_id: UUID) -> Iterator[DyingRecords]:
        with self._store.change(owner_id) as work:
            yield DyingRecords(work, self._fate)
            self._fate.step()
        self._fate.step()


def _command(world: World, services: Services, order_id: UUID, words: list[str]) -> Callable[[], object]:
    match words:
        case ["pay", code]:
            return lambda: services.orders.pay(order_id, FundsChoice(), code)
        case ["unsubscribe"]:
            unsubscription = world.unsubscription_order(services)
            return lambda: services.orders.unsubscribe(order_id, unsubscription)
        case ["change", tier]:
            change = world.change_order(services, tier)
            return lambda: services.orders.change(order_id, change)
        case _:
            return services.orders.advance


def _give(data: Path, account: Account, at: datetime, last: int, order_id: UUID, words: list[str]) -> None:
    world = build(data)
    world.clock.set(at)
    dying = replace(world.parts, store=cast("Store", DyingStore(world.parts.store, Fate(last))))
    _command(world, services_for(dying, account), order_id, words)()


def _once(data: Path, account: Account, at: datetime, order_id: UUID, words: list[str]) -> None:
    """Say that the command is about to begin, and give it: whoever listens may kill this process."""
    world = build(data)
    world.clock.set(at)
    command = _command(world, services_for(world.parts, account), order_id, words)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    command()


def main(data: Path, account_id: UUID, at: datetime, order_id: UUID, stride: int, words: list[str]) -> int:
    """How many copies there are; each is left as it was when it was killed, the last one as the command leaves it."""
    world = build(data)
    account = next(known for known in world.parts.store.accounts() if known.id == account_id)
    world.parts.store.close()
    if not stride:
        _once(data, account, at, order_id, words)
        return 0
    for number in count(1):
        copy = data.with_name(f"{data.name} {number}")
        shutil.copytree(data, copy)
        child = os.fork()
        if not child:
            _give(copy, account, at, number * stride, order_id, words)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            assert os.waitstatus_to_exitcode(status) == 0
            return number
    raise AssertionError


if __name__ == "__main__":
    data, account_id, at, order_id, stride, *words = sys.argv[1:]
    copies = main(Path(data), UUID(account_id), datetime.fromisoformat(at), UUID(order_id), int(stride), words)
    sys.stdout.write(f"{copies}\n")
