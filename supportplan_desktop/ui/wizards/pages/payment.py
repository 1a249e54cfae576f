"""Choosing what an order is paid from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMessageBox, QWizard

from supportplan_desktop.domain.errors import (
    FundsInsufficient,
    NoFundsChosen,
    OrderExpired,
    OrderTransitionRefused,
    Refusal,
)
from supportplan_desktop.domain.orders import CancelCause, Order, OrderStatus
from supportplan_desktop.domain.payments import Funds, FundsChoice, Split, split_payment
from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Banner, Label
from supportplan_desktop.ui.wizards.pages.asking import AskingPage
from supportplan_desktop.ui.wizards.pages.funds import FundCard, SplitCard

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from enum import IntEnum

    from supportplan_desktop.domain.money import Money
    from supportplan_desktop.flows.flow import Flow
    from supportplan_desktop.flows.paying import PayingDraft
    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_CANCEL = QWizard.WizardButton.CustomButton1
_LATER = QWizard.WizardButton.CustomButton2


class PaymentPage(AskingPage):
    """The draft's order as it stands, and which funds pay it. Nothing is charged here."""

    loaded = Signal(object, object)
    """(order, now): the order as it stands at that instant."""
    left = Signal()
    """The user pays later, or has canceled the order: the wizard is at its end."""

    footer: ClassVar[Mapping[QWizard.WizardButton, str]] = {
        _CANCEL: "ghost",
        _LATER: "secondary",
        QWizard.WizardButton.NextButton: "primary",
    }

    def __init__(self, flow: Flow[Any, Any], step: IntEnum, session: Session, texts: Texts) -> None:
        super().__init__(flow, step, session, texts)
        self._draft: PayingDraft = flow.draft
        self._title = Label(Role.H3)
        self._generated = Banner("success")
        self._generated.setObjectName("payment.generated")
        self._generated.hide()
        self._balance = FundCard("payment.balance", "wallet", "accent")
        self._credit = FundCard("payment.credit", "card", "credit")
        self._split = SplitCard(texts)
        self._balance.ticked.connect(self._choose)
        self._credit.ticked.connect(self._choose)
        self.refusal.remedied.connect(self.load)
        for part in (self._title, self.refusal, self._generated, self._balance, self._credit, self._split):
            self.content.addWidget(part)
        self.content.addStretch(1)
        self.retranslate()

    def load(self) -> None:
        """Ask for the order and the funds as they are now."""
        self._draft.available = None
        self.completeChanged.emit()
        order_id = self._draft.order_id

        def order_and_funds(services: Services) -> tuple[Order, Funds, datetime]:
            return services.orders.get(order_id), services.accounts.funds(), services.clock.now()

        self.ask(order_and_funds, self._show)

    def press(self, which: int) -> None:
        """One of the page's own buttons: cancel the order, or pay later."""
        if which == _LATER.value:
            self.left.emit()
        elif which == _CANCEL.value:
            self._ask_to_cancel()

    def remedy(self, _error: Refusal) -> str:
        """Asking again helps where funds may have come and where nothing could be asked."""
        return self.tr("Retry") if self._draft.order is None or self._is_payable() else ""

    def retranslate(self) -> None:
        """Write everything anew."""
        self._title.setText(self.tr("Choose how to pay"))
        self.setButtonText(_CANCEL, self.tr("Cancel Order"))
        self.setButtonText(_LATER, self.tr("Pay Later"))
        self.setButtonText(QWizard.WizardButton.NextButton, self.tr("Make Payment"))
        self.set_note(self.tr("Identity verification follows; nothing is charged before it."), "lock")
        self._write()

    def _show(self, answer: tuple[Order, Funds, datetime]) -> None:
        self._draft.order, self._draft.available, now = answer
        self.refusal.clear()
        self.loaded.emit(self._draft.order, now)
        if not self._is_payable():
            self._draft.available = None
            self.show_refusal(why_not_payable(self._draft.order))
        else:
            self._check_funds()
        self._write()
        self.completeChanged.emit()

    def _choose(self) -> None:
        self._draft.funds = FundsChoice(self._balance.tick.isChecked(), self._credit.tick.isChecked())
        self._check_funds()
        self._write()
        self.completeChanged.emit()

    def _check_funds(self) -> None:
        """Say in the words of the refusal what a payment would be refused for."""
        draft = self._draft
        if draft.order is None or draft.available is None:
            return
        try:
            split_payment(draft.order.total, draft.available, draft.funds)
        except (FundsInsufficient, NoFundsChosen) as refusal:
            self.show_refusal(refusal)
        else:
            self.refusal.clear()

    def _is_payable(self) -> bool:
        return self._draft.order is not None and self._draft.order.status is OrderStatus.PENDING_PAYMENT

    def _write(self) -> None:
        order, funds, split = self._draft.order, self._draft.available, self._draft.split()
        known = order is not None and funds is not None and split is not None
        for part in (self._balance, self._credit, self._split):
            part.setVisible(known)
        self._generated.setVisible(known and self.refusal.error is None)
        if order is None or funds is None or split is None:
            return
        deadline = f"{self.texts.minute(order.pay_before)} ({self.texts.offset(order.pay_before)})"
        self._generated.set_texts(
            self.tr("Order generated: {number}").format(number=order.number),
            self.tr("It stays open until {deadline}. You can leave and pay later from My Orders.").format(
                deadline=deadline
            ),
        )
        self._write_funds(funds, split)
        self._split.show_split(order.total, split)

    def _write_funds(self, funds: Funds, split: Split) -> None:
        money = self.texts.money
        self._balance.set_texts(
            self.tr("Balance"),
            self.tr("Available {amount} · used first").format(amount=money(funds.balance)),
            money(split.balance),
            self._left_after(funds.balance - split.balance),
        )
        self._credit.set_texts(
            self.tr("Credit account"),
            self.tr("Available credit {available} of {limit}").format(
                available=money(funds.available_credit), limit=money(funds.credit_limit)
            ),
            money(split.credit),
            self._left_after(funds.available_credit - split.credit),
        )

    def _left_after(self, amount: Money) -> str:
        return self.tr("{amount} left after").format(amount=self.texts.money(amount))

    def _ask_to_cancel(self) -> None:
        order = self._draft.order
        if order is None:
            return
        question = QMessageBox(self)
        question.setObjectName("payment.cancel_question")
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(self.tr("Cancel Order"))
        question.setText(self.tr("Cancel order {number}?").format(number=order.number))
        question.setInformativeText(
            self.tr("Nothing is charged and the plan stays as it is. A canceled order cannot be paid any more.")
        )
        question.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
        question.button(QMessageBox.StandardButton.Yes).setText(self.tr("Cancel Order"))
        question.button(QMessageBox.StandardButton.No).setText(self.tr("Keep Order"))
        question.setDefaultButton(QMessageBox.StandardButton.No)
        question.finished.connect(partial(self._answered_cancel, order))
        question.open()

    def _answered_cancel(self, order: Order, answer: int) -> None:
        if answer == QMessageBox.StandardButton.Yes.value:
            changes = Change.ORDERS | Change.PLAN | Change.MESSAGES
            self.command(partial(self.services.orders.cancel, order.id), lambda _canceled: self.left.emit(), changes)

    # Qt overrides

    def initializePage(self) -> None:
        self.load()


def why_not_payable(order: Order) -> Refusal:
    """Why an order that is not pending cannot be paid, as the services would say it."""
    if order.events[-1].cause is CancelCause.DEADLINE:
        return OrderExpired(number=order.number, deadline=order.pay_before)
    wanted = OrderStatus.PROCESSING.value
    return OrderTransitionRefused(number=order.number, status=order.status.value, wanted=wanted)
