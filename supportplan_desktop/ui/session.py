"""What every screen is given: the services of the acting account, and the way to ask them without waiting."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from supportplan_desktop.domain.accounts import Role
from supportplan_desktop.services.changes import Change

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from supportplan_desktop.domain.accounts import Account
    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.tasks import Tasks

_T = TypeVar("_T")


class ProfileKind(StrEnum):
    """Where the data is."""

    DEMO = "demo"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Profile:
    """The data this window shows: its kind, its name, the folder it lives in, whether its clock can be set."""

    kind: ProfileKind
    name: str
    folder: str
    clock_is_movable: bool = False


class Opened(NamedTuple):
    """Services that are ready, with what the window needs to know of them at once."""

    services: Services
    account: Account
    accounts: tuple[Account, ...]
    catalogue: ServiceCatalogue
    role: Role


def opened(services: Services) -> Opened:
    """Ask new services for what the window needs at once; to be called on a worker."""
    accounts = services.accounts
    return Opened(services, accounts.me(), accounts.others(), services.catalogue.current(), accounts.role())


class Session(QObject):
    """The acting account's services, on the GUI thread.

    Screens hold the session and never the services: they pass a callable that is given the services on a worker.
    `ready` comes once the services are there, and again whenever another account acts; `changed` relays what a
    finished command changed and who started it.
    """

    ready = Signal()
    changed = Signal(object, object)
    could_not_open = Signal(object)

    def __init__(self, tasks: Tasks, profile: Profile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.profile = profile
        self._opened: Opened | None = None
        tasks.changed.connect(self.changed)

    def open(self, build: Callable[[], Services]) -> None:
        """Build the services on a worker; `ready` or `could_not_open` follows."""
        self.tasks.command(self, lambda: opened(build()), self._begin, self.could_not_open.emit)

    def act_as(self, account_id: UUID, role: Role = Role.OWNER) -> None:
        """Let another account act, in that role; every screen starts afresh at `ready`."""
        services = self.now.services
        self.tasks.command(self, lambda: opened(services.accounts.act_as(account_id, role)), self._begin)

    def _begin(self, result: Opened) -> None:
        self._opened = result
        self.ready.emit()

    @property
    def is_ready(self) -> bool:
        """Whether the services are there."""
        return self._opened is not None

    @property
    def now(self) -> Opened:
        """The services and what is known of them; to be asked only after `ready`."""
        if self._opened is None:
            raise RuntimeError("the services are not there yet")
        return self._opened

    @property
    def catalogue(self) -> ServiceCatalogue:
        """The catalogue in force."""
        return self.now.catalogue

    def query(
        self,
        owner: QObject,
        call: Callable[[Services], _T],
        then: Callable[[_T], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> int:
        """Ask the services something; queries may overlap. The answer comes on the GUI thread, if `owner` lives.

        Returns the number under which `tasks.forget` drops the question.
        """
        services = self.now.services
        return self.tasks.query(owner, lambda: call(services), then, failed)

    def command(
        self,
        owner: QObject,
        call: Callable[[Services], _T],
        then: Callable[[_T], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
        changes: Change = Change.NONE,
    ) -> None:
        """Have the services do something; commands run one at a time, in order, and say what they changed."""
        services = self.now.services
        self.tasks.command(owner, lambda: call(services), then, failed, changes)
