"""Signs in again over whatever is open: the session ended while the window was in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from supportplan_desktop.ui.connect_form import ConnectForm
from supportplan_desktop.ui.language import Retranslated

if TYPE_CHECKING:
    from collections.abc import Callable

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
    ) -> None:
        super().__init__(parent)
        self.setObjectName("connect")
        self._tasks, self._sign_in = tasks, sign_in
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(520)
        self.form = ConnectForm(texts)
        self.form.set_known(*known)
        self.form.submitted.connect(self._submit)
        self.finished.connect(self.deleteLater)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(self.form)
        self.retranslate()
        self.form.ask()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Sign in"))

    def _submit(self, server: str, login: str, password: str) -> None:
        self._tasks.command(self, lambda: self._sign_in(server, login, password), self._done, self.form.refuse)

    def _done(self, _services: object) -> None:
        self.signed_in.emit()
        self.accept()
