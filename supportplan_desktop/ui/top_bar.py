"""The slim bar above every page: who acts, with which funds, on which data, and in a demonstration at what time."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from supportplan_desktop.domain.accounts import AccountKind
from supportplan_desktop.domain.accounts import Role as Person
from supportplan_desktop.domain.errors import SignInRequired
from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.demonstration_clock import ClockButton
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.permissions import RoleWords
from supportplan_desktop.ui.session import ProfileKind
from supportplan_desktop.ui.theme.icons import icon
from supportplan_desktop.ui.theme.type import Role, set_role
from supportplan_desktop.ui.widgets import Avatar, Chip, Label, Rule, row

if TYPE_CHECKING:
    from supportplan_desktop.domain.accounts import Account
    from supportplan_desktop.domain.payments import Funds
    from supportplan_desktop.ui.remote import RemoteLink
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

HEIGHT = 56
_MOST_OFFERED = 20


class TopBar(Retranslated, QFrame):
    """Reloads funds and clock by itself; another account acts through the session."""

    new_account_wanted = Signal()

    def __init__(self, session: Session, texts: Texts) -> None:
        super().__init__()
        self.setProperty("panel", "bar")
        self.setFixedHeight(HEIGHT)
        self._session, self._texts = session, texts
        self._funds: Funds | None = None
        self._account: Account | None = None
        self._accounts: tuple[Account, ...] = ()
        self._roles = RoleWords(self)
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
        self._kind.setObjectName("account.kind")
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
        self._of_funds: tuple[QWidget, ...] = (
            self._balance_word,
            self._balance,
            self._rule,
            self._credit_word,
            self._credit,
        )
        self._known: tuple[QWidget, ...] = (self._avatar, self.switcher, *self._of_funds)
        for widget in self._known:
            widget.hide()
        session.ready.connect(self._begin)
        session.left.connect(self._empty)
        session.changed.connect(self._consider)
        self.retranslate()

    def retranslate(self) -> None:
        self._balance_word.setText(self.tr("Balance"))
        self._credit_word.setText(self.tr("Available credit"))
        self._word_profile()
        self.switcher.setAccessibleDescription(self.tr("Acting account"))
        self._show_account()
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
        elif self._link is not None and isinstance(self._link.trouble, SignInRequired):
            self._profile.set_state("warning", "lock", self.tr("{name} · signed out").format(name=self._server()))
            self._profile.setToolTip(self.tr("The session has ended. What is shown was last seen before."))
            return
        elif self._link is not None and not self._link.is_online:
            self._profile.set_state("warning", "warning", self.tr("{name} · offline").format(name=self._server()))
            self._profile.setToolTip(self.tr("The server does not answer. What is shown was last seen before."))
            return
        elif self._session.is_ready:
            self._profile.set_state("success", "check_circle", self._server())
        else:
            self._profile.set_state("neutral", "monitor", self.tr("Not connected"))
        self._profile.setToolTip(self._session.profile.folder)

    def _server(self) -> str:
        """The server's name, or the profile's until it is known."""
        known = self._link.standing.server if self._link else ""
        return urlsplit(known).netloc if known else self._session.profile.name

    def _show_account(self) -> None:
        """Say what the account is, and in which role it is acted for where that is not its owner's."""
        if self._account is None:
            return
        role = self._session.now.role
        words = (self._kind_word(self._account.kind), "" if role is Person.OWNER else self._roles.role(role))
        self._kind.setText(" · ".join(word for word in words if word))
        self._kind.setVisible(bool(self._kind.text()))
        self._fill_menu()

    def _kind_word(self, kind: AccountKind) -> str:
        if kind is AccountKind.SINGLE:
            return ""
        return self.tr("Master account") if kind is AccountKind.MASTER else self.tr("Member account")

    def _begin(self) -> None:
        account = self._account = self._session.now.account
        self._accounts = self._session.now.accounts
        self._avatar.set_name(account.name)
        self.switcher.setText(account.name)
        self.switcher.setAccessibleName(account.name)
        for widget in self._known:
            widget.setVisible(widget not in self._of_funds)
        self._funds = None
        self.retranslate()
        self._reload()

    def _empty(self) -> None:
        self._account = self._funds = None
        self._word_profile()
        for widget in (*self._known, self._kind):
            widget.hide()

    def _fill_menu(self) -> None:
        self.menu.clear()
        group = QActionGroup(self.menu)
        for account in self._some():
            action = QAction(account.name, self.menu, checkable=True)
            action.setChecked(account.id == self._session.now.account.id)
            action.triggered.connect(lambda _checked, chosen=account.id: self._session.act_as(chosen))
            group.addAction(action)
            self.menu.addAction(action)
        if len(self._accounts) > _MOST_OFFERED:
            others = self.menu.addAction(icon("search"), self.tr("Other accounts…"))
            others.setObjectName("account.others")
            others.triggered.connect(self._choose_among_all)
        if self._session.is_remote:
            return  # whoever signs in acts for one account in one role, and accounts are opened at the server
        self.menu.addSeparator()
        self._offer_roles()
        new = self.menu.addAction(icon("plus"), self.tr("New account…"))
        new.triggered.connect(self.new_account_wanted)

    def _some(self) -> list[Account]:
        """As many as a menu can offer, by name: the acting one, the ones that were opened, then those a master made."""
        acting = self._session.now.account
        others = [account for account in self._accounts if account.id != acting.id]
        some = sorted(others, key=lambda account: account.owner_id != account.id)[: _MOST_OFFERED - 1]
        return sorted([acting, *some], key=lambda account: (account.name, account.id))

    def _choose_among_all(self) -> None:
        from supportplan_desktop.ui.account_chooser import AccountChooser  # noqa: PLC0415 - loads when first used

        chooser = AccountChooser(self._accounts, self.window())
        chooser.chosen.connect(self._session.act_as)
        chooser.open()

    def _offer_roles(self) -> None:
        """Data on this computer has no persons of its own: whoever works it chooses what it is worked as."""
        now = self._session.now
        group = QActionGroup(self.menu)
        for role in Person:
            words = self.tr("Act as: {role}").format(role=self._roles.role(role))
            action = QAction(words, self.menu, checkable=True)
            action.setObjectName(f"account.role.{role.value}")
            action.setChecked(role is now.role)
            action.triggered.connect(lambda _checked, chosen=role: self._session.act_as(now.account.id, chosen))
            group.addAction(action)
            self.menu.addAction(action)
        self.menu.addSeparator()

    def _consider(self, change: Change, _initiator: object) -> None:
        if change & Change.FUNDS and self._session.is_ready:
            self._reload()
        if change & (Change.ACCOUNTS | Change.ORGANIZATION) and self._session.is_ready:
            self._session.query(
                self,
                lambda services: (services.accounts.me(), services.accounts.others()),
                self._take_accounts,
                lambda _error: None,
            )

    def _take_accounts(self, known: tuple[Account, tuple[Account, ...]]) -> None:
        self._account, self._accounts = known
        self._show_account()

    def _reload(self) -> None:
        self._session.query(self, lambda services: services.accounts.funds(), self._take_funds, lambda _error: None)

    def _take_funds(self, funds: Funds) -> None:
        self._funds = funds
        self._show_funds()

    def _show_funds(self) -> None:
        for widget in self._of_funds:
            widget.setVisible(self._funds is not None)
        if self._funds is None:
            return
        self._balance.setText(self._texts.money(self._funds.balance))
        self._credit.setText(self._texts.money(self._funds.available_credit))
