"""The list of orders: title and export, filters, the open order, the table, and what stands there without one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from supportplan_desktop.domain.accounts import Permission
from supportplan_desktop.domain.terms import site_date
from supportplan_desktop.services.interfaces import OrderPage, OrderQuery, OrderSummary
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.open_order import OpenOrderBanner
from supportplan_desktop.ui.orders.exporting import ExportBanner
from supportplan_desktop.ui.orders.filters import OrderFilter, OrderFilters
from supportplan_desktop.ui.orders.rows import MOST_AT_ONCE, PAGE, SORTS, Column, OrderRows
from supportplan_desktop.ui.orders.table import OrderTable
from supportplan_desktop.ui.permissions import allow_only
from supportplan_desktop.ui.problems import problem_text
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import (
    Banner,
    Button,
    Card,
    EmptyState,
    Label,
    LoadingGate,
    Skeleton,
    column,
    row,
)

if TYPE_CHECKING:
    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.remembered import Remembered
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts
    from supportplan_desktop.ui.widgets import Toast

_MARGIN, _TOP, _BETWEEN = 28, 20, 14
_FOOT = 8
_SKELETON = (0.14, 0.08, 0.1, 0.11, 0.12, 0.07)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question asks for."""

    filter: OrderFilter
    sort: Column
    descending: bool
    limit: int

    def is_like(self, other: _Asked) -> bool:
        """Whether it asks for the same rows, however many."""
        return replace(self, limit=0) == replace(other, limit=0)

    def answer(self, services: Services) -> _Answer:
        """On a worker: the orders, and how the plan stands."""
        now, zone = services.clock.now(), services.catalogue.current().site_zone
        query = self.filter.query(now, zone, SORTS[self.sort], descending=self.descending)
        plan = services.plans.details()
        page = services.orders.page(query, None, self.limit)
        return _Answer(self, query, page, plan.open_order, plan.can_buy, site_date(now, zone))


@dataclass(frozen=True, slots=True)
class _Answer:
    asked: _Asked
    query: OrderQuery
    page: OrderPage
    open_order: OrderSummary | None
    can_buy: bool
    today: date


