"""Every route answers, over PostgreSQL and over a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.server.routes import AREAS
from tests.server.course import INVITEE, MASTER, walk

if TYPE_CHECKING:
    from tests.server.conftest import NewCaller, Registries, StartServer
    from tests.server.running import RunningServer

ROUTES = {(route.method, route.path) for area in AREAS for route in area.routes}


@pytest.fixture(params=["postgresql", "sqlite"])
def office(request: pytest.FixtureRequest, start: StartServer) -> tuple[RunningServer, str]:
    database: str = request.getfixturevalue("database" if request.param == "postgresql" else "sqlite_database")
    return start(database), database


def test_every_route_answers(office: tuple[RunningServer, str], register: Registries, talk: NewCaller) -> None:
    server, database = office
    registry = register(database)
    master, invitee = (talk(server.url, registry.login(registry.account(name))) for name in (MASTER, INVITEE))
    walk(master, invitee, server.code)
    assert server.stop() == 0
    answered = {(line["method"], line["route"]) for line in server.requests() if line["status"] < 300}
    assert answered >= ROUTES
    assert {line["status"] for line in server.requests()} <= {200, 204}
