"""Which orders the list shows: by number, kind, status and day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from supportplan_desktop.domain.orders import OrderKind, OrderStatus
from supportplan_desktop.domain.terms import add_months, site_date, start_of_day
from supportplan_desktop.services.interfaces import OrderQuery, OrderSort
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.order_words import OrderWords
from supportplan_desktop.ui.orders.day_edit import DayEdit
from supportplan_desktop.ui.theme.icons import icon
from supportplan_desktop.ui.theme.type import Role, set_role
from supportplan_desktop.ui.widgets import Button, Label, column, row

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from supportplan_desktop.ui.texts import Texts

_TYPING_PAUSE_MS = 250
_SEARCH_WIDTH, _SEARCH_NARROWEST = 268, 180
_SOME_DAYS = 30


class Period(Enum):
    """Stretches of days to choose from; the months count back from the site's today."""

    ANY = 0
    DAYS = 30
    HALF_YEAR = 6
    YEAR = 12
    CUSTOM = -1


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """What is chosen; None means all. `first` and `last`, both included, are of a custom period only."""

    text: str = ""
    kind: OrderKind | None = None
    status: OrderStatus | None = None
    period: Period = Period.ANY
    first: date = date.min
    last: date = date.max

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return self == OrderFilter()

    def query(self, at: datetime, zone: ZoneInfo, sort: OrderSort, *, descending: bool) -> OrderQuery:
        """The query it means at that instant, days being the site's."""
        since = until = None
        if self.period is Period.CUSTOM:
            since, until = start_of_day(self.first, zone), start_of_day(self.last + timedelta(days=1), zone)
        elif self.period is Period.DAYS:
            since = start_of_day(site_date(at, zone) - timedelta(days=_SOME_DAYS), zone)
        elif self.period is not Period.ANY:
            since = start_of_day(add_months(site_date(at, zone), -self.period.value), zone)
        return OrderQuery(
            text=self.text,
            kinds=frozenset() if self.kind is None else frozenset({self.kind}),
            statuses=frozenset() if self.status is None else frozenset({self.status}),
            since=since,
            until=until,
            sort=sort,
            descending=descending,
        )


