"""A page of the main window: it loads itself when shown and again when what it shows has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from supportplan_desktop.services.changes import Change

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from supportplan_desktop.ui.session import Session


class Page(QWidget):
    """A screen over the session's services.

    Subclasses say in `watches` what they show and load it in `reload`, which asks the session and fills the widgets
    in the answer. A change that concerns the page reloads it at once where it is visible, else when next shown.
    """

    watches: ClassVar[Change] = Change.NONE

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._is_stale = True
        session.ready.connect(self.refresh)
        session.changed.connect(self._consider)

    def reload(self) -> None:
        """Load afresh; called on the GUI thread when the services are there."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Reload now if visible, else when next shown."""
        self._is_stale = True
        self._reload_if_due()

    def _consider(self, change: Change, _initiator: object) -> None:
        if change & self.watches:
            self.refresh()

    def _reload_if_due(self) -> None:
        if self._is_stale and self.isVisible() and self.session.is_ready:
            self._is_stale = False
            self.reload()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reload_if_due()
