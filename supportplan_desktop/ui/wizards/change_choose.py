"""Choosing what to change to: the tiers with what each costs or brings back, what changes, and the days ahead."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget, QWizard

from supportplan_desktop.domain.errors import (
    OpenOrderExists,
    PlanExpired,
    PlanManagedByMaster,
    PlanNotPaid,
    PlanTierUnchanged,
)
from supportplan_desktop.domain.orders import OrderKind
from supportplan_desktop.domain.terms import site_date
from supportplan_desktop.flows.change import ChangeStep
from supportplan_desktop.ui.curve_card import CurveCard
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Chip, Inset, Label, OptionCard, TierMark, column, row
from supportplan_desktop.ui.wizards.differences import DifferencesCard
from supportplan_desktop.ui.wizards.pages.asking import AskingPage

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import Tier
    from supportplan_desktop.domain.errors import Refusal
    from supportplan_desktop.domain.quotes import Quote
    from supportplan_desktop.flows.change import ChangeDraft
    from supportplan_desktop.flows.flow import Flow
    from supportplan_desktop.services.interfaces import CurvePoint, PlanDetails, Services
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_MARK = 28
_RADIO_ROOM = 22
_FINAL = (PlanNotPaid, PlanExpired, PlanManagedByMaster, PlanTierUnchanged)


class _Offer(NamedTuple):
    """The plan as it is, and a quote for each other tier."""

    details: PlanDetails
    quotes: dict[str, Quote]


class ChangeCard(OptionCard):
    """A tier to change to, with the amount and which way it goes."""

    def __init__(self, tier: Tier) -> None:
        super().__init__(tier)
        self.setObjectName(f"change.tier.{tier.code}")
        self.body.setContentsMargins(15, 12, 15, 12)
        self._name, self._price = Label(Role.H3), Label(Role.SMALL, "muted")
        self._amount, self._way = Label(Role.STRONG), Label(Role.SMALL, "muted")
        self._amount.setObjectName(f"change.amount.{tier.code}")
        names = column(self._name, self._price, spacing=1)
        self.body.addLayout(row(TierMark(_MARK, tier), names, None, _RADIO_ROOM, spacing=10))
        self.body.addLayout(row(self._amount, self._way, None, spacing=6))

    def set_texts(self, name: str, price: str, amount: str, way: str) -> None:
        """Say what it is, its price a month, the amount with its sign, and what that amount is."""
        self._name.setText(name)
        self._price.setText(price)
        self._amount.setText(amount)
        self._way.setText(way)
        self.setAccessibleName(f"{name} {amount}")
        self.setAccessibleDescription("; ".join(text for text in (price, way) if text))


class CurrentCard(Inset):
    """The tier one is on: it cannot be chosen."""

    def __init__(self, tier: Tier) -> None:
        super().__init__()
        self.setObjectName(f"change.current.{tier.code}")
        self.body.setContentsMargins(15, 12, 15, 12)
        self._name, self._price = Label(Role.H3), Label(Role.SMALL, "muted")
        self._chip = Chip(icon_name="check")
        self.body.addLayout(row(TierMark(_MARK, tier), column(self._name, self._price, spacing=1), None, spacing=10))
        self.body.addLayout(row(self._chip, None))

    def set_texts(self, name: str, price: str, current: str) -> None:
        """Say what it is, its price a month, and that one has it."""
        self._name.setText(name)
        self._price.setText(price)
        self._chip.set_text(current)


class ChangeChoosePage(AskingPage):
    """One quote for each tier, all of one instant; the curve of the chosen one follows."""

    chosen = Signal(object)
    """(tier code): it is chosen, None for none; its amount is on its way."""
    quoted = Signal(object)
    """(quote): what the chosen change comes to."""
    order_requested = Signal(object)
    """(order id): the user is led to the order that is in the way."""

    def __init__(self, flow: Flow[ChangeStep, ChangeDraft], session: Session, texts: Texts) -> None:
        super().__init__(flow, ChangeStep.CHOOSE, session, texts)
        self._draft = flow.draft
        self._offer: _Offer | None = None
        tiers = QWidget()
        self._line = QHBoxLayout(tiers)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(12)
        self._cards: dict[str, ChangeCard] = {}
        self._currents: dict[str, CurrentCard] = {}
        for tier in session.catalogue.paid_tiers:
            card, current = ChangeCard(tier), CurrentCard(tier)
            card.toggled.connect(partial(self._choose, tier.code))
            self._cards[tier.code], self._currents[tier.code] = card, current
            self._line.addWidget(card, 1)
            self._line.addWidget(current, 1)
            current.hide()
        self._differences = DifferencesCard(session.catalogue)
        self._curve = CurveCard(texts, OrderKind.CHANGE, "change")
        self.refusal.remedied.connect(self._remedy)
        self.content.addWidget(tiers)
        self.content.addWidget(self.refusal)
        self.content.addWidget(self._differences)
        self.content.addWidget(self._curve, 1)
        self.content.addStretch()
        self._show_parts()
        self.retranslate()

    def load(self) -> None:
        """Ask for the plan and what each change of it comes to now."""
        self.forget()
        self.refusal.clear()
        self._offer = self._draft.quote = None
        self._let_choose(is_open=False)
        self.retranslate()
        self.chosen.emit(self._draft.tier)
        self.completeChanged.emit()
        self.ask(_offered, self._show)

    def remedy(self, error: Refusal) -> str:
        """The order that is in the way can be followed; what could not be asked is asked again."""
        if isinstance(error, OpenOrderExists):
            return self.tr("Go to that order")
        return "" if isinstance(error, _FINAL) else self.tr("Retry")

    def retranslate(self) -> None:
        """Write everything anew."""
        self.setButtonText(QWizard.WizardButton.NextButton, self.tr("Change Now"))
        self.set_note(self.tr("The end date stays as it is; nothing happens before you confirm."))
        language = QLocale().name()
        for tier in self.session.catalogue.paid_tiers:
            name = tier.name.within(language)
            price = self.tr("{price} / mo").format(price=self.texts.money(tier.monthly_price))
            self._currents[tier.code].set_texts(name, price, self.tr("Current"))
            self._cards[tier.code].set_texts(name, price, *self._amount(tier.code))

    def _amount(self, tier: str) -> tuple[str, str]:
        """The amount of changing to a tier with its sign, and what it is."""
        quote = self._offer.quotes.get(tier) if self._offer else None
        if quote is None:
            return "…", ""
        way = ""
        if quote.total:
            way = self.tr("to pay") if quote.total.amount > 0 else self.tr("comes back")
        return self.texts.signed_money(quote.total), way

    def _show(self, offer: _Offer) -> None:
        self._offer = offer
        self._let_choose(is_open=offer.details.open_order is not None)
        for code, card in self._cards.items():
            is_current = code == offer.details.tier
            self._currents[code].setVisible(is_current)
            card.setVisible(not is_current)
        self.retranslate()
        open_order = offer.details.open_order
        if open_order is not None:
            self._block(
                OpenOrderExists(order_id=open_order.id, number=open_order.number, status=open_order.status.value)
            )
        elif self._draft.tier == offer.details.tier:
            self._block(PlanTierUnchanged(tier=offer.details.tier))
        else:
            self._take(self._draft.tier or self._next_tier(offer.details.tier))

    def _let_choose(self, *, is_open: bool) -> None:
        """Tiers can be chosen once their amounts are there, and while no other order is open."""
        for card in self._cards.values():
            card.setEnabled(self._offer is not None and not is_open)

    def _block(self, error: Refusal) -> None:
        """Nothing can be chosen."""
        self._draft.tier = None
        self.chosen.emit(None)
        self._show_parts()
        self.show_refusal(error)

    def _next_tier(self, current: str) -> str:
        """The next tier up; from the highest one the next down."""
        tiers = [tier.code for tier in self.session.catalogue.paid_tiers]
        place = tiers.index(current)
        return tiers[place + 1] if place + 1 < len(tiers) else tiers[place - 1]

    def _take(self, code: str) -> None:
        if self._cards[code].isChecked():
            self._choose(code, is_chosen=True)
        else:
            self._cards[code].setChecked(True)

    def _choose(self, code: str, is_chosen: bool) -> None:
        if not is_chosen or self._offer is None:
            return
        quote = self._offer.quotes[code]
        self.forget()
        self.refusal.clear()
        self._draft.tier, self._draft.quote, self._draft.refund = code, quote, None
        self._differences.show_change(self._offer.details.tier, code)
        self._show_parts()
        self.quoted.emit(quote)
        self.completeChanged.emit()
        self._curve.wait()
        self.ask(lambda services: services.plans.change_curve(code), partial(self._show_curve, quote))

    def _show_curve(self, quote: Quote, points: tuple[CurvePoint, ...]) -> None:
        today = site_date(quote.at, self.session.catalogue.site_zone)
        self._curve.show_points(points, today, self.session.catalogue.tier(quote.tier))

    def _show_parts(self) -> None:
        is_chosen = self._draft.quote is not None
        self._differences.setVisible(is_chosen)
        self._curve.setVisible(is_chosen)
        self.content.setStretch(self.content.count() - 1, int(not is_chosen))

    def _remedy(self) -> None:
        error = self.refusal.error
        if isinstance(error, OpenOrderExists):
            self.order_requested.emit(error.facts["order_id"])
        else:
            self.load()

    # Qt overrides

    def initializePage(self) -> None:
        self.load()


def _offered(services: Services) -> _Offer:
    """What can be changed to; the refusals of a change where there is nothing."""
    details = services.plans.details()
    others = [tier.code for tier in services.catalogue.current().paid_tiers if tier.code != details.tier]
    return _Offer(details, {code: services.plans.quote_change(code) for code in others})
