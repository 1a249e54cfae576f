"""Every no is a problem document with a code, and nothing of the inside is in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from supportplan_desktop.api import PROBLEM, Problem
from supportplan_desktop.domain.errors import StoreUnavailable
from supportplan_desktop.server.problems import problem_of, unexpected
from tests.server.people import problem_of as problem_in

if TYPE_CHECKING:
    import httpx2

    from tests.postgres import Cluster
    from tests.server.conftest import Join, NewCaller, Registries, StartServer
    from tests.server.people import Caller

TOTAL = {"amount": "90.00", "currency": "USD"}
ORDER: dict[str, Any] = {"kind": "new_purchase", "tier": "business", "months": 1, "agreed_total": TOTAL}


@pytest.fixture
def person(join: Join) -> Caller:
    return join()


def sent(person: Caller, content: str | bytes, kind: str = "application/json") -> httpx2.Response:
    return person.client.put(f"/v1/orders/{uuid4()}", content=content, headers={"Content-Type": kind})


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"months": "1"}, "months"),
        ({"months": True}, "months"),
        ({"months": 1.0}, "months"),
        ({"months": None}, "months"),
        ({"kind": "gift"}, "kind"),
        ({"agreed_total": 90}, "agreed_total"),
        ({"agreed_total": {"amount": 90, "currency": "USD"}}, "agreed_total.amount"),
        ({"agreed_total": {"amount": "90", "currency": "USD"}}, "agreed_total.amount"),
        ({"agreed_total": {"amount": "NaN", "currency": "USD"}}, "agreed_total.amount"),
        ({"surprise": 1}, "surprise"),
        ({"reason": "other"}, "reason"),
        ({"note": "x"}, "note"),
        ({"tier": "a\x00b"}, "tier"),
    ],
    ids=str,
)
def test_a_field_that_cannot_be_meant_is_named(person: Caller, change: dict[str, Any], field: str) -> None:
    problem = problem_in(sent(person, json.dumps(ORDER | change)))
    assert (problem.status, problem.code) == (422, "input.invalid")
    assert str(problem.facts["field"]).startswith(field)


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "null", "1e999999", '{"kind":', b"\xff\xfe", "[" * 5000, '{"a":' * 5000, "9" * 5000, '"\\ud800"'],
    ids=lambda content: repr(content[:8]),
)
def test_what_cannot_be_read_is_refused_and_not_an_error(person: Caller, content: str | bytes) -> None:
    problem = problem_in(sent(person, content))
    assert (problem.status, problem.code) == (422, "input.invalid")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "", "application/jsonp"])
def test_only_json_is_read(person: Caller, kind: str) -> None:
    problem = problem_in(sent(person, json.dumps(ORDER), kind))
    assert (problem.status, problem.code) == (415, "request.media_type")


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("orders/1", "order_id"),
        ("orders/{12345678123456781234567812345678}", "order_id"),
        ("orders?limit=0", "limit"),
        ("orders?limit=501", "limit"),
        ("orders?limit=1e2", "limit"),
        ("orders?limit=+1", "limit"),
        ("orders?cursor=nonsense", "cursor"),
        ("orders?since=2019-12-09T03:41:23", "since"),
        ("orders?since=2019-12-09T11:41:23%2B08:00", "since"),
        ("orders?until=1575862883", "until"),
        ("orders?since=2019-02-30T03:41:23Z", "since"),
        ("orders?kind=gift", "kind.0"),
        ("orders?descending=1", "descending"),
        ("orders?sort=colour", "sort"),
        ("orders?q=a%00b", "path"),
        ("quotes/purchase?tier=business", "months"),
        ("quotes/purchase?tier=business&months=2.0", "months"),
        ("quotes/refund-split?amount=-1.00&currency=USD", "amount"),
        ("quotes/refund-split?amount=1.001&currency=USD", "amount"),
        ("quotes/refund-split?amount=1.00&currency=EUR", "currency"),
        ("quotes/refund-split?amount=NaN&currency=USD", "amount"),
    ],
)
def test_an_address_that_cannot_be_meant_names_what_is_wrong(person: Caller, path: str, field: str) -> None:
    problem = person.problem("GET", path)
    assert (problem.status, problem.code, problem.facts["field"]) == (422, "input.invalid", field)


def test_an_unknown_path_and_a_wrong_method_are_problems_too(person: Caller) -> None:
    assert person.problem("GET", "nowhere") == Problem(
        "urn:supportplan:problem:path.not_found", "Not Found", 404, "path.not_found", {}
    )
    answer = person.client.request("PATCH", "/v1/plan")
    assert (problem_in(answer).code, answer.headers["Allow"]) == ("request.method_not_allowed", "GET")
    assert problem_in(person.client.get("/v1/plan/")).status == 404
    assert problem_in(person.client.get("/")).status == 404


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("GET", "quotes/purchase?tier=none&months=1", None, 422, "catalogue.tier_unknown"),
        ("GET", "quotes/purchase?tier=business&months=10", None, 422, "catalogue.duration_not_offered"),
        ("GET", "quotes/renewal?months=1", None, 409, "plan.not_paid"),
        ("GET", "agreements/1999", None, 404, "agreement.unknown"),
        ("GET", "sharing", None, 409, "organization.not_master"),
        ("PUT", "orders/{id}", ORDER, 409, "agreement.not_accepted"),
        ("PUT", "invitations/{id}", {"account": "nobody at all", "accounting": "unified"}, 404, "account.not_found"),
    ],
)
def test_each_refusal_has_its_status(
    person: Caller, method: str, path: str, body: dict[str, Any] | None, status: int, code: str
) -> None:
    problem = person.problem(method, path.format(id=uuid4()), body)
    assert (problem.status, problem.code) == (status, code)


def test_a_refusal_carries_its_facts_in_the_spelling_of_the_wire(person: Caller) -> None:
    order = person.order()
    problem = person.problem("PUT", f"orders/{uuid4()}", person.purchase_body())
    assert problem.facts == {"order_id": str(order.id), "number": order.number, "status": "pending_payment"}
    stale = person.purchase_body() | {"agreed_total": {"amount": "1.00", "currency": "USD"}}
    person.client.post(f"/v1/orders/{order.id}/cancel").raise_for_status()
    problem = person.problem("PUT", f"orders/{uuid4()}", stale)
    assert (problem.code, problem.facts["current"]) == ("quote.stale", TOTAL)


def test_what_a_database_says_of_itself_stays_inside() -> None:
    problem = problem_of(StoreUnavailable(detail='connection to server at "10.0.0.7", user "billing" failed'))
    assert (problem.status, problem.facts) == (503, {})
    error = unexpected()
    assert (error.status_code, error.media_type) == (500, PROBLEM)
    assert json.loads(bytes(error.body))["facts"] == {}


def test_an_error_nobody_foresaw_is_told_to_the_log_only(
    cluster: Cluster, database: str, start: StartServer, register: Registries, talk: NewCaller
) -> None:
    server, registry = start(database), register(database)
    person = talk(server.url, registry.login(registry.account()))
    with cluster.connect(cluster.name_of(database)) as connection:
        connection.execute("ALTER TABLE agenda RENAME TO elsewhere")
    answer = person.client.put(f"/v1/orders/{uuid4()}", json=ORDER, headers={"X-Request-Id": "the-one"})
    assert problem_in(answer) == Problem(
        "urn:supportplan:problem:server.error", "Internal Server Error", 500, "server.error", {}
    )
    server.wait_for_log(lambda lines: [line for line in lines if '"the-one"' in line and '"exception"' in line])
    told = next(line for line in server.log if "exception" in line and line.get("request_id") == "the-one")
    assert "UndefinedTable" in told["exception"]
    assert (told["level"], told["route"]) == ("error", "/v1/orders/{order_id}")
    assert "supportplan_errors_total 1.0" in person.client.get("/metrics").text


def test_a_database_that_goes_away_is_said_so_and_comes_back(
    cluster: Cluster, database: str, start: StartServer, register: Registries, talk: NewCaller
) -> None:
    server, registry = start(database), register(database)
    person, name = talk(server.url, registry.login(registry.account())), cluster.name_of(database)
    registry.store.close()
    cluster.run(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
    cluster.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
    answer = person.client.get("/v1/plan")
    assert (problem_in(answer).code, problem_in(answer).facts) == ("store.unavailable", {})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "1")
    assert person.client.get("/readyz").status_code == 503
    assert person.client.get("/healthz").status_code == 200
    cluster.run(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    assert person.client.get("/v1/plan").status_code == 200
    assert person.client.get("/readyz").json() == {"status": "ready"}
