"""A server that is asked to stop finishes what it has begun."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from uuid import uuid4

import pytest

from supportplan_desktop.domain.orders import Order

if TYPE_CHECKING:
    from tests.postgres import Cluster
    from tests.server.conftest import NewCaller, Registries, StartServer


@pytest.mark.parametrize("workers", [1, 2])
def test_a_request_that_is_under_way_is_answered(
    cluster: Cluster, database: str, start: StartServer, register: Registries, talk: NewCaller, workers: int
) -> None:
    server, registry = start(database, workers=workers), register(database)
    account = registry.account()
    person, order_id = talk(server.url, registry.login(account)), uuid4()
    body = person.purchase_body()
    with ThreadPoolExecutor(1) as pool:
        with cluster.locked(database, account.id) as lock:
            under_way = pool.submit(person.put, Order, f"orders/{order_id}", body)
            lock.wait_for_somebody()
            server.terminate()
            server.wait_for_log(lambda lines: [line for line in lines if "Shutting down" in line])
        assert under_way.result().id == order_id
    assert server.wait() == 0
    assert not any(line["level"] == "error" for line in server.log)
    parts = urlsplit(server.url)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((parts.hostname, parts.port), timeout=5)


def test_a_worker_that_dies_is_replaced(database: str, start: StartServer, talk: NewCaller) -> None:
    server = start(database, workers=2)
    server.kill_a_worker()
    server.wait_for_log(lambda lines: sum("Application startup complete" in line for line in lines) >= 3 or None)
    assert talk(server.url).client.get("/readyz").status_code == 200
    assert server.stop() == 0
