"""A day to be typed, stepped or chosen from a calendar."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QToolButton

from supportplan_desktop.ui.theme.icons import icon
from supportplan_desktop.ui.theme.type import Role, set_role

_ISO = "yyyy-MM-dd"
_WIDTH = 140
_ARROWS = {"qt_calendar_prevmonth": "chevron_left", "qt_calendar_nextmonth": "chevron_right"}


class DayEdit(QDateEdit):
    """Written as 2019-12-09, with a calendar in the looks of the theme."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setDisplayFormat(_ISO)
        self.setMinimumWidth(_WIDTH)
        set_role(self, Role.MEDIUM)
        self.setCalendarPopup(True)
        days = self.calendarWidget()
        days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            days.setWeekdayTextFormat(weekend, QTextCharFormat())  # not in red: nothing is wrong with it
        for arrow, icon_name in _ARROWS.items():
            button = days.findChild(QToolButton, arrow)
            if button is not None:
                button.setIcon(icon(icon_name))

    def set_locale(self, locale: QLocale) -> None:
        """Have the calendar speak that language."""
        self.calendarWidget().setLocale(locale)
