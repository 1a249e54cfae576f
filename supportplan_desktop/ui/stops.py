"""The stops of the tour that renders every page: what leads from one to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Protocol
from uuid import uuid4

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWizard

from supportplan_desktop.domain.accounts import AccountingMode
from supportplan_desktop.domain.organization import AssociationStatus
from supportplan_desktop.services.changes import Change
from supportplan_desktop.services.interfaces import MemberQuery, NewMember

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.settings import Settings
    from supportplan_desktop.ui.language import Language
    from supportplan_desktop.ui.main_window import MainWindow
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.tasks import Tasks
    from supportplan_desktop.ui.theme.theme import Theme


class Desktop(Protocol):
    """A window with everything around it (see `app.Desktop`)."""

    app: QApplication
    settings: Settings
    theme: Theme
    language: Language
    tasks: Tasks
    session: Session
    window: MainWindow

    def show(self) -> None:
        """Show the window."""

    def close(self) -> None:
        """Let go of the data."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Something to show: what leads there, and what is rendered (None where it only leads on)."""

    name: str | None
    go: Callable[[], object]
    shows_wizard: bool = False


class Stops(QObject):
    """Works the window as a user would, for the tour."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop.app)
        self._desktop, self._window = desktop, desktop.window

    def all(self) -> Iterator[Stop]:
        """The whole course."""
        yield from self._look_around()
        yield from self._share()
        yield from self._buy()
        yield from self._change()
        yield from self._give_up()
        yield from self._see_it_end()

    def _look_around(self) -> Iterator[Stop]:
        window = self._window
        yield Stop("plan-details", lambda: window.show_page("details"))
        yield Stop("orders-list", lambda: window.show_page("orders"))
        yield Stop("order-detail", self._show_last_order)
        yield Stop("tickets", lambda: window.show_page("tickets"))
        yield Stop("messages", lambda: window.show_page("messages"))
        yield Stop("preferences", lambda: window.show_page("preferences"))
        yield Stop(None, lambda: self._act_as("Quay Logistics"))
        yield Stop("plan-open-order", lambda: window.show_page("details"))
        yield Stop("order-pending", self._show_last_order)
        yield Stop(None, lambda: self._act_as("Lantern Studio"))
        yield Stop("orders-empty", lambda: window.show_page("orders"))
        yield Stop("plan-basic-compare", lambda: window.show_page("details"))

    def _share(self) -> Iterator[Stop]:
        show = partial(self._window.show_page, "sharing")
        yield Stop(None, lambda: self._act_as("Tern Labs"))
        yield Stop("sharing-single", show)
        yield Stop(None, lambda: self._act_as("Harbor Retail"))
        yield Stop(None, self._organize)
        yield Stop("sharing-master", show)
        yield Stop("plan-shared", lambda: self._window.show_page("details"))
        yield Stop(None, lambda: self._act_as_member(AssociationStatus.ACTIVE))
        yield Stop("plan-received", lambda: self._window.show_page("details"))
        yield Stop("sharing-member", show)
        yield Stop(None, lambda: self._act_as("Harbor Retail"))
        yield Stop(None, lambda: self._act_as_member(AssociationStatus.INVITED))
        yield Stop("sharing-invitee", show)
        yield Stop(None, lambda: self._act_as("Lantern Studio"))
        yield Stop(None, lambda: self._window.show_page("details"))

    def _organize(self) -> None:
        """Share the master's plan; what its organization still lacks is made: a member, and somebody invited."""

        def organize(services: Services) -> None:
            organization = services.organization
            view, unified = organization.overview(), AccountingMode.UNIFIED
            if not view.unified:
                member = NewMember("Harbor Online", "Wing Lau", "+852 55512046", "", unified)
                organization.create_member(uuid4(), member)
            if not view.invited:
                organization.invite(uuid4(), "Quay Logistics", unified)
            organization.set_sharing(is_on=True)

        self._desktop.session.command(self, organize, changes=Change.EVERYTHING)

    def _act_as_member(self, status: AssociationStatus) -> None:
        """Let the master's first unified member of that status act."""
        query = MemberQuery(accounting=frozenset({AccountingMode.UNIFIED}), statuses=frozenset({status}))
        self._desktop.session.query(
            self,
            lambda services: services.organization.members(query, limit=1).members[0].association.account_id,
            self._desktop.session.act_as,
        )

    def _buy(self) -> Iterator[Stop]:
        yield Stop(None, lambda: self._window.buy("business"))
        yield Stop("purchase-select", lambda: None, shows_wizard=True)
        yield Stop("purchase-confirm", self._next, shows_wizard=True)
        yield Stop("purchase-confirm-refused", self._next, shows_wizard=True)
        yield Stop(None, lambda: self._tick("order.agreement"))
        yield Stop("purchase-pay", self._next, shows_wizard=True)
        yield Stop(None, self._next)
        yield Stop("purchase-verify", self._find_send, shows_wizard=True)
        yield Stop(None, lambda: self._type("000000"))
        yield Stop("purchase-verify-refused", self._next, shows_wizard=True)
        yield Stop(None, self._read_code)
        yield Stop("purchase-done", self._next, shows_wizard=True)
        yield Stop(None, self._close)

    def _change(self) -> Iterator[Stop]:
        yield Stop(None, lambda: self._window.change("developer"))
        yield Stop("change-downgrade", lambda: None, shows_wizard=True)
        yield Stop("change-confirm", self._next, shows_wizard=True)
        yield Stop(None, lambda: self._tick("order.agreement"))
        yield Stop("change-done", self._next, shows_wizard=True)
        yield Stop(None, self._close)
        yield Stop(None, lambda: self._window.change("business"))
        yield Stop("change-upgrade", lambda: None, shows_wizard=True)
        yield Stop(None, self._close)
        yield Stop(None, self._window.renew)
        yield Stop("renew", lambda: None, shows_wizard=True)
        yield Stop(None, self._close)

    def _give_up(self) -> Iterator[Stop]:
        yield Stop(None, self._window.unsubscribe)
        yield Stop("unsubscribe", lambda: None, shows_wizard=True)
        yield Stop("unsubscribe-refused", self._next, shows_wizard=True)
        yield Stop(None, lambda: self._tick("unsubscribe.reason.testing_finished"))
        yield Stop(None, lambda: self._tick("unsubscribe.confirmed"))
        yield Stop("unsubscribe-done", self._next, shows_wizard=True)
        yield Stop(None, self._close)
        yield Stop("plan-refund", lambda: self._window.show_page("details"))
        yield Stop("order-refund", self._show_last_order)

    def _see_it_end(self) -> Iterator[Stop]:
        yield Stop(None, lambda: self._act_as("Harbor Retail"))
        yield Stop(None, lambda: self._window.show_page("details"))
        yield Stop("plan-expires-soon", lambda: self._go_to_end(timedelta(days=-5)))
        yield Stop("plan-grace", lambda: self._go_to_end(timedelta(days=6)))
        yield Stop("plan-retention", lambda: self._go_to_end(timedelta(days=20)))

    def _go_to_end(self, after: timedelta) -> None:
        """Set the clock to so long after the plan's end."""

        def go(services: Services) -> None:
            end = services.plans.details().valid_until
            assert end is not None
            services.clock.set(end + after)
            services.orders.advance()

        self._desktop.session.command(self, go, changes=Change.EVERYTHING)

    def _act_as(self, name: str) -> None:
        accounts = self._desktop.session.now.accounts
        self._desktop.session.act_as(next(account.id for account in accounts if account.name == name))

    def _show_last_order(self) -> None:
        self._desktop.session.query(
            self,
            lambda services: services.plans.details().last_order,
            lambda order: self._window.show_order(order.id) if order else None,
        )

    def _next(self) -> None:
        wizard = self._window.wizard
        assert isinstance(wizard, QWizard)
        wizard.next()

    def _close(self) -> None:
        wizard = self._window.wizard
        assert wizard is not None
        wizard.close()

    def _tick(self, name: str) -> None:
        wizard = self._window.wizard
        assert wizard is not None
        found = wizard.findChild(QAbstractButton, name)
        assert isinstance(found, QAbstractButton)
        found.setChecked(True)

    def _find_send(self) -> None:
        wizard = self._window.wizard
        assert wizard is not None
        send = wizard.findChild(QAbstractButton, "verification.send")
        assert isinstance(send, QAbstractButton)
        send.click()

    def _type(self, code: str) -> None:
        wizard = self._window.wizard
        assert wizard is not None
        boxes = wizard.findChild(QLineEdit, "verification.code")
        assert isinstance(boxes, QLineEdit)
        boxes.setText(code)

    def _read_code(self) -> None:
        self._desktop.session.query(
            self,
            lambda services: next(
                message.code for message in services.messages.page().messages if message.code is not None
            ),
            self._type,
        )
