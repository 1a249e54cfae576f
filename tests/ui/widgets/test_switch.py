from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from supportplan_desktop.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def switch(qtbot: QtBot) -> Switch:
    made = Switch()
    made.setAccessibleName("Support Plan Sharing")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_asks_and_moves_nothing(qtbot: QtBot, switch: Switch, key: Qt.Key) -> None:
    with qtbot.waitSignal(switch.wanted) as asked:
        QTest.keyClick(switch, key)
    assert asked.args == [True]
    assert not switch.isChecked()


def test_a_press_on_a_switch_that_is_on_asks_for_off(qtbot: QtBot, switch: Switch) -> None:
    switch.set_on(is_on=True)
    with qtbot.waitSignal(switch.wanted) as asked:
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert asked.args == [False]
    assert switch.isChecked()


def test_a_screen_reader_hears_the_name_and_the_state(switch: Switch) -> None:
    spoken = QAccessible.queryAccessibleInterface(switch)
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == "Support Plan Sharing"
    assert not spoken.state().checked
    switch.set_on(is_on=True)
    assert spoken.state().checked


def test_on_and_off_look_different_without_colour_too(qtbot: QtBot, switch: Switch) -> None:
    off = switch.grab().toImage()
    switch.set_on(is_on=True)
    qtbot.waitUntil(lambda: switch.grab().toImage().pixelColor(28, 12) != off.pixelColor(28, 12))
    assert (switch.width(), switch.height()) == (40, 24)
