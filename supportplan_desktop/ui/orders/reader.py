"""The text that was agreed to, to be read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.widgets import Button, row
from supportplan_desktop.ui.wizards.pages.agreement import AgreementCard

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import Agreement
    from supportplan_desktop.ui.tasks import Tasks

_WIDTH, _HEIGHT = 680, 560


class AgreementReader(Retranslated, QDialog):
    """One version of the agreement. Show it with `open()`; it deletes itself when closed."""

    def __init__(self, agreement: Agreement, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("agreement")
        card = AgreementCard(tasks, asks=False)
        card.show_agreement(agreement)
        self._close = Button("secondary")
        self._close.setObjectName("agreement.close")
        self._close.setDefault(True)
        self._close.clicked.connect(self.accept)
        self.finished.connect(self.deleteLater)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(card, 1)
        layout.addLayout(row(None, self._close))
        self.resize(_WIDTH, _HEIGHT)
        self.retranslate()

    def retranslate(self) -> None:
        """Word the title and the button; the card words itself."""
        self.setWindowTitle(self.tr("Support Plan Service Agreement"))
        self._close.setText(self.tr("Close"))
