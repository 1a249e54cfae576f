from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from supportplan_desktop.ui.widgets import CodeBoxes

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def boxes(qtbot: QtBot) -> CodeBoxes:
    boxes = CodeBoxes()
    qtbot.addWidget(boxes)
    boxes.show()
    return boxes


def test_six_digits_complete_the_code(qtbot: QtBot, boxes: CodeBoxes) -> None:
    with qtbot.waitSignal(boxes.completed) as completed:
        QTest.keyClicks(boxes, "520417")
    assert completed.args == ["520417"]


def test_only_digits_are_taken(boxes: CodeBoxes) -> None:
    QTest.keyClicks(boxes, "5a2 0-4")
    assert boxes.text() == "5204"


@pytest.mark.parametrize("pasted", ["520 417", " 520417\n", "Your code is 520-417.", "5204179"])
def test_the_digits_are_found_in_whatever_is_pasted(boxes: CodeBoxes, pasted: str) -> None:
    QGuiApplication.clipboard().setText(pasted)
    QTest.keySequence(boxes, QKeySequence(QKeySequence.StandardKey.Paste))
    assert boxes.text() == "520417"


def test_pasting_something_without_digits_changes_nothing(boxes: CodeBoxes) -> None:
    QTest.keyClicks(boxes, "52")
    QGuiApplication.clipboard().setText("no code here")
    QTest.keySequence(boxes, QKeySequence(QKeySequence.StandardKey.Paste))
    assert boxes.text() == "52"


def test_backspace_takes_digits_back_and_a_seventh_begins_a_new_code(boxes: CodeBoxes) -> None:
    QTest.keyClicks(boxes, "520417")
    QTest.keyClick(boxes, Qt.Key.Key_Backspace)
    assert boxes.text() == "52041"
    QTest.keyClicks(boxes, "78")
    assert boxes.text() == "8"


def test_a_wrong_code_is_marked_until_something_is_typed(boxes: CodeBoxes) -> None:
    QTest.keyClicks(boxes, "111111")
    right = boxes.grab().toImage()
    boxes.set_wrong(is_wrong=True)
    assert boxes.grab().toImage() != right
    QTest.keyClick(boxes, Qt.Key.Key_Backspace)
    QTest.keyClicks(boxes, "1")
    assert boxes.grab().toImage() == right
