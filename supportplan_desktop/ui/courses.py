"""Opens the wizards, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportplan_desktop.domain.orders import OrderKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts
    from supportplan_desktop.ui.wizards.wizard import FlowWizard


class Courses(QObject):
    """Knows which wizard is open over its window; asked for another one meanwhile it does nothing.

    Each wizard loads when it is first used.
    """

    order_requested = Signal(object)
    """(order id): the user follows an order; the wizard has closed."""
    messages_requested = Signal()
    """The user wants to see Messages; the wizard has closed."""
    refused = Signal(object)
    """(error): an order could not be resumed."""

    def __init__(self, session: Session, texts: Texts, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._texts, self._window = session, texts, window
        self._open: FlowWizard | None = None

    @property
    def wizard(self) -> FlowWizard | None:
        """The wizard that is open, None where there is none."""
        return self._open

    def buy(self, tier: str = "") -> None:
        """Buy, with a plan chosen where one is named."""
        self._begin(lambda: self._purchase(tier, None))

    def change(self, tier: str = "") -> None:
        """Change the plan, with another one chosen where one is named."""
        self._begin(lambda: self._change(tier, None))

    def renew(self) -> None:
        """Renew the plan."""
        self._begin(lambda: self._renew(None))

    def unsubscribe(self) -> None:
        """Give the plan up."""
        self._begin(self._unsubscribe)

    def pay(self, order_id: UUID) -> None:
        """Resume a pending order at its payment, in the wizard of its kind."""
        self._session.query(self, lambda services: services.orders.get(order_id), self._resume, self.refused.emit)

    def _resume(self, order: Order) -> None:
        if order.kind is OrderKind.NEW_PURCHASE:
            self._begin(lambda: self._purchase("", order.id))
        elif order.kind is OrderKind.RENEWAL:
            self._begin(lambda: self._renew(order.id))
        elif order.kind is OrderKind.CHANGE:
            self._begin(lambda: self._change("", order.id))

    def _begin(self, make: Callable[[], FlowWizard]) -> None:
        if self._open is not None:
            return
        self._open = wizard = make()
        wizard.finished.connect(self._forget)
        wizard.open()

    def _forget(self) -> None:
        self._open = None  # it deletes itself

    def _purchase(self, tier: str, order_id: UUID | None) -> FlowWizard:
        from supportplan_desktop.ui.wizards.purchase import PurchaseWizard  # noqa: PLC0415 - loads when first used

        wizard = PurchaseWizard(self._session, self._texts, tier, order_id, self._window)
        wizard.order_requested.connect(self.order_requested)
        wizard.messages_requested.connect(self.messages_requested)
        return wizard

    def _change(self, tier: str, order_id: UUID | None) -> FlowWizard:
        from supportplan_desktop.ui.wizards.change import ChangeWizard  # noqa: PLC0415 - loads when first used

        wizard = ChangeWizard(self._session, self._texts, tier, order_id, self._window)
        wizard.order_requested.connect(self.order_requested)
        wizard.messages_requested.connect(self.messages_requested)
        return wizard

    def _renew(self, order_id: UUID | None) -> FlowWizard:
        from supportplan_desktop.ui.wizards.renew import RenewWizard  # noqa: PLC0415 - loads when first used

        wizard = RenewWizard(self._session, self._texts, order_id, self._window)
        wizard.order_requested.connect(self.order_requested)
        wizard.messages_requested.connect(self.messages_requested)
        return wizard

    def _unsubscribe(self) -> FlowWizard:
        from supportplan_desktop.ui.wizards.unsubscribe import UnsubscribeWizard  # noqa: PLC0415 - loads when used

        wizard = UnsubscribeWizard(self._session, self._texts, self._window)
        wizard.order_requested.connect(self.order_requested)
        return wizard
