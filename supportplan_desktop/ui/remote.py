"""The window's side of a server: what was last seen until it answers, whether it answers, and signing in again."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from supportplan_desktop.domain.errors import Refusal, SignInRequired
from supportplan_desktop.services.changes import Change
from supportplan_desktop.services.seen import Seen
from supportplan_desktop.ui.session import Opened

if TYPE_CHECKING:
    from uuid import UUID

    from supportplan_desktop.domain.payments import Funds
    from supportplan_desktop.services.interfaces import PlanDetails, Services, SiteClock
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

ASK_AGAIN_MS = 10_000
LOOK_MS = 30_000
_log = logging.getLogger(__name__)


class Standing(NamedTuple):
    """Which server a profile has and who signs in there, both "" before, and whether a session outlives the window."""

    server: str
    login: str
    lasts: bool


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


class _Look(NamedTuple):
    """What tells that somebody else has changed something."""

    plan: PlanDetails
    funds: Funds
    newest: UUID | None
    unread: int


class RemoteLink(QObject):
    """Knows whether the server answers. While it does not, it is asked again now and then, and whatever is shown stays.

    While it does, it is looked at now and then, and whenever the window comes to the front, for what others have
    changed. Made once for a window whose profile is a server's.
    """

    changed = Signal()
    """The server answers again, or no longer; or it is being asked; or more is known of it."""

    def __init__(
        self, session: Session, texts: Texts, source: RemoteSource, window: QWidget, clock: SiteClock | None = None
    ) -> None:
        super().__init__(window)
        self._session, self._texts, self._source, self._window = session, texts, source, window
        self._clock = clock or _this_computers_clock()
        self._dialog: QWidget | None = None
        self._is_declined = False
        self._is_unconfirmed = False
        self._last: _Look | None = None
        self.trouble: Refusal | None = None
        self.since: datetime | None = None
        """Since when (this computer's clock) the server could not be asked; None while it can."""
        self.is_asking = False
        self.standing = Standing("", "", lasts=True)
        self._again = self._timer("link.ask_again", ASK_AGAIN_MS, self.ask_again)
        self._looking = self._timer("link.look", LOOK_MS, self.look)
        session.reached.connect(self._on_reached)
        session.lost.connect(self.take)
        session.ready.connect(self.ask_where)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._on_state)

    def _timer(self, name: str, interval: int, deed: object) -> QTimer:
        timer = QTimer(self)
        timer.setObjectName(name)
        timer.setInterval(interval)
        timer.timeout.connect(deed)
        return timer

    @property
    def is_online(self) -> bool:
        """Whether the server answered the last time it was asked."""
        return self.trouble is None

    # Opening

    def begin(self) -> None:
        """Show what was last seen, if anything was, then ask the server."""

        def beginning() -> tuple[tuple[str, str, bool], tuple[Services, Seen] | None]:
            return self._source.standing(), self._source.seen()

        self._session.tasks.query(self, beginning, self._begin_with, lambda _error: self._open())

    def keep(self, plan: PlanDetails) -> None:
        """Remember the plan as it was just told, for the next start."""
        now = self._session.now
        seen = Seen(now.account, now.role, now.catalogue, plan)
        self._session.seen = None
        self._session.tasks.command(self, lambda: self._source.keep_seen(seen), failed=lambda _error: None)

    def leave(self) -> None:
        """Nobody is signed in any more."""
        self._again.stop()
        self._looking.stop()
        self._last = self.trouble = self.since = None
        self._is_declined = self._is_unconfirmed = False
        self._session.leave()
        self.changed.emit()

    def ask_where(self) -> None:
        """Ask which server the profile has."""
        self._session.tasks.query(self, self._source.standing, self._name, lambda _error: None)

    def _begin_with(self, beginning: tuple[tuple[str, str, bool], tuple[Services, Seen] | None]) -> None:
        standing, seen = beginning
        self._name(standing)
        if seen is not None:
            services, last = seen
            known = Opened(services, last.account, (last.account,), last.catalogue, last.role)
            self._is_unconfirmed = True
            self._session.begin_with(known, last.plan)
        self._open()

    def _open(self) -> None:
        self._session.open(self._source.open)

    def _name(self, standing: tuple[str, str, bool]) -> None:
        self.standing = Standing(*standing)
        self.changed.emit()

    # Whether it answers

    def take(self, error: BaseException, is_deed: bool = False) -> None:
        """The server could not be asked; where only the session has ended, ask for the password.

        Who has declined to sign in is asked again only when he has something done.
        """
        if not isinstance(error, Refusal):
            return
        self.is_asking = False
        if self.trouble is None or self.trouble.code != error.code:
            _log.info("The server cannot be asked: %s", error.code)
        self.trouble = error
        self.since = self.since or self._clock.now()
        self._looking.stop()
        self.changed.emit()
        if isinstance(error, SignInRequired):
            self._again.stop()
            if is_deed or not self._is_declined:
                self.ask_for_password()
        elif not self._again.isActive():
            self._again.start()

    def await_server(self) -> None:
        """Nothing can be shown yet: try to begin now and then."""
        self.is_asking = False
        self._again.start()

    def ask_again(self) -> None:
        """Ask the server for no more than its time; before there is a session, for the session."""
        if self.is_asking:
            return
        self.is_asking = True
        self.changed.emit()
        if self._session.is_ready:
            self._session.query(self, _now, lambda _now: None, lambda _error: None)
        else:
            self._open()

    def look(self) -> None:
        """Ask for what others may have changed."""
        if self._session.is_ready and self.is_online:
            self._session.query(self, _look, self._compare, lambda _error: None)

    def _compare(self, look: _Look) -> None:
        before, self._last = self._last, look
        if before is not None and look != before:
            self._session.changed.emit(Change.EVERYTHING, self)

    def _on_reached(self) -> None:
        self._again.stop()
        self._is_declined = False
        was_lost, self.trouble = self.trouble is not None, None
        self.since, self.is_asking = None, False
        if not self._looking.isActive():
            self._looking.start()
            self.look()
        if was_lost:
            _log.info("The server answers again")
            self.changed.emit()
            self._session.changed.emit(Change.EVERYTHING, self)
        if self._is_unconfirmed:
            self._is_unconfirmed = False
            if was_lost:
                self._open()  # account, role and catalogue are still those of the last time

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

    # Signing in again

    def ask_for_password(self) -> None:
        """Over whatever is open; what was under way goes on afterwards."""
        from supportplan_desktop.ui.connect_dialog import ConnectDialog  # noqa: PLC0415 - loads when first needed

        if self._dialog is not None and isValid(self._dialog):
            self._dialog.activateWindow()
            return
        facts = self.trouble.facts if self.trouble is not None else {}
        known = (str(facts.get("server", "")), str(facts.get("login", "")))
        dialog = ConnectDialog(
            self._session.tasks,
            self._texts,
            known,
            self._source.connect,
            self._topmost(),
            lasts=self.standing.lasts,
        )
        dialog.signed_in.connect(self.ask_again)
        dialog.finished.connect(self._forget_dialog)
        dialog.rejected.connect(self._decline)
        self._dialog = dialog
        dialog.open()

    def _topmost(self) -> QWidget:
        """The window, or what is open over it."""
        modal = QApplication.activeModalWidget()
        over = modal
        while over is not None and over is not self._window:
            over = over.parentWidget()
        return modal if modal is not None and over is not None else self._window

    def _decline(self) -> None:
        self._is_declined = True

    def _forget_dialog(self) -> None:
        self._dialog = None


def _now(services: Services) -> datetime:
    return services.clock.now()


def _look(services: Services) -> _Look:
    messages = services.messages.page(limit=1)
    plan = services.plans.details()
    still = replace(plan, at=datetime.min)  # noqa: DTZ901 - only compared with itself
    newest = next(iter(messages.messages), None)
    return _Look(still, services.accounts.funds(), newest.id if newest else None, messages.unread)


def _this_computers_clock() -> SiteClock:
    from supportplan_desktop.services.clocks import SystemClock  # noqa: PLC0415 - remote profiles only

    return SystemClock()
