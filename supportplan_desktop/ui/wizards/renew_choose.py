"""Choosing for how long to renew: each duration with the end it leads to (DOMAIN 6)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QWizard

from supportplan_desktop.domain.errors import OpenOrderExists, PlanManagedByMaster, PlanNotPaid, QuoteStale
from supportplan_desktop.domain.subscriptions import PlanState
from supportplan_desktop.domain.terms import MONTHS_OF_A_YEAR, renewal_term
from supportplan_desktop.flows.renew import RenewStep
from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.order_words import plan_name
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Banner, Card, Duration, DurationPicker, Icon, Label, Rule, TierMark, row
from supportplan_desktop.ui.wizards.pages.asking import AskingPage
from supportplan_desktop.ui.wizards.pages.facts import Fact

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportplan_desktop.domain.errors import Refusal
    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.domain.quotes import Quote
    from supportplan_desktop.domain.terms import Term
    from supportplan_desktop.flows.flow import Flow
    from supportplan_desktop.flows.renew import RenewDraft
    from supportplan_desktop.services.interfaces import PlanDetails, Services
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_SETTLED_AFTER_MS = 120
_BETWEEN_QUESTIONS = 10
_FIRST_MONTHS = 1
_FINAL = (PlanNotPaid, PlanManagedByMaster)


class RenewChoosePage(AskingPage):
    """The plan as it is and the durations. Going on generates the order; nothing is charged by that."""

    chosen = Signal(object, object)
    """(tier code, months): this is chosen; its price is on its way."""
    quoted = Signal(object)
    """(quote): the price of what is chosen."""
    order_requested = Signal(object)
    """(order id): the user is led to the order that is in the way."""

    changes: ClassVar[Change] = Change.ORDERS | Change.PLAN | Change.MESSAGES

    def __init__(self, flow: Flow[RenewStep, RenewDraft], session: Session, texts: Texts) -> None:
        super().__init__(flow, RenewStep.CHOOSE, session, texts)
        self._draft = flow.draft
        self._details: PlanDetails | None = None
        self._wait = QTimer(self, singleShot=True, interval=_SETTLED_AFTER_MS)
        self._wait.timeout.connect(self._ask_price)
        self._mark = TierMark(20)
        self._plan = Fact("renew.plan", mark=self._mark)
        self._until = Fact("renew.until")
        self._auto = Fact("renew.auto")
        self._card = Card(padded=False)
        for number, fact in enumerate((self._plan, self._until, self._auto)):
            if number:
                self._card.body.addWidget(Rule())
            self._card.body.addWidget(fact)
        self._duration, self._hint = Label(Role.H3), Label(Role.SMALL, "muted")
        self._picker = DurationPicker()
        self._picker.setObjectName("renew.duration")
        self._picker.chosen.connect(self._choose)
        self._ends = Label(tone="text2", wraps=True)
        self._ends.setObjectName("renew.ends")
        self._end_icon = Icon("calendar", "text2")
        self._overdue = Banner("warning")
        self._overdue.setObjectName("renew.overdue")
        self._starts = Banner("info")
        self.refusal.remedied.connect(self._remedy)
        ends = row(self._end_icon, self._ends)
        ends.setStretch(1, 1)
        self.content.addWidget(self._overdue)
        self.content.addWidget(self._card)
        self.content.addSpacing(_BETWEEN_QUESTIONS)
        self.content.addLayout(row(self._duration, self._hint, None, spacing=10))
        self.content.addWidget(self._picker)
        self.content.addLayout(ends)
        self.content.addWidget(self.refusal)
        self.content.addWidget(self._starts)
        self.content.addStretch(1)
        self.retranslate()

    def load(self) -> None:
        """Ask for the plan as it is, then for the price."""
        self._draft.months = self._draft.months or _FIRST_MONTHS
        self._begin_to_ask()
        self.ask(lambda services: services.plans.details(), self._show)

    def submit(self) -> Callable[[], Order]:
        """Generate the order of what was shown."""
        self.forget()
        self.refusal.clear()
        return partial(_renew, self.services, replace(self._draft))

    def succeeded(self, order: Order) -> None:
        """The order is there."""
        self._draft.order = order

    def show_refusal(self, error: Refusal) -> None:
        """What no longer holds is asked for anew."""
        super().show_refusal(error)
        if isinstance(error, QuoteStale):
            self._draft.quote = None
            self._tell_choice()
            self.ask(lambda services: services.plans.details(), self._show)

    def remedy(self, error: Refusal) -> str:
        """The order that is in the way can be followed; what could not be asked is asked again."""
        if isinstance(error, OpenOrderExists):
            return self.tr("Go to that order")
        return "" if isinstance(error, (*_FINAL, QuoteStale)) else self.tr("Retry")

    def retranslate(self) -> None:
        """Write everything anew."""
        self._duration.setText(self.tr("Renewal Duration"))
        self._hint.setText(self.tr("in months, or years; the new end date is under each"))
        self._picker.setAccessibleName(self.tr("Renewal Duration"))
        self.setButtonText(QWizard.WizardButton.NextButton, self.tr("Pay"))
        self.set_note(self.tr("Pay generates the order; nothing is charged before the identity verification."))
        self._starts.set_texts(self.tr("The new term follows the present one without a gap."))
        self._write()

    def _show(self, details: PlanDetails) -> None:
        self._details = details
        open_order = details.open_order
        if open_order is not None:
            self.show_refusal(
                OpenOrderExists(order_id=open_order.id, number=open_order.number, status=open_order.status.value)
            )
        elif not isinstance(self.refusal.error, QuoteStale):
            self.refusal.clear()
        self._write()
        if open_order is None:
            self._tell_choice()
            self._ask_price()

    def _choose(self, months: int) -> None:
        self._draft.months = months
        self._begin_to_ask()
        self._write_end()
        self._wait.start()

    def _begin_to_ask(self) -> None:
        """What was quoted is not what is chosen any more."""
        self.forget()
        self.refusal.clear()
        self._draft.quote = None
        self._tell_choice()

    def _tell_choice(self) -> None:
        self.chosen.emit(self._details.tier if self._details else None, self._draft.months)
        self.completeChanged.emit()

    def _ask_price(self) -> None:
        months = self._draft.months
        if months is not None:
            self.ask(lambda services: services.plans.quote_renewal(months), self._show_price)

    def _show_price(self, quote: Quote) -> None:
        self._draft.quote = quote
        self.quoted.emit(quote)
        self.completeChanged.emit()

    # What is written

    def _write(self) -> None:
        details = self._details
        has_plan = details is not None and bool(details.terms)
        for part in (self._card, self._duration, self._hint, self._picker, self._ends, self._end_icon):
            part.setVisible(has_plan)
        is_overdue = has_plan and details is not None and details.state is not PlanState.ACTIVE
        self._overdue.setVisible(is_overdue)
        self._starts.setVisible(has_plan and not is_overdue)
        if details is None or not details.terms:
            return
        durations = tuple(self._offered(months, details) for months in self.session.catalogue.durations)
        self._picker.set_durations(durations, self._draft.months)
        self._write_plan(details)
        self._write_end()

    def _write_plan(self, details: PlanDetails) -> None:
        texts, catalogue = self.texts, self.session.catalogue
        tier = catalogue.tier(details.tier)
        self._mark.set_tier(tier)
        price = self.tr("{price} / month").format(price=texts.money(tier.monthly_price))
        self._plan.set_texts(self.tr("Support plan"), plan_name(catalogue, details.tier, QLocale().name()), price)
        assert details.valid_until is not None
        remaining = details.remaining_days or 0
        self._until.set_texts(
            self.tr("Valid until"),
            texts.instant(details.valid_until),
            self.tr("{days} left").format(days=texts.days(remaining)) if remaining else "",
        )
        is_on = details.auto_renewal is not None and details.auto_renewal.is_on
        state = self.tr("on") if is_on else self.tr("off")
        self._auto.set_texts(self.tr("Auto-renewal"), state, self.tr("stays as it is"))
        until = details.retention_until
        self._overdue.set_texts(
            self.tr("The plan ended on {date}.").format(date=texts.long_date(details.terms[-1].last)),
            self.tr("It can be renewed until {time}, and the new term counts from the old end, not from today.").format(
                time=texts.zoned(until) if until else "…"
            ),
        )

    def _offered(self, months: int, details: PlanDetails) -> Duration:
        last = self._term(months, details).last
        is_years = not months % MONTHS_OF_A_YEAR
        called = self.texts.duration(months)
        return Duration(
            months=months,
            count=called if is_years else self.texts.number(months),
            end=self.texts.month_of(last) if is_years else self.texts.short_date(last),
            is_years=is_years,
            spoken=self.tr("{duration}, new end {date}").format(duration=called, date=self.texts.long_date(last)),
        )

    def _write_end(self) -> None:
        if self._details is None or not self._details.terms or self._draft.months is None:
            return
        term = self._term(self._draft.months, self._details)
        ends = self.tr("New end {end}, {days} after the present one")
        self._ends.setText(ends.format(end=self.texts.zoned(term.end), days=self.texts.days(term.days)))

    def _term(self, months: int, details: PlanDetails) -> Term:
        return renewal_term(details.terms, months, self.session.catalogue.site_zone)

    def _remedy(self) -> None:
        error = self.refusal.error
        if isinstance(error, OpenOrderExists):
            self.order_requested.emit(error.facts["order_id"])
        else:
            self.load()

    # Qt overrides

    def initializePage(self) -> None:
        self.load()


def _renew(services: Services, draft: RenewDraft) -> Order:
    """Send the order."""
    return services.orders.renew(draft.order_id, draft.command())
