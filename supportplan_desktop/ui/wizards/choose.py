"""Choosing what to buy: the tier and for how long (DOMAIN 4)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget, QWizard

from supportplan_desktop.domain.terms import MONTHS_OF_A_YEAR, purchase_term
from supportplan_desktop.flows.purchase import PurchaseStep
from supportplan_desktop.ui.theme.icons import paint_icon
from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import (
    Banner,
    Duration,
    DurationPicker,
    Icon,
    Label,
    OptionCard,
    Rule,
    TierMark,
    row,
)
from supportplan_desktop.ui.wizards.pages.asking import AskingPage

if TYPE_CHECKING:
    from datetime import datetime

    from supportplan_desktop.domain.catalogue import Tier
    from supportplan_desktop.domain.errors import Refusal
    from supportplan_desktop.domain.quotes import Quote
    from supportplan_desktop.flows.flow import Flow
    from supportplan_desktop.flows.purchase import PurchaseDraft
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_SETTLED_AFTER_MS = 120
_RADIO_ROOM = 22
_BETWEEN_QUESTIONS = 10
FIRST_MONTHS = 1


class _Tick(QWidget):
    """A check in the tier's colour before a highlight."""

    def __init__(self, tier: Tier) -> None:
        super().__init__()
        self._tier = tier
        self.setFixedSize(14, 18)
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), "check", QRectF(0, 2, 14, 14), colour(theme().tier(self._tier).text))


