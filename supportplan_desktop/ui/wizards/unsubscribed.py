"""The end of unsubscribing: what comes back, where to, by when, and the way to its progress."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget, QWizard

from supportplan_desktop.flows.unsubscribe import UnsubscribeStep
from supportplan_desktop.ui.order_words import OrderWords, plan_name
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Button, Card, Icon, Label, Rule, column, row
from supportplan_desktop.ui.wizards.pages.facts import Fact
from supportplan_desktop.ui.wizards.pages.shares import SplitWords
from supportplan_desktop.ui.wizards.wizard import FlowPage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from supportplan_desktop.flows.flow import Flow
    from supportplan_desktop.flows.unsubscribe import UnsubscribeDraft
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_PROGRESS = QWizard.WizardButton.CustomButton1


class UnsubscribedPage(FlowPage):
    """The draft's order, with its refund on its way. There is nothing left to decide."""

    order_requested = Signal(object)
    """(order id): the user follows the refund."""

    shows_summary: ClassVar[bool] = False
    footer: ClassVar[Mapping[QWizard.WizardButton, str]] = {
        _PROGRESS: "secondary",
        QWizard.WizardButton.FinishButton: "primary",
    }

    def __init__(self, flow: Flow[UnsubscribeStep, UnsubscribeDraft], session: Session, texts: Texts) -> None:
        super().__init__(flow, UnsubscribeStep.DONE, session.tasks)
        self._session, self._texts = session, texts
        self._draft = flow.draft
        self._words, self._shares = OrderWords(self), SplitWords(texts, self)
        self._title = Label(Role.H1)
        self._title.setObjectName("unsubscribed.title")
        self._effect = Label(tone="text2", wraps=True)
        self._effect.setObjectName("unsubscribed.effect")
        self._copy = Button("ghost", "copy", compact=True)
        self._copy.setObjectName("unsubscribed.copy")
        self._copy.clicked.connect(self._copy_number)
        self._amount = Fact("unsubscribed.amount")
        self._to = Fact("unsubscribed.to")
        self._due = Fact("unsubscribed.due")
        self._number = Fact("unsubscribed.order", action=self._copy)
        head = row(Icon("check_circle", "success", 40), column(self._title, self._effect, spacing=4), spacing=16)
        head.setStretch(1, 1)
        head.setContentsMargins(0, 10, 0, 14)
        card = Card(padded=False)
        card.body.addWidget(self._amount)
        self._ways_back = QWidget()
        self._ways_back.setLayout(column(Rule(), self._to, Rule(), self._due, spacing=0))
        for part in (self._ways_back, Rule(), self._number):
            card.body.addWidget(part)
        self.content.addLayout(head)
        self.content.addWidget(card)
        self.content.addStretch(1)
        self.retranslate()

    def press(self, which: int) -> None:
        """The page's own button: follow the refund."""
        if which == _PROGRESS.value and (order := self._draft.order) is not None:
            self.order_requested.emit(order.id)

    def retranslate(self) -> None:
        """Write everything anew."""
        self.setButtonText(_PROGRESS, self.tr("View refund progress"))
        self.setButtonText(QWizard.WizardButton.FinishButton, self.tr("Done"))
        self._copy.setText(self.tr("Copy"))
        order = self._draft.order
        if order is None:
            return
        texts = self._texts
        language, catalogue = QLocale().name(), self._session.catalogue
        plan, free = plan_name(catalogue, order.quote.tier, language), catalogue.free_tier.name.within(language)
        self._title.setText(self.tr("{plan} is unsubscribed").format(plan=plan))
        self._effect.setText(self.tr("This account is on {free} from now on.").format(free=free))
        amount, comes_back = texts.money(-order.total), bool(order.total)
        note = self.tr("submitted for approval") if comes_back else ""
        self._amount.set_texts(self._words.total(order.kind, is_refund=True), amount, note)
        self._ways_back.setVisible(comes_back)
        self._to.set_texts(
            self.tr("Goes back to"),
            self._shares.refunded(order.split) if order.split else "",
            self.tr("where it came from"),
        )
        self._due.set_texts(self.tr("Expected by"), texts.iso_date(texts.site_date(order.pay_before)))
        self._number.set_texts(self.tr("Order"), order.number)

    def _copy_number(self) -> None:
        if (order := self._draft.order) is not None:
            QGuiApplication.clipboard().setText(order.number)

    # Qt overrides

    def initializePage(self) -> None:
        self.retranslate()
