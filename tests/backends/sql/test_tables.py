"""The scripts make exactly the tables that the code knows, and the tables are such that every database takes them."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import ForeignKeyConstraint, Table
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from supportplan_desktop.backends.sql.access_tables import ACCESS
from supportplan_desktop.backends.sql.dialect import WRITES, sqlite_engine
from supportplan_desktop.backends.sql.file import HISTORY, upgrade
from supportplan_desktop.backends.sql.tables import METADATA, settings
from tests.backends.sql.test_file import PATIENCE

if TYPE_CHECKING:
    from pathlib import Path

    from supportplan_desktop.backends.sql.store import SqlStore

# A server looks these up before it knows whose records are meant.
OWNED = [table for table in METADATA.sorted_tables if table not in (settings, *ACCESS)]


def schema(path: Path) -> dict[str, str]:
    """Every table, index and trigger of a file as it was written, blanks aside."""
    with closing(sqlite3.connect(path)) as raw:
        made = raw.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: re.sub(r"\s+(?=\))|(?<=\()\s+", "", re.sub(r"\s+", " ", sql)) for name, sql in made}


def test_the_scripts_make_what_a_new_file_has(empty: SqlStore, path: Path, tmp_path: Path) -> None:
    assert empty.accounts() == []
    scripted = tmp_path / "scripted.db"
    scripted.touch()
    engine = sqlite_engine(scripted, PATIENCE)
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        upgrade(connection, HISTORY)
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, METADATA) == []
    engine.dispose()
    assert schema(scripted) == schema(path)


def test_the_revisions_known_without_alembic_are_those_of_the_scripts() -> None:
    config = Config()
    config.set_main_option("script_location", str(HISTORY.scripts))
    scripts = ScriptDirectory.from_config(config)
    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == HISTORY.revisions
    assert scripts.get_heads() == [HISTORY.head]


@pytest.mark.parametrize("table", OWNED, ids=str)
def test_every_row_and_every_reference_carries_the_owner(table: Table) -> None:
    assert next(iter(table.primary_key.columns)).name == "owner_id"
    for constraint in table.constraints:
        if isinstance(constraint, ForeignKeyConstraint):
            first = constraint.elements[0]
            assert (first.parent.name, first.column.name) == ("owner_id", "owner_id")
    for index in table.indexes:
        assert next(iter(index.columns)).name == "owner_id"


@pytest.mark.parametrize("table", METADATA.sorted_tables, ids=str)
def test_postgresql_would_take_the_tables_too(table: Table) -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy left it without types
    assert str(CreateTable(table).compile(dialect=dialect)).strip().startswith("CREATE TABLE")
    for index in table.indexes:
        partial = " WHERE " in str(CreateIndex(index).compile(dialect=dialect))
        assert partial == (index.dialect_options["sqlite"]["where"] is not None)
