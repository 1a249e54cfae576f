from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from supportplan_desktop.ui.widgets import Duration, DurationPicker, column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

MONTHS = (*range(1, 10), 12, 24, 36)


def duration(months: int) -> Duration:
    is_years = months % 12 == 0
    count = f"{months // 12} years" if is_years else str(months)
    return Duration(months, count, "Jan 9", is_years, f"{count}, ends Jan 9")


@pytest.fixture
def picker(qtbot: QtBot) -> Iterator[DurationPicker]:
    window, picker = QWidget(), DurationPicker()
    picker.setObjectName("purchase.duration")
    window.setLayout(column(picker, None))
    qtbot.addWidget(window)
    picker.set_durations(tuple(map(duration, MONTHS)), 1)
    window.resize(1000, 200)
    window.show()
    yield picker
    window.close()


def cell(picker: DurationPicker, months: int) -> QAbstractButton:
    found = picker.findChild(QAbstractButton, f"purchase.duration.{months}")
    assert isinstance(found, QAbstractButton)
    return found


def test_arrow_keys_move_the_choice_from_months_into_years(qtbot: QtBot, picker: DurationPicker) -> None:
    cell(picker, 8).click()
    cell(picker, 8).setFocus()
    QTest.keyClick(cell(picker, 8), Qt.Key.Key_Right)
    assert picker.months == 9
    with qtbot.waitSignal(picker.chosen) as chosen:
        QTest.keyClick(cell(picker, 9), Qt.Key.Key_Right)
    assert chosen.args == [12]
    QTest.keyClick(cell(picker, 12), Qt.Key.Key_Left)
    assert picker.months == 9


def test_space_chooses_and_enter_is_left_to_the_page(picker: DurationPicker) -> None:
    QTest.keyClick(cell(picker, 3), Qt.Key.Key_Return)
    assert picker.months == 1
    QTest.keyClick(cell(picker, 3), Qt.Key.Key_Space)
    assert picker.months == 3


def test_offering_others_keeps_the_choice_and_tells_nobody(qtbot: QtBot, picker: DurationPicker) -> None:
    with qtbot.assertNotEmitted(picker.chosen):
        picker.set_durations(tuple(map(duration, (1, 3, 12))), 3)
    assert picker.months == 3


def test_every_duration_says_its_end(picker: DurationPicker) -> None:
    assert cell(picker, 12).accessibleName() == "1 years, ends Jan 9"


def top(picker: DurationPicker) -> int:
    years = cell(picker, 12)
    return years.mapTo(picker, years.rect().topLeft()).y()


def test_where_it_is_narrow_the_years_stand_below_the_months(qtbot: QtBot, picker: DurationPicker) -> None:
    assert top(picker) == 0
    picker.window().resize(picker.minimumSizeHint().width(), 200)
    qtbot.waitUntil(lambda: top(picker) > 54)
    assert picker.minimumSizeHint().height() > 100
