"""How much may be sent, and how long it may take."""

from __future__ import annotations

import json
import socket
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from uuid import uuid4

from supportplan_desktop.domain.orders import Order
from supportplan_desktop.server.guarding import LARGEST
from supportplan_desktop.services.interfaces import PlanDetails
from tests.server.people import problem_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.postgres import Cluster
    from tests.server.conftest import Join, NewCaller, Registries, StartServer


def test_too_much_is_refused_before_it_is_read(join: Join) -> None:
    person = join()
    answer = person.client.put(f"/v1/orders/{uuid4()}", content=b"x" * (LARGEST + 1))
    assert (answer.status_code, problem_of(answer).facts) == (413, {"limit": LARGEST})
    assert problem_of(answer).code == "request.too_large"


def test_too_much_is_refused_also_where_nobody_said_how_much_it_would_be(join: Join) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(2 * LARGEST // 1024):
            yield b"x" * 1024

    headers = {"Content-Type": "application/json"}
    answer = join().client.put(f"/v1/orders/{uuid4()}", content=pieces(), headers=headers)
    assert problem_of(answer).code == "request.too_large"


def test_as_much_as_may_be_sent_is_read(join: Join) -> None:
    person = join()
    body = json.dumps(person.purchase_body())
    answer = person.client.put(
        f"/v1/orders/{uuid4()}", content=body.ljust(LARGEST), headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 200


def test_a_length_that_is_no_number_is_refused(join: Join) -> None:
    parts = urlsplit(str(join().client.base_url))
    request = b"PUT /v1/sharing HTTP/1.1\r\nHost: x\r\nContent-Length: %s\r\n\r\n"
    for length in (b"-1", b"1e3", b"9" * 30):
        with socket.create_connection((parts.hostname, parts.port), timeout=10) as connection:
            connection.sendall(request % length)
            assert connection.recv(20).split(b" ")[1] in {b"400", b"413"}


def test_whoever_sends_too_slowly_is_let_go(
    database: str, start: StartServer, register: Registries, talk: NewCaller
) -> None:
    server, registry = start(database, REQUEST_SECONDS="0.5"), register(database)
    person = talk(server.url, registry.login(registry.account()))
    parts = urlsplit(server.url)
    head = (
        f"PUT /v1/sharing HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 17\r\n"
        "Connection: close\r\n"
        f"Authorization: {person.client.headers['Authorization']}\r\n\r\n"
    )
    with socket.create_connection((parts.hostname, parts.port), timeout=20) as connection:
        connection.sendall(head.encode() + b"{")
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 503")
    assert b"request.timed_out" in answer


def test_a_command_that_takes_too_long_is_answered_and_still_comes_to_its_end(
    cluster: Cluster, database: str, start: StartServer, register: Registries, talk: NewCaller
) -> None:
    server, registry = start(database, REQUEST_SECONDS="1"), register(database)
    account = registry.account()
    person, other = (talk(server.url, registry.login(one)) for one in (account, registry.account()))
    order_id, body = uuid4(), person.purchase_body()
    with cluster.locked(database, account.id):
        answer = person.client.put(f"/v1/orders/{order_id}", json=body)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "1")
        assert problem_of(answer).code == "request.timed_out"
        assert other.ask(PlanDetails, "plan").can_buy
    assert person.put(Order, f"orders/{order_id}", body).id == order_id
    assert person.client.get("/v1/orders").json()["count"] == 1


def test_many_who_wait_do_not_keep_anybody_from_seeing_that_the_server_lives(
    cluster: Cluster, database: str, start: StartServer, register: Registries, talk: NewCaller
) -> None:
    server, registry = start(database), register(database)
    account = registry.account()
    login = registry.login(account)
    callers = [talk(server.url, login) for _ in range(12)]
    body, order_id = callers[0].purchase_body(), uuid4()
    with ThreadPoolExecutor(12) as pool:
        with cluster.locked(database, account.id) as lock:
            waiting = [pool.submit(one.put, Order, f"orders/{order_id}", body) for one in callers]
            lock.wait_for_somebody(8)
            began = monotonic()
            for path in ("/healthz", "/readyz", "/metrics"):
                assert talk(server.url).client.get(path).status_code == 200
            assert monotonic() - began < 5
        orders = {future.result().id for future in waiting}
    assert orders == {order_id}
