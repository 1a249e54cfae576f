"""My Orders: the list, and over it an order that was opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.canceling import OrderCanceling
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.orders.order_list import OrderList
from supportplan_desktop.ui.page import Page
from supportplan_desktop.ui.problems import problem_text
from supportplan_desktop.ui.widgets import Banner, Button, Toast, row

if TYPE_CHECKING:
    from uuid import UUID

    from supportplan_desktop.ui.orders.detail import OrderDetail
    from supportplan_desktop.ui.remembered import Remembered
    from supportplan_desktop.ui.session import Opened, Session
    from supportplan_desktop.ui.texts import Texts

_MARGIN = 28


class OrdersPage(Retranslated, Page):
    """The list stays as it is behind an opened order, so that going back leads to where one was."""

    watches: ClassVar[Change] = Change.ORDERS | Change.CLOCK

    pay_requested = Signal(object)
    """(order id): that pending order shall be paid."""
    purchase_requested = Signal()
    """A plan shall be bought."""

    def __init__(
        self, session: Session, texts: Texts, remembered: Remembered | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, parent)
        self._texts = texts
        self._opened: Opened | None = None
        self._detail: OrderDetail | None = None
        self.setObjectName("orders")
        self._stack = QStackedWidget()
        self._toast = Toast(self)
        self._canceling = OrderCanceling(session, self, self._toast)
        self._canceling.refused.connect(self._refuse)
        self._refusal = Banner("danger")
        self._refusal.setObjectName("orders.refusal")
        self._close = Button("ghost")
        self._close.setObjectName("orders.refusal.close")
        self._close.clicked.connect(self._refusal.hide)
        self._refusal.add_action(self._close)
        self._refusal.hide()
        self._list = OrderList(session, texts, self._toast, remembered)
        self._list.opened.connect(self.show_order)
        self._list.pay_requested.connect(self.pay_requested)
        self._list.cancel_requested.connect(self._canceling.ask)
        self._list.purchase_requested.connect(self.purchase_requested)
        self._stack.addWidget(self._list)
        over = row(self._refusal)
        over.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(over)
        layout.addWidget(self._stack, 1)
        OrdersPage.retranslate(self)

    def retranslate(self) -> None:
        """Word what closes a refusal; the list and the order word themselves."""
        self._close.setText(self.tr("Close"))

    def reload(self) -> None:
        """Load the list and the order that is shown anew; another account begins with its list."""
        if self._opened is not self.session.now:
            self._start_afresh()
        self._list.load()
        if self._detail is not None:
            self._detail.load()

    def show_order(self, order_id: UUID) -> None:
        """Show an order's details."""
        from supportplan_desktop.ui.orders.detail import OrderDetail  # noqa: PLC0415 - loads when first shown

        if self._detail is None:
            self._detail = detail = OrderDetail(self.session, self._texts, self._toast)
            detail.closed.connect(self._show_list)
            detail.pay_requested.connect(self.pay_requested)
            detail.cancel_requested.connect(self._canceling.ask)
            self._stack.addWidget(detail)
        self._stack.setCurrentWidget(self._detail)
        self._detail.show_order(order_id)

    def focus_search(self) -> None:
        """Go to the search field of the list."""
        self._show_list()
        search = self._list.filters.search
        search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        search.selectAll()

    def _show_list(self) -> None:
        if self._detail is not None:
            self._detail.leave()
        self._stack.setCurrentWidget(self._list)
        self._list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, error: BaseException) -> None:
        problem = problem_text(error, self._texts, self.session.catalogue)
        self._refusal.show_with("danger", problem.title, problem.advice)

    def _start_afresh(self) -> None:
        self._opened = self.session.now
        if self._detail is not None:
            self._stack.setCurrentWidget(self._list)
            self._stack.removeWidget(self._detail)
            self._detail.deleteLater()
            self._detail = None
        self._refusal.hide()
        self._list.start_afresh()
