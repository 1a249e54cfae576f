"""The banners over a plan: the order that is open, and what happens when at the end of the validity period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supportplan_desktop.domain.subscriptions import PlanState
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.open_order import OpenOrderBanner
from supportplan_desktop.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from datetime import datetime

    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.services.interfaces import PlanDetails
    from supportplan_desktop.ui.texts import Texts

EXPIRES_SOON_DAYS = 7
"""From so many remaining days on the end is announced above the plan (the third reminder of DOMAIN 7)."""


def expires_soon(plan: PlanDetails) -> bool:
    """Whether the last days of an active plan have begun."""
    days = plan.remaining_days
    return plan.state is PlanState.ACTIVE and days is not None and days <= EXPIRES_SOON_DAYS


class PlanNotices(Retranslated, QWidget):
    """Two banners, each there only when it has something to say: the open order first, then the plan's end."""

    pay_requested = Signal(object)
    """(order id): the open order shall be paid."""
    cancel_requested = Signal(object)
    """(order id): the open order shall be canceled."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._plan: PlanDetails | None = None
        self._catalogue: ServiceCatalogue | None = None
        self._order = OpenOrderBanner("details.open_order", texts)
        self._order.pay_requested.connect(self.pay_requested)
        self._order.cancel_requested.connect(self.cancel_requested)
        self._end = Banner("warning")
        self._end.setObjectName("details.end")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self._order)
        layout.addWidget(self._end)
        self.hide()
        self.retranslate()

    @property
    def has_news(self) -> bool:
        """Whether there is anything to say of the plan."""
        return not (self._order.isHidden() and self._end.isHidden())

    def show_plan(self, plan: PlanDetails, catalogue: ServiceCatalogue) -> None:
        """Say what there is to say of that plan."""
        self._plan, self._catalogue = plan, catalogue
        self._order.show_order(plan.open_order, catalogue)
        ends = expires_soon(plan) or plan.state in (PlanState.GRACE, PlanState.RETENTION)
        self._end.setVisible(ends)
        self._end.set_tone("danger" if plan.state is PlanState.RETENTION else "warning")
        self.retranslate()

    def retranslate(self) -> None:
        """Word the plan's end; the open order words itself."""
        if self._plan is None:
            return
        if self._plan.valid_until and self._plan.grace_until and self._plan.retention_until:
            self._end.set_texts(
                *self._of_end(self._plan.valid_until, self._plan.grace_until, self._plan.retention_until)
            )

    def _name(self, tier: str) -> str:
        assert self._catalogue is not None
        return self._catalogue.tier(tier).name.within(QLocale().name())

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
        return (
            self.tr("{plan} ends on {date} at {time}.").format(
                plan=plan, date=texts.long_date(last), time=texts.time(ends)
            ),
            self.tr(
                "After that: {grace} of grace, still usable, until {usable}; then frozen for {retention}; then {free}."
            ).format(
                grace=texts.days((usable - last).days),
                usable=texts.short_date(usable),
                retention=texts.days((frozen - usable).days),
                free=free,
            ),
        )
