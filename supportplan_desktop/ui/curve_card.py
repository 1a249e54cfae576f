"""What a change or an unsubscription comes to on each day of a term: a curve, and a table of the same points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableWidget, QTableWidgetItem

from supportplan_desktop.domain.money import Money
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.order_words import OrderWords
from supportplan_desktop.ui.theme.theme import theme
from supportplan_desktop.ui.theme.type import Role, set_role
from supportplan_desktop.ui.widgets import AmountCurve, Button, Card, CurveDay, Label, LoadingGate, Skeleton, row

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from supportplan_desktop.domain.catalogue import Tier
    from supportplan_desktop.domain.orders import OrderKind
    from supportplan_desktop.services.interfaces import CurvePoint
    from supportplan_desktop.ui.texts import Texts

_MARKS = 4
_A_YEAR = 366
_ROW = 32
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CurveCard(Retranslated, Card):
    """Amounts that come back today are shown as a refund. `area` begins the names of the controls."""

    def __init__(self, texts: Texts, kind: OrderKind, area: str) -> None:
        super().__init__()
        self._texts, self._kind = texts, kind
        self._words = OrderWords(self)
        self._points: tuple[CurvePoint, ...] = ()
        self._today: date | None = None
        self._tier: Tier | None = None
        self.body.setContentsMargins(18, 12, 18, 10)
        self.body.setSpacing(4)
        self._title = Label(Role.H3)
        self._tomorrow = Label(Role.SMALL, "muted")
        self._tomorrow.setObjectName(f"{area}.tomorrow")
        self._toggle = Button("ghost", compact=True)
        self._toggle.setObjectName(f"{area}.as_table")
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(self._show_view)
        self.curve = AmountCurve()
        self.curve.setObjectName(f"{area}.curve")
        self._table = _table(f"{area}.table")
        self._views = QStackedWidget()
        self._views.addWidget(self.curve)
        self._views.addWidget(self._table)
        skeleton = Skeleton((0.3, 0.3, 0.3), rows=4)
        self._gate = LoadingGate(skeleton, self._views)
        self.body.addLayout(row(self._title, None, self._tomorrow, 4, self._toggle))
        self.body.addWidget(skeleton, 1)
        self.body.addWidget(self._views, 1)
        theme().changed.connect(self.retranslate)
        self.retranslate()

    def wait(self) -> None:
        """Other points are on their way; what is shown stays until it takes long."""
        self._gate.begin()

    def show_points(self, points: tuple[CurvePoint, ...], today: date, tier: Tier) -> None:
        """Show these points, with that day as today, in the tier's colours."""
        self._points, self._today, self._tier = points, today, tier
        self._gate.end()
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything, points included."""
        place = next((place for place, point in enumerate(self._points) if point.day == self._today), None)
        is_refund = place is not None and self._points[place].total.amount < 0
        title = self.tr("{amount} by day").format(amount=self._words.total(self._kind, is_refund=is_refund))
        self._title.setText(title)
        self._toggle.setText(self.tr("Show as curve") if self._toggle.isChecked() else self.tr("Show as table"))
        self.curve.setAccessibleName(title)
        self._table.setAccessibleName(title)
        if place is None or self._tier is None:
            return
        amounts = [-point.total if is_refund else point.total for point in self._points]
        self._write_tomorrow(amounts, place)
        self._fill_curve(amounts, place)
        self._fill_table(amounts, place)

    def _write_tomorrow(self, amounts: list[Money], today: int) -> None:
        if today + 1 < len(amounts):
            self._tomorrow.setText(self.tr("tomorrow {amount}").format(amount=self._texts.money(amounts[today + 1])))
        else:
            self._tomorrow.setText(self.tr("today is the last day"))

    def _fill_curve(self, amounts: list[Money], today: int) -> None:
        assert self._tier is not None
        days = []
        for place, (point, amount) in enumerate(zip(self._points, amounts, strict=True)):
            day, money = self._texts.short_date(point.day), self._texts.money(amount)
            pill = self.tr("Today, {day} · {amount}") if place == today else self.tr("{day} · {amount}")
            spoken = self.tr("{day}: {amount}").format(day=self._texts.long_date(point.day), amount=money)
            days.append(CurveDay(amount.amount, pill.format(day=day, amount=money), spoken))
        currency = amounts[0].currency

        def figures(values: tuple[Decimal, ...]) -> tuple[str, ...]:
            return self._texts.scale([Money(value, currency) for value in values])

        self.curve.set_curve(tuple(days), today, self._marks(), theme().tier(self._tier), figures)

    def _marks(self) -> tuple[tuple[int, str], ...]:
        """The first day, the last one, and some between at even distances."""
        last = len(self._points) - 1
        places = sorted({round(last * number / _MARKS) for number in range(_MARKS + 1)})
        write = self._texts.month_of if last > _A_YEAR else self._texts.short_date
        marks = [(place, write(self._points[place].day)) for place in places]
        marks[-1] = (last, self.tr("{day}, end").format(day=marks[-1][1]))
        return tuple(marks)

    def _fill_table(self, amounts: list[Money], today: int) -> None:
        amount_head = QTableWidgetItem(self.tr("Amount"))
        amount_head.setTextAlignment(_RIGHT)
        self._table.setHorizontalHeaderItem(0, QTableWidgetItem(self.tr("Day")))
        self._table.setHorizontalHeaderItem(1, amount_head)
        self._table.setRowCount(len(amounts))
        for place, (point, amount) in enumerate(zip(self._points, amounts, strict=True)):
            day = self._texts.long_date(point.day)
            first = QTableWidgetItem(self.tr("{day}, today").format(day=day) if place == today else day)
            second = QTableWidgetItem(self._texts.money(amount))
            second.setTextAlignment(_RIGHT)
            self._table.setItem(place, 0, first)
            self._table.setItem(place, 1, second)
        self._table.selectRow(today)
        self._table.scrollTo(self._table.model().index(today, 0), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _show_view(self, as_table: bool) -> None:
        self._views.setCurrentWidget(self._table if as_table else self.curve)
        self._toggle.setText(self.tr("Show as curve") if as_table else self.tr("Show as table"))


def _table(name: str) -> QTableWidget:
    """Days and amounts, to be read only."""
    table = QTableWidget(0, 2)
    table.setObjectName(name)
    set_role(table, Role.BODY)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setProperty("padded", True)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW)
    header = table.horizontalHeader()
    set_role(header, Role.SMALLMED)
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table
