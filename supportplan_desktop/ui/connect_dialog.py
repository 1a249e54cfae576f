"""Signs in again over whatever is open: the session ended while the window was in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from supportplan_desktop.ui.connect_form import ConnectForm
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.widgets import Button
from supportplan_desktop.ui.widgets.fitting import fit_height

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from supportplan_desktop.ui.tasks import Tasks
    from supportplan_desktop.ui.texts import Texts


class ConnectDialog(Retranslated, QDialog):
    """Stays open, with what was typed, until the session is there or the user gives up for now."""

    signed_in = Signal()
    """There is a session again."""

    def __init__(
        self,
        tasks: Tasks,
        texts: Texts,
        known: tuple[str, str],
        sign_in: Callable[[str, str, str], object],
        parent: QWidget | None = None,
        *,
        lasts: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("connect")
        self._tasks, self._sign_in = tasks, sign_in
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(520)
        self.form = ConnectForm(texts, is_again=True)
        self.form.set_known(*known, lasts=lasts)
        self.form.submitted.connect(self._submit)
        self._later = Button("ghost")
        self._later.setObjectName("connect.later")
        self._later.clicked.connect(self.reject)
        self.form.buttons.insertWidget(1, self._later)
        self.finished.connect(self.deleteLater)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(self.form)
        self.retranslate()
        self.form.ask()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Sign in again"))
        self._later.setText(self.tr("Not Now"))
        self._later.setAccessibleName(self._later.text())

    def _submit(self, server: str, login: str, password: str) -> None:
        self._tasks.command(self, lambda: self._sign_in(server, login, password), self._done, self.form.refuse)

    def _done(self, _services: object) -> None:
        self.signed_in.emit()
        self.accept()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        fit_height(self)
        super().showEvent(event)
