"""The banners over a plan: the open order, a refund on its way, and what happens when at the plan's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supportplan_desktop.domain.subscriptions import PlanState
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.open_order import OpenOrderBanner
from supportplan_desktop.ui.order_words import OrderWords, plan_name
from supportplan_desktop.ui.widgets.banner import Banner
from supportplan_desktop.ui.widgets.plain import Button

if TYPE_CHECKING:
    from datetime import datetime

    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.services.interfaces import OrderSummary, PlanDetails
    from supportplan_desktop.ui.texts import Texts

EXPIRES_SOON_DAYS = 7
"""From so many remaining days on the end is announced above the plan (the third reminder of DOMAIN 7)."""


def expires_soon(plan: PlanDetails) -> bool:
    """Whether the last days of an active plan have begun."""
    days = plan.remaining_days
    return plan.state is PlanState.ACTIVE and days is not None and days <= EXPIRES_SOON_DAYS


class PlanNotices(Retranslated, QWidget):
    """Three banners, each there only when it has something to say: open order, refund, the plan's end."""

    pay_requested = Signal(object)
    """(order id): the open order shall be paid."""
    cancel_requested = Signal(object)
    """(order id): the open order shall be canceled."""

    order_requested = Signal(object)
    """(order id): the progress of that refund shall be shown."""
    renew_requested = Signal()
    auto_renewal_requested = Signal()
    """Auto-renewal shall be turned on."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._words = OrderWords(self)
        self._coming: OrderSummary | None = None
        self._plan: PlanDetails | None = None
        self._catalogue: ServiceCatalogue | None = None
        self._order = OpenOrderBanner("details.open_order", texts)
        self._order.pay_requested.connect(self.pay_requested)
        self._order.cancel_requested.connect(self.cancel_requested)
        self._refund = Banner("info", "hourglass")
        self._refund.setObjectName("details.refund")
        self._progress = self._action(self._refund, "details.refund.progress")
        self._progress.clicked.connect(self._show_refund)
        self._end = Banner("warning")
        self._end.setObjectName("details.end")
        self._turn_on = self._action(self._end, "details.end.auto_renewal")
        self._turn_on.clicked.connect(self.auto_renewal_requested)
        self._renew = self._action(self._end, "details.end.renew")
        self._renew.clicked.connect(self.renew_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        for banner in (self._order, self._refund, self._end):
            layout.addWidget(banner)
        self.hide()
        self.retranslate()

    @property
    def has_news(self) -> bool:
        """Whether there is anything to say of the plan."""
        return not all(banner.isHidden() for banner in (self._order, self._refund, self._end))

    def show_plan(self, plan: PlanDetails, catalogue: ServiceCatalogue, refund: OrderSummary | None) -> None:
        """Say what there is to say of that plan, and of the newest refund on its way."""
        self._plan, self._catalogue, self._coming = plan, catalogue, refund
        self._refund.setVisible(refund is not None)
        self._order.show_order(plan.open_order, catalogue)
        ends = expires_soon(plan) or plan.state in (PlanState.GRACE, PlanState.RETENTION)
        self._end.setVisible(ends)
        may_renew = plan.can_renew and plan.open_order is None
        self._renew.setVisible(may_renew)
        self._turn_on.setVisible(may_renew and expires_soon(plan) and not _renews_itself(plan))
        self._end.set_tone("danger" if plan.state is PlanState.RETENTION else "warning")
        self.retranslate()

    def retranslate(self) -> None:
        """Word the refund and the plan's end; the open order words itself."""
        self._progress.setText(self.tr("View refund progress"))
        self._renew.setText(self.tr("Renew"))
        self._turn_on.setText(self.tr("Turn on auto-renewal"))
        if self._plan is None:
            return
        if self._coming is not None:
            self._refund.set_texts(*self._of_refund(self._coming))
        if self._plan.valid_until and self._plan.grace_until and self._plan.retention_until:
            self._end.set_texts(
                *self._of_end(self._plan.valid_until, self._plan.grace_until, self._plan.retention_until)
            )

    def _name(self, tier: str) -> str:
        assert self._catalogue is not None
        return self._catalogue.tier(tier).name.within(QLocale().name())

    def _of_refund(self, order: OrderSummary) -> tuple[str, str]:
        assert self._catalogue is not None
        what = self._words.kind_of(order.kind, plan_name(self._catalogue, order.tier, QLocale().name()))
        due = self._texts.iso_date(self._texts.site_date(order.pay_before))
        return (
            self.tr("A refund of {amount} is on its way.").format(amount=self._texts.money(-order.total)),
            self.tr("{what}, order {number}: {status}, expected by {day}.").format(
                what=what, number=order.number, status=self._words.status(order.status), day=due
            ),
        )

    def _show_refund(self) -> None:
        if self._coming is not None:
            self.order_requested.emit(self._coming.id)

    def _action(self, banner: Banner, name: str) -> Button:
        button = Button("secondary")
        button.setObjectName(name)
        banner.add_action(button)
        return button

    def _of_end(self, ends: datetime, grace: datetime, retention: datetime) -> tuple[str, str]:
        texts = self._texts
        assert self._plan is not None
        assert self._catalogue is not None
        last, usable, frozen = (texts.site_date(at) for at in (ends, grace, retention))
        today = texts.site_date(self._plan.at)
        plan, free = self._name(self._plan.tier), self._catalogue.free_tier.name.within(QLocale().name())
        if self._plan.state is PlanState.GRACE:
            return (
                self.tr("Grace period: %n day(s) left, still usable.", "", (usable - today).days),
                self.tr("{plan} ended on {end}. After {usable} it is frozen for {retention}; then {free}.").format(
                    plan=plan,
                    end=texts.long_date(last),
                    usable=texts.long_date(usable),
                    retention=texts.days((frozen - usable).days),
                    free=free,
                ),
            )
        if self._plan.state is PlanState.RETENTION:
            return (
                self.tr("Retention period: {plan} is frozen, %n day(s) left.", "", (frozen - today).days).format(
                    plan=plan
                ),
                self.tr("{plan} ended on {end}. After {frozen} the account is on {free}.").format(
                    plan=plan, end=texts.long_date(last), frozen=texts.long_date(frozen), free=free
                ),
            )
        ending = (
            self.tr("{plan} ends on {date} at {time}. Auto-renewal is on.")
            if _renews_itself(self._plan)
            else self.tr("{plan} ends on {date} at {time}. Auto-renewal is off.")
        )
        return (
            ending.format(plan=plan, date=texts.long_date(last), time=texts.time(ends)),
            self.tr(
                "After that: {grace} of grace, still usable, until {usable}; then frozen for {retention}; then {free}."
            ).format(
                grace=texts.days((usable - last).days),
                usable=texts.short_date(usable),
                retention=texts.days((frozen - usable).days),
                free=free,
            ),
        )


def _renews_itself(plan: PlanDetails) -> bool:
    return plan.auto_renewal is not None and plan.auto_renewal.is_on
