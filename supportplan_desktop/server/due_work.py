"""Time-driven work: what has become due is done, by one process of all servers at a time (DOMAIN 6-9).

It never waits in the path of a request; a command does what is due for its own account by itself.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from supportplan_desktop.domain.errors import Refusal
from supportplan_desktop.server.retries import carried_out
from supportplan_desktop.services.advancing import advance

if TYPE_CHECKING:
    from supportplan_desktop.server.parts import Server

_TURN = "time-driven work"
_LOG = logging.getLogger(__name__)


class DueWork:
    """Looks again and again for what is due, until it is told to stop."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._stop = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look, at once and then every so many seconds."""
        self._task = asyncio.create_task(self._look_again_and_again())

    async def stop(self) -> None:
        """Come to an end between two accounts, and wait for that."""
        self._stop.set()
        if self._task is not None:
            await self._task

    async def _look_again_and_again(self) -> None:
        while not self._stop.is_set():
            await asyncio.to_thread(self._look)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), self._server.settings.time_every)

    def _look(self) -> None:
        """Do what is due, if nobody else is at it; the next look makes good what could not be done."""
        try:
            with self._server.store.exclusively(_TURN) as is_ours:
                if is_ours:
                    self._do()
        except Refusal as refusal:
            _LOG.warning("what is due waits: %s", refusal)
        except Exception:  # noqa: BLE001 - whatever it is, it is looked again
            _LOG.exception("what is due waits for an unexpected error")

    def _do(self) -> None:
        parts, metrics = self._server.parts, self._server.metrics
        to = parts.clock.now()
        for owner_id, account_id in parts.store.due(to):
            if self._stop.is_set():
                return
            try:
                done = carried_out(partial(advance, parts, owner_id, account_id, to), metrics.conflicts.inc)
            except Exception:  # noqa: BLE001 - one account must not hold up all others
                metrics.errors.inc()
                _LOG.exception("what is due for account %s waits", account_id)
            else:
                metrics.done_by_time.inc(done)
        self._server.sessions.forget_expired()
        self._server.limits.forget()
        metrics.looked_at.set_to_current_time()
