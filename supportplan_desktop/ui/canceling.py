"""Canceling a pending order: asked first, with what follows from it, and told when it is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportplan_desktop.services.changes import Change

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.widgets import Toast

_CHANGES = Change.ORDERS | Change.PLAN | Change.MESSAGES


class OrderCanceling(QObject):
    """Asks over its window and says the outcome in its toast; a refusal is `refused`."""

    refused = Signal(object)
    """(error): the order could not be canceled."""

    def __init__(self, session: Session, window: QWidget, toast: Toast) -> None:
        super().__init__(window)
        self._session, self._window, self._toast = session, window, toast

    def ask(self, order_id: UUID) -> None:
        """Ask whether that order shall be canceled, and cancel it where it is confirmed."""
        from supportplan_desktop.ui.confirmation import Confirmation  # noqa: PLC0415 - loads when first used

        question = Confirmation(
            self.tr("Cancel this order?"),
            self.tr("It cannot be paid any more. Nothing is charged; a new order can be placed at any time."),
            act=self.tr("Cancel Order"),
            keep=self.tr("Keep Order"),
            parent=self._window,
        )
        question.confirmed.connect(partial(self._cancel, order_id))
        question.open()

    def _cancel(self, order_id: UUID) -> None:
        self._session.command(
            self, lambda services: services.orders.cancel(order_id), self._tell, self.refused.emit, _CHANGES
        )

    def _tell(self, order: Order) -> None:
        body = self.tr("{number}; nothing was charged").format(number=order.number)
        self._toast.say(self.tr("Order canceled"), body, close=self.tr("Close"))
