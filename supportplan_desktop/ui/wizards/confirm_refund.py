"""Confirming what unsubscribing brings back: the table, why, what will be lost, and the tick (DOMAIN 8)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QWizard

from supportplan_desktop.domain.errors import (
    InvalidInput,
    OpenOrderExists,
    QuoteStale,
    RefundNotConfirmed,
    Refusal,
    UnsubscriptionReasonMissing,
)
from supportplan_desktop.domain.orders import OrderKind
from supportplan_desktop.domain.terms import site_date
from supportplan_desktop.domain.unsubscribing import NOTE_LENGTH, UnsubscriptionReason
from supportplan_desktop.flows.unsubscribe import UnsubscribeStep
from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.curve_card import CurveCard
from supportplan_desktop.ui.lost_items import LostItems
from supportplan_desktop.ui.sentences import joined
from supportplan_desktop.ui.theme.type import Role, set_role
from supportplan_desktop.ui.widgets import Banner, Unfolding, column, row
from supportplan_desktop.ui.wizards.pages.asking import AskingPage
from supportplan_desktop.ui.wizards.pages.reasons import ReasonCard
from supportplan_desktop.ui.wizards.pages.refund_card import RefundCard
from supportplan_desktop.ui.wizards.pages.refund_table import RefundTable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QResizeEvent

    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.domain.payments import Split
    from supportplan_desktop.domain.quotes import Quote
    from supportplan_desktop.flows.flow import Flow
    from supportplan_desktop.flows.unsubscribe import UnsubscribeDraft
    from supportplan_desktop.services.interfaces import CurvePoint, Services
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_SUM, _SUM_NARROW = 320, 284
_NARROW_BELOW = 1000
_BETWEEN = 16


class ConfirmRefundPage(AskingPage):
    """Everything on one page, because all of it belongs to one decision. Enter never takes it."""

    order_requested = Signal(object)
    """(order id): the user is led to the order that is in the way."""

    changes: ClassVar[Change] = Change.PLAN | Change.ORDERS | Change.FUNDS | Change.MESSAGES
    shows_summary: ClassVar[bool] = False
    footer: ClassVar[Mapping[QWizard.WizardButton, str]] = {
        QWizard.WizardButton.CancelButton: "secondary",
        QWizard.WizardButton.NextButton: "dangerfill",
    }

    def __init__(self, flow: Flow[UnsubscribeStep, UnsubscribeDraft], session: Session, texts: Texts) -> None:
        super().__init__(flow, UnsubscribeStep.CONFIRM, session, texts)
        self._draft = flow.draft
        self._table = RefundTable(session.catalogue, texts)
        self._reasons = ReasonCard(texts)
        self._reasons.chosen.connect(self._choose)
        self._reasons.written.connect(self._write_note)
        self._items = LostItems(self)
        self._shared_with = 0
        self._lost = Banner("warning")
        self._lost.setObjectName("unsubscribe.consequence")
        self._tick = QCheckBox()
        self._tick.setObjectName("unsubscribe.confirmed")
        set_role(self._tick, Role.MEDIUM)
        self._tick.toggled.connect(self._confirm)
        self._sum = RefundCard(session.catalogue, texts)
        self._curve = CurveCard(texts, OrderKind.UNSUBSCRIPTION, "unsubscribe")
        self._days = Unfolding(self._curve)
        self._days.link.setObjectName("unsubscribe.days")
        self._days.link.toggled.connect(self._ask_days)
        self.refusal.remedied.connect(self._remedy)
        for banner in (self._lost, self.refusal):
            banner.body.setMinimumHeight(1)  # else the page is as high as these words are at their narrowest
        left = column(self._reasons, self._lost, self._tick, self.refusal, self._days, spacing=14)
        left.addStretch(1)
        sides = row(left, column(self._sum, None), spacing=_BETWEEN)
        sides.setStretch(0, 1)
        self.content.setSpacing(_BETWEEN)
        self.content.addWidget(self._table)
        self.content.addLayout(sides)
        self.content.addStretch(1)
        self.retranslate()

    def load(self) -> None:
        """Ask what comes back at this instant, and where it goes."""
        self._draft.quote = self._draft.split = None
        self._tick.setChecked(False)
        self._show_figures()
        self.ask(_what_comes_back, self._show)

    def submit(self) -> Callable[[], Order]:
        """Give the plan up; the worker sees the draft as it is at this moment."""
        self.forget()
        self.refusal.clear()
        return partial(_unsubscribe, self.services, replace(self._draft))

    def succeeded(self, order: Order) -> None:
        """It is done."""
        self._draft.order = order

    def enter_advances(self) -> bool:
        """Never: it cannot be undone."""
        return False

    def show_refusal(self, error: Refusal) -> None:
        """Lead to what is missing; what no longer holds is shown anew and confirmed anew."""
        super().show_refusal(error)
        if isinstance(error, QuoteStale):
            self.load()
        elif isinstance(error, UnsubscriptionReasonMissing):
            self._reasons.take_focus()
        elif isinstance(error, RefundNotConfirmed):
            self._tick.setFocus()
        elif isinstance(error, InvalidInput):
            self._reasons.mark(self.tr("At most {longest} characters.").format(longest=self.texts.number(NOTE_LENGTH)))

    def remedy(self, error: Refusal) -> str:
        """The order that is in the way can be followed; what could not be asked is asked again."""
        if isinstance(error, OpenOrderExists):
            return self.tr("Go to that order")
        return "" if self._draft.quote or isinstance(error, QuoteStale) else self.tr("Retry")

    def retranslate(self) -> None:
        """Write everything anew; the cards word themselves."""
        self.setButtonText(QWizard.WizardButton.CancelButton, self.tr("Keep plan"))
        self.setButtonText(QWizard.WizardButton.NextButton, self.tr("Unsubscribe"))
        self.set_note(self.tr("This cannot be undone; you can buy again at any time."))
        self._tick.setText(self.tr("I have confirmed the refund amount and related fees"))
        self._tick.setAccessibleName(self._tick.text())
        self._days.link.setText(self.tr("What unsubscribing would return on each day"))
        self._write_loss()

    def _write_loss(self) -> None:
        quote = self._draft.quote
        self._lost.setVisible(quote is not None)
        if quote is None:
            return
        catalogue, free = self.session.catalogue, self.session.catalogue.free_tier
        words = [self._items.between(catalogue, quote.tier, free.code)]
        if self._shared_with:
            words.append(
                self.tr("The same goes for %n account(s) that the plan is shared with.", "", self._shared_with)
            )
        self._lost.set_texts(
            self.tr("From the moment you confirm, this account is on {plan}.").format(
                plan=free.name.within(QLocale().name())
            ),
            joined(*words),
        )

    def _show(self, answer: _Coming) -> None:
        self._draft.quote, self._draft.split, self._shared_with = answer
        self._show_figures()
        if self._days.link.isChecked():
            self._ask_days(is_open=True)

    def _ask_days(self, is_open: bool) -> None:
        """The curve is asked for where it is looked at: a quote for each day of the term."""
        quote = self._draft.quote
        if is_open and quote is not None:
            self._curve.wait()
            self.ask(lambda services: services.plans.unsubscription_curve(), partial(self._show_days, quote))

    def _show_days(self, quote: Quote, points: tuple[CurvePoint, ...]) -> None:
        catalogue = self.session.catalogue
        self._curve.show_points(points, site_date(quote.at, catalogue.site_zone), catalogue.tier(quote.tier))

    def _show_figures(self) -> None:
        self._table.show_quote(self._draft.quote)
        self._sum.show_refund(self._draft.quote, self._draft.split)
        self._write_loss()
        self.completeChanged.emit()

    def _choose(self, reason: UnsubscriptionReason) -> None:
        self._draft.reason = reason
        self._settle(UnsubscriptionReasonMissing, InvalidInput)

    def _write_note(self, note: str) -> None:
        self._draft.note = note
        self._settle(UnsubscriptionReasonMissing, InvalidInput)

    def _confirm(self, is_confirmed: bool) -> None:
        self._draft.is_confirmed = is_confirmed
        if is_confirmed:
            self._settle(RefundNotConfirmed, QuoteStale)

    def _settle(self, *refusals: type[Refusal]) -> None:
        """What was missing has been given."""
        if isinstance(self.refusal.error, refusals):
            self.refusal.clear()

    def _remedy(self) -> None:
        error = self.refusal.error
        if isinstance(error, OpenOrderExists):
            self.order_requested.emit(error.facts["order_id"])
        else:
            self.refusal.clear()
            self.load()

    # Qt overrides

    def initializePage(self) -> None:
        self.refusal.clear()
        self.load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sum.setFixedWidth(_SUM if event.size().width() >= _NARROW_BELOW else _SUM_NARROW)


class _Coming(NamedTuple):
    """What comes back, where it goes, and how many accounts lose the plan too."""

    quote: Quote
    split: Split
    shared_with: int


def _what_comes_back(services: Services) -> _Coming:
    quote = services.plans.quote_unsubscription()
    return _Coming(quote, services.plans.refund_split(quote), services.plans.details().shared_with)


def _unsubscribe(services: Services, draft: UnsubscribeDraft) -> Order:
    return services.orders.unsubscribe(draft.order_id, draft.command())
