"""The end of a wizard after which funds come back: how much, where to, by when, and the way to its progress."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget, QWizard

from supportplan_desktop.domain.orders import OrderKind
from supportplan_desktop.ui.order_words import OrderWords, plan_name
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Button, Card, Icon, Label, Rule, column, row
from supportplan_desktop.ui.wizards.pages.facts import Fact
from supportplan_desktop.ui.wizards.wizard import FlowPage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import IntEnum

    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.flows.flow import Flow
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_PROGRESS = QWizard.WizardButton.CustomButton1


class RefundedPage(FlowPage):
    """The draft's order, a downgrade or an unsubscription, submitted. The draft has `order`; nothing is left to decide.

    The wizard passes `customButtonClicked` on to `press`.
    """

    order_requested = Signal(object)
    """(order id): the user follows the refund."""

    shows_summary: ClassVar[bool] = False
    footer: ClassVar[Mapping[QWizard.WizardButton, str]] = {
        _PROGRESS: "secondary",
        QWizard.WizardButton.FinishButton: "primary",
    }

    def __init__(self, flow: Flow[Any, Any], step: IntEnum, session: Session, texts: Texts) -> None:
        super().__init__(flow, step, session.tasks)
        self._session, self._texts = session, texts
        self._words = OrderWords(self)
        self._title = Label(Role.H1)
        self._title.setObjectName("refunded.title")
        self._effect = Label(tone="text2", wraps=True)
        self._effect.setObjectName("refunded.effect")
        self._copy = Button("ghost", "copy", compact=True)
        self._copy.setObjectName("refunded.copy")
        self._copy.clicked.connect(self._copy_number)
        self._amount = Fact("refunded.amount")
        self._to = Fact("refunded.to")
        self._due = Fact("refunded.due")
        self._number = Fact("refunded.order", action=self._copy)
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
        if which == _PROGRESS.value and (order := self._order()) is not None:
            self.order_requested.emit(order.id)

    def retranslate(self) -> None:
        """Write everything anew."""
        self.setButtonText(_PROGRESS, self.tr("View refund progress"))
        self.setButtonText(QWizard.WizardButton.FinishButton, self.tr("Done"))
        self._copy.setText(self.tr("Copy"))
        order = self._order()
        if order is None:
            return
        texts = self._texts
        self._write_effect(order)
        amount, comes_back = texts.money(-order.total), bool(order.total)
        note = self.tr("submitted for approval") if comes_back else ""
        self._amount.set_texts(self._words.total(order.kind, is_refund=True), amount, note)
        self._ways_back.setVisible(comes_back)
        self._to.set_texts(self.tr("Goes back to"), self._ways(order), self.tr("where it came from"))
        self._due.set_texts(self.tr("Expected by"), texts.iso_date(texts.site_date(order.pay_before)))
        self._number.set_texts(self.tr("Order"), order.number)

    def _write_effect(self, order: Order) -> None:
        language, catalogue = QLocale().name(), self._session.catalogue
        plan = plan_name(catalogue, order.quote.tier, language)
        if order.kind is OrderKind.UNSUBSCRIPTION:
            self._title.setText(self.tr("{plan} is unsubscribed").format(plan=plan))
            free = catalogue.free_tier.name.within(language)
            self._effect.setText(self.tr("This account is on {free} from now on.").format(free=free))
            return
        end = self._texts.zoned(order.quote.rows[-1].term.end)
        self._title.setText(self.tr("The plan is now {plan}").format(plan=plan))
        self._effect.setText(self.tr("{plan} is active until {end}.").format(plan=plan, end=end))

    def _ways(self, order: Order) -> str:
        split, money = order.split, self._texts.money
        ways = []
        if split is not None and split.credit:
            ways.append(self.tr("Credit account {amount}").format(amount=money(split.credit)))
        if split is not None and split.balance:
            ways.append(self.tr("Balance {amount}").format(amount=money(split.balance)))
        return " · ".join(ways)

    def _order(self) -> Order | None:
        order: Order | None = self.flow.draft.order
        return order

    def _copy_number(self) -> None:
        if (order := self._order()) is not None:
            QGuiApplication.clipboard().setText(order.number)

    # Qt overrides

    def initializePage(self) -> None:
        self.retranslate()
