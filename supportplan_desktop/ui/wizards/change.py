"""The change wizard: choose, confirm, and for an upgrade pay and verify (DOMAIN 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from supportplan_desktop.domain.orders import OrderKind
from supportplan_desktop.flows.change import ChangeDraft, ChangeStep, change_flow
from supportplan_desktop.ui.wizards.change_choose import ChangeChoosePage
from supportplan_desktop.ui.wizards.change_confirm import ChangeConfirmPage
from supportplan_desktop.ui.wizards.paying import PayingSteps, PayingWizard

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from supportplan_desktop.domain.quotes import Quote
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_WHOLE, _AROUND = 880, 64
"""As high as the choice is with all its items, and what is left around a window on a smaller screen."""
_STEPS = PayingSteps(ChangeStep.PAY, ChangeStep.VERIFY, ChangeStep.DONE)


class ChangeWizard(PayingWizard):
    """Changes the acting account's plan; the session is ready. Show it with `open()`.

    `tier` is chosen at the beginning, else the next one up. With `order_id` that pending order is resumed where it is
    paid.
    """

    def __init__(
        self,
        session: Session,
        texts: Texts,
        tier: str = "",
        order_id: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._draft = ChangeDraft(order_id or uuid4(), tier=tier or None)
        flow = change_flow(self._draft)
        is_resumed = order_id is not None
        self._is_charged = True
        super().__init__(flow, _STEPS, session, texts, OrderKind.CHANGE, is_resumed=is_resumed, parent=parent)
        self.setObjectName("change")
        room = self.screen().availableSize().height() - _AROUND
        self.resize(self.width(), max(self.height(), min(room, _WHOLE)))
        self._choose = ChangeChoosePage(flow, session, texts)
        confirm = ChangeConfirmPage(flow, session, texts)
        self.add(self._choose)
        self.add(confirm)
        self._choose.chosen.connect(self.panel.show_choice)
        self._choose.quoted.connect(self._show_quote)
        self._choose.order_requested.connect(self.follow)
        confirm.asked.connect(self._ask_again)
        confirm.quoted.connect(self._show_quote)
        confirm.order_requested.connect(self.follow)
        self.currentIdChanged.connect(self._come_back)
        self._left = -1
        ChangeWizard.retranslate(self)

    def retranslate(self) -> None:
        """Name the window and the guide's steps; what brings money back has no step of paying."""
        super().retranslate()
        guide = (self.tr("Select Service"), self.tr("Confirm Change"))
        self.name_steps(self.tr("Change Plan"), (*guide, self.tr("Pay")) if self._is_charged else guide)

    def _show_quote(self, quote: Quote) -> None:
        self.panel.show_quote(quote)
        if self._is_charged != (quote.total.amount > 0):
            self._is_charged = not self._is_charged
            self.retranslate()

    def _ask_again(self) -> None:
        self.panel.show_choice(self._draft.tier)

    def _come_back(self, step: int) -> None:
        """Whoever comes back to the choice finds the amounts of the moment."""
        if step == ChangeStep.CHOOSE and self._left == ChangeStep.CONFIRM:
            self._choose.load()
        self._left = step
