"""Identity verification: where the code goes, the code itself, and the payment it allows (DOMAIN 10)."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget, QWizard

from supportplan_desktop.domain.accounts import Channel
from supportplan_desktop.domain.errors import (
    Refusal,
    VerificationExpired,
    VerificationLocked,
    VerificationNotSent,
    VerificationWrongCode,
)
from supportplan_desktop.domain.orders import OrderStatus
from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.session import is_lost
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Icon, Label, OptionCard, column, row
from supportplan_desktop.ui.wizards.pages.asking import AskingPage
from supportplan_desktop.ui.wizards.pages.code_card import CodeCard
from supportplan_desktop.ui.wizards.pages.demonstration import DemonstrationMessage
from supportplan_desktop.ui.wizards.pages.outcome import PaymentOutcome
from supportplan_desktop.ui.wizards.pages.payment import why_not_payable

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import IntEnum

    from supportplan_desktop.domain.messages import Message
    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.flows.flow import Flow
    from supportplan_desktop.flows.paying import PayingDraft
    from supportplan_desktop.services.interfaces import Services, VerificationStatus
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_PAID = frozenset({OrderStatus.PROCESSING, OrderStatus.COMPLETED})
_OF_THE_CODE = (VerificationWrongCode, VerificationLocked, VerificationExpired, VerificationNotSent)
_ICONS = {Channel.PHONE: "phone", Channel.EMAIL: "mail"}


class ChannelCard(OptionCard):
    """One way a code can go, with its masked contact."""

    def __init__(self, channel: Channel) -> None:
        super().__init__()
        self.channel = channel
        self.setObjectName(f"verification.channel.{channel.value}")
        self.body.setContentsMargins(17, 11, 44, 11)
        self._name = Label(Role.STRONG)
        self._contact = Label(Role.SMALL, "muted")
        line = row(Icon(_ICONS[channel], "text2", 18), column(self._name, self._contact, spacing=1), None, spacing=12)
        self.body.addLayout(line)

    def set_texts(self, name: str, contact: str) -> None:
        """Say what it is and where it leads."""
        self._name.setText(name)
        self._contact.setText(contact)
        self.setAccessibleName(name)
        self.setAccessibleDescription(contact)


class VerificationPage(AskingPage):
    """Sends codes for the draft's order, and pays it with the code that is typed. Only the button pays, never Enter."""

    messages_requested = Signal()
    """The user wants to see Messages."""

    changes: ClassVar[Change] = Change.PLAN | Change.ORDERS | Change.FUNDS | Change.MESSAGES
    commits_payment: ClassVar[bool] = True

    def __init__(self, flow: Flow[Any, Any], step: IntEnum, session: Session, texts: Texts) -> None:
        super().__init__(flow, step, session, texts)
        self._draft: PayingDraft = flow.draft
        self._status: VerificationStatus | None = None
        self._is_held = False
        self._title = Label(Role.TITLE)
        self._where = Label(tone="text2", wraps=True)
        self._cards = {channel: ChannelCard(channel) for channel in Channel}
        channels = QWidget()
        line = QHBoxLayout(channels)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        for card in self._cards.values():
            line.addWidget(card, 1)
        self._code = CodeCard(texts, session.catalogue, clock_is_movable=session.profile.clock_is_movable)
        self._code.typed.connect(self._type)
        self._code.send_requested.connect(self._send)
        self._code.skip_requested.connect(self._skip)
        self._demonstration = DemonstrationMessage(texts)
        self._demonstration.messages_requested.connect(self.messages_requested)
        self._demonstration.fill_requested.connect(self._fill)
        self._demonstration.hide()
        self.refusal.remedied.connect(self.load)
        self._outcome = PaymentOutcome()
        self._outcome.asked.connect(self.find_out)
        for part in (self._title, self._where, channels, self.refusal, self._outcome, self._code, self._demonstration):
            self.content.addWidget(part)
        self.content.addStretch(1)
        self.retranslate()

    def load(self) -> None:
        """Ask where the verification stands now."""
        order_id = self._draft.order_id

        def standing(services: Services) -> tuple[VerificationStatus, Message | None]:
            status = services.orders.verification(order_id)
            return status, services.messages.newest_code(order_id) if status.arrives_in_messages else None

        self.ask(standing, self._show)

    def submit(self) -> Callable[[], Order]:
        """Pay with the ticked funds and the code."""
        self.forget()
        self._outcome.hide()
        return partial(self.services.orders.pay, self._draft.order_id, self._draft.funds, self._draft.code)

    def succeeded(self, order: Order) -> None:
        """The order is paid."""
        self.refusal.clear()
        self._hold(is_held=False)
        self._outcome.hide()
        self._draft.order = order

    def is_settled(self, order: Order) -> bool:
        """Whether it has been paid."""
        return order.status in _PAID

    def nothing_done(self, order: Order | None) -> None:
        """Say that nothing was charged; an order that cannot be paid any more says why."""
        self._hold(is_held=False)
        if order is not None and order.status is not OrderStatus.PENDING_PAYMENT:
            self._outcome.hide()
            self.show_refusal(why_not_payable(order))
        else:
            self._outcome.show_not_paid(order.number if order else "")

    def show_refusal(self, error: Refusal) -> None:
        """A refusal of the code belongs beneath the code; an answer that was lost leaves open whether it is paid."""
        if self._is_unheard and is_lost(error):
            self.refusal.show_error(error, self.remedy)
            self.refusal.hide()
            self._hold(is_held=True)
            self._outcome.show_unknown()
            return
        self._outcome.hide()
        if isinstance(error, _OF_THE_CODE):
            self.refusal.clear()
            self._code.show_wrong(error)
            self.load()
        else:
            super().show_refusal(error)

    def remedy(self, _error: Refusal) -> str:
        """Asking again helps only where nothing could be asked."""
        return "" if self._status else self.tr("Retry")

    def retranslate(self) -> None:
        """Write everything anew."""
        self._title.setText(self.tr("Identity verification"))
        self._where.setText(self.tr("Choose where the verification code goes."))
        contacts = dict(self._status.channels) if self._status else {}
        names = {Channel.PHONE: self.tr("Phone"), Channel.EMAIL: self.tr("Email")}
        for channel, card in self._cards.items():
            card.set_texts(names[channel], contacts.get(channel, ""))
            card.setVisible(channel in contacts)
        self.setButtonText(QWizard.WizardButton.NextButton, self.tr("Make Payment"))
        note = self.tr("Leaving is safe: the order is paid once or not at all.") if self._is_held else ""
        self.set_note(note or self.tr("The order stays open if you leave."), "lock")

    def _show(self, answer: tuple[VerificationStatus, Message | None]) -> None:
        self._status, message = answer
        if not any(card.isChecked() for card in self._cards.values()):
            offered = [channel for channel, _ in self._status.channels]
            self._cards[self._status.channel or offered[0]].setChecked(True)
        self._code.show_status(self._status)
        self._demonstration.setVisible(self._status.arrives_in_messages)
        self._demonstration.show_message(message)
        self.retranslate()

    def _hold(self, *, is_held: bool) -> None:
        """While it is not known whether the order is paid nothing can be paid."""
        self._is_held = is_held
        for part in (self._code, *self._cards.values()):
            part.setEnabled(not is_held)
        self.retranslate()
        self.completeChanged.emit()

    def _type(self, code: str) -> None:
        self._draft.code = code
        self.completeChanged.emit()

    def _fill(self, code: str) -> None:
        self._code.boxes.setText(code)
        self._code.boxes.setFocus()

    def _send(self) -> None:
        channel = next((card.channel for card in self._cards.values() if card.isChecked()), Channel.PHONE)
        send = partial(self.services.orders.send_code, self._draft.order_id, channel)
        self.command(send, self._sent, Change.MESSAGES | Change.ORDERS)

    def _sent(self, _status: VerificationStatus) -> None:
        self.refusal.clear()
        self._code.begin_anew()
        self.load()

    def _skip(self, seconds: int) -> None:
        self.command(partial(_move_on, self.services, timedelta(seconds=seconds)), self._skipped, Change.CLOCK)

    def _skipped(self, _nothing: None) -> None:
        self.refusal.clear()
        self.load()

    # Qt overrides

    def isComplete(self) -> bool:
        return not self._is_held and super().isComplete()

    def initializePage(self) -> None:
        if self._is_held:  # one can go back and forth meanwhile
            self.find_out()
            return
        self.refusal.clear()
        self._outcome.hide()
        self.load()


def _move_on(services: Services, span: timedelta) -> None:
    """Let a demonstration's clock move on."""
    services.clock.set(services.clock.now() + span)
