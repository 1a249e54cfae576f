"""What a master sees: its switch, its organization, and the check beside it, or below where there is less room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from supportplan_desktop.ui.sharing.members_card import MembersCard
from supportplan_desktop.ui.sharing.readiness import ReadinessCard
from supportplan_desktop.ui.sharing.switch_card import SwitchCard
from supportplan_desktop.ui.widgets import column, row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.sharing.seen import MasterSeen
    from supportplan_desktop.ui.texts import Texts

_BETWEEN, _GAP = 14, 16
_READINESS = 256
_STACKED_BELOW = 930
_NO_LIMIT = 16_777_215


class MasterView(QWidget):
    """Three cards, filled together."""

    def __init__(self, session: Session, texts: Texts) -> None:
        super().__init__()
        self.switch_card = SwitchCard(session, texts)
        self.members = MembersCard(session, texts)
        self.readiness = ReadinessCard(session, texts)
        self._sides = row(spacing=_GAP)
        self._sides.addWidget(self.members, 1)
        self._sides.addWidget(self.readiness)
        whole = column(self.switch_card, spacing=_BETWEEN)
        whole.addLayout(self._sides, 1)
        self.setLayout(whole)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_master(self, seen: MasterSeen) -> None:
        """Show how sharing stands; the members are asked for."""
        self.switch_card.show_status(seen.sharing)
        self.readiness.show_check(seen)
        self.members.show_master(seen)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_stacked = event.size().width() < _STACKED_BELOW
        directions, top = QBoxLayout.Direction, Qt.AlignmentFlag.AlignTop
        self._sides.setDirection(directions.TopToBottom if is_stacked else directions.LeftToRight)
        self._sides.setAlignment(self.readiness, Qt.AlignmentFlag(0) if is_stacked else top)
        self.readiness.setMinimumWidth(0 if is_stacked else _READINESS)
        self.readiness.setMaximumWidth(_NO_LIMIT if is_stacked else _READINESS)
