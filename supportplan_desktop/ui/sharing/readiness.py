"""The check before sharing: what is ready, who is in the way of its own joining, who is never shared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from supportplan_desktop.domain.accounts import Permission
from supportplan_desktop.domain.subscriptions import PlanState
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.order_words import plan_name
from supportplan_desktop.ui.permissions import allow_only
from supportplan_desktop.ui.sharing.words import OrganizationWords
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Button, Card, Chip, Icon, Label, Rule, column, row, set_state

if TYPE_CHECKING:
    from supportplan_desktop.services.interfaces import ReadinessRow
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.sharing.seen import MasterSeen
    from supportplan_desktop.ui.texts import Texts

_SIGN = 18
_MOST_SHOWN = 5
_MOST_NAMED = 3


class ReadinessCard(Retranslated, Card):
    """Green when nobody is in the way; each one that is stands here with what it has to do, in order."""

    reminder_wanted = Signal(object)
    """(association): that invitee shall be told once more."""
    check_wanted = Signal()
    """All of it shall be checked again."""

    def __init__(self, session: Session, texts: Texts) -> None:
        super().__init__()
        self._session, self._texts = session, texts
        self._words = OrganizationWords(self)
        self._seen: MasterSeen | None = None
        self.setObjectName("sharing.readiness")
        self.body.setContentsMargins(20, 14, 20, 16)
        self._title = Label(Role.H3)
        self._state = Chip()
        self._state.setObjectName("sharing.readiness.state")
        self._subtitle = Label(Role.SMALL, "muted", wraps=True)
        self._rows = QWidget()
        self._again = Button("ghost", "refresh", compact=True)
        self._again.setObjectName("sharing.readiness.again")
        set_state(self._again, "flush", value=True)
        self._again.clicked.connect(self.check_wanted)
        self.body.addLayout(row(self._title, None, self._state))
        self.body.addWidget(self._subtitle)
        self.body.addWidget(Rule())
        self.body.addWidget(self._rows)
        self.body.addLayout(row(self._again, None))
        self.retranslate()

    def show_check(self, seen: MasterSeen) -> None:
        """Show what the check has found."""
        self._seen = seen
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything, and build the rows anew: there are few."""
        self._title.setText(self.tr("Readiness check"))
        self._subtitle.setText(self.tr("Who gets the plan, and who cannot yet"))
        self._again.setText(self.tr("Check again"))
        seen = self._seen
        if seen is None:
            return
        issues = len(seen.readiness.in_way) + (seen.sharing.obstacle is not None)
        if issues:
            self._state.set_state("warning", "warning", self.tr("%n issue(s)", "", issues))
        else:
            self._state.set_state("success", "check_circle", self.tr("Ready"))
        self.setAccessibleName(f"{self._title.text()}: {self._state.text}")
        rows = QWidget()
        rows.setLayout(column(*self._lines(seen), spacing=12))
        self.body.replaceWidget(self._rows, rows)
        self._rows.hide()
        rows.show()
        self._rows.deleteLater()
        self._rows = rows

    def _lines(self, seen: MasterSeen) -> list[QWidget]:
        lines = [self._own_plan(seen)]
        if seen.view.unified:
            lines.append(self._members(seen))
        if able := seen.readiness.ready - seen.view.unified:
            title = self.tr("%n invited account(s) can accept", "", able)
            lines.append(_line("info", "clock", title, self.tr("Nothing is in the way; the answer is awaited.")))
        in_way = seen.readiness.in_way
        lines += [self._in_way(each) for each in in_way[:_MOST_SHOWN]]
        if (rest := len(in_way) - _MOST_SHOWN) > 0:
            title = self.tr("%n more invited account(s) cannot accept yet", "", rest)
            lines.append(_line("warning", "warning", title, self.tr("Look for “Invited” in the list.")))
        if seen.readiness.independent:
            lines.append(self._independent(seen))
        return lines

    def _own_plan(self, seen: MasterSeen) -> QWidget:
        plan = plan_name(self._session.catalogue, seen.sharing.tier, QLocale().name())
        until = seen.plan.valid_until
        day = self._texts.long_date(self._texts.site_date(until)) if until else ""
        if seen.sharing.obstacle is None:
            title = (
                self.tr("Your own plan is paid and active")
                if seen.sharing.state is PlanState.ACTIVE
                else self.tr("Your own plan is in its grace period")
            )
            return _line("success", "check_circle", title, self.tr("{plan} until {date}").format(plan=plan, date=day))
        if until is None:
            return _line(
                "warning",
                "warning",
                self.tr("Your own plan is not a paid one"),
                self.tr("Buy one in Plan Details to have something to share."),
            )
        return _line(
            "warning",
            "warning",
            self.tr("Your own plan has ended"),
            self.tr("{plan} ended on {date}; renew it in Plan Details.").format(plan=plan, date=day),
        )

    def _members(self, seen: MasterSeen) -> QWidget:
        count, plan = seen.view.unified, plan_name(self._session.catalogue, seen.sharing.tier, QLocale().name())
        if seen.sharing.is_on:
            title = self.tr("{plan} for %n unified member(s)", "", count).format(plan=plan)
        elif seen.sharing.obstacle is None:
            title = self.tr("{plan} can be shared with %n unified member(s)", "", count).format(plan=plan)
        else:
            title = self.tr("%n unified member(s) without a plan", "", count)
            return _line("muted", "info", title, self.tr("until there is one to share"))
        return _line("success", "check_circle", title, self.tr("none of them owns a paid plan"))

    def _in_way(self, each: ReadinessRow) -> QWidget:
        association = each.association
        steps = [
            self._words.in_way(association.account_name, step, self._session.catalogue, self._texts)
            for step in each.todo
        ]
        texts = [text for _title, text in steps]
        if len(texts) > 1:
            texts = [f"{number}. {text}" for number, text in enumerate(texts, 1)]
        remind = Button("secondary", compact=True, text=self.tr("Send Reminder"))
        remind.setObjectName("sharing.readiness.remind")
        remind.setAccessibleDescription(association.account_name)
        remind.clicked.connect(lambda: self.reminder_wanted.emit(association))
        allow_only(self._session, Permission.ORGANIZATION, remind)
        return _line("warning", "warning", steps[0][0], "\n".join(texts), remind)

    def _independent(self, seen: MasterSeen) -> QWidget:
        count = seen.readiness.independent
        names = [row.association.account_name for row in seen.apart.members[:_MOST_NAMED]]
        if count == 1 and names:
            title = self.tr("{account} is under independent accounting").format(account=names[0])
            return _line("muted", "info", title, self.tr("Never shared; it buys its own plan."))
        title = self.tr("%n account(s) under independent accounting", "", count)
        listed = self.tr(", ", "between the names of accounts").join(names)
        if count > len(names):
            listed = self.tr("{accounts} and others").format(accounts=listed)
        told = self.tr("{accounts}: never shared; they buy their own plans.").format(accounts=listed)
        return _line("muted", "info", title, told)


def _line(tone: str, icon_name: str, title: str, text: str, action: QWidget | None = None) -> QWidget:
    """A sign, what is so, and what follows from it."""
    made = QWidget()
    words = column(Label(Role.SMALLSTRONG, text=title, wraps=True), Label(Role.SMALL, "text2", text=text, wraps=True))
    words.setSpacing(2)
    if action is not None:
        words.addSpacing(4)
        words.addLayout(row(action, None))
    whole = row(spacing=10)
    whole.addWidget(Icon(icon_name, tone, _SIGN), 0, Qt.AlignmentFlag.AlignTop)
    whole.addLayout(words, 1)
    made.setLayout(whole)
    made.setAccessibleName(f"{title}. {text}")
    return made
