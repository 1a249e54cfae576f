from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from supportplan_desktop.ui.widgets import EmptyState, LoadingGate, Skeleton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Place(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.skeleton, self.content = Skeleton(), QLabel("Business")
        layout = QVBoxLayout(self)
        layout.addWidget(self.skeleton)
        layout.addWidget(self.content)
        self.gate = LoadingGate(self.skeleton, self.content)
        self.clock = QElapsedTimer()
        self.clock.start()


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    place = Place()
    qtbot.addWidget(place)
    place.show()
    return place


def test_what_is_there_at_once_shows_no_skeleton(place: Place) -> None:
    place.gate.begin()
    assert place.skeleton.isHidden()
    place.gate.end()
    assert place.skeleton.isHidden()
    assert place.content.isVisible()


def test_a_skeleton_comes_after_150_ms_and_stays_for_300(qtbot: QtBot, place: Place) -> None:
    place.gate.begin()
    began = place.clock.elapsed()
    qtbot.waitUntil(place.skeleton.isVisible)
    assert place.clock.elapsed() - began >= 145  # Qt's coarse timers may be 5 % early
    assert place.content.isHidden()
    shown = place.clock.elapsed()
    place.gate.end()
    assert place.skeleton.isVisible()
    qtbot.waitUntil(place.content.isVisible)
    assert place.clock.elapsed() - shown >= 280
    assert place.skeleton.isHidden()


def test_loading_again_while_a_skeleton_has_to_stay_keeps_it(qtbot: QtBot, place: Place) -> None:
    place.gate.begin()
    qtbot.waitUntil(place.skeleton.isVisible)
    place.gate.end()
    place.gate.begin()
    assert place.skeleton.isVisible()
    place.gate.end()
    qtbot.waitUntil(place.content.isVisible)


def test_an_empty_state_offers_its_action_only_where_it_is_named(qtbot: QtBot) -> None:
    empty = EmptyState("orders")
    qtbot.addWidget(empty)
    empty.show()
    empty.set_words("No orders yet", "They appear here.")
    assert empty.action.isHidden()
    empty.set_words("No orders yet", "They appear here.", "Buy Now")
    assert empty.action.isVisible()
    assert empty.action.text() == "Buy Now"
