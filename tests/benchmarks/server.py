"""Requests per second of a server beside a bare FastAPI route over the same PostgreSQL, in one run.

python tests/benchmarks/server.py

A quote stands beside a route that reads one row, an order and a payment beside one that writes one row in a transaction
of its own. Figures are how many times as long a request takes, with one worker and with two; the load comes from a
process of its own, by eight connections that each send the next request when the last one is answered.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.client import HTTPConnection
from multiprocessing import get_context
from time import perf_counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from uuid import uuid4

from fastapi import FastAPI
from sqlalchemy import create_engine, text

from supportplan_desktop.backends.vaults import SecretVault
from supportplan_desktop.bootstrap import services_for
from supportplan_desktop.domain.access import Login
from supportplan_desktop.domain.accounts import Channel, Role
from supportplan_desktop.server.auth import Sessions
from supportplan_desktop.services.interfaces import PurchaseOrder
from tests import postgres
from tests.server.people import Registry
from tests.server.running import ROOT, SECRET, Lines, RunningServer, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from supportplan_desktop.domain.accounts import Account
    from supportplan_desktop.services.ports import CodeLetter

CONNECTIONS = 8
READS, QUOTES, WRITES, ORDERS, PAYMENTS = 600, 400, 400, 120, 80
LIMITS = {"quote": 4.0, "order": 20.0, "payment": 30.0}
_URL = "BARE_DATABASE"


@dataclass(frozen=True)
class Sent:
    """One request."""

    method: str
    path: str
    headers: dict[str, str]
    body: str | None = None


def bare() -> FastAPI:
    """The application compared with: one statement to a route, and nothing around it."""
    engine = create_engine(os.environ[_URL], pool_size=10, max_overflow=0)
    app = FastAPI()

    @app.get("/read")
    def read() -> dict[str, str]:
        with engine.connect() as connection:
            return {"name": connection.execute(text("SELECT name FROM settings LIMIT 1")).scalar_one()}

    @app.post("/write")
    def write() -> dict[str, str]:
        name = str(uuid4())
        with engine.begin() as connection:
            connection.execute(text("INSERT INTO settings (name, value) VALUES (:name, '')"), {"name": name})
        return {"name": name}

    return app


def load(url: str, requests: Sequence[Sent]) -> float:
    """Seconds until all of them are answered, after one that warms each connection."""
    parts = urlsplit(url)
    assert parts.hostname is not None

    def drive(share: Sequence[Sent]) -> None:
        connection = HTTPConnection(parts.hostname or "", parts.port, timeout=60)
        for sent in share:
            connection.request(sent.method, sent.path, sent.body, sent.headers)
            answer = connection.getresponse()
            said = answer.read()
            assert answer.status == 200, said
        connection.close()

    began = perf_counter()
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        list(pool.map(drive, [requests[number::CONNECTIONS] for number in range(CONNECTIONS)]))
    return perf_counter() - began


class Pocket:  # the demonstration has one of its own, which it keeps to itself
    """A courier that keeps the newest code."""

    arrives_in_messages = False
    code = ""

    def send(self, letter: CodeLetter) -> None:
        self.code = letter.code


class People:
    """Accounts of a server's database, and requests in their names."""

    def __init__(self, database: str) -> None:
        self.registry = Registry(database)
        self._sessions = Sessions(self.registry.store.access, SecretVault(SECRET).session_key())

    def bearer(self, account: Account) -> dict[str, str]:
        """What a signed-in owner sends along; without the password, which takes its time on purpose."""
        login = Login(f"owner of {account.id}", account.owner_id, account.id, Role.OWNER, "")
        token = self._sessions._access_token(login, uuid4())
        return {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def quotes(self, count: int) -> list[Sent]:
        headers = self.bearer(self.registry.account())
        return [Sent("GET", "/v1/quotes/purchase?tier=business&months=3", headers)] * count

    def orders(self, count: int) -> list[Sent]:
        """Each by an account of its own: one open order is all that an account may have."""
        made = []
        for _ in range(count):
            account = self.registry.account()
            order = self._order(account)
            consent = {"version": order.agreement_version, "sha256": order.agreement_sha256}
            total = {"amount": str(order.agreed_total.amount), "currency": order.agreed_total.currency}
            body = {"kind": "new_purchase", "tier": "business", "months": 1, "agreed_total": total, "consent": consent}
            made.append(Sent("PUT", f"/v1/orders/{uuid4()}", self.bearer(account), json.dumps(body)))
        return made

    def payments(self, count: int) -> list[Sent]:
        """Each of an order that waits for it, with the code that was sent."""
        made, pocket = [], Pocket()
        parts = replace(self.registry.parts, courier=pocket)
        for _ in range(count):
            account, order_id = self.registry.account(), uuid4()
            services = services_for(parts, account)
            services.orders.purchase(order_id, self._order(account))
            services.orders.send_code(order_id, Channel.PHONE)
            body = {"funds": ["balance", "credit"], "code": pocket.code}
            made.append(Sent("PUT", f"/v1/orders/{order_id}/payment", self.bearer(account), json.dumps(body)))
        return made

    def _order(self, account: Account) -> PurchaseOrder:
        services = services_for(self.registry.parts, account)
        agreement, quote = services.catalogue.agreement(), services.plans.quote_purchase("business", 1)
        return PurchaseOrder("business", 1, quote.total, agreement.version, agreement.sha256)


@contextmanager
def bare_server(database: str, workers: int) -> Iterator[str]:
    """The application compared with, run as the server is run."""
    options = ["--factory", "--port", "0", "--workers", str(workers), "--no-access-log"]
    process = subprocess.Popen(
        [sys.executable, "-m", "uvicorn", "tests.benchmarks.server:bare", *options],
        env=os.environ | {_URL: database, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stderr is not None
    log = Lines()
    thread = log.follow(process.stderr)
    try:
        log.wait(lambda lines: sum("Application startup complete" in line for line in lines) >= workers or None)
        line = log.wait(lambda lines: next((line for line in lines if "running on http" in line), None))
        yield line.partition("running on ")[2].split()[0]
    finally:
        process.terminate()
        process.wait(60)
        thread.join(60)


def main() -> int:
    """Print one line for each number of workers; the answer is 1 where a limit is passed."""
    lines = [("workers", "read/s", "write/s", "quote/s", "order/s", "payment/s", *LIMITS)]
    is_within = True
    context = get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as loading:

        def a_second(url: str, requests: Sequence[Sent]) -> float:
            return len(requests) / loading.submit(load, url, requests).result()

        for cluster in postgres.cluster(is_durable=True):
            for workers in (1, 2):
                measured = measure(cluster.database(), workers, a_second)
                read, write, quote, order, payment = measured
                ratios = (read / quote, write / order, write / payment)
                is_within &= all(ratio <= limit for ratio, limit in zip(ratios, LIMITS.values(), strict=True))
                lines.append((str(workers), *(f"{one:.0f}" for one in measured), *(f"{one:.1f}" for one in ratios)))
    lines.append(("limit", "", "", "", "", "", *(f"{limit:.1f}" for limit in LIMITS.values())))
    for line in lines:
        print("  ".join(text.rjust(9) for text in line))  # noqa: T201 - a script
    return 0 if is_within else 1


def measure(database: str, workers: int, a_second: Callable[[str, Sequence[Sent]], float]) -> tuple[float, ...]:
    """Requests per second: bare reads and writes, then quotes, orders and payments."""
    people = People(database)
    people.registry.store.set_setting("first", "")
    with bare_server(database, workers) as url:
        read = a_second(url, [Sent("GET", "/read", {})] * READS)
        write = a_second(url, [Sent("POST", "/write", {})] * WRITES)
    asked = (people.quotes(QUOTES), people.orders(ORDERS), people.payments(PAYMENTS))
    server = RunningServer(environment(database), workers=workers)
    try:
        return (read, write, *(a_second(server.url, requests) for requests in asked))
    finally:
        server.stop()
        people.registry.store.close()


if __name__ == "__main__":
    sys.exit(main())
