"""Organization and Sharing as a user works it, in the real window, by the words of its rows."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Self
from uuid import uuid4

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QMenu, QTableView, QWidget

from supportplan_desktop.backends.sql.store import open_sqlite
from supportplan_desktop.domain.accounts import AccountingMode, Channel, NewAccount
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.organization import Association, AssociationStatus
from supportplan_desktop.domain.payments import FundsChoice
from supportplan_desktop.services.changes import Change
from supportplan_desktop.services.interfaces import NewMember, PurchaseOrder
from supportplan_desktop.ui.sharing.rows import Column
from supportplan_desktop.ui.widgets import Banner, Chip, Toast
from supportplan_desktop.ui.widgets.switch import Switch
from tests.ui.drivers.driver import Driver

if TYPE_CHECKING:
    from uuid import UUID

    from supportplan_desktop.services.interfaces import Services
    from tests.ui.drivers.window import WindowDriver

_BULK_PHONE = "+852 55512046"
UNIFIED, INDEPENDENT = AccountingMode.UNIFIED, AccountingMode.INDEPENDENT


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


class SharingDriver(Driver):
    """The page, and what its accounts have done before anybody looks; every deed waits for its answers."""

    def __init__(self, window: WindowDriver) -> None:
        super().__init__(window.root, window.settle)
        self.window = window

    # Who there is: done by the services, as other persons' hands would

    def account(self, name: str, balance: str = "1000.00") -> Services:
        """Open an account with that balance."""
        accounts = self.window.services.accounts
        new = NewAccount(name, "Lin Chen", "+86 13812342046", "", usd(balance), usd("0.00"))
        return accounts.act_as(accounts.open_account(uuid4(), new).id)

    def master(self, name: str = "Harbor Group", members: tuple[str, ...] = ("Harbor Kowloon",)) -> Services:
        """Open an account with Business for a month and these unified members."""
        made = self.account(name)
        self.buy(made, "business")
        for member in members:
            self.member(made, member)
        return made

    def member(self, master: Services, name: str, accounting: AccountingMode = UNIFIED) -> Services:
        """Create a member."""
        member = NewMember(name, "Wing Lau", _BULK_PHONE, "", accounting)
        return master.accounts.act_as(master.organization.create_member(uuid4(), member).id)

    def buy(self, services: Services, tier: str, months: int = 1) -> UUID:
        """Buy a plan and pay for it."""
        order_id = self.order(services, tier, months)
        services.orders.send_code(order_id, Channel.PHONE)
        message = services.messages.newest_code(order_id)
        assert message is not None
        services.orders.pay(order_id, FundsChoice(), message.code or "")
        return order_id

    def order(self, services: Services, tier: str, months: int = 1) -> UUID:
        """Generate an order and leave it unpaid."""
        agreement = services.catalogue.agreement()
        total = services.plans.quote_purchase(tier, months).total
        order_id = uuid4()
        services.orders.purchase(order_id, PurchaseOrder(tier, months, total, agreement.version, agreement.sha256))
        return order_id

    def crowd(self, master: Services, count: int) -> None:
        """Give a master so many members at once, as years would: straight into its records."""
        me, at = master.accounts.me(), master.clock.now()
        folder = Path(self.window.desktop.session.profile.folder)
        store = open_sqlite(folder / "supportplan.db")
        with store.change(me.owner_id) as work:
            for number in range(count):
                name = f"Branch {number:04}"
                new = NewAccount(name, "Wing Lau", _BULK_PHONE, "", usd("0"), usd("0"))
                account = new.created_as(uuid4(), me, UNIFIED)
                work.accounts.add(account)
                work.associations.add(
                    Association(
                        uuid4(), me.id, account.id, me.owner_id, name, UNIFIED, AssociationStatus.ACTIVE, at, None, at
                    )
                )
        store.close()

    # Coming to the page

    def act_as(self, services: Services, role: str = "owner") -> Self:
        """Let that account act, by the switcher, in that role, and show the page."""
        self.window.desktop.session.changed.emit(Change.ACCOUNTS, None)
        self.settle()
        self.window.act_as(services.accounts.me().name)
        if role != "owner":
            action = self.window.window.top_bar.menu.findChild(QAction, f"account.role.{role}")
            assert action is not None
            action.trigger()
            self.settle()
        return self.open()

    def open(self) -> Self:
        self.window.show("sharing")
        return self

    # The switch

    @property
    def switch(self) -> Switch:
        return self.find(Switch, "sharing.switch")

    @property
    def state(self) -> tuple[str, str]:
        """The chip, and the word beside the switch."""
        return self.find(Chip, "sharing.state").text, self.text("sharing.word")

    def answer(self, button: str) -> Self:
        """Press "act" or "keep" in the question that is asked."""
        return self.click(f"confirmation.{button}")

    @property
    def question(self) -> str:
        """What the question says follows."""
        return self.find(QDialog, "confirmation").accessibleDescription()

    @property
    def toast(self) -> tuple[str, str]:
        found = [toast for toast in self.root.findChildren(Toast) if toast.isVisible()]
        assert len(found) == 1, f"{len(found)} toasts"
        return found[0].title.text(), found[0].body.text()

    @property
    def refusal(self) -> str:
        return self.find(Banner, "sharing.error").accessibleName()

    # The organization

    @property
    def table(self) -> QTableView:
        return self.find(QTableView, "sharing.members")

    @property
    def loaded(self) -> int:
        """How many rows are there, the master's among them."""
        return self.table.model().rowCount()

    def row(self, number: int) -> list[str]:
        """A row as a screen reader says it, without its actions."""
        model, role = self.table.model(), Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(number, column).data(role)) for column in Column if column is not Column.ACTIONS]

    @property
    def names(self) -> list[str]:
        model = self.table.model()
        return [str(model.index(row, Column.ACCOUNT).data()) for row in range(model.rowCount())]

    def search(self, text: str) -> Self:
        """Type into the search and hurry by Enter."""
        field = self.find(QLineEdit, "sharing.search")
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.settle()
        return self

    def narrow(self, word: str) -> Self:
        box = self.find(QComboBox, "sharing.narrow")
        box.setCurrentText(word)
        self.settle()
        return self

    def sort_by(self, column: Column) -> Self:
        head = self.table.horizontalHeader()
        place = QPoint(head.sectionViewportPosition(column) + 30, head.height() // 2)
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settle()
        return self

    def to_the_end(self) -> Self:
        """Scroll down as far as it goes at this moment."""
        bar = self.table.verticalScrollBar()
        bar.setValue(bar.maximum())
        self.settle()
        return self

    def actions(self, name: str) -> dict[str, QAction]:
        """Press the end of a member's row; what is then offered, by its words."""
        place = self.table.visualRect(self.table.model().index(self.names.index(name), Column.ACTIONS)).center()
        QTest.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return self.offered()

    def offered(self) -> dict[str, QAction]:
        """What the open menu offers; it is closed."""
        menu = self.find(QMenu, "sharing.actions")
        found = {action.text(): action for action in menu.actions() if action.isVisible()}
        menu.close()
        return found

    def act_on(self, name: str, word: str) -> Self:
        self.actions(name)[word].trigger()
        self.settle()
        return self

    @property
    def readiness(self) -> list[str]:
        """The state of the check, then each line of it."""
        card = self.find(QWidget, "sharing.readiness")
        return [self.find(Chip, "sharing.readiness.state").text, *_said(card)]

    # Dialogs

    def fill(self, **fields: str) -> Self:
        """Type into the fields of the dialog that is open: `invite_account="Tern Labs"`."""
        for name, text in fields.items():
            self.find(QLineEdit, name.replace("_", ".", 1)).setText(text)
        return self

    def mode(self, accounting: AccountingMode) -> Self:
        return self.click(f"sharing.mode.{accounting.value}")

    # What an invitee sees

    @property
    def in_the_way(self) -> list[str]:
        """The steps before accepting, or that there are none."""
        way = self.find(QWidget, "sharing.invitation.way")
        return _said(way)


def _said(card: QWidget) -> list[str]:
    """The lines of a card that say something and what follows from it."""
    said = [part.accessibleName() for part in card.findChildren(QWidget) if part.isVisible()]
    return [words for words in said if ". " in words or "。" in words]
