"""What the OpenAPI document promises, tried by a tool that knows nothing but the document."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from supportplan_desktop.domain.orders import Order
from supportplan_desktop.domain.tickets import ServiceTicket

if TYPE_CHECKING:
    from tests.server.conftest import NewCaller, Registries, StartServer

CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
)
KNOWN = """
[parameters]
"path.order_id" = "{order}"
"path.ticket_id" = "{ticket}"
"path.version" = "current"
"query.tier" = "developer"
"""


@pytest.mark.slow
@pytest.mark.parametrize("knows", [False, True], ids=["ids made up", "ids that are known"])
def test_the_server_keeps_to_its_document(
    database: str, start: StartServer, register: Registries, talk: NewCaller, tmp_path: Path, *, knows: bool
) -> None:
    server, registry = start(database), register(database)
    person = talk(server.url, registry.login(registry.account()))
    if knows:
        order, ticket = person.order(), uuid4()
        items = person.client.get("/v1/catalogue").json()["items"]
        item = next(item["code"] for item in items if item["contents"]["basic"]["operation"])
        body = {"item": item, "severity": None, "subject": "x", "description": "x"}
        person.put(ServiceTicket, f"tickets/{ticket}", body)
        (tmp_path / "schemathesis.toml").write_text(KNOWN.format(order=order.id, ticket=ticket), "utf-8")
        assert person.ask(Order, f"orders/{order.id}")
    tool = str(Path(sys.executable).with_name("st"))
    options = ["--checks", ",".join(CHECKS), "--phases", "coverage,fuzzing", "--max-examples", "15", "--seed", "1"]
    options += ["--no-shrink", "--continue-on-failure", "--request-timeout", "60", "--no-color"]
    done = subprocess.run(
        [tool, "run", f"{server.url}/openapi.json", *options, "-H", f"Authorization: {bearer(person.client.headers)}"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
    assert server.stop() == 0
    assert not any("exception" in line or line.get("status") == 500 for line in server.log)


def bearer(headers: object) -> str:
    return str(headers["Authorization"])  # type: ignore[index]
