"""Many at once, over HTTP: whatever is sent again and wherever to, an order is one order and is paid once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from uuid import uuid4

from supportplan_desktop.domain.audit import first_broken
from supportplan_desktop.domain.errors import OpenOrderExists, Refusal
from supportplan_desktop.domain.orders import Order, OrderStatus
from supportplan_desktop.domain.payments import Funds, PostingKind
from supportplan_desktop.services.interfaces import VerificationStatus
from tests.server.people import PAYMENT, usd

if TYPE_CHECKING:
    from supportplan_desktop.domain.accounts import Account
    from tests.server.conftest import NewCaller, Registries, StartServer
    from tests.server.people import Caller, Registry
    from tests.server.running import RunningServer

THREADS, TIMES = 8, 40


def payments(registry: Registry, account: Account) -> int:
    with registry.store.read(account.owner_id) as work:
        assert list(work.journal.faults()) == []
        assert first_broken(work.audit.entries()) is None
        return sum(posting.kind is PostingKind.PAYMENT for posting in work.journal.postings(account.id))


def test_forty_identical_orders_and_payments_on_eight_threads_move_money_once(
    server: RunningServer, registry: Registry, talk: NewCaller
) -> None:
    account = registry.account()
    callers = [talk(server.url, registry.login(account)) for _ in range(THREADS)]
    order_id, body = uuid4(), callers[0].purchase_body()
    with ThreadPoolExecutor(THREADS) as pool:
        made = list(pool.map(lambda number: put_order(callers[number % THREADS], order_id, body), range(TIMES)))
        assert {order.id for order in made} == {order_id}
        assert len({order.number for order in made}) == 1
        callers[0].put(VerificationStatus, f"orders/{order_id}/verification", {"channel": "phone"})
        paying = PAYMENT | {"code": server.code(made[0].number)}
        paid = list(
            pool.map(
                lambda number: callers[number % THREADS].put(Order, f"orders/{order_id}/payment", paying), range(TIMES)
            )
        )
    assert {order.status for order in paid} == {OrderStatus.COMPLETED}
    assert callers[0].ask(Funds, "funds").balance == usd("910.00")
    assert payments(registry, account) == 1


def put_order(caller: Caller, order_id: object, body: dict[str, object]) -> Order:
    return caller.put(Order, f"orders/{order_id}", body)


def test_two_servers_with_workers_of_their_own_agree_on_one_order_and_one_payment(
    database: str, start: StartServer, register: Registries, talk: NewCaller
) -> None:
    servers = [start(database, workers=2) for _ in range(2)]
    registry = register(database)
    account = registry.account()
    login = registry.login(account)
    callers = [talk(servers[number % 2].url, login) for number in range(THREADS)]
    body = callers[0].purchase_body()

    def attempt(number: int) -> Order | Refusal:
        """Everybody sends an order of their own."""
        try:
            return put_order(callers[number % THREADS], uuid4(), body)
        except Refusal as refusal:
            return refusal

    with ThreadPoolExecutor(THREADS) as pool:
        results = list(pool.map(attempt, range(TIMES)))
        made = [result for result in results if isinstance(result, Order)]
        refused = [result for result in results if isinstance(result, Refusal)]
        assert len(made) == 1
        assert {type(refusal) for refusal in refused} == {OpenOrderExists}
        order = made[0]
        callers[0].put(VerificationStatus, f"orders/{order.id}/verification", {"channel": "phone"})
        paying = PAYMENT | {"code": servers[0].code(order.number)}
        paid = list(
            pool.map(
                lambda number: callers[number % THREADS].put(Order, f"orders/{order.id}/payment", paying), range(TIMES)
            )
        )
    assert {result.status for result in paid} == {OrderStatus.COMPLETED}
    assert callers[0].ask(Funds, "funds").balance == usd("910.00")
    assert payments(registry, account) == 1


def test_masters_and_invitees_of_each_other_never_block_each_other_for_good(
    database: str, start: StartServer, register: Registries, talk: NewCaller
) -> None:
    """Two owners that reach for each other's records in opposite order: a deadlock is ended and run again."""
    servers = [start(database, workers=2) for _ in range(2)]
    registry = register(database)
    accounts = [registry.account(name) for name in ("One", "Other")]
    callers = [talk(server.url, registry.login(account)) for server, account in zip(servers, accounts, strict=True)]

    def invite_and_revoke(number: int) -> set[int]:
        caller, other = callers[number], accounts[1 - number]
        statuses = set()
        for _ in range(8):
            path = f"/v1/invitations/{uuid4()}"
            body = {"account": other.name, "accounting": "independent"}
            statuses.add(caller.client.put(path, json=body).status_code)
            statuses.add(caller.client.post(f"{path}/revoke").status_code)
        return statuses

    with ThreadPoolExecutor(2) as pool:
        statuses = set().union(*pool.map(invite_and_revoke, range(2)))
    assert 200 in statuses
    assert statuses <= {200, 404, 409}
    for server in servers:
        assert server.stop() == 0
        assert not any("exception" in line for line in server.log)
    for account in accounts:
        assert payments(registry, account) == 0
