"""The head of an order: the way back, what it is, its number to copy, its state, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QMenu, QWidget

from supportplan_desktop.domain.orders import OrderStatus
from supportplan_desktop.ui.language import LANGUAGES, Retranslated
from supportplan_desktop.ui.order_words import STATUS_SIGNS, OrderWords, plan_name
from supportplan_desktop.ui.theme.type import Role, set_role
from supportplan_desktop.ui.widgets import Button, Chip, Icon, Label, column, row, set_state

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.ui.texts import Texts


class DetailHead(Retranslated, QWidget):
    """Only the way back is there before the order is known."""

    copied = Signal(str)
    """(text): it shall be copied."""
    receipt_wanted = Signal(str)
    """(language code): a receipt in that language shall be saved."""

    def __init__(self, texts: Texts, catalogue: ServiceCatalogue) -> None:
        super().__init__()
        self._texts, self._catalogue = texts, catalogue
        self._words = OrderWords(self)
        self._order: Order | None = None
        self.back = Button("ghost", "chevron_left", compact=True)
        self.back.setObjectName("orders.back")
        set_state(self.back, "flush", value=True)
        set_role(self.back, Role.BODY)
        self._crumb = Label(Role.MEDIUM)
        self._title = Label(Role.H1)
        self._title.setObjectName("order.title")
        self._status = Chip()
        self._status.setObjectName("order.status")
        self._number = Label(tone="text2", copyable=True)
        self._number.setObjectName("order.number")
        self._copy = Button("ghost", "copy", compact=True)
        self._copy.setObjectName("order.copy")
        set_state(self._copy, "flush", value=True)
        self._copy.clicked.connect(lambda: self.copied.emit(self._number.text()))
        self._when = Label(tone="text2")
        self._when.setObjectName("order.created")
        self.cancel = Button("ghost")
        self.cancel.setObjectName("order.cancel")
        self.pay = Button("primary")
        self.pay.setObjectName("order.pay")
        self._receipt = Button("secondary", "download")
        self._receipt.setObjectName("order.receipt")
        self._receipt.setMenu(self._languages())
        self._crumb_sign = Icon("chevron_right", "muted", 14)
        self._rest = QWidget()
        words = column(
            row(self._title, self._status, None, spacing=12),
            row(self._number, self._copy, self._when, None, spacing=6),
            spacing=2,
        )
        rest = row(words, self.cancel, self.pay, self._receipt, spacing=8)
        rest.setStretch(0, 1)
        self._rest.setLayout(rest)
        self.setLayout(column(row(self.back, self._crumb_sign, self._crumb, None, spacing=6), self._rest, spacing=6))
        self.show_nothing()
        self.retranslate()

    def _languages(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("order.receipt.languages")
        for code, name in LANGUAGES.items():
            action = menu.addAction(name)
            action.setObjectName(f"order.receipt.{code}")
            action.triggered.connect(partial(self.receipt_wanted.emit, code))
        return menu

    def show_nothing(self) -> None:
        """Show the way back alone."""
        self._order = None
        for part in (self._rest, self._crumb, self._crumb_sign):
            part.hide()

    def show_order(self, order: Order) -> None:
        """Show that order."""
        self._order = order
        is_pending = order.status is OrderStatus.PENDING_PAYMENT
        self.pay.setVisible(is_pending)
        self.cancel.setVisible(is_pending)
        self._receipt.setVisible(order.status is OrderStatus.COMPLETED)
        self.retranslate()
        for part in (self._rest, self._crumb, self._crumb_sign):
            part.show()

    def retranslate(self) -> None:
        """Write everything anew."""
        self.back.setText(self.tr("My Orders"))
        self._receipt.setText(self.tr("Receipt (PDF)"))
        self.pay.setText(self.tr("Pay"))
        self.cancel.setText(self.tr("Cancel Order"))
        copy = self.tr("Copy order number")
        self._copy.setToolTip(copy)
        self._copy.setAccessibleName(copy)
        order = self._order
        if order is None:
            return
        self._crumb.setText(order.number)
        plan = plan_name(self._catalogue, order.quote.tier, QLocale().name())
        self._title.setText(self._words.kind_of(order.kind, plan))
        self._status.set_state(*STATUS_SIGNS[order.status], self._words.status(order.status))
        self._number.setText(order.number)
        self._number.setAccessibleName(self.tr("Order {number}").format(number=order.number))
        created = self._texts.zoned(order.created_at)
        if order.status is OrderStatus.PENDING_PAYMENT:
            before = self._texts.instant(order.pay_before)
            self._when.setText(
                self.tr("created {time} · to be paid before {deadline}").format(time=created, deadline=before)
            )
        else:
            self._when.setText(self.tr("created {time}").format(time=created))
        self._when.setToolTip(self._texts.local_time(order.created_at))
