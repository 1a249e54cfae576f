"""What the server writes about requests: enough to find one, and nothing anybody has to keep to themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from supportplan_desktop.services.interfaces import VerificationStatus
from tests.server.people import PASSWORD, PAYMENT
from tests.server.running import SECRET

if TYPE_CHECKING:
    from tests.server.conftest import NewCaller, Registries, StartServer


def test_a_request_is_told_by_its_template_and_nothing_secret_is_told(
    database: str, start: StartServer, register: Registries, talk: NewCaller
) -> None:
    server, registry = start(database, workers=2), register(database)
    account = registry.account()
    login = registry.login(account)
    person = talk(server.url)
    session = person.sign_in(login)
    order = person.order()
    person.put(VerificationStatus, f"orders/{order.id}/verification", {"channel": "email"})
    code = server.code(order.number)
    person.client.put(f"/v1/orders/{order.id}/payment", json=PAYMENT | {"code": code}).raise_for_status()
    person.client.get("/v1/orders", params={"q": "NEEDLE"}).raise_for_status()
    person.problem("POST", "sessions", {"name": "typed-name", "password": "typed-password"})
    person.problem("POST", "sessions/refresh", {"refresh_token": "typed-token"})
    person.client.get(f"/v1/nowhere/{uuid4()}?secret=typed-query")
    assert server.stop() == 0

    told = server.requests()
    line = next(line for line in told if line["route"] == "/v1/orders/{order_id}/payment")
    assert (line["method"], line["status"], line["account"]) == ("PUT", 200, str(account.id))
    assert UUID(line["request_id"])
    assert line["ms"] > 0
    assert set(line) == {"at", "level", "logger", "message", "request_id", "method", "route", "status", "ms", "account"}
    secrets = {
        "the secret": SECRET,
        "the password": PASSWORD,
        "the access token": session.access_token,
        "the refresh token": session.refresh_token,
        "the code": f'"{code}"',
        "the code in a text": f" {code}",
        "the phone": "13812342046",
        "the e-mail": "lin.chen@harbor.example",
        "a typed name": "typed-name",
        "a typed password": "typed-password",
        "a typed token": "typed-token",
        "a query": "NEEDLE",
        "an unknown query": "typed-query",
        "an order's id": str(order.id),
        "the login": login,
        "the database's address": database,
    }
    for name, secret in secrets.items():
        assert secret not in server.everything_said, name


def test_a_request_keeps_the_number_a_proxy_gave_it_unless_it_is_a_strange_one(
    database: str, start: StartServer, talk: NewCaller
) -> None:
    server = start(database)
    client = talk(server.url).client
    assert client.get("/healthz", headers={"X-Request-Id": "proxy-0815"}).headers["X-Request-Id"] == "proxy-0815"
    for strange in ("a b", '"}', "x" * 65):
        assert UUID(client.get("/healthz", headers={"X-Request-Id": strange}).headers["X-Request-Id"])
    assert server.stop() == 0
    numbers = [line["request_id"] for line in server.requests()]
    assert "proxy-0815" in numbers
    assert len(set(numbers)) == 4


def test_answers_are_not_to_be_kept_by_anybody_between(database: str, start: StartServer, talk: NewCaller) -> None:
    answer = talk(start(database).url).client.get("/v1/plan")
    assert (answer.headers["Cache-Control"], answer.headers["X-Content-Type-Options"]) == ("no-store", "nosniff")
    assert "Server" not in answer.headers
