"""Every statement on rows that have an owner names one: so they can be distributed by it (DESIGN 3).

The whole course of a customer is walked in this process, and every statement it leads to is looked at.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Engine, event
from starlette.testclient import TestClient

from supportplan_desktop.backends.sql.access_tables import ACCESS
from supportplan_desktop.backends.sql.tables import METADATA, settings
from supportplan_desktop.server.app import create
from supportplan_desktop.server.settings import settings_of
from tests.server.course import INVITEE, MASTER, walk
from tests.server.people import Caller
from tests.server.running import environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.server.conftest import Registries

OWNED = {table.name for table in METADATA.tables.values()} - {table.name for table in (*ACCESS, settings)}
# Said by whom is invited, and by the clock: what crosses owners crosses them before anything is written.
CROSSING = {
    "accounts": ("accounts.name = ",),
    "agenda": ("agenda.due_at <= ",),
}
_USED = re.compile(r"(?:FROM|JOIN|UPDATE|INSERT INTO|,) (\w+)")


@pytest.fixture
def statements() -> Iterator[list[str]]:
    said: list[str] = []

    def hear(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:  # noqa: ANN401 - SQLAlchemy's
        said.append(" ".join(statement.split()))

    event.listen(Engine, "before_cursor_execute", hear)
    yield said
    event.remove(Engine, "before_cursor_execute", hear)


def owned_tables(statement: str) -> set[str]:
    return OWNED & set(_USED.findall(statement))


def is_held_to_an_owner(statement: str, table: str) -> bool:
    if statement.startswith("INSERT"):
        return f"INSERT INTO {table} (owner_id," in statement
    return f"{table}.owner_id = " in statement


def test_every_statement_on_owned_rows_names_their_owner(
    database: str,
    register: Registries,
    statements: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    registry = register(database)
    printed: list[str] = []

    def code(number: str) -> str:
        printed.extend(capsys.readouterr().out.splitlines())
        return next(line for line in reversed(printed) if number in line).rpartition(" ")[2]

    logins = [registry.login(registry.account(name)) for name in (MASTER, INVITEE)]
    app = create(settings_of(environment(database)))
    with TestClient(app) as master, TestClient(app) as invitee:
        first, second = Caller(master), Caller(invitee)
        first.sign_in(logins[0])
        second.sign_in(logins[1])
        statements.clear()
        walk(first, second, code)

    seen: Counter[str] = Counter()
    for statement in statements:
        for table in owned_tables(statement):
            seen[table] += 1
            crossing = any(condition in statement for condition in CROSSING.get(table, ()))
            is_free = crossing and statement.startswith("SELECT")
            assert is_held_to_an_owner(statement, table) or is_free, statement
    assert set(seen) == OWNED


def test_a_statement_without_an_owner_would_be_found() -> None:
    for statement in (
        "SELECT orders.id FROM orders WHERE orders.id = %(id)s",
        "SELECT orders.id FROM accounts JOIN orders ON orders.account_id = accounts.id WHERE accounts.owner_id = 1",
        "UPDATE orders SET status=%(status)s WHERE orders.id = %(id)s",
        "INSERT INTO orders (id, owner_id) VALUES (1, 2)",
    ):
        assert not all(is_held_to_an_owner(statement, table) for table in owned_tables(statement)), statement
