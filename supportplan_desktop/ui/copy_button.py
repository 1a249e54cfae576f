"""A button that copies a text and says that it did."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.widgets import Button

_SAYS_SO_MS = 2000


class CopyButton(Retranslated, Button):
    """Copies `text` into the clipboard; for two seconds it reads Copied."""

    def __init__(self, kind: str = "ghost") -> None:
        super().__init__(kind, "copy", compact=True)
        self.text_to_copy = ""
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_SAYS_SO_MS)
        self._again.timeout.connect(self.retranslate)
        self.clicked.connect(self._copy)
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(self.tr("Copied") if self._again.isActive() else self.tr("Copy"))
        self.setAccessibleName(self.text())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text_to_copy)
        self._again.start()
        self.retranslate()
