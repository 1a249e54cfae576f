"""Labels of different sizes and scripts in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Label
from supportplan_desktop.ui.widgets.plain import ascent, set_on_one_baseline

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("name", ["Amount due", "应付金额"])
def test_a_name_stands_on_the_baseline_of_its_amount(qtbot: QtBot, name: str) -> None:
    labels = Label(Role.STRONG, text=name), Label(Role.DISPLAY, text="$90.00")
    for label in labels:
        qtbot.addWidget(label)

    set_on_one_baseline(*labels)

    small, large = (label.contentsMargins().top() + ascent(label) for label in labels)
    assert small == pytest.approx(large, abs=0.5)
