"""What can be done with a paid plan: Renew, sharing, and under More the rest; what cannot be done says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from supportplan_desktop.domain.organization import PlanSource
from supportplan_desktop.domain.subscriptions import PlanState
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.widgets.plain import Button, row

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QAction

    from supportplan_desktop.services.interfaces import PlanDetails, SharingStatus
    from supportplan_desktop.ui.texts import Texts


class PlanActions(Retranslated, QWidget):
    """There only while the account has a paid plan; of one that is shared with it nothing can be done here."""

    renew_requested = Signal()
    change_requested = Signal()
    unsubscribe_requested = Signal()
    auto_renewal_requested = Signal()
    sharing_wanted = Signal(bool)
    """(is_on): the plan shall be shared, or not any more."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._plan: PlanDetails | None = None
        self._sharing_status: SharingStatus | None = None
        self._renew = Button("primary")
        self._renew.setObjectName("details.renew")
        self._renew.clicked.connect(self.renew_requested)
        self._sharing = Button("secondary")
        self._sharing.setObjectName("details.sharing")
        self._sharing.clicked.connect(self._ask_to_share)
        self._more = Button("secondary", "chevron_down", icon_after=True)
        self._more.setObjectName("details.more")
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._change = self._action("details.more.change", self.change_requested)
        self._auto = self._action("details.more.auto_renewal", self.auto_renewal_requested)
        self._menu.addSeparator()
        self._unsubscribe = self._action("details.more.unsubscribe", self.unsubscribe_requested)
        self._more.setMenu(self._menu)
        self.setLayout(row(self._renew, self._sharing, self._more))
        self.hide()
        self.retranslate()

    def show_plan(self, plan: PlanDetails, sharing: SharingStatus | None) -> None:
        """Offer what that plan allows; `sharing` is a master's own switch."""
        self._plan, self._sharing_status = plan, sharing
        self.setVisible(plan.current is not None)
        self._sharing.setVisible(sharing is not None and plan.source is PlanSource.OWN)
        self._sharing.setEnabled(sharing is not None and (sharing.is_on or sharing.obstacle is None))
        is_free = plan.open_order is None
        self._renew.setEnabled(plan.can_renew and is_free)
        self._change.setEnabled(plan.can_change and is_free)
        self._auto.setEnabled(plan.can_renew)
        self._unsubscribe.setEnabled(plan.can_unsubscribe and is_free)
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything anew, and why something cannot be done."""
        self._renew.setText(self.tr("Renew"))
        is_shared = self._sharing_status is not None and self._sharing_status.is_on
        self._sharing.setText(self.tr("Disable Sharing") if is_shared else self.tr("Enable Sharing"))
        self._more.setText(self.tr("More"))
        self._change.setText(self.tr("Change"))
        self._auto.setText(self.tr("Auto-renewal…"))
        self._unsubscribe.setText(self.tr("Unsubscribe"))
        if self._plan is None:
            return
        order, role = self._why_not_now(self._plan), self._why_never(self._plan)
        self._tell(self._renew, role or order)
        self._tell(self._auto, role)
        self._tell(self._sharing, self.tr("A plan that is frozen cannot be shared: renew it first."))
        for action in (self._change, self._unsubscribe):
            managed = self._plan.source is PlanSource.SHARED
            self._tell(action, (role if managed else self._why_ended(self._plan)) or role or order)

    def _why_not_now(self, plan: PlanDetails) -> str:
        if plan.open_order is None:
            return ""
        return self.tr("Order {number} is open: pay or cancel it first.").format(number=plan.open_order.number)

    def _ask_to_share(self) -> None:
        if self._sharing_status is not None:
            self.sharing_wanted.emit(not self._sharing_status.is_on)

    def _why_never(self, plan: PlanDetails) -> str:
        if plan.source is PlanSource.SHARED:
            return self.tr("{master} buys for this account.").format(master=plan.shared_by or "")
        return "" if plan.can_renew else self.tr("Your role in this account does not allow this.")

    def _why_ended(self, plan: PlanDetails) -> str:
        if plan.valid_until is None or plan.state not in (PlanState.GRACE, PlanState.RETENTION):
            return ""
        day = self._texts.long_date(self._texts.site_date(plan.valid_until))
        return self.tr("The plan ended on {date} and can only be renewed.").format(date=day)

    def _tell(self, what: Button | QAction, why: str) -> None:
        what.setToolTip("" if what.isEnabled() else why)

    def _action(self, name: str, asked: SignalInstance) -> QAction:
        action = self._menu.addAction("")
        action.setObjectName(name)
        action.triggered.connect(asked)
        return action
