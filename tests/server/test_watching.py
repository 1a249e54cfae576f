"""What can be watched from outside, over all workers of a server."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from supportplan_desktop import __version__
from supportplan_desktop.services.interfaces import VerificationStatus

if TYPE_CHECKING:
    from tests.server.conftest import NewCaller, Registries, StartServer


def test_measures_are_counted_over_both_workers(
    database: str, start: StartServer, register: Registries, talk: NewCaller
) -> None:
    server, registry = start(database, workers=2), register(database)
    login = registry.login(registry.account())
    callers = [talk(server.url, login) for _ in range(8)]
    order = callers[0].order()
    callers[0].put(VerificationStatus, f"orders/{order.id}/verification", {"channel": "phone"})
    for one in callers:
        one.client.get(f"/v1/orders/{order.id}").raise_for_status()
        one.problem("GET", f"orders/{uuid4()}")
        one.problem("GET", f"nowhere/{uuid4()}")
    # a request is counted, then told in the log
    server.wait_for_log(lambda lines: sum('"unknown"' in line for line in lines) == len(callers) or None)
    answer = callers[0].client.get("/metrics")
    assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    text, route = answer.text, 'method="GET",route="/v1/orders/{order_id}"'
    assert f'supportplan_requests_total{{{route},status="200"}} 8.0' in text
    assert f'supportplan_requests_total{{{route},status="404"}} 8.0' in text
    assert 'supportplan_requests_total{method="GET",route="unknown",status="404"} 8.0' in text
    assert 'supportplan_refusals_total{code="order.not_found"} 8.0' in text
    assert 'supportplan_codes_total{channel="phone",outcome="sent"} 1.0' in text
    assert "supportplan_requests_under_way 1.0" in text
    assert "supportplan_due_looked_at_seconds" in text
    assert str(order.id) not in text


def test_a_server_lives_and_is_ready(database: str, start: StartServer, talk: NewCaller) -> None:
    client = talk(start(database).url).client
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ready"}


def test_the_document_says_which_version_answers(database: str, start: StartServer, talk: NewCaller) -> None:
    document = talk(start(database).url).client.get("/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert document["info"]["version"] == __version__
    assert document["components"]["schemas"]["Money"]["properties"]["amount"]["type"] == "string"
    body = document["components"]["schemas"]["OrderBody"]
    assert body["required"] == ["kind", "agreed_total"]
    for path, methods in document["paths"].items():
        for operation in methods.values():
            kinds = {status: set(told.get("content", {})) for status, told in operation["responses"].items()}
            problems = {kind for status, found in kinds.items() if status >= "400" for kind in found}
            assert problems == {"application/problem+json"}, path