class OrderList(Retranslated, QWidget):
    """Asks for itself when told to `load`; keeps the place of the reader where the same orders come again."""

    opened = Signal(object)
    """(order id): its details shall be shown."""
    pay_requested = Signal(object)
    """(order id): the open order shall be paid."""
    cancel_requested = Signal(object)
    """(order id): the open order shall be canceled."""
    purchase_requested = Signal()
    """A plan shall be bought."""

    def __init__(self, session: Session, texts: Texts, toast: Toast, remembered: Remembered | None) -> None:
        super().__init__()
        self._session, self._texts = session, texts
        self._answer: _Answer | None = None
        self._error: BaseException | None = None
        self._question: int | None = None
        self._sort, self._descending = Column.CREATED, True
        self._title = Label(Role.TITLE)
        self._export = Button("secondary", "download")
        self._export.setObjectName("orders.export")
        self.filters = OrderFilters(texts)
        self._open = OpenOrderBanner("orders.open_order", texts)
        self._exporting = ExportBanner(session, texts, toast)
        self._strip = Banner("danger")
        self._strip.setObjectName("orders.error")
        self._strip.hide()
        self._retry = Button("secondary", "refresh")
        self._retry.setObjectName("orders.retry")
        self._strip.add_action(self._retry)
        self._rows = OrderRows(session, texts, self)
        self.table = OrderTable(self._rows, session, remembered)
        self._empty = EmptyState("orders")
        self._empty.setObjectName("orders.empty")
        self._empty.action.setObjectName("orders.empty.action")
        self._lay_out()
        self._connect()
        allow_only(session, Permission.MONEY, *self._open.ways)
        self.retranslate()

    def _lay_out(self) -> None:
        self._filled, self._nothing, skeleton = (Card(padded=False) for _ in range(3))
        self._filled.body.addWidget(self.table)
        self._filled.body.setContentsMargins(1, 1, 1, _FOOT)
        self._nothing.body.addWidget(self._empty)
        self._nothing.setObjectName("orders.nothing")
        skeleton.body.addWidget(Skeleton(_SKELETON, rows=12))
        skeleton.body.addStretch()
        skeleton.setObjectName("orders.loading")
        body = QWidget()
        body.setLayout(column(self._filled, self._nothing, spacing=0))
        for part in (self._filled, self._nothing, skeleton, body):
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._filled.hide()
        self._nothing.hide()
        self._gate = LoadingGate(skeleton, body)
        layout = column(
            row(self._title, None, self._export, spacing=12),
            self.filters,
            self._open,
            self._exporting,
            self._strip,
            body,
            skeleton,
            spacing=_BETWEEN,
        )
        layout.setContentsMargins(_MARGIN, _TOP, _MARGIN, _TOP)
        layout.setStretchFactor(body, 1)
        layout.setStretchFactor(skeleton, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self._export.clicked.connect(self._ask_to_export)
        self._exporting.began.connect(self._arrange)
        self._exporting.ended.connect(self._arrange)
        self.filters.changed.connect(self.load)
        self.filters.list_wanted.connect(self.table.setFocus)
        self._open.pay_requested.connect(self.pay_requested)
        self._open.cancel_requested.connect(self.cancel_requested)
        self._retry.clicked.connect(self.load)
        self._rows.refused.connect(self._fail_to_continue)
        self.table.opened.connect(self.opened)
        self.table.head.sort_wanted.connect(self._sort_by)
        self._empty.action.clicked.connect(self._act_on_nothing)

    def start_afresh(self) -> None:
        """Forget another account's orders and what was filtered among them."""
        self._answer = self._error = None
        self._rows.clear()
        self.filters.reset()
        self.filters.show_count(None)
        self._strip.hide()
        self._open.hide()
        self._arrange()

    def load(self) -> None:
        """Ask for what is chosen; what is shown stays until the answer is there, or a skeleton is worth showing."""
        asked = self._wanted(PAGE)
        before = self._answer
        if before is not None and before.asked.is_like(asked):
            asked = self._wanted(max(PAGE, min(self._rows.loaded, MOST_AT_ONCE)))
        else:
            self._gate.begin()
        self._forget()
        self._question = self._session.query(self, asked.answer, self._show, lambda error: self._fail(asked, error))

    def _wanted(self, limit: int) -> _Asked:
        return _Asked(self.filters.chosen, self._sort, self._descending, limit)

    def _forget(self) -> None:
        if self._question is not None:
            self._session.tasks.forget(self._question)

    def _show(self, answer: _Answer) -> None:
        before, self._answer, self._error = self._answer, answer, None
        is_the_same = before is not None and before.asked.is_like(answer.asked)
        chosen, place = self.table.chosen, self.table.verticalScrollBar().value()
        self._rows.show_page(answer.query, answer.page)
        self.filters.show_count(answer.page.count)
        self.filters.set_today(answer.today)
        self._open.show_order(answer.open_order, self._session.catalogue)
        self._strip.hide()
        self._arrange()
        self._gate.end()
        self.table.fit()
        if is_the_same:
            self.table.choose(chosen)
        self.table.scroll_to(place if is_the_same else 0)

    def _fail(self, asked: _Asked, error: BaseException) -> None:
        """Rows of the same question stay, though they may be older; others would answer what was not asked."""
        self._error = error
        if self._answer is None or not self._answer.asked.is_like(asked):
            self._answer = None
            self._rows.clear()
            self.filters.show_count(None)
        self._tell_failure()
        self._gate.end()

    def _fail_to_continue(self, error: BaseException) -> None:
        self._error = error
        self._tell_failure()

    def _tell_failure(self) -> None:
        self._word_failure()
        self._strip.setVisible(not self._session.is_told(self._error))
        self._arrange()

    def _arrange(self) -> None:
        """Show the rows, or what stands in their place."""
        has_rows = bool(self._rows.loaded)
        self._filled.setVisible(has_rows)
        self._nothing.setVisible(not has_rows and (self._answer is not None or self._error is not None))
        self._export.setEnabled(has_rows and not self._exporting.runs)
        self._word_nothing()

    def _sort_by(self, section: int) -> None:
        wanted = Column(section)
        self._descending = not self._descending if wanted is self._sort else True
        self._sort = wanted
        self.table.head.show_sort(wanted, descending=self._descending)
        self.load()

    def _ask_to_export(self) -> None:
        if self._answer is not None:
            self._exporting.ask(self._answer.query, self._answer.page.count)

    def _act_on_nothing(self) -> None:
        if self._answer is not None and self._answer.asked.filter.is_all:
            self.purchase_requested.emit()
        else:
            self.filters.reset()
            self.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)

    # Words

    def retranslate(self) -> None:
        """Word the head and what stands in place of rows; the parts word themselves."""
        self._title.setText(self.tr("My Orders"))
        self._export.setText(self.tr("Export CSV"))
        self._retry.setText(self.tr("Retry"))
        self.table.setAccessibleName(self.tr("My Orders"))
        self.table.horizontalHeader().setAccessibleName(self.table.accessibleName())
        self._rows.reword()
        self.table.fit()
        self._word_failure()
        self._word_nothing()

    def _word_failure(self) -> None:
        if self._error is not None:
            problem = problem_text(self._error, self._texts, self._session.catalogue)
            self._strip.set_texts(self.tr("The orders could not be loaded."), f"{problem.title} {problem.advice}")

    def _word_nothing(self) -> None:
        answer = self._answer
        if answer is None:
            title, sentence = self.tr("Nothing to show yet"), self.tr("Your orders are safe; they appear after Retry.")
            self._empty.set_words(title, sentence)
        elif answer.asked.filter.is_all:
            buys = answer.can_buy and answer.open_order is None
            self._empty.set_words(
                self.tr("No orders yet"),
                self.tr("Orders appear here once a plan is bought, renewed, changed or unsubscribed."),
                self.tr("Buy Now") if buys else "",
            )
        else:
            self._empty.set_words(
                self.tr("No order matches"),
                self.tr("No order has all that is chosen above."),
                self.tr("Clear filters"),
            )