class OrderFilters(Retranslated, QWidget):
    """The row over the list. Typing is waited for; everything else counts at once."""

    changed = Signal()
    """Something else is to be shown; `chosen` says what."""

    list_wanted = Signal()
    """The user goes from the search to the list."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._words = OrderWords(self)
        self._count: int | None = None
        self.search = QLineEdit()
        self.search.setObjectName("orders.search")
        self.search.setMinimumWidth(_SEARCH_NARROWEST)
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_role(self.search, Role.BODY)
        self.search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._erase = QAction(icon("close", "muted"), "", self.search)
        self.search.addAction(self._erase, QLineEdit.ActionPosition.TrailingPosition)
        self._erase.triggered.connect(self.search.clear)
        self._erase.setVisible(False)
        self.search.installEventFilter(self)
        self.kind, self.status, self.period = (QComboBox() for _ in range(3))
        for name, combo, values in (
            ("kind", self.kind, (None, *OrderKind)),
            ("status", self.status, (None, *OrderStatus)),
            ("period", self.period, tuple(Period)),
        ):
            combo.setObjectName(f"orders.{name}")
            set_role(combo, Role.MEDIUM)
            for value in values:
                combo.addItem("", value)
            combo.currentIndexChanged.connect(self._choose)
        self.clear = Button("ghost")
        self.clear.setObjectName("orders.clear")
        self.clear.clicked.connect(self.reset)
        self._number = Label(Role.SMALL, "text2")
        self._number.setObjectName("orders.count")
        self._make_days()
        first = row(self.search, self.kind, self.status, self.period, self.clear, None, self._number)
        first.setStretchFactor(self.search, 1)
        self.setLayout(column(first, self._days, spacing=8))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.search.textChanged.connect(self._type)
        self.search.returnPressed.connect(self._hurry)
        self.retranslate()

    def _make_days(self) -> None:
        self._from, self._to = Label(Role.SMALL, "muted"), Label(Role.SMALL, "muted")
        self.first, self.last = DayEdit("orders.first"), DayEdit("orders.last")
        for label, day in ((self._from, self.first), (self._to, self.last)):
            label.setBuddy(day)
            day.dateChanged.connect(self._choose_day)
        self._days = QWidget()
        self._days.setLayout(row(self._from, self.first, self._to, self.last, None))
        self._days.hide()

    @property
    def chosen(self) -> OrderFilter:
        """What is chosen."""
        made = OrderFilter(
            self.search.text().strip(), self.kind.currentData(), self.status.currentData(), self.period.currentData()
        )
        if made.period is not Period.CUSTOM:
            return made
        first, last = (date(day.year(), day.month(), day.day()) for day in (self.first.date(), self.last.date()))
        return replace(made, first=first, last=last)

    def reset(self) -> None:
        """Leave nothing out."""
        was = self.chosen
        for part in (self.search, self.kind, self.status, self.period):
            part.blockSignals(True)
        self.search.clear()
        for combo in (self.kind, self.status, self.period):
            combo.setCurrentIndex(0)
        for part in (self.search, self.kind, self.status, self.period):
            part.blockSignals(False)
        self._pause.stop()
        self._show_state()
        if not was.is_all:
            self.changed.emit()

    def set_today(self, today: date) -> None:
        """Begin custom periods at the last month up to that day, until the user has chosen days."""
        if self._days.isHidden():
            self._set_days(add_months(today, -1), today)

    def show_count(self, count: int | None) -> None:
        """Say how many orders match; None says nothing."""
        self._count = count
        self._word_count()

    def retranslate(self) -> None:
        """Word everything, choices included."""
        words = self._words
        self.search.setPlaceholderText(self.tr("Search by order number"))
        self.search.setAccessibleName(self.tr("Search by order number"))
        self._erase.setToolTip(self.tr("Clear"))
        self._erase.setText(self.tr("Clear"))
        kinds = [self.tr("All kinds"), *(words.kind(kind) for kind in OrderKind)]
        statuses = [self.tr("All statuses"), *(words.status(status) for status in OrderStatus)]
        periods = [
            self.tr("Any time"),
            self.tr("Last 30 days"),
            self.tr("Last 6 months"),
            self.tr("Last 12 months"),
            self.tr("Choose days"),
        ]
        for combo, name, texts in (
            (self.kind, self.tr("Kind"), kinds),
            (self.status, self.tr("Status"), statuses),
            (self.period, self.tr("Created"), periods),
        ):
            combo.setAccessibleName(name)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContentsOnFirstShow)
            for place, text in enumerate(texts):
                combo.setItemText(place, text)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # measured again when it is set
        self.clear.setText(self.tr("Clear"))
        self._from.setText(self.tr("From"))
        self._to.setText(self.tr("to", "the last day of a period"))
        for day in (self.first, self.last):
            day.set_locale(QLocale())
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        self._word_count()
        self._show_state()

    def _word_count(self) -> None:
        count = self._count
        if count is None:
            self._number.clear()
        else:
            self._number.setText(self.tr("%n order(s)", "", count).replace(str(count), self._texts.number(count)))

    def _show_state(self) -> None:
        self._days.setVisible(self.period.currentData() is Period.CUSTOM)
        self._erase.setVisible(bool(self.search.text()))
        self.clear.setEnabled(not self.chosen.is_all)

    def _choose(self) -> None:
        self._pause.stop()
        self._show_state()
        self.changed.emit()

    def _choose_day(self) -> None:
        """A period that would end before it begins is the one day that was set."""
        if self.first.date() > self.last.date():
            other = self.last if self.sender() is self.first else self.first
            other.blockSignals(True)
            other.setDate(self.first.date() if other is self.last else self.last.date())
            other.blockSignals(False)
        self._pause.start()

    def _set_days(self, first: date, last: date) -> None:
        for edit, day in ((self.first, first), (self.last, last)):
            edit.blockSignals(True)
            edit.setDate(QDate(day.year, day.month, day.day))
            edit.blockSignals(False)

    def _type(self) -> None:
        self._show_state()
        self._pause.start()

    def _hurry(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.changed.emit()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        search = getattr(self, "search", None)  # gone while the collector takes this apart
        if watched is search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.list_wanted.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)
