"""People who talk to a server: accounts put into its database, and requests in somebody's name."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID, uuid4

import httpx2

from supportplan_desktop import wire
from supportplan_desktop.api import PROBLEM, Problem, Session
from supportplan_desktop.backends.couriers import CouriersByChannel
from supportplan_desktop.backends.entropy import SystemEntropy
from supportplan_desktop.backends.sql.store import SqlStore
from supportplan_desktop.backends.vaults import SecretVault
from supportplan_desktop.bootstrap import vendor_offer
from supportplan_desktop.domain.access import Login
from supportplan_desktop.domain.accounts import Account, NewAccount, Role
from supportplan_desktop.domain.catalogue import Agreement
from supportplan_desktop.domain.errors import refusal
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.orders import Order
from supportplan_desktop.domain.quotes import Quote
from supportplan_desktop.server.auth import Passwords
from supportplan_desktop.server.databases import open_database
from supportplan_desktop.services.accounts import open_account
from supportplan_desktop.services.acting import Parts
from supportplan_desktop.services.clocks import SystemClock
from supportplan_desktop.services.interfaces import SiteClock
from tests.server.running import SECRET

T = TypeVar("T")
Query = str | int | list[str] | None
Body = dict[str, Any] | None

PASSWORD = "correct horse battery"
SECONDS = 60.0


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


@dataclass
class Registry:
    """The database of a server from behind: accounts are opened and people let in."""

    database: str
    clock: SiteClock = field(default_factory=SystemClock)
    store: SqlStore = field(init=False)
    parts: Parts = field(init=False)

    def __post_init__(self) -> None:
        self.store = open_database(self.database)
        self.parts = Parts(
            self.store, self.clock, SecretVault(SECRET), CouriersByChannel({}), SystemEntropy(), vendor_offer()
        )

    def account(
        self,
        name: str | None = None,
        balance: str = "1000.00",
        email: str = "lin.chen@harbor.example",
    ) -> Account:
        account_id = uuid4()
        new = NewAccount(
            name or f"Harbor {account_id}", "Lin Chen", "+86 13812342046", email, usd(balance), usd("500.00")
        )
        return open_account(self.parts, account_id, new)

    def login(self, account: Account, role: Role = Role.OWNER, name: str | None = None) -> str:
        """Let somebody in; the name to sign in with."""
        kept = Login(name or f"{role}.{uuid4()}", account.owner_id, account.id, role, _hash())
        self.store.access.put_login(kept)
        return kept.name


_HASHES: list[str] = []


def _hash() -> str:
    """The hash of the one password, made once."""
    if not _HASHES:
        _HASHES.append(Passwords().hashed(PASSWORD))
    return _HASHES[0]


@dataclass
class Caller:
    """Requests to a server, in somebody's name once somebody has signed in."""

    client: httpx2.Client

    def sign_in(self, login: str, password: str = PASSWORD) -> Session:
        """Begin a session and speak in its name from now on."""
        answer = self.client.post("/v1/sessions", json={"name": login, "password": password})
        session = read(Session, answer)
        self.bear(session.access_token)
        return session

    def bear(self, access_token: str) -> None:
        self.client.headers["Authorization"] = f"Bearer {access_token}"

    def ask(self, kind: type[T], path: str, /, **query: Query) -> T:
        return read(kind, self.client.get(f"/v1/{path}", params=query or None))

    def put(self, kind: type[T], path: str, body: Body) -> T:
        return read(kind, self.client.put(f"/v1/{path}", content=dumped(body), headers=JSON))

    def post(self, kind: type[T], path: str, body: Body = None) -> T:
        return read(kind, self.posted(path, body))

    def posted(self, path: str, body: Body = None) -> httpx2.Response:
        if body is None:
            return self.client.post(f"/v1/{path}")
        return self.client.post(f"/v1/{path}", content=dumped(body), headers=JSON)

    def problem(self, method: str, path: str, body: Body = None, /, **query: Query) -> Problem:
        """The refusal of a request."""
        content = None if body is None else dumped(body)
        return problem_of(
            self.client.request(method, f"/v1/{path}", params=query or None, content=content, headers=JSON)
        )

    # What a person does

    def purchase_body(self, tier: str = "business", months: int = 1) -> dict[str, Any]:
        agreement = self.ask(Agreement, "agreements/current")
        total = self.ask(Quote, "quotes/purchase", tier=tier, months=months).total
        return {
            "kind": "new_purchase",
            "tier": tier,
            "months": months,
            "agreed_total": {"amount": str(total.amount), "currency": total.currency},
            "consent": {"version": agreement.version, "sha256": agreement.sha256},
        }

    def order(self, tier: str = "business", months: int = 1, order_id: UUID | None = None) -> Order:
        return self.put(Order, f"orders/{order_id or uuid4()}", self.purchase_body(tier, months))


JSON = {"Content-Type": "application/json"}
PAYMENT = {"funds": ["balance", "credit"]}


def caller(url: str) -> Caller:
    return Caller(httpx2.Client(base_url=url, timeout=SECONDS))


def dumped(body: Body) -> str:
    return json.dumps(body)


def read(kind: type[T], answer: httpx2.Response) -> T:
    """The value of an answer, exactly spelled; the refusal it is, as it would be raised."""
    if answer.status_code >= 400:
        problem = problem_of(answer)
        raise refusal(problem.code, wire.facts_of_json(problem.facts))
    assert answer.headers["Content-Type"] == "application/json"
    return wire.loaded(kind, answer.text)


def problem_of(answer: httpx2.Response) -> Problem:
    assert answer.headers["Content-Type"] == PROBLEM, answer.text
    problem = Problem(**answer.json())
    assert problem.status == answer.status_code
    assert problem.type == f"urn:supportplan:problem:{problem.code}"
    return problem
