"""Confirming the change: what becomes of the plan, what it comes to, and the agreement (DOMAIN 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWizard

from supportplan_desktop.flows.change import ChangeStep
from supportplan_desktop.ui.lost_items import LostItems
from supportplan_desktop.ui.order_words import plan_name
from supportplan_desktop.ui.widgets import Banner, TierMark
from supportplan_desktop.ui.wizards.pages.consent import ConsentPage
from supportplan_desktop.ui.wizards.pages.facts import Fact
from supportplan_desktop.ui.wizards.pages.shares import SplitWords

if TYPE_CHECKING:
    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.domain.payments import Split
    from supportplan_desktop.domain.quotes import Quote
    from supportplan_desktop.flows.change import ChangeDraft
    from supportplan_desktop.flows.flow import Flow
    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts


class ChangeConfirmPage(ConsentPage):
    """Going on generates the order: an upgrade is then paid, a downgrade takes effect and its refund is on its way."""

    def __init__(self, flow: Flow[ChangeStep, ChangeDraft], session: Session, texts: Texts) -> None:
        self._change = flow.draft
        self._mark = TierMark(20)
        self._plan = Fact("confirm.plan", mark=self._mark)
        self._effect = Fact("confirm.effect")
        self._ends = Fact("confirm.ends")
        self._renewals = Fact("confirm.renewals")
        self._amount = Fact("confirm.amount")
        self._account = Fact("confirm.account")
        facts = (self._plan, self._effect, self._ends, self._renewals, self._amount, self._account)
        super().__init__(flow, ChangeStep.CONFIRM, session, texts, facts)
        self._shares = SplitWords(texts, self)
        self._items = LostItems(self)
        self._shared_with = 0
        self._lost = Banner("warning")
        self._lost.setObjectName("change.shared")
        self._lost.hide()
        self.content.insertWidget(1, self._lost)
        self.quoted.connect(self._ask_where)
        self.retranslate()

    @staticmethod
    def price(services: Services, draft: ChangeDraft) -> Quote:
        """What is chosen, as of now."""
        assert draft.tier is not None
        return services.plans.quote_change(draft.tier)

    @staticmethod
    def order(services: Services, draft: ChangeDraft) -> Order:
        """Send the order; an agreement that is not ticked is refused as the services refuse it."""
        return services.orders.change(draft.order_id, draft.command())

    def enter_advances(self) -> bool:
        """Enter confirms no downgrade: it takes effect at once."""
        return self._change.is_charged

    def retranslate(self) -> None:
        """Write everything anew."""
        super().retranslate()
        self.heading.setText(self.tr("Order confirmation"))
        self.setButtonText(QWizard.WizardButton.NextButton, self.tr("Confirm Change"))
        if self._change.is_charged:
            self.set_note(self.tr("Confirm Change generates the order; nothing is charged yet."))
        else:
            self.set_note(self.tr("Confirm Change takes effect at once, without payment or verification."))

    def write_facts(self, quote: Quote) -> None:
        """The plan, from when and until when, what it comes to, and where a refund goes."""
        texts, tier = self.texts, self.session.catalogue.tier(quote.tier)
        language = QLocale().name()
        self._mark.set_tier(tier)
        before = plan_name(self.session.catalogue, quote.from_tier or "", language)
        self._plan.set_texts(
            self.tr("Support plan"), tier.name.within(language), self.tr("from {plan}").format(plan=before)
        )
        effect = self.tr("when the payment completes") if self._change.is_charged else self.tr("at once")
        self._effect.set_texts(self.tr("Takes effect"), effect)
        end = quote.rows[-1].term.end
        self._ends.set_texts(self.tr("Ends"), texts.instant(end), self.tr("unchanged"))
        renewals = len(quote.rows) - 1
        self.show_fact(self._renewals, is_shown=renewals > 0)
        self._renewals.set_texts(
            self.tr("Renewals not begun"), texts.number(renewals), self.tr("re-priced in the same order, in full")
        )
        if self._change.is_charged or not quote.total:
            self._amount.set_texts(self.tr("Supplementary fee"), texts.money(quote.total))
        else:
            refund = self._change.refund
            goes = self.tr("back to {funds}").format(funds=self._shares.refunded(refund)) if refund else ""
            self._amount.set_texts(self.tr("Refund amount"), texts.money(-quote.total), goes)
        self._account.set_texts(self.tr("Account"), self.session.now.account.name)
        self._write_loss(quote)

    def _write_loss(self, quote: Quote) -> None:
        """What a lesser plan takes from those it is shared with, at the same moment."""
        is_less = quote.total.amount < 0 and self._shared_with > 0
        self._lost.setVisible(is_less)
        if is_less:
            plan = plan_name(self.session.catalogue, quote.tier, QLocale().name())
            title = self.tr(
                "From the moment you confirm, it is {plan} for %n account(s) that the plan is shared with, too.",
                "",
                self._shared_with,
            )
            items = self._items.between(self.session.catalogue, quote.from_tier or "", quote.tier)
            self._lost.set_texts(title.format(plan=plan), items)

    def _ask_where(self, quote: Quote) -> None:
        """Where a refund goes back to, and with how many accounts the plan is shared."""
        self.retranslate()
        if quote.total.amount < 0:
            self.ask(
                lambda services: (services.plans.refund_split(quote), services.plans.details().shared_with),
                self._show_where,
            )

    def _show_where(self, answer: tuple[Split, int]) -> None:
        self._change.refund, self._shared_with = answer
        self.retranslate()
