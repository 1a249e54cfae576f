"""The purchase wizard: choose, confirm, pay, verify, done (DOMAIN 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Signal

from supportplan_desktop.domain.terms import purchase_term
from supportplan_desktop.flows.purchase import PurchaseDraft, PurchaseStep, purchase_flow
from supportplan_desktop.ui.widgets import WizardHeader
from supportplan_desktop.ui.wizards.choose import ChoosePage
from supportplan_desktop.ui.wizards.confirm import ConfirmPage
from supportplan_desktop.ui.wizards.pages.done import DonePage
from supportplan_desktop.ui.wizards.pages.payment import PaymentPage
from supportplan_desktop.ui.wizards.pages.summary import SummaryPanel
from supportplan_desktop.ui.wizards.pages.verification import VerificationPage
from supportplan_desktop.ui.wizards.wizard import FlowWizard

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts


class PurchaseWizard(FlowWizard):
    """Buys a plan for the acting account; the session is ready. Show it with `open()`.

    `tier` is chosen at the beginning, "" leaves the choice open. With `order_id` that pending order is resumed where
    it is paid.
    """

    order_requested = Signal(object)
    """(order id): the user follows an order; the wizard has closed."""
    messages_requested = Signal()
    """The user wants to see Messages; the wizard has closed, and the order stays open."""

    def __init__(
        self,
        session: Session,
        texts: Texts,
        tier: str = "",
        order_id: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        draft = PurchaseDraft(order_id or uuid4(), tier=tier or None)
        flow = purchase_flow(draft)
        if order_id is not None:
            flow.first = PurchaseStep.PAY
        super().__init__(flow, parent)
        self.setObjectName("purchase")
        self._zone = session.catalogue.site_zone
        self._header = WizardHeader()
        self._panel = SummaryPanel(session.catalogue, texts)
        choose = ChoosePage(flow, session, texts)
        confirm = ConfirmPage(flow, session, texts)
        payment = PaymentPage(flow, PurchaseStep.PAY, session, texts)
        verification = VerificationPage(flow, PurchaseStep.VERIFY, session, texts)
        done = DonePage(flow, PurchaseStep.DONE, session, texts)
        for page in (choose, confirm, payment, verification, done):
            self.add(page)
        self.set_header(self._header)
        self.set_summary(self._panel)
        choose.chosen.connect(self._panel.show_choice)
        choose.quoted.connect(self._panel.show_quote)
        confirm.asked.connect(self._panel.show_choice)
        confirm.quoted.connect(self._panel.show_quote)
        confirm.order_requested.connect(self._follow)
        payment.loaded.connect(self._show_order)
        payment.left.connect(self.reject)
        done.order_requested.connect(self._follow)
        verification.messages_requested.connect(self._open_messages)
        self.currentIdChanged.connect(self._show_step)
        self.customButtonClicked.connect(self._press)
        PurchaseWizard.retranslate(self)

    def retranslate(self) -> None:
        """Name the window and the guide's steps."""
        super().retranslate()
        title = self.tr("Buy Support Plan")
        self.setWindowTitle(title)
        self._header.set_words(title, (self.tr("Select Service"), self.tr("Confirm Order"), self.tr("Pay")))

    def _show_step(self, step: int) -> None:
        """The guide counts paying and verifying as one."""
        if step >= 0:
            self._header.set_current(step if step < PurchaseStep.VERIFY else max(PurchaseStep.PAY, step - 1))

    def _show_order(self, order: Order, now: datetime) -> None:
        """The term begins when it is paid: what it would be now."""
        self._panel.show_order(order, order.term or purchase_term(now, order.quote.months, self._zone))

    def _press(self, which: int) -> None:
        page = self.currentPage()
        if isinstance(page, PaymentPage | DonePage):
            page.press(which)

    def _follow(self, order_id: UUID) -> None:
        self.reject()
        self.order_requested.emit(order_id)

    def _open_messages(self) -> None:
        self.reject()
        self.messages_requested.emit()
