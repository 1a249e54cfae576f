"""Messages as a user reads them."""

from __future__ import annotations

from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from tests.ui.drivers.driver import Driver


class InboxDriver(Driver):
    """The page, wherever it is shown: its rows by their words, and what is open on the right."""

    @property
    def view(self) -> QListView:
        return self.find(QListView, "messages.list")

    @property
    def rows(self) -> list[str]:
        """Every row as a screen reader says it."""
        model = self.view.model()
        rows = range(model.rowCount())
        return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in rows]

    @property
    def opened(self) -> tuple[str, str]:
        """Title and order number of the open message."""
        return self.text("messages.title"), self.text("messages.number")

    @property
    def unread(self) -> str:
        return self.text("messages.remark")

    def open(self, row: int) -> Self:
        """Click on a row."""
        index = self.view.model().index(row, 0)
        self.view.scrollTo(index)
        place = self.view.visualRect(index).center()
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settle()
        return self

    def to_the_end(self) -> Self:
        """Scroll down as far as it goes at this moment."""
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.maximum())
        self.settle()
        return self

    def copied(self, button: str) -> str:
        """Press a Copy button and look what is in the clipboard."""
        QApplication.clipboard().clear()
        self.click(button)
        return QApplication.clipboard().text()
