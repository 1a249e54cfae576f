"""What every screen is given: the services of the acting account, and the way to ask them without waiting."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from supportplan_desktop.domain.accounts import Role
from supportplan_desktop.domain.errors import Refusal
from supportplan_desktop.services.changes import Change

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from supportplan_desktop.domain.accounts import Account
    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.services.interfaces import PlanDetails, Services
    from supportplan_desktop.ui.tasks import Tasks

_T = TypeVar("_T")
_LOST = frozenset(
    {
        "server.unreachable",
        "server.certificate",
        "server.not_ours",
        "session.required",
        "request.timed_out",
        "store.unavailable",
    }
)


def is_lost(error: BaseException) -> bool:
    """Whether that says that a server cannot be asked just now; then whatever is shown stays.

    What it was asked to do may have been done all the same.
    """
    return isinstance(error, Refusal) and error.code in _LOST


class ProfileKind(StrEnum):
    """Where the data is."""

    DEMO = "demo"
    LOCAL = "local"
    REMOTE = "remote"


@dataclass(frozen=True, slots=True)
class Profile:
    """The data this window shows: its kind, its name, the folder it lives in, whether its clock can be set.

    What a server keeps lives in no folder but for what was last seen of it.
    """

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
    finished command changed and who started it. Of a server `reached` tells that it has answered, `lost` that it could
    not be asked, why, and whether the user has just had something done. `left` tells that nobody acts any more.
    """

    ready = Signal()
    changed = Signal(object, object)
    could_not_open = Signal(object)
    reached = Signal()
    lost = Signal(object, bool)
    left = Signal()

    def __init__(self, tasks: Tasks, profile: Profile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.profile = profile
        self.seen: PlanDetails | None = None
        """The plan as a server told it last time, until it tells it anew."""
        self._opened: Opened | None = None
        tasks.changed.connect(self.changed)

    def open(self, build: Callable[[], Services]) -> None:
        """Build the services on a worker; `ready` or `could_not_open` follows."""
        self.tasks.command(self, lambda: opened(build()), self._answered, self.could_not_open.emit)

    def leave(self) -> None:
        """Forget whom the services are of; until `ready` nothing can be asked."""
        self._opened = self.seen = None
        self.left.emit()

    def act_as(self, account_id: UUID, role: Role = Role.OWNER) -> None:
        """Let another account act, in that role; every screen starts afresh at `ready`."""
        services = self.now.services
        self.tasks.command(self, lambda: opened(services.accounts.act_as(account_id, role)), self._begin)

    def begin_with(self, known: Opened, seen: PlanDetails) -> None:
        """Begin with what was last seen of a server, before it has been asked."""
        self.seen = seen
        self._begin(known)

    @property
    def is_remote(self) -> bool:
        """Whether a server is asked, which may not answer."""
        return self.profile.kind is ProfileKind.REMOTE

    def is_told(self, error: BaseException | None) -> bool:
        """Whether the window itself says so over every page: then no page has to."""
        return error is not None and self.is_remote and is_lost(error)

    def hear(self, error: BaseException | None, *, is_deed: bool = True) -> None:
        """Learn from an answer or a refusal that came to whoever asked the services past the session."""
        if not self.is_remote:
            return
        if error is None or not is_lost(error):
            self.reached.emit()
        else:
            self.lost.emit(error, is_deed)

    def _answered(self, result: Opened) -> None:
        self._begin(result)
        self.hear(None)

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
        return self.tasks.query(owner, lambda: call(services), *self._listening(then, failed, is_deed=False))

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
        self.tasks.command(owner, lambda: call(services), *self._listening(then, failed, is_deed=True), changes)

    def _listening(
        self, then: Callable[[_T], None] | None, failed: Callable[[BaseException], None] | None, *, is_deed: bool
    ) -> tuple[Callable[[_T], None], Callable[[BaseException], None] | None]:
        """The same callbacks, with the session learning on the way whether a server answers."""
        if not self.is_remote:
            return then or _nothing, failed

        def heard(value: _T) -> None:
            self.hear(None)
            if then is not None:
                then(value)

        def missed(error: BaseException) -> None:
            if isinstance(error, Refusal):
                self.hear(error, is_deed=is_deed)
            if failed is not None:
                failed(error)
            elif not is_lost(error):
                self.tasks.crashed.emit(error)

        return heard, missed


def _nothing(_value: object) -> None:
    pass
