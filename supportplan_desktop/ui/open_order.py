"""The banner that leads to the open order: pay it or cancel it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal

from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.order_words import OrderWords, plan_name
from supportplan_desktop.ui.widgets.banner import Banner
from supportplan_desktop.ui.widgets.plain import Button

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.services.interfaces import OrderSummary
    from supportplan_desktop.ui.texts import Texts


class OpenOrderBanner(Retranslated, Banner):
    """Says which order is open and until when; there only while one is. `name` begins the names of its controls."""

    pay_requested = Signal(object)
    """(order id): it shall be paid."""
    cancel_requested = Signal(object)
    """(order id): it shall be canceled."""

    def __init__(self, name: str, texts: Texts) -> None:
        super().__init__("warning", "clock")
        self._texts = texts
        self._words = OrderWords(self)
        self._order: OrderSummary | None = None
        self._catalogue: ServiceCatalogue | None = None
        self.setObjectName(name)
        self._pay = Button("primary")
        self._pay.setObjectName(f"{name}.pay")
        self._cancel = Button("ghost")
        self._cancel.setObjectName(f"{name}.cancel")
        for button in (self._cancel, self._pay):
            self.add_action(button)
        self._pay.clicked.connect(lambda: self.pay_requested.emit(self._shown().id))
        self._cancel.clicked.connect(lambda: self.cancel_requested.emit(self._shown().id))
        self.hide()
        self.retranslate()

    def show_order(self, order: OrderSummary | None, catalogue: ServiceCatalogue) -> None:
        """Say what there is to say of the open order; None hides the banner."""
        self._order, self._catalogue = order, catalogue
        self.retranslate()
        self.setVisible(order is not None)

    @property
    def ways(self) -> tuple[Button, ...]:
        """What it offers to do."""
        return self._cancel, self._pay

    def retranslate(self) -> None:
        """Write everything anew."""
        self._pay.setText(self.tr("Pay"))
        self._cancel.setText(self.tr("Cancel Order"))
        order = self._order
        if order is None or self._catalogue is None:
            return
        what = self._words.kind_of(order.kind, plan_name(self._catalogue, order.tier, QLocale().name()))
        amount = self._texts.money(order.total)
        self.set_texts(
            self.tr("Order {number} is open: {what}, {amount}, to be paid before {deadline}.").format(
                number=order.number, what=what, amount=amount, deadline=self._texts.minute(order.pay_before)
            ),
            self.tr("Nothing else can be ordered until it is paid or canceled."),
        )

    def _shown(self) -> OrderSummary:
        assert self._order is not None
        return self._order
