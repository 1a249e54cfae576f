"""My Orders as a user works it: the list by its words, filters by what is written on them, an order by its cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, cast

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QTableView,
    QWidget,
)

from supportplan_desktop.ui.orders.rows import Column
from supportplan_desktop.ui.widgets import Banner, Chip, EmptyState, Skeleton, Timeline, Toast
from tests.ui.drivers.driver import Driver

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from supportplan_desktop.ui.orders import OrdersPage
    from supportplan_desktop.ui.tasks import Tasks

_PATIENCE_MS = 20_000


class OrdersDriver(Driver):
    """The page in a window of its own; every deed waits for its answers and until a skeleton has gone."""

    def __init__(self, page: OrdersPage, qtbot: QtBot, tasks: Tasks) -> None:
        super().__init__(page, lambda: qtbot.waitUntil(self._is_quiet, timeout=_PATIENCE_MS))
        self.page, self._qtbot, self._tasks = page, qtbot, tasks

    def _is_quiet(self) -> bool:
        return not self._tasks.busy and not any(part.isVisible() for part in self.page.findChildren(Skeleton))

    def until(self, is_so: Callable[[], bool]) -> Self:
        """Wait for something that comes by a timer."""
        self._qtbot.waitUntil(is_so, timeout=_PATIENCE_MS)
        self.settle()
        return self

    # The list

    @property
    def table(self) -> QTableView:
        return self.find(QTableView, "orders.list")

    @property
    def loaded(self) -> int:
        return self.table.model().rowCount()

    @property
    def count(self) -> str:
        return self.text("orders.count")

    @property
    def heads(self) -> list[str]:
        model = self.table.model()
        return [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in Column]

    def row(self, number: int) -> list[str]:
        """The words of a row, without the arrow at its end."""
        model = self.table.model()
        return [model.index(number, column).data() for column in Column if column is not Column.DETAILS]

    def column(self, column: Column) -> list[str]:
        model = self.table.model()
        return [model.index(row, column).data() for row in range(model.rowCount())]

    @property
    def chosen(self) -> str:
        """The number of the order the user is on."""
        return str(self.table.model().index(self.table.currentIndex().row(), Column.NUMBER).data())

    def place(self, row: int, column: Column) -> QPoint:
        index = self.table.model().index(row, column)
        self.table.scrollTo(index)
        return self.table.visualRect(index).center()

    def open(self, row: int) -> Self:
        """Press the arrow at the end of a row."""
        place = self.place(row, Column.DETAILS)
        QTest.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settle()
        return self

    def sort_by(self, column: Column) -> Self:
        """Click on the head of a column."""
        head = self.table.horizontalHeader()
        place = QPoint(head.sectionViewportPosition(column) + 30, head.height() // 2)
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settle()
        return self

    def to_the_end(self) -> Self:
        """Scroll down as far as it goes at this moment."""
        bar = self.table.verticalScrollBar()
        bar.setValue(bar.maximum())
        self.settle()
        return self

    def search(self, text: str) -> Self:
        """Type into the search and hurry by Enter."""
        field = self.find(QLineEdit, "orders.search")
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.settle()
        return self

    def choose(self, field: str, word: str) -> Self:
        """Choose a word in one of the filters."""
        box = self.find(QComboBox, field)
        assert box.findText(word) >= 0, f"{field} has no {word}"
        box.setCurrentIndex(box.findText(word))
        self.settle()
        return self

    def set_day(self, field: str, day: str) -> Self:
        edit = self.find(QDateEdit, field)
        edit.setDate(QDate.fromString(day, "yyyy-MM-dd"))
        return self

    @property
    def nothing(self) -> tuple[str, str]:
        """What stands in place of rows: title, and the action or ""."""
        empty = next(part for part in self.page.findChildren(EmptyState) if part.isVisible())
        return empty.title.text(), empty.action.text() if empty.action.isVisible() else ""

    def banner(self, name: str) -> str:
        """What a banner says, title and body."""
        return self.find(Banner, name).accessibleName()

    @property
    def toast(self) -> tuple[str, str]:
        toast = self.page.findChild(Toast)
        assert toast is not None
        assert toast.isVisible(), "no toast"
        return toast.title.text(), toast.body.text()

    # An order

    @property
    def status(self) -> str:
        return self.find(Chip, "order.status").text

    @property
    def progress(self) -> list[str]:
        """Each step as a screen reader says it."""
        return self.find(Timeline, "order.progress").accessibleName().split("; ")

    def copied(self, button: str) -> str:
        """Press a button that copies and look what is in the clipboard."""
        QApplication.clipboard().clear()
        self.click(button)
        return QApplication.clipboard().text()

    def receipt(self, language: str, path: Path) -> Self:
        """Choose a language in the receipt's menu and save it there."""
        return self.receipt_begun(language).save_to(path)

    def receipt_begun(self, language: str) -> Self:
        """Choose a language in the receipt's menu: the dialog for files opens."""
        menu = self.page.findChild(QMenu, "order.receipt.languages")
        assert menu is not None
        next(action for action in menu.actions() if action.text() == language).trigger()
        return self

    # Dialogs

    def answer(self, button: str) -> Self:
        """Press a button of the question that is asked."""
        question = self.dialog(QDialog, "confirmation")
        found = question.findChild(QWidget, button)
        assert found is not None
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        self.settle()
        return self

    def dialog(self, kind: type[QDialog], name: str = "") -> QDialog:
        found = [dialog for dialog in self.page.window().findChildren(kind) if dialog.isVisible()]
        found = [dialog for dialog in found if name in ("", dialog.objectName())]
        assert len(found) == 1, f"{len(found)} dialogs {name}"
        return found[0]

    def save_to(self, path: Path) -> Self:
        """Write a path into the dialog for files and press Save."""
        dialog = self.dialog(QFileDialog)
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        buttons = dialog.findChild(QDialogButtonBox)
        assert field is not None
        assert buttons is not None
        field.setText(str(path))
        buttons.button(QDialogButtonBox.StandardButton.Save).click()
        self.settle()
        return self

    def choose_file(self, path: Path, *, waits: bool = True) -> Self:
        """Answer the dialog for files with a path it would not take, as one whose folder has just vanished."""
        dialog = cast("QFileDialog", self.dialog(QFileDialog))
        dialog.fileSelected.emit(str(path))
        dialog.close()
        if waits:
            self.settle()
        return self
