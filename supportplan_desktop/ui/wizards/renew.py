"""The renew wizard: for how long, pay, verify, done (DOMAIN 6)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from supportplan_desktop.domain.orders import OrderKind
from supportplan_desktop.flows.renew import RenewDraft, RenewStep, renew_flow
from supportplan_desktop.ui.wizards.paying import PayingSteps, PayingWizard
from supportplan_desktop.ui.wizards.renew_choose import RenewChoosePage

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_STEPS = PayingSteps(RenewStep.PAY, RenewStep.VERIFY, RenewStep.DONE)


class RenewWizard(PayingWizard):
    """Renews the acting account's plan; the session is ready. Show it with `open()`.

    With `order_id` that pending order is resumed where it is paid.
    """

    def __init__(
        self, session: Session, texts: Texts, order_id: UUID | None = None, parent: QWidget | None = None
    ) -> None:
        flow = renew_flow(RenewDraft(order_id or uuid4()))
        is_resumed = order_id is not None
        super().__init__(flow, _STEPS, session, texts, OrderKind.RENEWAL, is_resumed=is_resumed, parent=parent)
        self.setObjectName("renew")
        choose = RenewChoosePage(flow, session, texts)
        self.add(choose)
        choose.chosen.connect(self.panel.show_choice)
        choose.quoted.connect(self.panel.show_quote)
        choose.order_requested.connect(self.follow)
        RenewWizard.retranslate(self)

    def retranslate(self) -> None:
        """Name the window and its steps."""
        super().retranslate()
        self.name_steps(self.tr("Renew Support Plan"), (self.tr("Renewal Duration"), self.tr("Pay")))
