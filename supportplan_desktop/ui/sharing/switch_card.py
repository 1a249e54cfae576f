"""The one switch of a master's plan, with its rules in plain words (DOMAIN 11.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal

from supportplan_desktop.domain.accounts import Permission
from supportplan_desktop.domain.errors import PlanExpired, PlanNotPaid
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.order_words import plan_name
from supportplan_desktop.ui.permissions import allow_only
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Button, Card, Chip, Label, column, row
from supportplan_desktop.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from supportplan_desktop.services.interfaces import SharingStatus
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts


class SwitchCard(Retranslated, Card):
    """Shows the state; whoever presses the switch is asked first by the page."""

    sharing_wanted = Signal(bool)
    """(is_on): the user wants the plan shared, or not any more."""
    plan_requested = Signal()
    """Plan Details shall be shown: there the obstacle is removed."""

    def __init__(self, session: Session, texts: Texts) -> None:
        super().__init__()
        self._session, self._texts = session, texts
        self._status: SharingStatus | None = None
        self.setObjectName("sharing.card")
        self.body.setContentsMargins(22, 14, 22, 14)
        self._title = Label(Role.TITLE)
        self._state = Chip()
        self._state.setObjectName("sharing.state")
        self._since = Label(Role.SMALL, "muted")
        self._sentence = Label(tone="text2", wraps=True)
        self._sentence.setObjectName("sharing.sentence")
        self._rule = Label(Role.SMALL, "muted", wraps=True)
        self._word = Label(Role.MEDIUM)
        self._word.setObjectName("sharing.word")
        self.switch = Switch()
        self.switch.setObjectName("sharing.switch")
        self.switch.wanted.connect(self.sharing_wanted)
        self._remedy = Button("secondary", "arrow_right", icon_after=True)
        self._remedy.setObjectName("sharing.remedy")
        self._remedy.clicked.connect(self.plan_requested)
        words = column(
            row(self._title, self._state, self._since, None, spacing=10), self._sentence, self._rule, spacing=3
        )
        whole = row(words, self._remedy, self._word, self.switch, spacing=12)
        whole.setStretch(0, 1)
        self.body.addLayout(whole)
        allow_only(session, Permission.ORGANIZATION, self.switch)
        self.retranslate()

    def show_status(self, status: SharingStatus) -> None:
        """Show how the switch stands."""
        self._status = status
        self.switch.set_on(is_on=status.is_on)
        self.switch.setEnabled(status.is_on or status.obstacle is None)
        self.retranslate()

    def retranslate(self) -> None:
        """Word the state and the rules."""
        self._title.setText(self.tr("Support Plan Sharing"))
        self.switch.setAccessibleName(self._title.text())
        self._remedy.setText(self.tr("Plan Details"))
        self._rule.setText(
            self.tr("Members under independent accounting are never shared with. The switch ends with the plan.")
        )
        status = self._status
        if status is None:
            return
        is_blocked = status.obstacle is not None and not status.is_on
        if status.is_on:
            self._state.set_state("success", "check_circle", self.tr("On"))
        elif is_blocked:
            self._state.set_state("warning", "warning", self.tr("Off"))
        else:
            self._state.set_state("neutral", "pause", self.tr("Off"))
        since = status.since if status.is_on else None
        self._since.setVisible(since is not None)
        if since is not None:
            self._since.setText(self.tr("since {time}").format(time=self._texts.minute(since)))
            self._since.setToolTip(self._texts.local_time(since))
        self._word.setText(self.tr("Shared") if status.is_on else self.tr("Not shared"))
        self._word.setVisible(not is_blocked)
        self._remedy.setVisible(is_blocked)
        self._sentence.setText(self._words(status))
        self.switch.setToolTip(self._why_not(status))
        self.switch.setAccessibleDescription(f"{self._word.text()}. {self._sentence.text()}")

    def _words(self, status: SharingStatus) -> str:
        plan = plan_name(self._session.catalogue, status.tier, QLocale().name())
        if not status.is_on and status.obstacle is not None:
            return self._why_not(status)
        if status.is_on and status.members:
            words = self.tr(
                "{plan} is shared with %n unified accounting member(s), all together or not at all. "
                "Accounts that join later follow it.",
                "",
                status.members,
            )
        elif status.is_on:
            words = self.tr("{plan} is shared with every unified accounting member that joins; there is none yet.")
        elif status.members:
            words = self.tr(
                "{plan} can be shared with %n unified accounting member(s), all together or not at all. "
                "Accounts that join later follow it.",
                "",
                status.members,
            )
        else:
            words = self.tr("{plan} can be shared with unified accounting members; there is none yet.")
        return words.format(plan=plan)

    def _why_not(self, status: SharingStatus) -> str:
        plan = plan_name(self._session.catalogue, status.tier, QLocale().name())
        if status.is_on or status.obstacle is None:
            return ""
        return {
            PlanNotPaid.code: self.tr("This account is on {plan}: buy a paid plan first, then it can be shared."),
            PlanExpired.code: self.tr("{plan} has ended and is frozen: renew it first, then it can be shared."),
        }.get(status.obstacle, self.tr("{plan} cannot be shared at present.")).format(plan=plan)