class TierCard(OptionCard):
    """One plan: its name, price, for whom it is, and three highlights, all the vendor's words."""

    def __init__(self, tier: Tier) -> None:
        super().__init__(tier)
        self.tier = tier
        self.setObjectName(f"purchase.tier.{tier.code}")
        self.body.setSpacing(6)
        self._name = Label(Role.H2)
        self._price = Label(Role.FIGURE)
        self._a_month = Label(Role.SMALL, "muted")
        self._scenario = Label(Role.SMALL, "muted", wraps=True)
        self._highlights = [Label(Role.SMALL, "text2", wraps=True) for _ in tier.highlights]
        self.body.addLayout(row(TierMark(28, tier), self._name, None, _RADIO_ROOM, spacing=10))
        price = row(self._price, self._a_month, None, spacing=5)
        self.body.addLayout(price)
        self.body.addWidget(self._scenario, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addSpacing(4)
        self.body.addWidget(Rule())
        self.body.addSpacing(2)
        for label in self._highlights:
            line = QHBoxLayout()
            line.setSpacing(7)
            line.addWidget(_Tick(tier), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label, 1)
            self.body.addLayout(line)

    def set_texts(self, price: str, a_month: str) -> None:
        """Show the price, and the catalogue's words in the language of the window."""
        language = QLocale().name()
        self._name.setText(self.tier.name.within(language))
        self._price.setText(price)
        self._a_month.setText(a_month)
        self._scenario.setText(self.tier.scenario.within(language))
        for label, highlight in zip(self._highlights, self.tier.highlights, strict=True):
            label.setText(highlight.within(language))
        self.setAccessibleName(f"{self._name.text()} {price} {a_month}")
        words = (self._scenario.text(), *(label.text() for label in self._highlights))
        self.setAccessibleDescription("; ".join(words))


class ChoosePage(AskingPage):
    """Tier and duration. Every choice asks for its price anew, and an answer to an earlier choice is not heard."""

    chosen = Signal(object, object)
    """(tier code, months): this is chosen, either may still be None; its price is on its way."""
    quoted = Signal(object)
    """(quote): the price of what is chosen."""

    def __init__(self, flow: Flow[PurchaseStep, PurchaseDraft], session: Session, texts: Texts) -> None:
        super().__init__(flow, PurchaseStep.CHOOSE, session, texts)
        self._draft = flow.draft
        self._now: datetime | None = None
        self._wait = QTimer(self, singleShot=True, interval=_SETTLED_AFTER_MS)
        self._wait.timeout.connect(self._ask_price)
        self._title = Label(Role.H3)
        cards = QWidget()
        line = QHBoxLayout(cards)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        self._cards = [TierCard(tier) for tier in session.catalogue.paid_tiers]
        for card in self._cards:
            line.addWidget(card, 1)
            card.setChecked(card.tier.code == self._draft.tier)
            card.toggled.connect(partial(self._choose_tier, card.tier.code))
        self._duration = Label(Role.H3)
        self._hint = Label(Role.SMALL, "muted")
        self._picker = DurationPicker()
        self._picker.setObjectName("purchase.duration")
        self._picker.chosen.connect(self._choose_months)
        self._ends = Label(tone="text2")
        self._ends.setObjectName("purchase.ends")
        self._starts = Banner("info")
        self.refusal.remedied.connect(self.load)
        self._add(self._title)
        self._add(cards)
        self.content.addSpacing(_BETWEEN_QUESTIONS)
        self._add(row(self._duration, self._hint, None, spacing=10))
        self._add(self._picker)
        self._add(row(Icon("calendar", "text2"), self._ends, None))
        self._add(self.refusal)
        self._add(self._starts)
        self.content.addStretch(1)
        self.retranslate()

    def load(self) -> None:
        """Ask what day it is, then for the price."""
        self._draft.months = self._draft.months or FIRST_MONTHS
        self._begin_to_ask()
        self.ask(lambda services: services.clock.now(), self._show_ends)

    def remedy(self, _error: Refusal) -> str:
        """Asking again."""
        return self.tr("Retry")

    def retranslate(self) -> None:
        """Write everything anew."""
        self._title.setText(self.tr("Choose a plan"))
        self._duration.setText(self.tr("Required Duration"))
        self._hint.setText(self.tr("in months, or years; the end date is under each"))
        self._starts.set_texts(self.tr("The plan starts when the payment completes."))
        self._picker.setAccessibleName(self.tr("Required Duration"))
        self.setButtonText(QWizard.WizardButton.NextButton, self.tr("Buy Now"))
        for card in self._cards:
            card.set_texts(self.texts.money(card.tier.monthly_price), self.tr("/ month"))
        self._write_ends()

    def _add(self, part: QWidget | QHBoxLayout) -> None:
        if isinstance(part, QWidget):
            self.content.addWidget(part)
        else:
            self.content.addLayout(part)

    def _choose_tier(self, code: str, is_chosen: bool) -> None:
        if is_chosen:
            self._draft.tier = code
            self._begin_to_ask()
            self._wait.start()

    def _choose_months(self, months: int) -> None:
        self._draft.months = months
        self._begin_to_ask()
        self._write_end()
        self._wait.start()

    def _begin_to_ask(self) -> None:
        """What was quoted is not what is chosen any more."""
        self.forget()
        self.refusal.clear()
        self._draft.quote = None
        self.chosen.emit(self._draft.tier, self._draft.months)
        self.completeChanged.emit()

    def _ask_price(self) -> None:
        tier, months = self._draft.tier, self._draft.months
        if tier is not None and months is not None:
            self.ask(lambda services: services.plans.quote_purchase(tier, months), self._show_price)

    def _show_price(self, quote: Quote) -> None:
        self._draft.quote = quote
        self.quoted.emit(quote)
        self.completeChanged.emit()

    def _show_ends(self, now: datetime) -> None:
        self._now = now
        self._write_ends()
        self._ask_price()

    def _write_ends(self) -> None:
        if self._now is None:
            return
        durations = tuple(self._offered(months, self._now) for months in self.session.catalogue.durations)
        self._picker.set_durations(durations, self._draft.months)
        self._write_end()

    def _offered(self, months: int, now: datetime) -> Duration:
        last = purchase_term(now, months, self.session.catalogue.site_zone).last
        is_years = not months % MONTHS_OF_A_YEAR
        called = self.texts.duration(months)
        return Duration(
            months=months,
            count=called if is_years else self.texts.number(months),
            end=self.texts.month_of(last) if is_years else self.texts.short_date(last),
            is_years=is_years,
            spoken=self.tr("{duration}, ends {date}").format(duration=called, date=self.texts.long_date(last)),
        )

    def _write_end(self) -> None:
        if self._now is None or self._draft.months is None:
            return
        term = purchase_term(self._now, self._draft.months, self.session.catalogue.site_zone)
        ends = self.tr("Ends {end}, {days} from today")
        self._ends.setText(ends.format(end=self.texts.zoned(term.end), days=self.texts.days(term.days)))

    # Qt overrides

    def initializePage(self) -> None:
        self.load()
