"""The rows of the list: as many as were looked at, more as they are needed, never all."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt, Signal

from supportplan_desktop.services.interfaces import OrderPage, OrderQuery, OrderSort, OrderSummary
from supportplan_desktop.ui.order_words import OrderWords, plan_name

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import QObject

    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_Index = QModelIndex | QPersistentModelIndex

PAGE = 200
MOST_AT_ONCE = 2_000
"""So many rows are read again at most when the list is refreshed; a longer one begins anew at its top."""

ORDER_ROLE = Qt.ItemDataRole.UserRole
"""The order of a row (`OrderSummary`)."""


class Column(IntEnum):
    """What stands in which column; the last one leads to the details."""

    NUMBER = 0
    KIND = 1
    PLAN = 2
    STATUS = 3
    CREATED = 4
    AMOUNT = 5
    DETAILS = 6


SORTS: dict[Column, OrderSort] = {
    Column.NUMBER: OrderSort.NUMBER,
    Column.CREATED: OrderSort.CREATED,
    Column.AMOUNT: OrderSort.AMOUNT,
}
"""The columns whose head sorts."""


class OrderRows(QAbstractTableModel):
    """Orders that match one query, in its order, loaded page by page through the cursor of the page before."""

    refused = Signal(object)
    """(error): more could not be loaded; nothing is asked again until the list begins anew."""

    def __init__(self, session: Session, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._texts = session, texts
        self._words = OrderWords(self)
        self._orders: list[OrderSummary] = []
        self._query = OrderQuery()
        self._cursor: str | None = None
        self._question: int | None = None
        self._is_refused = False

    @property
    def loaded(self) -> int:
        """How many rows are there so far."""
        return len(self._orders)

    def show_page(self, query: OrderQuery, page: OrderPage) -> None:
        """Begin anew with the first page of a query; what was under way for the one before goes unheard."""
        self._forget()
        self.beginResetModel()
        self._query, self._orders, self._cursor = query, list(page.orders), page.cursor
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.show_page(OrderQuery(), OrderPage((), None, 0))

    def order(self, row: int) -> OrderSummary | None:
        """The order of a row, None where there is no such row."""
        return self._orders[row] if 0 <= row < len(self._orders) else None

    def row_of(self, order_id: UUID) -> int | None:
        """The row of an order, None where it is not loaded."""
        return next((row for row, order in enumerate(self._orders) if order.id == order_id), None)

    def plan_names(self) -> list[str]:
        """The names of all plans, for whoever wants to know how wide they are."""
        if not self._session.is_ready:
            return []
        return [tier.name.within(QLocale().name()) for tier in self._session.catalogue.tiers]

    def reword(self) -> None:
        """Say everything anew, in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._orders:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._orders) - 1, len(Column) - 1))

    def _forget(self) -> None:
        if self._question is not None:
            self._session.tasks.forget(self._question)
        self._question, self._is_refused = None, False

    def _append(self, page: OrderPage) -> None:
        self._question = None
        self._cursor = page.cursor
        if page.orders:
            self.beginInsertRows(QModelIndex(), len(self._orders), len(self._orders) + len(page.orders) - 1)
            self._orders += page.orders
            self.endInsertRows()

    def _refuse(self, error: BaseException) -> None:
        self._question, self._is_refused = None, True
        self.refused.emit(error)

    def _text(self, order: OrderSummary, column: Column) -> str:
        words = self._words
        match column:
            case Column.NUMBER:
                text = order.number
            case Column.KIND:
                text = words.kind(order.kind)
            case Column.PLAN:
                text = plan_name(self._session.catalogue, order.tier, QLocale().name())
            case Column.STATUS:
                text = words.status(order.status)
            case Column.CREATED:
                text = self._texts.minute(order.created_at)
            case Column.AMOUNT:
                text = self._texts.money(order.total)
            case Column.DETAILS:
                text = ""
        return text

    def _head(self, column: Column) -> str:
        return {
            Column.NUMBER: self.tr("Order"),
            Column.KIND: self.tr("Kind"),
            Column.PLAN: self.tr("Plan"),
            Column.STATUS: self.tr("Status"),
            Column.CREATED: self.tr("Created ({offset})").format(offset=self._offset()),
            Column.AMOUNT: self.tr("Amount"),
            Column.DETAILS: "",
        }[column]

    def _offset(self) -> str:
        """The site's distance from UTC, as it was for the first row."""
        return self._texts.offset(self._orders[0].created_at) if self._orders else "UTC"

    # Qt overrides

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._orders)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        order = self.order(index.row())
        if order is None:
            return None
        if role == ORDER_ROLE:
            return order
        column = Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(order, column)
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.CREATED:
            return self._texts.local_time(order.created_at)
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.DETAILS:
            return self.tr("Details")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._head(Column(section))

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._cursor is not None and not self._is_refused

    def fetchMore(self, parent: _Index) -> None:
        if self._question is not None or not self.canFetchMore(parent):
            return
        query, cursor = self._query, self._cursor
        self._question = self._session.query(
            self, lambda services: services.orders.page(query, cursor, PAGE), self._append, self._refuse
        )
