"""The end of a wizard that paid: what was paid, from where, and what it gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWizard

from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Button, Card, Icon, Label, Rule, TierMark, column, row
from supportplan_desktop.ui.wizards.pages.facts import Fact
from supportplan_desktop.ui.wizards.wizard import FlowPage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import IntEnum

    from supportplan_desktop.domain.payments import Split
    from supportplan_desktop.flows.flow import Flow
    from supportplan_desktop.flows.paying import PayingDraft
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_VIEW = QWizard.WizardButton.CustomButton1


class DonePage(FlowPage):
    """The draft's order, completed. There is nothing left to decide, so it stands without the summary."""

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
        self._term = Fact("done.term")
        head = row(Icon("check_circle", "success", 40), column(self._title, self._active, spacing=4), spacing=16)
        head.setStretch(1, 1)
        head.setContentsMargins(0, 10, 0, 14)
        card = Card(padded=False)
        for number, fact in enumerate((self._plan, self._term, self._paid, self._number)):
            if number:
                card.body.addWidget(Rule())
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
        self.setButtonText(_VIEW, self.tr("View order"))
        self.setButtonText(QWizard.WizardButton.FinishButton, self.tr("Done"))
        self._title.setText(self.tr("Payment completed"))
        self._copy.setText(self.tr("Copy"))
        order = self._draft.order
        if order is None or order.term is None or order.split is None:
            return
        tier = self._session.catalogue.tier(order.quote.tier)
        name = tier.name.within(QLocale().name())
        texts = self._texts
        self._mark.set_tier(tier)
        self._active.setText(
            self.tr("{plan} is active until {end}.").format(plan=name, end=texts.zoned(order.term.end))
        )
        self._plan.set_texts(self.tr("Support plan"), name, texts.duration(order.quote.months))
        both = self.tr("{start} – {end}", "the validity period on one line")
        self._term.set_texts(
            self.tr("Validity period"),
            both.format(start=texts.instant(order.term.start), end=texts.instant(order.term.end)),
            f"({texts.offset(order.term.end)})",
        )
        self._paid.set_texts(self.tr("Paid"), texts.money(order.split.total), self._shares(order.split))
        self._number.set_texts(self.tr("Order"), order.number)

    def _shares(self, split: Split) -> str:
        money = self._texts.money
        shares = []
        if split.balance:
            shares.append(self.tr("Balance {amount}").format(amount=money(split.balance)))
        if split.credit:
            shares.append(self.tr("Credit {amount}").format(amount=money(split.credit)))
        return " · ".join(shares)

    def _copy_number(self) -> None:
        if self._draft.order is not None:
            QGuiApplication.clipboard().setText(self._draft.order.number)

    # Qt overrides

    def initializePage(self) -> None:
        self.retranslate()
