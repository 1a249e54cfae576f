"""What every driver can do with what is visible under its root: find, read, click, go there by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from supportplan_desktop.ui.widgets import Chip

if TYPE_CHECKING:
    from collections.abc import Callable

WidgetT = TypeVar("WidgetT", bound=QWidget)
_TABS = 120


class Driver:
    """Works one window. Every deed waits for its answers by calling `settle`."""

    def __init__(self, root: QWidget, settle: Callable[[], None]) -> None:
        self.root = root
        self.settle = settle

    def find(self, kind: type[WidgetT], name: str) -> WidgetT:
        found = [widget for widget in self.root.findChildren(kind, name) if widget.isVisible()]
        assert len(found) == 1, f"{len(found)} visible {name}"
        return found[0]

    def shows(self, name: str) -> bool:
        return any(widget.isVisible() for widget in self.root.findChildren(QWidget, name))

    def text(self, name: str) -> str:
        """The visible words of a label."""
        return self.find(QLabel, name).text()

    def button(self, name: str) -> QAbstractButton:
        return self.find(QAbstractButton, name)

    def words(self) -> set[str]:
        """Every text of a label, a button or a chip that is visible."""
        shown = [widget for widget in self.root.findChildren(QWidget) if widget.isVisible()]
        return {widget.text() for widget in shown if isinstance(widget, QLabel | QAbstractButton)} | {
            widget.text for widget in shown if isinstance(widget, Chip)
        }

    def click(self, name: str) -> Self:
        button = self.button(name)
        assert button.isEnabled(), f"{name} is disabled"
        button.click()
        self.settle()
        return self

    # By keyboard

    def press(self, *keys: Qt.Key) -> Self:
        """Press keys where the focus is."""
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.root, key)
            self.settle()
        return self

    def bounce(self, key: Qt.Key, times: int) -> Self:
        """Press a key again and again without waiting for what it does."""
        for _ in range(times):
            QTest.keyClick(QApplication.focusWidget() or self.root, key)
        self.settle()
        return self

    def tab_to(self, name: str) -> Self:
        """Press Tab until that control has the focus."""
        for _ in range(_TABS):
            focus = QApplication.focusWidget()
            if focus is not None and focus.objectName() == name:
                return self
            QTest.keyClick(focus or self.root, Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {name}")
