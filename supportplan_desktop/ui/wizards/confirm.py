"""Confirming what is bought: the order and the agreement it is made under (DOMAIN 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWizard

from supportplan_desktop.flows.purchase import PurchaseStep
from supportplan_desktop.ui.widgets import TierMark
from supportplan_desktop.ui.wizards.pages.consent import ConsentPage
from supportplan_desktop.ui.wizards.pages.facts import Fact

if TYPE_CHECKING:
    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.domain.quotes import Quote
    from supportplan_desktop.flows.flow import Flow
    from supportplan_desktop.flows.purchase import PurchaseDraft
    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts


class ConfirmPage(ConsentPage):
    """The order confirmation and the agreement. Going on generates the order; nothing is charged by that."""

    def __init__(self, flow: Flow[PurchaseStep, PurchaseDraft], session: Session, texts: Texts) -> None:
        self._mark = TierMark(20)
        self._plan = Fact("confirm.plan", mark=self._mark)
        self._duration = Fact("confirm.duration")
        self._starts = Fact("confirm.starts")
        self._ends = Fact("confirm.ends")
        self._account = Fact("confirm.account")
        facts = (self._plan, self._duration, self._starts, self._ends, self._account)
        super().__init__(flow, PurchaseStep.CONFIRM, session, texts, facts)
        self.retranslate()

    @staticmethod
    def price(services: Services, draft: PurchaseDraft) -> Quote:
        """What is chosen, at today's price."""
        assert draft.tier is not None
        assert draft.months is not None
        return services.plans.quote_purchase(draft.tier, draft.months)

    @staticmethod
    def order(services: Services, draft: PurchaseDraft) -> Order:
        """Send the order; an agreement that is not ticked is refused as the services refuse it."""
        return services.orders.purchase(draft.order_id, draft.command())

    def retranslate(self) -> None:
        """Write everything anew."""
        super().retranslate()
        self.heading.setText(self.tr("Order confirmation"))
        self.setButtonText(QWizard.WizardButton.NextButton, self.tr("&Next"))
        self.set_note(self.tr("Next generates the order; nothing is charged yet."))

    def write_facts(self, quote: Quote) -> None:
        """The plan, for how long, and from when to when."""
        texts, tier = self.texts, self.session.catalogue.tier(quote.tier)
        offset = f"({texts.offset(quote.term.end)})"
        self._mark.set_tier(tier)
        self._plan.set_texts(self.tr("Support plan"), tier.name.within(QLocale().name()))
        self._duration.set_texts(self.tr("Required Duration"), texts.duration(quote.months))
        today = f"{texts.iso_date(quote.term.first)} {offset}"
        self._starts.set_texts(self.tr("Starts"), self.tr("when the payment completes"), today)
        self._ends.set_texts(self.tr("Ends"), texts.instant(quote.term.end), offset)
        self._account.set_texts(self.tr("Account"), self.session.now.account.name)
