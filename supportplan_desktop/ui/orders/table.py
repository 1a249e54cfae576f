"""The table of orders: one row an order, chosen by arrows, opened by Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from supportplan_desktop.domain.orders import OrderKind, OrderStatus
from supportplan_desktop.ui.order_words import OrderWords
from supportplan_desktop.ui.orders.delegate import ROW_HEIGHT, OrderDelegate, text_width
from supportplan_desktop.ui.orders.head import OrderHead
from supportplan_desktop.ui.orders.rows import Column, OrderRows
from supportplan_desktop.ui.theme.theme import theme

if TYPE_CHECKING:
    from uuid import UUID

    from supportplan_desktop.ui.remembered import Remembered
    from supportplan_desktop.ui.session import Session

_WIDTHS = {
    Column.NUMBER: 208,
    Column.KIND: 134,
    Column.PLAN: 140,
    Column.STATUS: 162,
    Column.CREATED: 168,
    Column.AMOUNT: 140,
    Column.DETAILS: 44,
}
# What is never cut: the widest figures there are.
_WHOLE = {Column.NUMBER: "CS0000000000MWMW0", Column.CREATED: "2000-00-00 00:00", Column.AMOUNT: "− $486,000.00"}
_WIDEST_NAME = 180
_GIVE_WAY = (Column.CREATED, Column.KIND, Column.PLAN, Column.STATUS, Column.NUMBER, Column.AMOUNT)
_REMEMBERED_AS = "orders.columns"
_AHEAD_PAGES = 3


class OrderTable(QTableView):
    """Loads ahead of the reader; remembers the widths of its columns where there is something to remember with."""

    opened = Signal(object)
    """(order id): the details shall be shown."""

    def __init__(self, rows: OrderRows, session: Session, remembered: Remembered | None) -> None:
        super().__init__()
        self._rows, self._remembered = rows, remembered
        self._words = OrderWords(self)
        self._widths = dict(_WIDTHS)
        self._fits = False
        self.setObjectName("orders.list")
        self.setModel(rows)
        self._delegate = OrderDelegate(session, self)
        self.setItemDelegate(self._delegate)
        self.head = OrderHead(self)
        self.setHorizontalHeader(self.head)
        self._dress()
        self._recall()
        self.head.sectionResized.connect(self._resize)
        self.entered.connect(lambda index: self._hover(index.row()))
        self.doubleClicked.connect(self._open)
        self.clicked.connect(self._follow)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._load_ahead)
        bar.rangeChanged.connect(self._load_ahead)
        theme().changed.connect(self.viewport().update)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        lines = self.verticalHeader()
        lines.hide()
        lines.setMinimumSectionSize(ROW_HEIGHT)
        lines.setDefaultSectionSize(ROW_HEIGHT)
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)
        for column in (Column.CREATED, Column.DETAILS):  # the one takes what is left, the other has its arrow
            self.head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)

    @property
    def chosen(self) -> UUID | None:
        """The order the user is on, None where there is none."""
        order = self._rows.order(self.currentIndex().row())
        return None if order is None else order.id

    def choose(self, order_id: UUID | None) -> None:
        """Go to that order where it is loaded."""
        row = None if order_id is None else self._rows.row_of(order_id)
        if row is not None:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self._rows.index(row, 0), flags)

    def choose_first(self) -> None:
        """Go to the first order."""
        order = self._rows.order(0)
        self.choose(None if order is None else order.id)

    def scroll_to(self, place: int) -> None:
        """Put the rows where they stood at that value of the scroll bar."""
        self.doItemsLayout()
        self.verticalScrollBar().setValue(place)

    def fit(self) -> None:
        """Lay the columns out over the width there is: the day takes the rest, words give way, figures never do."""
        narrowest = self._narrowest()
        widths = {column: max(width, narrowest[column]) for column, width in self._widths.items()}
        short = sum(widths.values()) - self.viewport().width()
        for column in _GIVE_WAY:
            given = min(max(short, 0), widths[column] - narrowest[column])
            widths[column] -= given
            short -= given
        widths[Column.CREATED] += max(-short, 0)
        self._fits = True
        for column, width in widths.items():
            self.head.resizeSection(column, width)
        self._fits = False

    def _narrowest(self) -> dict[Column, int]:
        words = self._words
        names = [text_width(Column.PLAN, name) for name in self._rows.plan_names()]
        return {
            **{column: text_width(column, text) for column, text in _WHOLE.items()},
            Column.KIND: max(text_width(Column.KIND, words.kind(kind)) for kind in OrderKind),
            Column.PLAN: min(_WIDEST_NAME, max(names, default=0)),
            Column.STATUS: max(text_width(Column.STATUS, words.status(status)) for status in OrderStatus),
            Column.DETAILS: _WIDTHS[Column.DETAILS],
        }

    def _resize(self, section: int, _before: int, width: int) -> None:
        if self._fits:
            return
        self._widths[Column(section)] = width
        self.fit()
        if self._remembered is not None:
            self._remembered.keep(_REMEMBERED_AS, " ".join(str(self._widths[column]) for column in Column))

    def _recall(self) -> None:
        words = (self._remembered.get(_REMEMBERED_AS) or "").split() if self._remembered else []
        if len(words) == len(Column) and all(word.isdecimal() for word in words):
            self._widths = dict(zip(Column, map(int, words), strict=True))

    def _load_ahead(self, *_moved: int) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() < _AHEAD_PAGES * bar.pageStep():
            self._rows.fetchMore(QModelIndex())

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        order = self._rows.order(index.row())
        if order is not None:
            self.opened.emit(order.id)

    def _follow(self, index: QModelIndex) -> None:
        if index.column() == Column.DETAILS:
            self._open(index)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        order = self._rows.order(self.currentIndex().row())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and order is not None:
            self.opened.emit(order.id)
        elif event.matches(QKeySequence.StandardKey.Copy) and order is not None:
            QGuiApplication.clipboard().setText(order.number)
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        last = self._rows.loaded - 1
        if action is QAbstractItemView.CursorAction.MoveHome:
            return self._rows.index(0, 0)
        if action is QAbstractItemView.CursorAction.MoveEnd:
            return self._rows.index(last, 0)
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Letters do not jump: numbers are searched for in the field above, over all orders, not the loaded ones."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason and not self.currentIndex().isValid():
            self.choose_first()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
