from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from supportplan_desktop.ui.widgets import Toast

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(800, 600)
    QLineEdit(window).setFocus()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def toast(window: QWidget) -> Toast:
    toast = Toast(window)
    toast.say("Order canceled", "CS1912091141K7Q2M; nothing was charged", close="Close")
    return toast


def timer(toast: Toast) -> QTimer:
    found = toast.findChild(QTimer)
    assert isinstance(found, QTimer)
    return found


def test_it_says_itself_to_screen_readers_and_names_its_close_button(toast: Toast) -> None:
    assert toast.isVisible()
    assert toast.accessibleName() == "Order canceled CS1912091141K7Q2M; nothing was charged"
    assert "Close" in [child.accessibleName() for child in toast.findChildren(QWidget)]


def test_it_stands_in_the_lower_right_corner_and_stays_there(qtbot: QtBot, window: QWidget, toast: Toast) -> None:
    def is_in_the_corner() -> bool:
        corner = toast.geometry().bottomRight()
        return window.width() - corner.x() < 40 and window.height() - corner.y() < 40

    assert is_in_the_corner()
    window.resize(1000, 700)
    qtbot.waitUntil(is_in_the_corner)


def test_it_goes_after_six_seconds(toast: Toast) -> None:
    assert timer(toast).isActive()
    assert timer(toast).interval() == 6000
    timer(toast).timeout.emit()
    assert toast.isHidden()


def test_it_stays_under_the_pointer(toast: Toast) -> None:
    QApplication.sendEvent(toast, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert not timer(toast).isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert timer(toast).isActive()


def test_it_stays_while_its_button_has_the_focus(qtbot: QtBot, window: QWidget, toast: Toast) -> None:
    window.activateWindow()
    qtbot.waitActive(window)
    close = next(child for child in toast.findChildren(QWidget) if child.accessibleName() == "Close")
    close.setFocus()
    assert not timer(toast).isActive()
    close.clearFocus()
    assert timer(toast).isActive()


def test_an_action_is_offered_only_where_it_is_named(toast: Toast) -> None:
    assert toast.action.isHidden()
    toast.say("Order canceled", close="Close", action="Undo")
    assert toast.action.isVisible()
