"""Time's work for one account does not depend on another's."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from supportplan_desktop.domain.errors import StoreUnavailable
from supportplan_desktop.domain.orders import OrderStatus
from supportplan_desktop.services.advancing import advance_all
from tests.contract.conftest import build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID


class FailingFor:
    """A store whose transactions for one owner end in an error."""

    def __init__(self, store: Any, owner_id: UUID, error: Exception) -> None:  # noqa: ANN401 - any store
        self._store, self._owner_id, self._error = store, owner_id, error

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the store has
        return getattr(self._store, name)

    @contextmanager
    def change(self, owner_id: UUID) -> Iterator[Any]:
        if owner_id == self._owner_id:
            raise self._error
        with self._store.change(owner_id) as work:
            yield work


@pytest.mark.parametrize("error", [RuntimeError("damaged"), StoreUnavailable(detail="gone")], ids=["fault", "store"])
def test_an_account_whose_work_fails_does_not_hold_up_the_others(tmp_path: Path, error: Exception) -> None:
    world = build(tmp_path / "world")
    broken, sound = world.account(), world.account()
    orders = {services: world.pending(services) for services in (broken, sound)}
    world.pass_time(hours=25)
    failing: Any = FailingFor(world.parts.store, broken.accounts.me().owner_id, error)
    with pytest.raises((ExceptionGroup, StoreUnavailable)):
        advance_all(replace(world.parts, store=failing), world.clock.now())
    if isinstance(error, RuntimeError):
        assert sound.orders.get(orders[sound]).status is OrderStatus.CANCELED
    assert broken.orders.get(orders[broken]).status is OrderStatus.PENDING_PAYMENT
    world.parts.store.close()
