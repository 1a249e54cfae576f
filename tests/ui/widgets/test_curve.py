from __future__ import annotations

import itertools
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supportplan_desktop.ui.widgets import AmountCurve, CurveDay
from supportplan_desktop.ui.widgets.curve import grid
from tests.ui.fakes import offer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

LAST = 31
TODAY = 13


def figures(values: tuple[Decimal, ...]) -> tuple[str, ...]:
    return tuple(f"${value:.0f}" for value in values)


@pytest.fixture
def curve(qtbot: QtBot) -> Iterator[AmountCurve]:
    curve = AmountCurve()
    qtbot.addWidget(curve)
    days = tuple(CurveDay(Decimal(2 * (LAST - n)), f"day {n}", f"Day {n}: ${2 * (LAST - n)}") for n in range(LAST + 1))
    marks = ((0, "first"), (TODAY, "13"), (LAST, "last"))
    curve.set_curve(days, TODAY, marks, offer().catalogue.tier("business").light, figures)
    curve.resize(600, 220)
    curve.show()
    qtbot.waitExposed(curve)
    yield curve
    curve.close()


def shown(curve: AmountCurve) -> str:
    assert curve.shown is not None
    return curve.shown.pill


@pytest.mark.parametrize("highest", ["0.03", "0.5", "1", "9.99", "64", "99.99", "7823.61", "486000"])
def test_four_to_six_lines_reach_from_zero_over_the_highest(highest: str) -> None:
    lines = grid(Decimal(0), Decimal(highest))
    assert 4 <= len(lines) <= 6
    assert lines[0] == 0
    assert lines[-2] < Decimal(highest) <= lines[-1]
    assert len({after - before for before, after in itertools.pairwise(lines)}) == 1


def test_amounts_on_both_sides_of_zero_have_zero_among_their_lines() -> None:
    lines = grid(Decimal(-30), Decimal(20))
    assert 0 in lines
    assert lines[0] <= -30
    assert lines[-1] >= 20


def test_nothing_at_all_still_has_a_grid() -> None:
    assert grid(Decimal(0), Decimal(0))[-1] > 0


def test_today_is_looked_at_first(curve: AmountCurve) -> None:
    assert shown(curve) == "day 13"
    assert curve.accessibleDescription() == "Day 13: $36"


def test_keys_move_the_day_and_stop_at_the_ends(curve: AmountCurve) -> None:
    for key, pill in (
        (Qt.Key.Key_Right, "day 14"),
        (Qt.Key.Key_Left, "day 13"),
        (Qt.Key.Key_PageUp, "day 20"),
        (Qt.Key.Key_Home, "day 0"),
        (Qt.Key.Key_Left, "day 0"),
        (Qt.Key.Key_End, "day 31"),
        (Qt.Key.Key_Right, "day 31"),
    ):
        QTest.keyClick(curve, key)
        assert shown(curve) == pill
    assert curve.accessibleDescription() == "Day 31: $0"


def test_the_pointer_shows_a_day_while_it_is_there_and_a_click_keeps_it(curve: AmountCurve) -> None:
    QTest.mouseMove(curve, QPoint(curve.width() - 12, 100))
    assert shown(curve) == "day 30"
    QApplication.sendEvent(curve, QEvent(QEvent.Type.Leave))
    assert shown(curve) == "day 13"
    QTest.mouseClick(curve, Qt.MouseButton.LeftButton, pos=QPoint(curve.width() - 12, 100))
    QApplication.sendEvent(curve, QEvent(QEvent.Type.Leave))
    assert shown(curve) == "day 30"


def test_the_wheel_belongs_to_the_page(curve: AmountCurve) -> None:
    turned = QWheelEvent(
        QPointF(100, 100),
        QPointF(100, 100),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(curve, turned)
    assert not turned.isAccepted()
    assert shown(curve) == "day 13"


def test_it_is_drawn_in_the_tier_s_colour_with_a_line_at_zero(curve: AmountCurve) -> None:
    picture = curve.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 600, 2) for y in range(0, 220, 2)}
    assert f"#{offer().catalogue.tier('business').light.text.lower()}" in colours


def test_it_is_empty_before_there_is_something_to_show(qtbot: QtBot) -> None:
    curve = AmountCurve()
    qtbot.addWidget(curve)
    curve.resize(300, 200)
    curve.grab()
    assert curve.shown is None
