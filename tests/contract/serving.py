"""Servers of the contract suite beside the one that is run as a process: other offers, over the same data."""

from __future__ import annotations

import socket
import ssl
from dataclasses import replace
from functools import cache
from threading import Thread
from typing import TYPE_CHECKING

import uvicorn

from supportplan_desktop.server.app import create
from supportplan_desktop.server.parts import Server, open_server
from supportplan_desktop.server.settings import settings_of
from supportplan_desktop.services.clocks import MovableClock

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from supportplan_desktop.server.settings import ServerSettings
    from supportplan_desktop.services.acting import Offer
    from supportplan_desktop.services.interfaces import SiteClock


class WrittenClock(MovableClock):
    """A clock that stands in a file as well, for a server to read."""

    def __init__(self, at: datetime, path: Path) -> None:
        super().__init__(at)
        self._path = path
        self.set(at)

    def set(self, to: datetime) -> None:
        """Set it here and in the file, which is there whole at every instant."""
        super().set(to)
        aside = self._path.with_suffix(f".{id(to)}")
        aside.write_text(self.now().isoformat(), "utf-8")
        aside.replace(self._path)


class ServedHere:
    """A server on a thread, over sockets as every other, whose vendor offers something else."""

    def __init__(self, env: Mapping[str, str], offer: Offer, clock: SiteClock) -> None:
        def opened(settings: ServerSettings) -> Server:
            server = open_server(settings)
            return replace(server, parts=replace(server.parts, offer=offer, clock=clock))

        listening = socket.create_server(("127.0.0.1", 0))  # whoever connects early waits here
        app = create(settings_of(env), opened)
        self._server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, lifespan="on", ws="none"))
        self._thread = Thread(target=self._server.run, kwargs={"sockets": [listening]})
        self._thread.start()
        self.url = f"http://127.0.0.1:{listening.getsockname()[1]}"

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join()


@cache
def trust() -> ssl.SSLContext:
    """What the system trusts, read once."""
    return ssl.create_default_context()
