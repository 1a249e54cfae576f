"""Confirming the order: what it is, and the agreement it is made under (DOMAIN 4)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWizard

from supportplan_desktop.domain.errors import AgreementNotAccepted, OpenOrderExists, QuoteStale, Refusal
from supportplan_desktop.flows.purchase import PurchaseStep
from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Card, Label, Rule, TierMark, row
from supportplan_desktop.ui.wizards.pages.agreement import AgreementCard
from supportplan_desktop.ui.wizards.pages.asking import AskingPage
from supportplan_desktop.ui.wizards.pages.facts import Fact

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportplan_desktop.domain.catalogue import Agreement
    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.domain.quotes import Quote
    from supportplan_desktop.flows.flow import Flow
    from supportplan_desktop.flows.purchase import PurchaseDraft
    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts


class ConfirmPage(AskingPage):
    """The order confirmation and the agreement. Going on generates the order; nothing is charged by that."""

    asked = Signal(object, object)
    """(tier code, months): the price no longer holds and is asked for anew."""
    quoted = Signal(object)
    """(quote): the price that holds now."""
    order_requested = Signal(object)
    """(order id): the user is led to the order that is in the way."""

    changes: ClassVar[Change] = Change.ORDERS | Change.PLAN | Change.MESSAGES

    def __init__(self, flow: Flow[PurchaseStep, PurchaseDraft], session: Session, texts: Texts) -> None:
        super().__init__(flow, PurchaseStep.CONFIRM, session, texts)
        self._draft = flow.draft
        self._title = Label(Role.H2)
        self._as_of = Label(Role.SMALL, "muted")
        self._mark = TierMark(20)
        self._plan = Fact("confirm.plan", mark=self._mark)
        self._duration = Fact("confirm.duration")
        self._starts = Fact("confirm.starts")
        self._ends = Fact("confirm.ends")
        self._account = Fact("confirm.account")
        self._agreement = AgreementCard(session.tasks)
        self._agreement.ticked.connect(self._tick)
        self.refusal.remedied.connect(self._remedy)
        self.content.addWidget(self._order_card())
        self.content.addWidget(self._agreement, 1)
        self.content.addWidget(self.refusal)
        self.retranslate()

    def submit(self) -> Callable[[], Order]:
        """Generate the order that is agreed to."""
        self.forget()
        self.refusal.clear()
        return partial(_purchase, self.services, replace(self._draft))

    def succeeded(self, order: Order) -> None:
        """The order is there."""
        self._draft.order = order

    def show_refusal(self, error: Refusal) -> None:
        """What no longer holds is asked for anew and confirmed anew."""
        super().show_refusal(error)
        if isinstance(error, QuoteStale):
            self._agreement.untick()
            self._draft.quote = None
            self.asked.emit(self._draft.tier, self._draft.months)
            self.completeChanged.emit()
            self._load()
        elif isinstance(error, AgreementNotAccepted) and self._draft.is_agreed:
            self._load()  # another text than the one that was ticked

    def remedy(self, error: Refusal) -> str:
        """The order that is in the way can be followed; what could not be asked is asked again."""
        if isinstance(error, OpenOrderExists):
            return self.tr("Go to that order")
        return "" if self._draft.agreement and self._draft.quote else self.tr("Retry")

    def retranslate(self) -> None:
        """Write everything anew."""
        self._title.setText(self.tr("Order confirmation"))
        self.setButtonText(QWizard.WizardButton.NextButton, self.tr("&Next"))
        self.set_note(self.tr("Next generates the order; nothing is charged yet."))
        self._write_order()

    def _load(self) -> None:
        tier, months, quote = self._draft.tier, self._draft.months, self._draft.quote
        assert tier is not None
        assert months is not None

        def what_holds(services: Services) -> tuple[Agreement, Quote]:
            return services.catalogue.agreement(), quote or services.plans.quote_purchase(tier, months)

        self.ask(what_holds, self._show)

    def _show(self, answer: tuple[Agreement, Quote]) -> None:
        self._draft.agreement, quote = answer
        self._draft.quote = quote
        self._agreement.show_agreement(self._draft.agreement)
        self.quoted.emit(quote)
        self._write_order()
        self.completeChanged.emit()

    def _tick(self, is_agreed: bool) -> None:
        self._draft.is_agreed = is_agreed
        if is_agreed and isinstance(self.refusal.error, AgreementNotAccepted):
            self.refusal.clear()

    def _remedy(self) -> None:
        error = self.refusal.error
        if isinstance(error, OpenOrderExists):
            self.order_requested.emit(error.facts["order_id"])
        else:
            self.refusal.clear()
            self._load()

    def _write_order(self) -> None:
        quote = self._draft.quote
        if quote is None:
            return
        texts, tier = self.texts, self.session.catalogue.tier(quote.tier)
        offset = f"({texts.offset(quote.term.end)})"
        self._mark.set_tier(tier)
        self._as_of.setText(self.tr("prices as of {time}").format(time=texts.minute(quote.at)))
        self._plan.set_texts(self.tr("Support plan"), tier.name.within(QLocale().name()))
        self._duration.set_texts(self.tr("Required Duration"), texts.duration(quote.months))
        today = f"{texts.iso_date(quote.term.first)} {offset}"
        self._starts.set_texts(self.tr("Starts"), self.tr("when the payment completes"), today)
        self._ends.set_texts(self.tr("Ends"), texts.instant(quote.term.end), offset)
        self._account.set_texts(self.tr("Account"), self.session.now.account.name)

    def _order_card(self) -> Card:
        card = Card(padded=False)
        head = row(self._title, None, self._as_of)
        head.setContentsMargins(20, 10, 20, 10)
        card.body.addLayout(head)
        for fact in (self._plan, self._duration, self._starts, self._ends, self._account):
            card.body.addWidget(Rule())
            card.body.addWidget(fact)
        return card

    # Qt overrides

    def initializePage(self) -> None:
        self.refusal.clear()
        self._write_order()
        self._load()


def _purchase(services: Services, draft: PurchaseDraft) -> Order:
    """Send the order; an agreement that is not ticked is refused as the services refuse it."""
    return services.orders.purchase(draft.order_id, draft.command())
