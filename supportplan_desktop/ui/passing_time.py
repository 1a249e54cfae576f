"""Has done what time has made due: at the start, every minute, and when the application comes to the front again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from supportplan_desktop.services.changes import Change

if TYPE_CHECKING:
    from datetime import date, datetime

    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_EVERY_MS = 60_000
_BY_TIME = Change.PLAN | Change.ORDERS | Change.FUNDS | Change.MESSAGES | Change.ORGANIZATION
"""What may be another once time has brought something due."""


class PassingTime(QObject):
    """Lets every page hear what was done, and that another day has begun at the site."""

    def __init__(self, session: Session, texts: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._texts = session, texts
        self._today: date | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.advance)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._on_state)

    def begin(self) -> None:
        """The data is there: do what is due, and look again every minute."""
        self._timer.start()
        self.advance()

    def advance(self) -> None:
        """Do what is due now. What cannot be done now is due again at the next time; a server sees to that itself."""
        if self._session.is_ready and not self._session.is_remote:
            self._session.command(self, _advanced, self._tell, lambda _error: None)

    def _tell(self, answer: tuple[int, datetime]) -> None:
        done, now = answer
        before, self._today = self._today, self._texts.site_date(now)
        if done:
            self._session.changed.emit(_BY_TIME, self)
        elif before is not None and before != self._today:
            self._session.changed.emit(Change.PLAN | Change.ORDERS, self)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.advance()


def _advanced(services: Services) -> tuple[int, datetime]:
    """How many things were done, and the present instant."""
    return services.orders.advance(), services.clock.now()
