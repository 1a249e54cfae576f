"""Asks before something that cannot be undone, naming what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Button, Label, row
from supportplan_desktop.ui.widgets.fitting import fit_height

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

_WIDTH, _WIDE = 420, 540
_LONG = 200


class Confirmation(QDialog):
    """A title, the consequence, and two buttons; the safe one is the default and has the focus.

    `kind` dresses the button that acts: as destructive, unless it takes nothing away.
    Show it with `open()`; it deletes itself when closed.
    """

    confirmed = Signal()

    def __init__(
        self,
        title: str,
        consequence: str,
        *,
        act: str,
        keep: str,
        kind: str = "dangerfill",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setObjectName("confirmation")
        self.setMinimumWidth(_WIDE if len(consequence) > _LONG else _WIDTH)
        self._keep = Button("secondary", text=keep)
        self._keep.setObjectName("confirmation.keep")
        self._keep.setDefault(True)
        self._act = Button(kind, text=act)
        self._act.setObjectName("confirmation.act")
        self._keep.clicked.connect(self.reject)
        self._act.clicked.connect(self.accept)
        self.accepted.connect(self.confirmed)
        self.finished.connect(self.deleteLater)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(Label(Role.H2, text=title, wraps=True))
        layout.addWidget(Label(tone="text2", text=consequence, wraps=True))
        layout.addSpacing(4)
        layout.addLayout(row(None, self._keep, self._act))
        self.setAccessibleDescription(consequence)
        self._keep.setFocus()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        fit_height(self)
        super().showEvent(event)
