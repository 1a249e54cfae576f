"""The Unsubscribe wizard: confirm the refund, done (DOMAIN 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Signal

from supportplan_desktop.flows.unsubscribe import UnsubscribeDraft, UnsubscribeStep, unsubscribe_flow
from supportplan_desktop.ui.widgets import WizardHeader
from supportplan_desktop.ui.wizards.confirm_refund import ConfirmRefundPage
from supportplan_desktop.ui.wizards.unsubscribed import UnsubscribedPage
from supportplan_desktop.ui.wizards.wizard import FlowWizard

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts


class UnsubscribeWizard(FlowWizard):
    """Gives the acting account's plan up; the session is ready. Show it with `open()`."""

    order_requested = Signal(object)
    """(order id): the user follows an order; the wizard has closed."""

    def __init__(self, session: Session, texts: Texts, parent: QWidget | None = None) -> None:
        self._draft = UnsubscribeDraft(uuid4())
        flow = unsubscribe_flow(self._draft)
        super().__init__(flow, parent)
        self.setObjectName("unsubscribe")
        self.header = WizardHeader()
        confirm = ConfirmRefundPage(flow, session, texts)
        self._done = UnsubscribedPage(flow, session, texts)
        self.add(confirm)
        self.add(self._done)
        self.set_header(self.header)
        confirm.order_requested.connect(self.follow)
        self._done.order_requested.connect(self.follow)
        self.customButtonClicked.connect(self._done.press)
        self.currentIdChanged.connect(self._show_step)
        UnsubscribeWizard.retranslate(self)

    def retranslate(self) -> None:
        """Name the window and its steps."""
        super().retranslate()
        title = self.tr("Unsubscribe from Resource")
        self.setWindowTitle(title)
        self.header.set_words(title, (self.tr("Confirm refund"), self.tr("Done")))
        self._show_step(self.currentId())

    def follow(self, order_id: UUID) -> None:
        """Close, and lead to that order."""
        self.reject()
        self.order_requested.emit(order_id)

    def _show_step(self, step: int) -> None:
        """At the end both steps are done."""
        if step >= 0:
            self.header.set_current(len(UnsubscribeStep) if step == UnsubscribeStep.DONE else step)
