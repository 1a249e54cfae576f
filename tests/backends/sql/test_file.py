"""The file before it is used: made, brought up to date with a copy beside it, or refused and left alone."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.backends.sql.file import HISTORY, History, prepare
from supportplan_desktop.backends.sql.network import network_among, network_of
from supportplan_desktop.backends.sql.store import open_sqlite
from supportplan_desktop.domain.errors import StoreTooNew, StoreUnavailable
from tests.backends.sql.samples import ACCOUNT, OWNER, completed, order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from supportplan_desktop.backends.sql.store import SqlStore

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = timedelta(seconds=1)
NOBODY = 65534
NEXT_SCRIPT = """
import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "{head}"


def upgrade():
    with op.batch_alter_table("accounts") as accounts:
        accounts.add_column(sa.Column("nickname", sa.Text, nullable=False, server_default="none"))
    {then}
"""


def next_version(folder: Path, then: str = "pass") -> History:
    """A history with one revision more, as a later version of the application would bring."""
    scripts = folder / "migrations"
    shutil.copytree(HISTORY.scripts, scripts)
    (scripts / "versions" / "next.py").write_text(NEXT_SCRIPT.format(head=HISTORY.head, then=then))
    return History((*HISTORY.revisions, "next"), scripts)


def nicknames(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as raw:
        return [name for (name,) in raw.execute("SELECT nickname FROM accounts")]


def revision(path: Path) -> str:
    with closing(sqlite3.connect(path)) as raw:
        return str(raw.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def test_data_is_still_there_when_the_file_is_opened_again(store: SqlStore, path: Path) -> None:
    with store.change(OWNER) as work:
        work.orders.add(completed(order()))
    store.close()
    again = open_sqlite(path)
    with again.read(OWNER) as work:
        assert work.orders.find(ACCOUNT, order().id) == completed(order())
    again.close()


def test_an_ordinary_opening_does_without_alembic(path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from supportplan_desktop.backends.sql.store import open_sqlite; "
        "[open_sqlite(Path(sys.argv[1])).close() for _ in range(2)]; sys.exit('alembic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=True, cwd=ROOT)


def test_a_file_of_an_earlier_version_is_copied_and_brought_up_to_date(
    store: SqlStore, path: Path, tmp_path: Path
) -> None:
    with store.change(OWNER) as work:
        work.orders.add(completed(order()))
    store.close()
    before = path.read_bytes()
    prepare(path, PATIENCE, next_version(tmp_path))
    assert (revision(path), nicknames(path)) == ("next", ["none", "none"])
    copy = path.with_name(f"supportplan.revision-{HISTORY.head}.db")
    assert revision(copy) == HISTORY.head
    assert copy.stat().st_size == len(before)
    kept = open_sqlite(copy)
    with kept.read(OWNER) as work:
        assert work.orders.find(ACCOUNT, order().id) == completed(order())
    kept.close()
    assert not list(tmp_path.glob("*.partial"))


def test_an_update_that_fails_leaves_the_file_as_it_was(store: SqlStore, path: Path, tmp_path: Path) -> None:
    with store.change(OWNER) as work:
        work.orders.add(order())
    store.close()
    history = next_version(tmp_path, then='op.execute("DELETE FROM accounts")')
    with pytest.raises(StoreUnavailable, match="references to nothing"):
        prepare(path, PATIENCE, history)
    assert revision(path) == HISTORY.head
    again = open_sqlite(path)
    assert len(again.accounts()) == 2
    again.close()


def test_an_update_can_be_tried_again(store: SqlStore, path: Path, tmp_path: Path) -> None:
    store.close()
    path.with_name(f"supportplan.revision-{HISTORY.head}.db").write_text("an older copy")
    path.with_name(f"supportplan.revision-{HISTORY.head}.db.partial").write_text("half a copy")
    prepare(path, PATIENCE, next_version(tmp_path))
    assert revision(path.with_name(f"supportplan.revision-{HISTORY.head}.db")) == HISTORY.head


def test_a_file_of_a_newer_version_is_refused_and_left_alone(store: SqlStore, path: Path) -> None:
    store.close()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    with pytest.raises(StoreTooNew) as refused:
        open_sqlite(path)
    assert refused.value.facts == {"found": "9999", "known": HISTORY.head}
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("content", [b"no database at all, but long enough to look like one" * 40, b"x"])
def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreUnavailable) as refused:
        open_sqlite(path)
    assert "not a database" in str(refused.value.facts["detail"])
    assert path.read_bytes() == content


@pytest.mark.parametrize("tables", ["notes (text)", "alembic_version (version_num)"])
def test_another_programs_database_is_refused_and_left_alone(path: Path, tables: str) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(f"CREATE TABLE {tables}")
    before = path.read_bytes()
    with pytest.raises(StoreUnavailable, match="no data of this application"):
        open_sqlite(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    path.touch()
    open_sqlite(path).close()
    assert revision(path) == HISTORY.head


def test_names_with_blanks_and_signs_are_only_names(tmp_path: Path) -> None:
    path = tmp_path / "a b?mode=memory#c%20者" / "support plan.db"
    path.parent.mkdir()
    open_sqlite(path).close()
    assert [file.name for file in path.parent.iterdir()] == ["support plan.db"]


def test_a_missing_folder_and_a_folder_instead_of_a_file_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere" / "supportplan.db", tmp_path):
        with pytest.raises(StoreUnavailable):
            open_sqlite(path)


@contextmanager
def as_nobody_special() -> Iterator[None]:
    """Without root's right to write everywhere."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
@pytest.mark.parametrize("file_mode", [0o600, 0o400])
def test_a_folder_that_cannot_be_written_is_refused(file_mode: int) -> None:
    with TemporaryDirectory() as name:  # pytest's own folders are closed to everybody but who runs it
        folder = Path(name)
        path = folder / "supportplan.db"
        open_sqlite(path).close()
        path.chmod(file_mode)
        folder.chmod(0o500)
        if not os.geteuid():
            os.chown(path, NOBODY, -1)
            os.chown(folder, NOBODY, -1)
        with as_nobody_special(), pytest.raises(StoreUnavailable):
            open_sqlite(path)
        folder.chmod(0o700)


def test_a_folder_on_a_network_is_recognized() -> None:
    mounts = (
        "/dev/sda1 / ext4 rw 0 0\n"
        "server:/home /home nfs4 rw 0 0\n"
        "/dev/sdb1 /home/local xfs rw 0 0\n"
        "//server/plans /mnt/support\\040plans cifs rw 0 0\n"
    )
    assert network_among(mounts, Path("/home/lin/data.db")) == "nfs4"
    assert network_among(mounts, Path("/mnt/support plans/data.db")) == "cifs"
    for local in ("/data.db", "/home/local/data.db", "/homestead/data.db"):
        assert network_among(mounts, Path(local)) is None


def test_the_computers_own_disk_is_no_network(tmp_path: Path) -> None:
    assert network_of(tmp_path / "supportplan.db") is None
