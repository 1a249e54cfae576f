"""What a plan has to do with sharing: with how many accounts it is shared, or who shares it (DOMAIN 11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from supportplan_desktop.domain.organization import PlanSource
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.plan_facts import Fact, Link
from supportplan_desktop.ui.theme.type import Role

if TYPE_CHECKING:
    from supportplan_desktop.services.interfaces import OrganizationView, PlanDetails

_WIDEST = 240


class SharingFact(Retranslated, Fact):
    """There for masters, and for members a plan is shared with; leads to where sharing is arranged."""

    sharing_requested = Signal()
    """Organization and Sharing shall be shown."""

    def __init__(self) -> None:
        self._link = Link(Role.H3)
        super().__init__(self._link)
        self._plan: PlanDetails | None = None
        self._view: OrganizationView | None = None
        self._link.setObjectName("details.shared")
        self._link.clicked.connect(self.sharing_requested)
        self.retranslate()

    def show_plan(self, plan: PlanDetails, view: OrganizationView | None) -> None:
        """Say it of that plan, as far as it is known where the account stands."""
        self._plan, self._view = plan, view
        self.retranslate()

    @property
    def is_meant(self) -> bool:
        """Whether there is anything to say."""
        if self._plan is None or self._plan.current is None:
            return False
        is_master = self._view is not None and self._view.sharing is not None
        return self._plan.source is PlanSource.SHARED or is_master or self._plan.shared_with > 0

    def retranslate(self) -> None:
        """Word everything anew."""
        self.title.setText(self.tr("Sharing"))
        if self._plan is None or not self.is_meant:
            return
        value, note = self._words(self._plan)
        shown = self._link.fontMetrics().elidedText(value, Qt.TextElideMode.ElideRight, _WIDEST)
        self._link.setText(shown)
        self._link.setToolTip(value if shown != value else "")
        self._link.setAccessibleName(f"{self.title.text()}: {value}")
        self._link.updateGeometry()
        self.note.setText(note)

    def _words(self, plan: PlanDetails) -> tuple[str, str]:
        if plan.source is PlanSource.SHARED:
            shared = self.tr("Shared by {master} (master)").format(master=plan.shared_by or "")
            return shared, self.tr("it buys for this account")
        if plan.shared_with:
            return self.tr("Shared with %n account(s)", "", plan.shared_with), self.tr("all unified members")
        sharing = self._view.sharing if self._view is not None else None
        if sharing is not None and sharing.is_on:
            return self.tr("On", "of sharing"), self.tr("no unified member yet")
        members = sharing.members if sharing is not None else 0
        return self.tr("Off", "of sharing"), self.tr("%n unified member(s)", "", members)
