"""The clock of a demonstration: it stands still until it is moved."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import QDateTimeEdit, QDialog, QDialogButtonBox, QMenu, QToolButton, QVBoxLayout, QWidget

from supportplan_desktop.domain.terms import add_months
from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.theme.icons import icon
from supportplan_desktop.ui.theme.type import Role, set_role
from supportplan_desktop.ui.widgets import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_STEPS = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1)}


class ClockButton(Retranslated, QToolButton):
    """A demonstration's clock, which stands still: shown and set here. Not there where the clock runs."""

    def __init__(self, session: Session, texts: Texts) -> None:
        super().__init__()
        self._session, self._texts = session, texts
        self._now: datetime | None = None
        self.setObjectName("clock")
        self.setProperty("flat", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(icon("clock", "muted"))
        set_role(self, Role.SMALL)
        self._menu = QMenu(self)
        self._steps = {name: self._menu.addAction("") for name in ("minute", "hour", "day", "month")}
        self._menu.addSeparator()
        self._set = self._menu.addAction("")
        for name, action in self._steps.items():
            action.setObjectName(f"clock.{name}")
            action.triggered.connect(lambda _checked=False, step=name: self._move(step))
        self._set.triggered.connect(self._ask)
        self.setMenu(self._menu)
        self.hide()
        if session.profile.clock_is_movable:
            session.ready.connect(self._reload)
            session.changed.connect(lambda change, _initiator: self._reload() if change & Change.CLOCK else None)
        self.retranslate()

    def retranslate(self) -> None:
        self._steps["minute"].setText(self.tr("1 minute later"))
        self._steps["hour"].setText(self.tr("1 hour later"))
        self._steps["day"].setText(self.tr("1 day later"))
        self._steps["month"].setText(self.tr("1 month later"))
        self._set.setText(self.tr("Set…"))
        self.setToolTip(self.tr("The demonstration's clock stands still until you move it."))
        if self._now is not None:
            self._show(self._now)

    def _reload(self) -> None:
        self._session.query(self, lambda services: services.clock.now(), self._show, lambda _error: None)

    def _show(self, now: datetime) -> None:
        self._now = now
        text = self._texts.minute(now)
        self.setText(f"{text} ▾")
        self.setAccessibleName(self.tr("Demonstration clock {time}").format(time=text))
        self.show()

    def _move(self, step: str) -> None:
        zone = self._texts.zone

        def moved(now: datetime) -> datetime:
            if step == "month":
                local = now.astimezone(zone)
                later = add_months(local.date(), 1)
                return local.replace(year=later.year, month=later.month, day=later.day)
            return now + _STEPS[step]

        self._command(lambda services: services.clock.set(moved(services.clock.now())))

    def _ask(self) -> None:
        if self._now is None:
            return
        dialog = ClockDialog(self._now, self._texts, self)
        dialog.chosen.connect(lambda at: self._command(lambda services: services.clock.set(at)))
        dialog.open()

    def _command(self, call: Callable[[Services], None]) -> None:
        def act(services: Services) -> None:
            call(services)
            services.orders.advance()

        self._session.command(self, act, changes=Change.EVERYTHING)


class ClockDialog(Retranslated, QDialog):
    """Sets a demonstration's clock to a date and time of the site."""

    chosen = Signal(object)
    """(instant): to be set."""

    def __init__(self, now: datetime, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._zone = texts.zone
        local = now.astimezone(self._zone)
        self._label = Label(tone="text2", wraps=True)
        self._field = QDateTimeEdit(
            QDateTime(local.year, local.month, local.day, local.hour, local.minute, local.second)
        )
        self._field.setDisplayFormat("yyyy-MM-dd HH:mm:ss")
        self._field.setCalendarPopup(True)
        self._field.setObjectName("clock.field")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.accepted.connect(self._choose)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self._label)
        layout.addWidget(self._field)
        layout.addWidget(self._buttons)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Set the demonstration clock"))
        self._label.setText(self.tr("Date and time at the site:"))
        self._field.setAccessibleName(self._label.text())

    def _choose(self) -> None:
        wanted = self._field.dateTime().toPython()
        assert isinstance(wanted, datetime)
        self.chosen.emit(wanted.replace(tzinfo=self._zone))
        self.accept()
