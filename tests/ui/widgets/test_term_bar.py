from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible

from supportplan_desktop.ui.widgets import TermBar, TermPart
from supportplan_desktop.ui.widgets.bars import TermKind
from tests.ui.fakes import offer

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SAID = "Today · Dec 22; Current term: Dec 9, 2019 – Jan 9, 2020; Grace period: 15 days, still usable"


def bar(qtbot: QtBot, today: date) -> TermBar:
    made = TermBar()
    qtbot.addWidget(made)
    parts = (
        TermPart(TermKind.CURRENT, date(2019, 12, 9), date(2020, 1, 9), "Current term", "Dec 9, 2019 – Jan 9, 2020"),
        TermPart(TermKind.RENEWAL, date(2020, 1, 10), date(2020, 2, 9), "Renewal 1", "Jan 10 – Feb 9, 2020"),
        TermPart(TermKind.GRACE, date(2020, 2, 9), date(2020, 2, 24), "Grace period", "15 days, still usable"),
    )
    made.set_term(parts, today, "Today · Dec 22", offer().catalogue.tier("business").light, SAID)
    made.resize(800, made.sizeHint().height())
    made.show()
    return made


def test_it_says_in_words_what_it_shows(qtbot: QtBot) -> None:
    shown = bar(qtbot, date(2019, 12, 22))
    spoken = QAccessible.queryAccessibleInterface(shown)
    assert spoken.text(QAccessible.Text.Name) == SAID
    assert spoken.text(QAccessible.Text.Description) == SAID


def test_today_moves_over_it(qtbot: QtBot) -> None:
    days = (date(2019, 12, 9), date(2019, 12, 22), date(2020, 1, 20), date(2020, 2, 24))
    pictures = [bar(qtbot, day).grab().toImage() for day in days]
    for one, other in pairwise(pictures):
        assert one != other
