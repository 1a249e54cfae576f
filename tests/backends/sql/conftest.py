from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.backends.sql.store import SqlStore, open_sqlite
from tests.backends.sql import samples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "supportplan.db"


@pytest.fixture
def empty(path: Path) -> Iterator[SqlStore]:
    """A store without any record."""
    store = open_sqlite(path)
    yield store
    store.close()


@pytest.fixture
def store(empty: SqlStore) -> SqlStore:
    """A store with one organization: a master and a member."""
    with empty.change(samples.OWNER) as work:
        work.accounts.add(samples.master())
        work.accounts.add(samples.account())
    return empty
