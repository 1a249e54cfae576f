"""The end of a wizard: what was paid or comes back, from or to which funds, and what it gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWizard

from supportplan_desktop.domain.orders import OrderKind
from supportplan_desktop.ui.order_words import plan_name
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Button, Card, Icon, Label, Rule, TierMark, column, row
from supportplan_desktop.ui.wizards.pages.facts import Fact
from supportplan_desktop.ui.wizards.pages.shares import SplitWords
from supportplan_desktop.ui.wizards.wizard import FlowPage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import IntEnum

    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.flows.flow import Flow
    from supportplan_desktop.flows.paying import PayingDraft
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_VIEW = QWizard.WizardButton.CustomButton1


class DonePage(FlowPage):
    """The draft's order, carried out. There is nothing left to decide, so it stands without the summary."""

    order_requested = Signal(object)
    """(order id): the user follows the order."""

    shows_summary: ClassVar[bool] = False
    footer: ClassVar[Mapping[QWizard.WizardButton, str]] = {
        _VIEW: "secondary",
        QWizard.WizardButton.FinishButton: "primary",
    }

    def __init__(self, flow: Flow[Any, Any], step: IntEnum, session: Session, texts: Texts) -> None:
        super().__init__(flow, step, session.tasks)
        self._session = session
        self._texts = texts
        self._draft: PayingDraft = flow.draft
        self._shares = SplitWords(texts, self)
        self._title = Label(Role.H1)
        self._title.setObjectName("done.title")
        self._active = Label(tone="text2", wraps=True)
        self._mark = TierMark(20)
        self._copy = Button("ghost", "copy", compact=True)
        self._copy.setObjectName("done.copy")
        self._copy.clicked.connect(self._copy_number)
        self._plan = Fact("done.plan", mark=self._mark)
        self._number = Fact("done.order", action=self._copy)
        self._paid = Fact("done.paid")
        self._due = Fact("done.due")
        self._term = Fact("done.term")
        head = row(Icon("check_circle", "success", 40), column(self._title, self._active, spacing=4), spacing=16)
        head.setStretch(1, 1)
        head.setContentsMargins(0, 10, 0, 14)
        card = Card(padded=False)
        for number, fact in enumerate((self._plan, self._term, self._paid, self._due, self._number)):
            if number:
                rule = Rule()
                card.body.addWidget(rule)
                if fact is self._due:
                    self._above_due = rule
            card.body.addWidget(fact)
        self.content.addLayout(head)
        self.content.addWidget(card)
        self.content.addStretch(1)
        self.retranslate()

    def press(self, which: int) -> None:
        """The page's own button: follow the order."""
        if which == _VIEW.value:
            self.order_requested.emit(self._draft.order_id)

    def retranslate(self) -> None:
        """Write everything anew."""
        self.setButtonText(QWizard.WizardButton.FinishButton, self.tr("Done"))
        self._copy.setText(self.tr("Copy"))
        order = self._draft.order
        comes_back = order is not None and order.is_refund and bool(order.total)
        self.setButtonText(_VIEW, self.tr("View refund progress") if comes_back else self.tr("View order"))
        is_paid = order is None or not order.is_refund
        self._title.setText(self.tr("Payment completed") if is_paid else self.tr("Change completed"))
        if order is None or order.term is None or order.split is None:
            return
        texts, name = self._texts, plan_name(self._session.catalogue, order.quote.tier, QLocale().name())
        self._mark.set_tier(self._session.catalogue.tier(order.quote.tier))
        end = order.quote.rows[-1].term.end if order.quote.rows else order.term.end
        active = self.tr("{plan} is active until {end}.").format(plan=name, end=texts.zoned(end))
        if comes_back:
            active = self.tr("{active} The refund is on its way.").format(active=active)
        self._active.setText(active)
        self._plan.set_texts(self.tr("Support plan"), name, self._note_on_plan(order))
        both = self.tr("{start} – {end}", "the validity period on one line")
        self._term.set_texts(
            self.tr("Validity period"),
            both.format(start=texts.instant(order.term.start), end=texts.instant(end)),
            f"({texts.offset(end)})",
        )
        amount = texts.money(order.split.total)
        if order.is_refund:
            self._paid.set_texts(self.tr("Refund amount", "of a downgrade"), amount, self._shares.refunded(order.split))
            self._due.set_texts(self.tr("Expected by"), texts.iso_date(texts.site_date(order.pay_before)))
        else:
            self._paid.set_texts(self.tr("Paid"), amount, self._shares.paid(order.split))
        for part in (self._above_due, self._due):
            part.setVisible(comes_back)
        self._number.set_texts(self.tr("Order"), order.number)

    def _note_on_plan(self, order: Order) -> str:
        """For how long, or from which plan it was changed."""
        if order.kind is OrderKind.CHANGE and order.quote.from_tier is not None:
            before = plan_name(self._session.catalogue, order.quote.from_tier, QLocale().name())
            return self.tr("from {plan}").format(plan=before)
        return self._texts.duration(order.quote.months)

    def _copy_number(self) -> None:
        if self._draft.order is not None:
            QGuiApplication.clipboard().setText(self._draft.order.number)

    # Qt overrides

    def initializePage(self) -> None:
        self.retranslate()
