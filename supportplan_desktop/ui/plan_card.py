"""The account's plan on one card: which tier, since when, until when, what was ordered last."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from supportplan_desktop.domain.subscriptions import PlanState
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.order_words import OrderWords
from supportplan_desktop.ui.plan_actions import PlanActions
from supportplan_desktop.ui.plan_facts import Fact, Link
from supportplan_desktop.ui.plan_notices import expires_soon
from supportplan_desktop.ui.plan_sharing import SharingFact
from supportplan_desktop.ui.theme.theme import theme
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets.bars import TermBar, TermKind, TermPart
from supportplan_desktop.ui.widgets.chip import Chip
from supportplan_desktop.ui.widgets.marks import TierMark
from supportplan_desktop.ui.widgets.plain import Button, Card, Label, Rule, column, row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.services.interfaces import OrderSummary, OrganizationView, PlanDetails
    from supportplan_desktop.ui.texts import Texts

_STATES = {
    PlanState.BASIC: ("success", "check_circle"),
    PlanState.ACTIVE: ("success", "check_circle"),
    PlanState.GRACE: ("warning", "clock"),
    PlanState.RETENTION: ("danger", "lock"),
}
_ROOM_FOR_FIVE = 920


class PlanCard(Retranslated, Card):
    """What the account has: on Basic a slim card with Buy Now, else what can be done, the facts, the term as a bar.

    `plan_actions` says by its signals what is asked for.
    """

    purchase_requested = Signal()
    order_requested = Signal(object)
    """(order id): the last order shall be shown."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._order_words = OrderWords(self)
        self._plan: PlanDetails | None = None
        self._view: OrganizationView | None = None
        self._catalogue: ServiceCatalogue | None = None
        self.setObjectName("details.plan")
        self.body.setContentsMargins(22, 20, 22, 20)
        self.body.setSpacing(16)
        self._mark = TierMark(40)
        self._name = Label(Role.H1)
        self._name.setObjectName("details.plan.name")
        self._state = Chip()
        self._state.setObjectName("details.plan.state")
        self._soon = Chip()
        self._soon.setObjectName("details.plan.expires_soon")
        self._scenario = Label(tone="muted", wraps=True)
        self._buy = Button("primary")
        self._buy.setObjectName("details.buy")
        self._buy.clicked.connect(self.purchase_requested)
        self.plan_actions = PlanActions(texts)
        name_row = row(self._name, self._state, self._soon, None, spacing=10)
        names = column(name_row, self._scenario, spacing=2)
        self.body.addLayout(row(self._mark, names, self._buy, self.plan_actions, spacing=12))
        self._term = self._make_term()
        self.body.addWidget(self._term)
        self.retranslate()

    def _make_term(self) -> QWidget:
        self._until = Fact(Label(Role.H3, copyable=True))
        self._until.value.setObjectName("details.valid_until")
        self._remaining = Fact(Label(Role.H3))
        self._remaining.value.setObjectName("details.remaining")
        self._auto_link = Link(Role.H3)
        self._auto_link.setObjectName("details.auto_renewal")
        self._auto_link.clicked.connect(self.plan_actions.auto_renewal_requested)
        self._auto = Fact(self._auto_link)
        self._auto_rule = Rule(upright=True)
        self.sharing = SharingFact()
        self._sharing_rule = Rule(upright=True)
        self._number = Link(Role.H3)
        self._number.setObjectName("details.last_order")
        self._number.clicked.connect(self._show_order)
        self._order = Fact(self._number)
        self._order_rule = Rule(upright=True)
        facts = row(self._until, Rule(upright=True), self._remaining, self._auto_rule, self._auto, spacing=16)
        for part in (self._sharing_rule, self.sharing, self._order_rule, self._order):
            facts.addWidget(part)
        for fact in (self._until, self._remaining, self._auto, self.sharing, self._order):
            facts.setStretchFactor(fact, 1)
        self._bar = TermBar()
        self._bar.setObjectName("details.term")
        theme().changed.connect(self.retranslate)
        term = QWidget()
        term.setLayout(column(Rule(), facts, self._bar, spacing=16))
        return term

    def show_plan(self, plan: PlanDetails, catalogue: ServiceCatalogue, view: OrganizationView | None = None) -> None:
        """Show that plan, under the names and prices of the catalogue, and where its account stands."""
        self._plan, self._catalogue, self._view = plan, catalogue, view
        self._mark.set_tier(catalogue.tier(plan.tier))
        self._soon.setVisible(expires_soon(plan))
        self._buy.setVisible(plan.current is None)
        self.plan_actions.show_plan(plan, view.sharing if view is not None else None)
        self.sharing.show_plan(plan, view)
        self.sharing.setVisible(self.sharing.is_meant)
        self._sharing_rule.setVisible(self.sharing.is_meant)
        for part in (self._auto, self._auto_rule):
            part.setVisible(plan.auto_renewal is not None)
        self._buy.setEnabled(plan.can_buy and plan.open_order is None)
        self._term.setVisible(plan.current is not None)
        self._drop_the_fifth()
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything anew."""
        self._buy.setText(self.tr("Buy Now"))
        self._until.title.setText(self.tr("Valid until"))
        self._order.title.setText(self.tr("Last order"))
        self._auto.title.setText(self.tr("Auto-renewal"))
        if self._plan is None or self._catalogue is None:
            return
        tier = self._catalogue.tier(self._plan.tier)
        language = QLocale().name()
        self._name.setText(tier.name.within(language))
        self._state.set_state(*_STATES[self._plan.state], self._state_text(self._plan.state))
        scenario = tier.scenario.within(language)
        if self._plan.since is None:
            free = self.tr("{scenario} · free, no validity period").format(scenario=scenario)
            managed = self._managed()
            self._scenario.setText(f"{free} · {managed}" if managed else free)
        else:
            since = self._texts.iso_date(self._texts.site_date(self._plan.since))
            self._scenario.setText(self.tr("{scenario} · since {date}").format(scenario=scenario, date=since))
        self._buy.setToolTip(self._why_not_buy(self._plan))
        self._word_term(self._plan)
        self._word_auto_renewal(self._plan)
        if self._plan.last_order is not None:
            self._word_order(self._plan.last_order)

    def _why_not_buy(self, plan: PlanDetails) -> str:
        """The master of a unified member buys; an open order comes first."""
        order = "" if plan.open_order is None else self.tr("An order is open: pay or cancel it first.")
        return self._managed() or order

    def _managed(self) -> str:
        """Who buys for a unified member."""
        view = self._view
        if view is None or not view.account.is_unified_member:
            return ""
        return self.tr("{master} buys for this account.").format(master=view.master or "")

    def _drop_the_fifth(self) -> None:
        """Where there is no room for five facts the last order is left to My Orders."""
        has_five = self.sharing.is_meant and self._plan is not None and self._plan.auto_renewal is not None
        is_shown = self._plan is not None and self._plan.last_order is not None
        is_shown &= not has_five or self.width() >= _ROOM_FOR_FIVE
        self._order.setVisible(is_shown)
        self._order_rule.setVisible(is_shown)

    def _word_term(self, plan: PlanDetails) -> None:
        if plan.valid_until is None or plan.remaining_days is None:
            return
        texts = self._texts
        self._until.value.setText(texts.long_date(texts.site_date(plan.valid_until)))
        self._until.note.setText(f"{texts.time(plan.valid_until)} ({texts.offset(plan.valid_until)})")
        self._until.setToolTip(texts.local_time(plan.valid_until))
        self._soon.set_state(
            "warning",
            "clock",
            self.tr("Expires today")
            if not plan.remaining_days
            else self.tr("Expires in %n day(s)", "", plan.remaining_days),
        )
        self._word_remaining(plan)
        self._draw_bar(plan)

    def _draw_bar(self, plan: PlanDetails) -> None:
        assert self._catalogue is not None
        today = self._texts.site_date(plan.at)
        pill = self.tr("Today · {date}").format(date=self._texts.short_date(today))
        parts = (*self._paid_parts(plan), *self._parts_after(plan))
        spoken = "; ".join(f"{part.name}: {part.dates}" for part in parts)
        colours = theme().tier(self._catalogue.tier(plan.tier))
        self._bar.set_term(parts, today, pill, colours, f"{pill}; {spoken}")

    def _paid_parts(self, plan: PlanDetails) -> list[TermPart]:
        parts = []
        current = plan.terms.index(plan.current) if plan.current else 0
        for number, term in enumerate(plan.terms):
            if number < current:
                name = self.tr("Past term")
            elif number == current:
                name = self.tr("Current term") if plan.state is PlanState.ACTIVE else self.tr("Ended term")
            else:
                name = self.tr("Renewal {number}").format(number=number)
            kind = TermKind.RENEWAL if number > current else TermKind.CURRENT
            # A renewal is counted from the end date before it, and its first day is the one after.
            first = term.first + timedelta(days=1) if number else term.first
            parts.append(TermPart(kind, term.first, term.last, name, self._texts.period(first, term.last)))
        return parts

    def _parts_after(self, plan: PlanDetails) -> list[TermPart]:
        assert plan.valid_until is not None
        assert plan.grace_until is not None
        assert plan.retention_until is not None
        last, usable, frozen = map(self._texts.site_date, (plan.valid_until, plan.grace_until, plan.retention_until))
        return [
            TermPart(
                TermKind.GRACE,
                last,
                usable,
                self.tr("Grace period"),
                self.tr("{days}, still usable").format(days=self._texts.days((usable - last).days)),
            ),
            TermPart(
                TermKind.RETENTION,
                usable,
                frozen,
                self.tr("Retention period"),
                self.tr("{days}, frozen").format(days=self._texts.days((frozen - usable).days)),
            ),
        ]

    def _word_remaining(self, plan: PlanDetails) -> None:
        texts, fact = self._texts, self._remaining
        until = {PlanState.GRACE: plan.grace_until, PlanState.RETENTION: plan.retention_until}.get(plan.state)
        if until is not None:
            last = texts.site_date(until)
            fact.title.setText(
                self.tr("Frozen until") if plan.state is PlanState.RETENTION else self.tr("Usable until")
            )
            fact.value.setText(texts.long_date(last))
            fact.note.setText(self.tr("%n day(s) left", "", (last - texts.site_date(plan.at)).days))
            return
        fact.title.setText(self.tr("Remaining"))
        fact.value.setText(texts.days(plan.remaining_days or 0))
        renewals = len(plan.terms) - 1
        if renewals:
            fact.note.setText(self.tr("%n renewal(s) included", "", renewals))
        else:
            fact.note.setText(self.tr("of %n day(s)", "", plan.terms[0].days))

    def _word_auto_renewal(self, plan: PlanDetails) -> None:
        status = plan.auto_renewal
        if status is None:
            return
        self._auto_link.setEnabled(plan.can_renew)
        self._auto_link.setText(self.tr("On", "of auto-renewal") if status.is_on else self.tr("Off", "of auto-renewal"))
        self._auto_link.setAccessibleName(f"{self._auto.title.text()} {self._auto_link.text()}")
        self._auto_link.updateGeometry()
        self._auto.setToolTip("")
        if status.next_at is None:
            self._auto.note.setText(self.tr("can be turned on") if not status.is_on else self.tr("no attempt ahead"))
            return
        day = self._texts.iso_date(self._texts.site_date(status.next_at))
        amount = self._texts.money(status.next_amount) if status.next_amount is not None else "–"
        self._auto.note.setText(self.tr("next {date} · {amount}").format(date=day, amount=amount))
        self._auto.setToolTip(self._texts.zoned(status.next_at))

    def _word_order(self, order: OrderSummary) -> None:
        self._number.setText(order.number)
        self._number.setAccessibleName(self.tr("Last order {number}").format(number=order.number))
        self._number.updateGeometry()
        self._order.note.setText(f"{self._order_words.status(order.status)} · {self._texts.money(order.total)}")

    def _state_text(self, state: PlanState) -> str:
        return {
            PlanState.BASIC: self.tr("Active"),
            PlanState.ACTIVE: self.tr("Active"),
            PlanState.GRACE: self.tr("Grace period"),
            PlanState.RETENTION: self.tr("Retention period"),
        }[state]

    def _show_order(self) -> None:
        if self._plan is not None and self._plan.last_order is not None:
            self.order_requested.emit(self._plan.last_order.id)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drop_the_fifth()
