"""The purchase wizard: choose, confirm, pay, verify, done (DOMAIN 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from supportplan_desktop.domain.orders import OrderKind
from supportplan_desktop.flows.purchase import PurchaseDraft, PurchaseStep, purchase_flow
from supportplan_desktop.ui.wizards.choose import ChoosePage
from supportplan_desktop.ui.wizards.confirm import ConfirmPage
from supportplan_desktop.ui.wizards.paying import PayingSteps, PayingWizard

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_STEPS = PayingSteps(PurchaseStep.PAY, PurchaseStep.VERIFY, PurchaseStep.DONE)


class PurchaseWizard(PayingWizard):
    """Buys a plan for the acting account; the session is ready. Show it with `open()`.

    `tier` is chosen at the beginning, "" leaves the choice open. With `order_id` that pending order is resumed where
    it is paid.
    """

    def __init__(
        self,
        session: Session,
        texts: Texts,
        tier: str = "",
        order_id: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._draft = PurchaseDraft(order_id or uuid4(), tier=tier or None)
        flow = purchase_flow(self._draft)
        is_resumed = order_id is not None
        super().__init__(flow, _STEPS, session, texts, OrderKind.NEW_PURCHASE, is_resumed=is_resumed, parent=parent)
        self.setObjectName("purchase")
        choose = ChoosePage(flow, session, texts)
        confirm = ConfirmPage(flow, session, texts)
        self.add(choose)
        self.add(confirm)
        choose.chosen.connect(self.panel.show_choice)
        choose.quoted.connect(self.panel.show_quote)
        confirm.asked.connect(self._ask_again)
        confirm.quoted.connect(self.panel.show_quote)
        confirm.order_requested.connect(self.follow)
        PurchaseWizard.retranslate(self)

    def retranslate(self) -> None:
        """Name the window and the guide's steps."""
        super().retranslate()
        self.name_steps(
            self.tr("Buy Support Plan"), (self.tr("Select Service"), self.tr("Confirm Order"), self.tr("Pay"))
        )

    def _ask_again(self) -> None:
        self.panel.show_choice(self._draft.tier, self._draft.months)
