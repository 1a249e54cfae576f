"""How far an order is: a step for each event, and those still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.domain.orders import CancelCause, OrderStatus
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.order_words import OrderWords
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Card, Label, Moment, Timeline
from supportplan_desktop.ui.widgets.plain import CARD_PADDING

if TYPE_CHECKING:
    from supportplan_desktop.domain.orders import Order, OrderEvent
    from supportplan_desktop.domain.payments import Split
    from supportplan_desktop.ui.texts import Texts

_FOOT = 4  # the last step has its own space below
_PASSED, _PRESENT, _AHEAD = "passed", "present", "ahead"


class ProgressCard(Retranslated, Card):
    """Generated, paid, completed; or canceled and why; refunds are submitted, approved, refunded."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._words = OrderWords(self)
        self._order: Order | None = None
        self.body.setContentsMargins(CARD_PADDING, CARD_PADDING, CARD_PADDING, _FOOT)
        self._title = Label(Role.H3)
        self._timeline = Timeline()
        self._timeline.setObjectName("order.progress")
        self.body.addWidget(self._title)
        self.body.addWidget(self._timeline)
        self.retranslate()

    def show_order(self, order: Order) -> None:
        """Show how far that order is."""
        self._order = order
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything anew."""
        order = self._order
        if order is None:
            return
        self._title.setText(self.tr("Refund progress") if order.is_refund else self.tr("Progress"))
        self._timeline.set_moments(self._of_refund(order) if order.is_refund else self._of_payment(order))

    def _of_payment(self, order: Order) -> tuple[Moment, ...]:
        generated, paid, completed, canceled = _events(order)
        due = self.tr("Amount due {amount}").format(amount=self._texts.money(order.total))
        first = Moment(self.tr("Order generated"), due, self._time(generated), _PASSED)
        if canceled is not None:
            return (first, self._cancellation(canceled))
        before = self.tr("before {time}").format(time=self._texts.instant(order.pay_before))
        payment = Moment(
            self.tr("Paid"),
            self._shares(order.split) if paid else self.tr("Waiting for the payment."),
            self._time(paid) if paid else before,
            _PASSED if paid else _PRESENT,
        )
        until = order.term and self.tr("Valid until {end}").format(end=self._texts.instant(order.term.end))
        outlook = self.tr("The plan is active as soon as the payment is completed.")
        done = Moment(
            self.tr("Completed"),
            (until or "") if completed else outlook,
            self._time(completed),
            _PASSED if completed else _PRESENT if paid else _AHEAD,
        )
        return (first, payment, done)

    def _of_refund(self, order: Order) -> tuple[Moment, ...]:
        submitted, approved, refunded, _ = _events(order)
        note = f"{self._words.total(order.kind, is_refund=True)} {self._texts.money(-order.total)}"
        if order.reason is not None:
            said = order.note or self._words.reason(order.reason)
            note = self.tr("{amount} · reason: {reason}").format(amount=note, reason=said)
        waiting, due = self.tr("waiting"), self.tr("expected by {day}")
        day = self._texts.iso_date(self._texts.site_date(order.pay_before))
        return (
            Moment(self.tr("Submitted"), note, self._time(submitted), _PASSED),
            Moment(
                self.tr("Approved"),
                self.tr("The vendor has checked the refund amount and the fee.")
                if approved
                else self.tr("The vendor checks the refund amount and the fee."),
                self._time(approved) if approved else waiting,
                _PASSED if approved else _PRESENT,
            ),
            Moment(
                self.tr("Refunded"),
                self._shares(order.split) or self.tr("It goes back to the funds it came from, credit first."),
                self._time(refunded) if refunded else due.format(day=day),
                _PASSED if refunded else _PRESENT if approved else _AHEAD,
            ),
        )

    def _cancellation(self, event: OrderEvent) -> Moment:
        why = (
            self.tr("The payment deadline passed. Nothing was charged.")
            if event.cause is CancelCause.DEADLINE
            else self.tr("By the user. Nothing was charged.")
        )
        return Moment(self.tr("Canceled"), why, self._time(event), _PASSED, tone="danger", icon_name="close")

    def _shares(self, split: Split | None) -> str:
        if split is None:
            return ""
        shares = []
        if split.balance:
            shares.append(self.tr("Balance {amount}").format(amount=self._texts.money(split.balance)))
        if split.credit:
            shares.append(self.tr("Credit {amount}").format(amount=self._texts.money(split.credit)))
        return " · ".join(shares)

    def _time(self, event: OrderEvent | None) -> str:
        return self._texts.instant(event.at) if event is not None else ""


def _events(order: Order) -> tuple[OrderEvent, OrderEvent | None, OrderEvent | None, OrderEvent | None]:
    """How it began, and when it came to processing, completed and canceled."""
    reached = {event.status: event for event in order.events}
    find = reached.get
    return (
        order.events[0],
        find(OrderStatus.PROCESSING),
        find(OrderStatus.COMPLETED),
        find(OrderStatus.CANCELED),
    )
