"""A PostgreSQL of the tests' own: a cluster in a temporary folder, spoken to over a socket in it, gone afterwards.

Debian's programs are used. They refuse to run as root, so root starts them as the user that Debian made for them.
"""

from __future__ import annotations

import getpass
import os
import pwd
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import quote

import psycopg

from supportplan_desktop.backends.sql.database import migrate
from supportplan_desktop.server.databases import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

_USER = "postgres"
_TEMPLATE = "migrated"
_PATIENCE = 30
_FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True)
class Lock:
    """A row that is held, and who waits for it."""

    cluster: Cluster
    database: str

    def wait_for_somebody(self, many: int = 1) -> None:
        """Come back when so many wait."""
        waiting = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND wait_event_type = 'Lock'"
        deadline = monotonic() + _PATIENCE
        with self.cluster.connect() as connection:
            while connection.execute(waiting, [self.database]).fetchone() < (many,):  # type: ignore[operator]
                assert monotonic() < deadline, "nobody waits for the lock"


@dataclass
class Cluster:
    """A running PostgreSQL, and new databases in it, empty or with the tables made."""

    folder: Path
    user: str
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://{self.user}@/{database}?host={quote(str(self.folder), safe='')}"

    def connect(self, database: str = _USER) -> psycopg.Connection:
        return psycopg.connect(host=str(self.folder), user=self.user, dbname=database, autocommit=True)

    @staticmethod
    def name_of(url: str) -> str:
        return str(re.findall(r"@/(\w+)\?", url)[0])

    def empty_database(self) -> str:
        return self._made("template1")

    def database(self) -> str:
        """The address of a new database with every table and no row."""
        return self._made(_TEMPLATE)

    def _made(self, template: str) -> str:
        name = f"test_{next(self._numbers)}"
        self.run(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)

    @contextmanager
    def locked(self, url: str, owner_id: UUID) -> Iterator[Lock]:
        """Have an owner's row, as another transaction would: whoever writes for it waits."""
        database = self.name_of(url)
        with self.connect(database) as connection, connection.transaction():
            connection.execute("SELECT id FROM accounts WHERE owner_id = %s AND id = owner_id FOR UPDATE", [owner_id])
            yield Lock(self, database)

    def run(self, statement: str) -> None:
        with self.connect() as connection:
            connection.execute(statement.encode())


def cluster(*, is_durable: bool = False) -> Iterator[Cluster]:
    """A cluster while it is needed; a fixture is made of it. Benchmarks ask for one that waits for the disk."""
    programs = _programs()
    owner = _USER if os.geteuid() == 0 else getpass.getuser()
    folder = Path(mkdtemp(prefix="pg-"))  # short: the name of a socket may have 107 characters
    try:
        os.chown(folder, *_ids(owner))
        data = folder / "data"
        initdb = ["--pgdata", str(data), "--auth", "trust", "--username", _USER, "--encoding", "UTF8"]
        _run(owner, [str(programs / "initdb"), *initdb, "--locale", "C", "--no-sync"])
        settings = {
            **({} if is_durable else _FAST),
            "max_connections": "200",
            "listen_addresses": "''",
            "unix_socket_directories": f"'{folder}'",
        }
        options = " ".join(f"-c {name}={value}" for name, value in settings.items())
        control = [str(programs / "pg_ctl"), "--pgdata", str(data), "--wait"]
        _run(owner, [*control, "--log", str(folder / "log"), "--options", options, "start"])
        try:
            made = Cluster(folder, _USER)
            made.run(f"CREATE DATABASE {_TEMPLATE}")
            migrate(made.url(_TEMPLATE), PATIENCE)
            yield made
        finally:
            _run(owner, [*control, "--mode", "immediate", "stop"])
    finally:
        shutil.rmtree(folder)


def _programs() -> Path:
    """The folder with the newest PostgreSQL's programs."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parent.parent.name), reverse=True
    )
    if found:
        return found[0].parent
    initdb = shutil.which("initdb")
    if initdb is None:
        raise RuntimeError(
            "These tests need PostgreSQL (Debian's package postgresql); `python3 packaging/dev.py test` installs it."
        )
    return Path(initdb).resolve().parent


def _ids(owner: str) -> tuple[int, int]:
    entry = pwd.getpwnam(owner)
    return entry.pw_uid, entry.pw_gid


def _run(owner: str, command: Sequence[str]) -> None:
    """Run a program of PostgreSQL's as its owner; what it says is told only where it fails."""
    user, group = _ids(owner) if os.geteuid() == 0 else (None, None)
    extra: list[int] | None = [] if os.geteuid() == 0 else None
    done = subprocess.run(
        command,
        user=user,
        group=group,
        extra_groups=extra,
        cwd="/",
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if "start" not in command else subprocess.DEVNULL,
        stderr=subprocess.STDOUT if "start" not in command else subprocess.DEVNULL,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed: {done.stdout}")
