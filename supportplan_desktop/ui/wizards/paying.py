"""What every wizard that pays shares: header and summary, payment, identity verification, the end, and ways out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from supportplan_desktop.domain.orders import OrderKind
from supportplan_desktop.domain.terms import purchase_term
from supportplan_desktop.ui.widgets import WizardHeader
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
    from supportplan_desktop.flows.flow import Flow
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts


@dataclass(frozen=True, slots=True)
class PayingSteps:
    """Where a course pays: these three follow each other and end it."""

    pay: IntEnum
    verify: IntEnum
    done: IntEnum


class PayingWizard(FlowWizard):
    """A wizard whose course ends with `steps`; a subclass adds the pages before them and names the guide's steps.

    With `is_resumed` it begins where the draft's order is paid.
    """

    order_requested = Signal(object)
    """(order id): the user follows an order; the wizard has closed."""
    messages_requested = Signal()
    """The user wants to see Messages; the wizard has closed, and the order stays open."""

    def __init__(
        self,
        flow: Flow[Any, Any],
        steps: PayingSteps,
        session: Session,
        texts: Texts,
        kind: OrderKind,
        *,
        is_resumed: bool,
        parent: QWidget | None,
    ) -> None:
        if is_resumed:
            flow.first = steps.pay
        super().__init__(flow, parent)
        self._steps = steps
        self._zone = session.catalogue.site_zone
        self._guide: tuple[str, ...] = ()
        self.header = WizardHeader()
        self.panel = SummaryPanel(session.catalogue, texts, kind)
        payment = PaymentPage(flow, steps.pay, session, texts)
        verification = VerificationPage(flow, steps.verify, session, texts)
        done = DonePage(flow, steps.done, session, texts)
        for page in (payment, verification, done):
            self.add(page)
        self.set_header(self.header)
        self.set_summary(self.panel)
        payment.loaded.connect(self._show_order)
        payment.left.connect(self.reject)
        done.order_requested.connect(self.follow)
        verification.messages_requested.connect(self._open_messages)
        self.currentIdChanged.connect(self._show_step)
        self.customButtonClicked.connect(self._press)

    def name_steps(self, title: str, guide: tuple[str, ...]) -> None:
        """Name the window and the guide's steps; paying and verifying count as one."""
        self._guide = guide
        self.setWindowTitle(title)
        self.header.set_words(title, guide)
        self._show_step(self.currentId())

    def follow(self, order_id: UUID) -> None:
        """Close, and lead to that order."""
        self.reject()
        self.order_requested.emit(order_id)

    def _show_step(self, step: int) -> None:
        if step == self._steps.done:
            self.header.set_current(len(self._guide))
        elif step >= 0:
            self.header.set_current(min(step, self._steps.pay))

    def _show_order(self, order: Order, now: datetime) -> None:
        """The term of a purchase begins when it is paid: what it would be now."""
        is_purchase = order.kind is OrderKind.NEW_PURCHASE
        expected = purchase_term(now, order.quote.months, self._zone) if is_purchase else order.quote.term
        self.panel.show_order(order, order.term or expected)

    def _press(self, which: int) -> None:
        page = self.currentPage()
        if isinstance(page, PaymentPage | DonePage):
            page.press(which)

    def _open_messages(self) -> None:
        self.reject()
        self.messages_requested.emit()
