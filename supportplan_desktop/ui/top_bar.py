"""The slim bar above every page: who acts, with which funds, on which data, and in a demonstration at what time."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from supportplan_desktop.domain.accounts import AccountKind
from supportplan_desktop.domain.terms import add_months
from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.session import ProfileKind
from supportplan_desktop.ui.theme.icons import icon
from supportplan_desktop.ui.theme.type import Role, set_role
from supportplan_desktop.ui.widgets import Avatar, Chip, Label, Rule, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportplan_desktop.domain.payments import Funds
    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.remote import RemoteLink
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

HEIGHT = 56
_STEPS = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1)}


class TopBar(Retranslated, QFrame):
    """Reloads funds and clock by itself; another account acts through the session."""

    new_account_wanted = Signal()

    def __init__(self, session: Session, texts: Texts) -> None:
        super().__init__()
        self.setProperty("panel", "bar")
        self.setFixedHeight(HEIGHT)
        self._session, self._texts = session, texts
        self._funds: Funds | None = None
        self._now: datetime | None = None
        self._link: RemoteLink | None = None
        self._avatar = Avatar()
        self.switcher = QToolButton()
        self.switcher.setObjectName("account.switcher")
        self.switcher.setProperty("flat", True)
        self.switcher.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.switcher.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.switcher.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron stands after the name
        self.switcher.setIcon(icon("chevron_down", "muted"))
        set_role(self.switcher, Role.STRONG)
        self.menu = QMenu(self)
        self.switcher.setMenu(self.menu)
        self._kind = Label(Role.SMALL, "muted")
        self._balance, self._credit = Label(Role.STRONG), Label(Role.STRONG)
        self._balance.setObjectName("funds.balance")
        self._credit.setObjectName("funds.credit")
        self._balance_word, self._credit_word = Label(Role.SMALL, "muted"), Label(Role.SMALL, "muted")
        self._rule = Rule(upright=True)
        self._rule.setFixedHeight(18)
        self._profile = Chip()
        self.clock = ClockButton(session, texts)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 0)
        layout.setSpacing(8)
        layout.addWidget(self._avatar)
        layout.addWidget(self.switcher)
        layout.addWidget(self._kind)
        layout.addStretch()
        layout.addWidget(self.clock)
        layout.addSpacing(8)
        layout.addLayout(row(self._balance_word, self._balance, 8, self._rule, 8, self._credit_word, self._credit))
        layout.addSpacing(14)
        layout.addWidget(self._profile)
        self._kind.hide()
        self._known: tuple[QWidget, ...] = (
            self._avatar,
            self.switcher,
            self._balance_word,
            self._balance,
            self._rule,
            self._credit_word,
            self._credit,
        )
        for widget in self._known:
            widget.hide()
        session.ready.connect(self._begin)
        session.changed.connect(self._consider)
        self.retranslate()

    def retranslate(self) -> None:
        self._balance_word.setText(self.tr("Balance"))
        self._credit_word.setText(self.tr("Available credit"))
        self._word_profile()
        self.switcher.setAccessibleDescription(self.tr("Acting account"))
        if self._session.is_ready:
            kind = self._session.now.account.kind
            self._kind.setText(self._kind_word(kind))
            self._kind.setVisible(kind is not AccountKind.SINGLE)
            self._fill_menu()
        self._show_funds()

    def show_link(self, link: RemoteLink | None) -> None:
        """Say whether the server answers."""
        self._link = link
        self._word_profile()

    def _word_profile(self) -> None:
        kind = self._session.profile.kind
        if kind is ProfileKind.DEMO:
            self._profile.set_state("neutral", "flag", self.tr("Offline demo"))
        elif kind is ProfileKind.LOCAL:
            self._profile.set_state("neutral", "monitor", self.tr("Local"))
        elif self._link is not None and not self._link.is_online:
            self._profile.set_state("warning", "warning", self.tr("{name} · offline").format(name=self._server()))
            self._profile.setToolTip(self.tr("The server does not answer. What is shown was last seen before."))
            return
        else:
            self._profile.set_state("success", "check_circle", self._server())
        self._profile.setToolTip(self._session.profile.folder)

    def _server(self) -> str:
        """The server's name, or the profile's until it is known."""
        return urlsplit(self._link.server).netloc if self._link and self._link.server else self._session.profile.name

    def _kind_word(self, kind: AccountKind) -> str:
        return self.tr("Master account") if kind is AccountKind.MASTER else self.tr("Member account")

    def _begin(self) -> None:
        account = self._session.now.account
        self._avatar.set_name(account.name)
        self.switcher.setText(account.name)
        self.switcher.setAccessibleName(account.name)
        for widget in self._known:
            widget.show()
        self._funds = None
        self.retranslate()
        self._reload()

    def _fill_menu(self) -> None:
        self.menu.clear()
        group = QActionGroup(self.menu)
        for account in self._session.now.accounts:
            action = QAction(account.name, self.menu, checkable=True)
            action.setChecked(account.id == self._session.now.account.id)
            action.triggered.connect(lambda _checked, chosen=account.id: self._session.act_as(chosen))
            group.addAction(action)
            self.menu.addAction(action)
        self.menu.addSeparator()
        new = self.menu.addAction(icon("plus"), self.tr("New account…"))
        new.triggered.connect(self.new_account_wanted)

    def _consider(self, change: Change, _initiator: object) -> None:
        if change & Change.FUNDS and self._session.is_ready:
            self._reload()

    def _reload(self) -> None:
        self._session.query(self, lambda services: services.accounts.funds(), self._take_funds, lambda _error: None)

    def _take_funds(self, funds: Funds) -> None:
        self._funds = funds
        self._show_funds()

    def _show_funds(self) -> None:
        if self._funds is None:
            return
        self._balance.setText(self._texts.money(self._funds.balance))
        self._credit.setText(self._texts.money(self._funds.available_credit))


class ClockButton(Retranslated, QToolButton):
    """A demonstration's clock, which stands still: shown and set here. Not there where the clock runs."""

    def __init__(self, session: Session, texts: Texts) -> None:
        super().__init__()
        self._session, self._texts = session, texts
        self._now: datetime | None = None
        self.setObjectName("clock")
        self.setProperty("flat", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(icon("clock", "muted"))
        set_role(self, Role.SMALL)
        self._menu = QMenu(self)
        self._steps = {name: self._menu.addAction("") for name in ("minute", "hour", "day", "month")}
        self._menu.addSeparator()
        self._set = self._menu.addAction("")
        for name, action in self._steps.items():
            action.setObjectName(f"clock.{name}")
            action.triggered.connect(lambda _checked=False, step=name: self._move(step))
        self._set.triggered.connect(self._ask)
        self.setMenu(self._menu)
        self.hide()
        if session.profile.clock_is_movable:
            session.ready.connect(self._reload)
            session.changed.connect(lambda change, _initiator: self._reload() if change & Change.CLOCK else None)
        self.retranslate()

    def retranslate(self) -> None:
        self._steps["minute"].setText(self.tr("1 minute later"))
        self._steps["hour"].setText(self.tr("1 hour later"))
        self._steps["day"].setText(self.tr("1 day later"))
        self._steps["month"].setText(self.tr("1 month later"))
        self._set.setText(self.tr("Set…"))
        self.setToolTip(self.tr("The demonstration's clock stands still until you move it."))
        if self._now is not None:
            self._show(self._now)

    def _reload(self) -> None:
        self._session.query(self, lambda services: services.clock.now(), self._show, lambda _error: None)

    def _show(self, now: datetime) -> None:
        self._now = now
        text = self._texts.minute(now)
        self.setText(f"{text} ▾")
        self.setAccessibleName(self.tr("Demonstration clock {time}").format(time=text))
        self.show()

    def _move(self, step: str) -> None:
        zone = self._texts.zone

        def moved(now: datetime) -> datetime:
            if step == "month":
                local = now.astimezone(zone)
                later = add_months(local.date(), 1)
                return local.replace(year=later.year, month=later.month, day=later.day)
            return now + _STEPS[step]

        self._command(lambda services: services.clock.set(moved(services.clock.now())))

    def _ask(self) -> None:
        if self._now is None:
            return
        dialog = ClockDialog(self._now, self._texts, self)
        dialog.chosen.connect(lambda at: self._command(lambda services: services.clock.set(at)))
        dialog.open()

    def _command(self, call: Callable[[Services], None]) -> None:
        def act(services: Services) -> None:
            call(services)
            services.orders.advance()

        self._session.command(self, act, changes=Change.EVERYTHING)


class ClockDialog(Retranslated, QDialog):
    """Sets a demonstration's clock to a date and time of the site."""

    chosen = Signal(object)
    """(instant): to be set."""

    def __init__(self, now: datetime, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._zone = texts.zone
        local = now.astimezone(self._zone)
        self._label = Label(tone="text2", wraps=True)
        self._field = QDateTimeEdit(
            QDateTime(local.year, local.month, local.day, local.hour, local.minute, local.second)
        )
        self._field.setDisplayFormat("yyyy-MM-dd HH:mm:ss")
        self._field.setCalendarPopup(True)
        self._field.setObjectName("clock.field")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.accepted.connect(self._choose)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self._label)
        layout.addWidget(self._field)
        layout.addWidget(self._buttons)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Set the demonstration clock"))
        self._label.setText(self.tr("Date and time at the site:"))
        self._field.setAccessibleName(self._label.text())

    def _choose(self) -> None:
        wanted = self._field.dateTime().toPython()
        assert isinstance(wanted, datetime)
        self.chosen.emit(wanted.replace(tzinfo=self._zone))
        self.accept()
