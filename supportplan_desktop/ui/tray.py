"""Reminders of the plan's end in the system tray, where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from supportplan_desktop.domain.messages import MessageKind
from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.message_texts import MessageTexts

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QWidget

    from supportplan_desktop.services.interfaces import MessagePage
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_KINDS = frozenset(
    {
        MessageKind.EXPIRY_REMINDER,
        MessageKind.AUTO_RENEWAL_FAILED,
        MessageKind.PLAN_EXPIRED,
        MessageKind.PLAN_FROZEN,
        MessageKind.PLAN_ENDED,
    }
)
_NEWEST = 20


class Reminders(QObject):
    """Finds what is to be said of the plan's end: the newest unread message of that kind, each once.

    Looked for at the start, whenever another account acts, and whenever messages may have come.
    """

    due = Signal(str, str)
    """(title, sentence): to be said now."""

    def __init__(self, session: Session, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = MessageTexts(texts)
        self._told: set[UUID] = set()
        session.ready.connect(self.look)
        session.changed.connect(self._consider)

    def look(self) -> None:
        """Look for something new."""
        self._session.query(
            self, lambda services: services.messages.page(limit=_NEWEST), self._tell, lambda _error: None
        )

    def _consider(self, change: Change, _initiator: object) -> None:
        if change & (Change.MESSAGES | Change.CLOCK) and self._session.is_ready:
            self.look()

    def _tell(self, page: MessagePage) -> None:
        unread = [message for message in page.messages if message.kind in _KINDS and not message.is_read]
        fresh = unread[:1] if unread and unread[0].id not in self._told else []
        self._told.update(message.id for message in unread)
        for message in fresh:
            told = self._words.of(message, self._session.catalogue)
            self.due.emit(told.title, told.sentence)


class Tray(QSystemTrayIcon):
    """Says reminders; a click on the icon or on what it says asks for the window."""

    window_wanted = Signal()
    """The user wants to see the window."""

    def __init__(self, icon: QIcon, session: Session, texts: Texts, window: QWidget) -> None:
        super().__init__(icon, window)
        self._menu = TrayMenu()
        self._menu.open_window.triggered.connect(self.window_wanted)
        self._menu.quit.triggered.connect(window.close)
        self.setContextMenu(self._menu)
        self.setToolTip(window.windowTitle())
        self.activated.connect(self._on_activated)
        self.messageClicked.connect(self.window_wanted)
        self.reminders = Reminders(session, texts, self)
        self.reminders.due.connect(self._say)

    def _say(self, title: str, sentence: str) -> None:
        self.showMessage(title, sentence, QSystemTrayIcon.MessageIcon.Information)

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.window_wanted.emit()


class TrayMenu(Retranslated, QMenu):
    """What the icon's menu offers."""

    def __init__(self) -> None:
        super().__init__()
        self.open_window = self.addAction("")
        self.open_window.setObjectName("tray.open")
        self.addSeparator()
        self.quit = self.addAction("")
        self.quit.setObjectName("tray.quit")
        self.retranslate()

    def retranslate(self) -> None:
        """Word the menu."""
        self.open_window.setText(self.tr("Open Support Plan"))
        self.quit.setText(self.tr("Quit"))
