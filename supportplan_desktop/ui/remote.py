"""The window's side of a server: what was last seen until it answers, whether it answers, and signing in again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from supportplan_desktop.domain.errors import Refusal, SignInRequired
from supportplan_desktop.services.changes import Change
from supportplan_desktop.services.seen import Seen
from supportplan_desktop.ui.session import Opened

if TYPE_CHECKING:
    from datetime import datetime

    from supportplan_desktop.services.interfaces import PlanDetails, Services
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_ASK_AGAIN_MS = 10_000


class RemoteSource(Protocol):
    """Where a server's services come from; every call belongs on a worker."""

    def open(self) -> Services:
        """The services of the profile's session."""

    def connect(self, server: str, login: str, password: str) -> Services:
        """Sign in; the services of the new session, the same where only the session had ended."""

    def seen(self) -> tuple[Services, Seen] | None:
        """What was last seen, None where nothing ever was."""

    def keep_seen(self, seen: Seen) -> None:
        """Keep what was told."""

    def sign_out(self) -> None:
        """End the session; the profile stays."""

    def standing(self) -> tuple[str, str, bool]:
        """Server, login, and whether the session outlives the window."""


class RemoteLink(QObject):
    """Knows whether the server answers. While it does not, it is asked again now and then, and whatever is shown stays.

    Made once for a window whose profile is a server's.
    """

    changed = Signal()
    """The server answers again, or no longer."""

    def __init__(self, session: Session, texts: Texts, source: RemoteSource, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._texts, self._source, self._window = session, texts, source, window
        self._dialog: QWidget | None = None
        self.trouble: Refusal | None = None
        self.server = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_ASK_AGAIN_MS)
        self._timer.timeout.connect(self.ask_again)
        session.reached.connect(self._on_reached)
        session.lost.connect(self.take)
        session.ready.connect(self._ask_where)

    @property
    def is_online(self) -> bool:
        """Whether the server answered the last time it was asked."""
        return self.trouble is None

    def begin(self) -> None:
        """Show what was last seen, if anything was, then ask the server."""
        self._session.tasks.query(self, self._source.seen, self._begin_with, lambda _error: self._open())

    def keep(self, plan: PlanDetails) -> None:
        """Remember the plan as it was just told, for the next start."""
        now = self._session.now
        seen = Seen(now.account, now.role, now.catalogue, plan)
        self._session.seen = None
        self._session.tasks.command(self, lambda: self._source.keep_seen(seen), failed=lambda _error: None)

    def take(self, error: BaseException) -> None:
        """The server could not be asked; where only the session has ended, ask for the password."""
        if not isinstance(error, Refusal):
            return
        self.trouble = error
        self.changed.emit()
        if isinstance(error, SignInRequired):
            self._timer.stop()
            self._ask_for_password(error)
        elif not self._timer.isActive():
            self._timer.start()

    def ask_again(self) -> None:
        """Ask the server for no more than its time."""
        if self._session.is_ready:
            self._session.query(self, _now, lambda _now: None, lambda _error: None)

    def _begin_with(self, seen: tuple[Services, Seen] | None) -> None:
        if seen is not None:
            services, last = seen
            known = Opened(services, last.account, (last.account,), last.catalogue, last.role)
            self._session.begin_with(known, last.plan)
        self._open()

    def _ask_where(self) -> None:
        self._session.tasks.query(self, self._source.standing, self._name)

    def _name(self, standing: tuple[str, str, bool]) -> None:
        self.server = standing[0]
        self.changed.emit()

    def _open(self) -> None:
        self._session.open(self._source.open)

    def _on_reached(self) -> None:
        self._timer.stop()
        if self.trouble is not None:
            self.trouble = None
            self.changed.emit()
            self._session.changed.emit(Change.EVERYTHING, self)

    def _ask_for_password(self, error: SignInRequired) -> None:
        from supportplan_desktop.ui.connect_dialog import ConnectDialog  # noqa: PLC0415 - loads when first needed

        if self._dialog is not None:
            return
        known = (str(error.facts.get("server", "")), str(error.facts.get("login", "")))
        parent = QApplication.activeModalWidget() or self._window
        dialog = ConnectDialog(self._session.tasks, self._texts, known, self._source.connect, parent)
        dialog.signed_in.connect(self.ask_again)
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        dialog.open()

    def _forget_dialog(self) -> None:
        self._dialog = None


def _now(services: Services) -> datetime:
    return services.clock.now()
