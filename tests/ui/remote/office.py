"""A server as an office runs it: in a process of its own over PostgreSQL, at an address that stays."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from supportplan_desktop.backends.clock_file import FileClock
from supportplan_desktop.domain.accounts import Account, Role
from supportplan_desktop.domain.payments import PostingKind
from supportplan_desktop.services.clocks import SystemClock
from tests.server.people import Caller, Registry, caller
from tests.server.running import RunningServer, environment
from tests.ui.remote.relay import Relay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from supportplan_desktop.domain.payments import Posting


def set_clock(clock_file: Path, at: datetime) -> None:
    """Set the site's clock of every server that reads that file."""
    partial = clock_file.with_suffix(".partial")
    partial.write_text(at.isoformat(), "utf-8")
    partial.replace(clock_file)


def started(database: str, clock_file: Path) -> RunningServer:
    """A server on that database, whose site's clock stands still where the file says."""
    if not clock_file.exists():
        set_clock(clock_file, SystemClock().now())
    return RunningServer(environment(database, CLOCK_FILE=str(clock_file)))


@dataclass
class Office:
    """Windows connect to `url`, behind which the server may be killed and started again."""

    database: str
    server: RunningServer
    clock_file: Path
    is_shared: bool = False
    registry: Registry = field(init=False)
    relay: Relay = field(init=False)
    _accounts: list[Account] = field(default_factory=list)
    _callers: list[Caller] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.registry = Registry(self.database, FileClock(self.clock_file))
        self.relay = Relay()
        self.relay.lead_to(self.server.url)

    @property
    def url(self) -> str:
        return self.relay.url

    def cut(self) -> None:
        """Let nobody through to the server."""
        self.relay.cut()

    def mend(self) -> None:
        """Let everybody through again."""
        self.relay.lead_to(self.server.url)

    def open(self) -> None:
        """Start the server again after it was killed."""
        self.server = started(self.database, self.clock_file)
        self.mend()

    def kill(self) -> None:
        """End the server at once, in the middle of whatever it does."""
        assert not self.is_shared, "others need it"
        self.server.kill()
        self.relay.cut()

    def close(self) -> None:
        for account in self._accounts:
            self.postings(account)
        self.relay.close()
        if not self.is_shared:
            self.server.stop()
        self.registry.store.close()
        for one in self._callers:
            one.client.close()

    def pass_time(self, minutes: int) -> None:
        """Let the site's clock go on, for everybody at that server."""
        set_clock(self.clock_file, self.registry.clock.now() + timedelta(minutes=minutes))

    # Who there is

    def account(self, name: str = "Harbor Retail", balance: str = "1000.00") -> Account:
        self._accounts.append(self.registry.account(name, balance))
        return self._accounts[-1]

    def login(self, account: Account, role: Role = Role.OWNER) -> str:
        return self.registry.login(account, role)

    def owner(self, name: str = "Harbor Retail", balance: str = "1000.00") -> str:
        """A new account, and the name its owner signs in with."""
        return self.login(self.account(name, balance))

    def caller(self, login: str) -> Caller:
        """Somebody else who is signed in under that name, past the window."""
        one = caller(self.server.url)
        one.sign_in(login)
        self._callers.append(one)
        return one

    def end_sessions(self, login: str) -> None:
        """End every session of that name, as a changed password does."""
        self.registry.store.access.end_sessions(login)

    # The books

    def postings(self, account: Account) -> list[Posting]:
        """The account's journal, read from the database."""
        with self.registry.store.read(account.owner_id) as work:
            assert list(work.journal.faults()) == []
            return list(work.journal.postings(account.id))

    def payments(self, account: Account) -> list[Posting]:
        """The payments in the account's journal."""
        return [posting for posting in self.postings(account) if posting.kind is PostingKind.PAYMENT]

    @contextmanager
    def busy(self, account: Account) -> Iterator[None]:
        """Hold the lock that every command for the account waits for, as a command of somebody else would."""
        with self.registry.store.change(account.owner_id):
            yield
