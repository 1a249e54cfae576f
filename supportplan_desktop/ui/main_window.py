"""The main window: navigation rail, top bar, and the pages, made when they are first shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QSystemTrayIcon, QVBoxLayout, QWidget

from supportplan_desktop.domain.errors import NoAccountYet, Refusal, ServerNotChosen, SignInRequired
from supportplan_desktop.ui.canceling import OrderCanceling
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.opening import OpeningPage
from supportplan_desktop.ui.page import Page
from supportplan_desktop.ui.passing_time import PassingTime
from supportplan_desktop.ui.session import ProfileKind, is_lost
from supportplan_desktop.ui.theme.icons import icon
from supportplan_desktop.ui.theme.type import reapply, set_chinese
from supportplan_desktop.ui.top_bar import TopBar
from supportplan_desktop.ui.widgets import NavigationRail, Toast

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWizard

    from supportplan_desktop.domain.accounts import NewAccount
    from supportplan_desktop.services.interfaces import AutoRenewalStatus, Services
    from supportplan_desktop.ui.courses import Courses
    from supportplan_desktop.ui.language import Language
    from supportplan_desktop.ui.remembered import Remembered
    from supportplan_desktop.ui.remote import RemoteLink, RemoteSource
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.sharing.deeds import OrganizationDeeds
    from supportplan_desktop.ui.texts import Texts
    from supportplan_desktop.ui.theme.theme import Theme
    from supportplan_desktop.ui.tray import Tray
    from supportplan_desktop.ui.windows import Windows

_NARROW_BELOW = 1120
_ICONS = {
    "details": "plan",
    "orders": "orders",
    "sharing": "sharing",
    "tickets": "ticket",
    "messages": "bell",
    "preferences": "preferences",
}


class DataSource(Protocol):
    """Where the services of data on this computer come from; every call belongs on a worker."""

    def open(self) -> Services:
        """The profile's services."""

    def open_with(self, account_id: UUID, account: NewAccount) -> Services:
        """The services of a new profile, beginning with that account."""

    def reset(self) -> Services:
        """A demonstration begun anew."""


class MainWindow(Retranslated, QMainWindow):
    """Shows itself at once; pages fill in when the session is ready."""

    def __init__(
        self,
        session: Session,
        texts: Texts,
        source: DataSource | RemoteSource,
        language: Language,
        theme: Theme,
        remembered: Remembered,
        windows: Windows,
    ) -> None:
        super().__init__()
        self._windows = windows
        self.session, self._texts, self._source = session, texts, source
        self._language, self._theme, self._remembered = language, theme, remembered
        self.setMinimumSize(1024, 680)
        self._pages: dict[str, QWidget] = {}
        self._unread = 0
        self._courses: Courses | None = None
        self._deeds: OrganizationDeeds | None = None
        self._tray: Tray | None = None
        self.rail = NavigationRail()
        for name, icon_name in _ICONS.items():
            self.rail.add(name, icon_name, is_bottom=name == "preferences")
        self.rail.chosen.connect(self.show_page)
        self.top_bar = TopBar(session, texts)
        self.top_bar.new_account_wanted.connect(self._open_account_form)
        self.opening = OpeningPage(texts)
        self.opening.painted.connect(self.begin)
        self.opening.retried.connect(self.begin)
        self.opening.account_given.connect(self._begin_with)
        self.opening.connection_given.connect(self._connect)
        self.opening.server_wanted.connect(windows.open_new_server)
        self.link: RemoteLink | None = None
        if session.profile.kind is ProfileKind.REMOTE:
            self._follow_server()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.opening)
        self._toast = Toast(self)
        self._canceling = OrderCanceling(session, self, self._toast)
        self._canceling.refused.connect(self._tell_problem)
        self._lay_out()
        self._add_shortcuts()
        session.ready.connect(self._on_ready)
        session.could_not_open.connect(self._on_trouble)
        language.changed.connect(self._on_language)
        self._name = remembered.get("page") or "details"
        self.rail.set_current("details")
        self._time = PassingTime(session, texts, self)
        if not remembered.restore_geometry(self):
            self.resize(1280, 800)
        self.retranslate()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        if self.link is not None:
            from supportplan_desktop.ui.link_banner import LinkBanner  # noqa: PLC0415 - remote profiles only

            right.addWidget(LinkBanner(self.link, self.session, self._texts))
        right.addWidget(self._stack, 1)
        central = QWidget()
        layout = QHBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addLayout(right, 1)
        self.setCentralWidget(central)

    def _add_shortcuts(self) -> None:
        for number, name in enumerate(_ICONS, start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(partial(self.show_page, name))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Refresh), self).activated.connect(self._refresh)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._find)

    def retranslate(self) -> None:
        QGuiApplication.setApplicationDisplayName(self.tr("Support Plan"))  # which Qt adds to titles that lack it
        self.setWindowTitle(self.tr("Support Plan"))
        self.rail.set_words(
            self.tr("Support Plan"),
            {
                "details": self.tr("Plan Details"),
                "orders": self.tr("My Orders"),
                "sharing": self.tr("Organization and Sharing"),
                "tickets": self.tr("Service Tickets"),
                "messages": self.tr("Messages"),
                "preferences": self.tr("Preferences"),
            },
        )
        self._count_unread(self._unread)

    # Opening

    def begin(self) -> None:
        """Have the data opened, first when the window has been painted; the opening page shows until it is there."""
        self.opening.wait()
        self._stack.setCurrentWidget(self.opening)
        if self.link is not None:
            self.link.begin()
        else:
            self.session.open(self._source.open)

    def _follow_server(self) -> None:
        from supportplan_desktop.ui.remote import RemoteLink as Link  # noqa: PLC0415 - remote profiles only

        self.link = Link(self.session, self._texts, cast("RemoteSource", self._source), self)
        self.link.changed.connect(lambda: self.top_bar.show_link(self.link))

    def _leave(self) -> None:
        """Nobody is signed in any more: ask who is next."""
        if self.link is not None:
            self.link.leave()
        self._name = "details"
        self.begin()

    def _connect(self, server: str, login: str, password: str) -> None:
        self.session.open(lambda: cast("RemoteSource", self._source).connect(server, login, password))

    def _begin_with(self, account_id: UUID, account: NewAccount) -> None:
        self.session.open(lambda: cast("DataSource", self._source).open_with(account_id, account))

    def _on_trouble(self, error: BaseException) -> None:
        if self.link is not None and self.session.is_ready and isinstance(error, Refusal):
            self.link.take(error)  # what was last seen stays
            return
        self._stack.setCurrentWidget(self.opening)
        if isinstance(error, ServerNotChosen | SignInRequired) and self.link is not None:
            known = (str(error.facts.get("server", "")), str(error.facts.get("login", "")))
            self.opening.ask_to_connect(*known, lasts=self.link.standing.lasts)
        elif isinstance(error, NoAccountYet):
            self.opening.ask_for_account()
        else:
            self.opening.refuse(error)
            if self.link is not None and is_lost(error) and self.opening.connect_form is None:
                self.link.await_server()

    def _on_ready(self) -> None:
        self.opening.rest()
        self._time.begin()
        self.show_page(self._name)
        if "messages" not in self._pages:
            self.session.tasks.settled.connect(self._begin_to_count, Qt.ConnectionType.SingleShotConnection)

    def _begin_to_count(self) -> None:
        """The page that counts what is unread is made only when the first page is on the screen; so is the tray."""
        QTimer.singleShot(0, self, partial(self._page, "messages"))
        QTimer.singleShot(0, self, self._make_tray)

    def _make_tray(self) -> None:
        if self._tray is None and QSystemTrayIcon.isSystemTrayAvailable():
            from supportplan_desktop.ui.tray import Tray  # noqa: PLC0415 - not everywhere

            self._tray = Tray(icon("plan", "accent"), self.session, self._texts, self)
            self._tray.window_wanted.connect(self.show_again)
            self._tray.show()
            self._tray.reminders.look()

    def show_again(self) -> None:
        """Come to the front: somebody has started the program a second time."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # Pages

    def show_page(self, name: str) -> None:
        """Show a page; before the data is there only its place is remembered."""
        self._name = name if name in _ICONS else "details"
        self.rail.set_current(self._name)
        if self.session.is_ready:
            self._stack.setCurrentWidget(self._page(self._name))
            self._remembered.keep("page", self._name)

    def _page(self, name: str) -> QWidget:
        if name not in self._pages:
            self._pages[name] = page = getattr(self, f"_make_{name}")()
            self._stack.addWidget(page)
        return self._pages[name]

    def _make_details(self) -> QWidget:
        from supportplan_desktop.ui.details import DetailsPage  # noqa: PLC0415 - pages load when first shown

        page = DetailsPage(self.session, self._texts)
        if self.link is not None:
            page.told.connect(self.link.keep)
        page.purchase_requested.connect(self.buy)
        page.pay_requested.connect(self.pay)
        page.cancel_requested.connect(self._canceling.ask)
        page.order_requested.connect(self.show_order)
        page.ticket_requested.connect(self._create_ticket)
        page.sharing_requested.connect(partial(self.show_page, "sharing"))
        page.sharing_wanted.connect(self._ask_to_share)
        page.renew_requested.connect(self.renew)
        page.change_requested.connect(self.change)
        page.unsubscribe_requested.connect(self.unsubscribe)
        page.auto_renewal_changed.connect(self._tell_auto_renewal)
        return page

    def _make_orders(self) -> QWidget:
        from supportplan_desktop.ui.orders import OrdersPage  # noqa: PLC0415 - pages load when first shown

        page = OrdersPage(self.session, self._texts, self._remembered)
        page.pay_requested.connect(self.pay)
        page.purchase_requested.connect(self.buy)
        return page

    def _make_sharing(self) -> QWidget:
        from supportplan_desktop.ui.sharing import SharingPage  # noqa: PLC0415 - pages load when first shown

        page = SharingPage(self.session, self._texts)
        page.orders_requested.connect(partial(self.show_page, "orders"))
        page.plan_requested.connect(partial(self.show_page, "details"))
        page.unsubscribe_requested.connect(self.unsubscribe)
        return page

    def _make_tickets(self) -> QWidget:
        from supportplan_desktop.ui.tickets import TicketsPage  # noqa: PLC0415 - pages load when first shown

        return TicketsPage(self.session, self._texts)

    def _make_messages(self) -> QWidget:
        from supportplan_desktop.ui.inbox import MessagesPage  # noqa: PLC0415 - pages load when first shown

        page = MessagesPage(self.session, self._texts)
        page.order_requested.connect(self.show_order)
        page.sharing_requested.connect(partial(self.show_page, "sharing"))
        page.unread_changed.connect(self._count_unread)
        return page

    def _make_preferences(self) -> QWidget:
        from supportplan_desktop.ui.preferences import PreferencesPage  # noqa: PLC0415 - pages load when first shown

        page = PreferencesPage(self._language, self._theme, self._remembered, self.session.profile)
        page.reset_confirmed.connect(self._reset)
        page.show_profiles(self.session.tasks, self._windows)
        if self.link is not None:
            page.show_server(self.session, cast("RemoteSource", self._source))
            page.signed_out.connect(self._leave)
        return page

    @property
    def wizard(self) -> QWizard | None:
        """The wizard that is open, None where there is none."""
        return self._courses.wizard if self._courses else None

    # What pages ask for

    def buy(self, tier: str = "") -> None:
        """Open the purchase wizard, with a plan chosen where one is named."""
        self._wizards().buy(tier)

    def pay(self, order_id: UUID) -> None:
        """Resume a pending order at its payment, in the wizard of its kind."""
        self._wizards().pay(order_id)

    def renew(self) -> None:
        """Open the renew wizard."""
        self._wizards().renew()

    def change(self, tier: str = "") -> None:
        """Open the change wizard, with another plan chosen where one is named."""
        self._wizards().change(tier)

    def unsubscribe(self) -> None:
        """Open the Unsubscribe wizard."""
        self._wizards().unsubscribe()

    def show_order(self, order_id: UUID) -> None:
        """Show an order's details."""
        self.show_page("orders")
        self._page("orders").show_order(order_id)  # type: ignore[attr-defined]

    def _wizards(self) -> Courses:
        from supportplan_desktop.ui.courses import Courses  # noqa: PLC0415 - loads when first used

        if self._courses is None:
            self._courses = courses = Courses(self.session, self._texts, self)
            courses.order_requested.connect(self.show_order)
            courses.messages_requested.connect(partial(self.show_page, "messages"))
            courses.refused.connect(self._tell_problem)
        return self._courses

    def _tell_auto_renewal(self, status: AutoRenewalStatus) -> None:
        if status.next_at is None:
            said = self.tr("Auto-renewal is on") if status.is_on else self.tr("Auto-renewal is off")
            self._toast.say(said, "", close=self.tr("Close"))
            return
        next_at = self.tr("Next on {time}.").format(time=self._texts.zoned(status.next_at))
        self._toast.say(self.tr("Auto-renewal is on"), next_at, close=self.tr("Close"))

    def _ask_to_share(self, is_on: bool) -> None:
        from supportplan_desktop.ui.sharing.deeds import OrganizationDeeds  # noqa: PLC0415 - loads when first used

        if self._deeds is None:
            self._deeds = OrganizationDeeds(self.session, self, self._toast)
            self._deeds.refused.connect(self._tell_problem)
        self._deeds.ask_to_share(is_on=is_on)

    def _tell_problem(self, error: BaseException) -> None:
        from supportplan_desktop.ui.problems import problem_text  # noqa: PLC0415 - loads when first used

        problem = problem_text(error, self._texts, self.session.catalogue)
        self._toast.say(problem.title, problem.advice, close=self.tr("Close"), tone="danger")

    def _create_ticket(self, item: str) -> None:
        self.show_page("tickets")
        self._page("tickets").create_ticket(item)  # type: ignore[attr-defined]

    def _count_unread(self, count: int) -> None:
        self._unread = count
        self.rail.set_badge("messages", count, self.tr("%n unread", "", count) if count else "")

    def _open_account_form(self) -> None:
        from supportplan_desktop.ui.account_dialog import AccountDialog  # noqa: PLC0415 - loads when first used

        AccountDialog(self.session, self._texts, self).open()

    def _reset(self) -> None:
        self.opening.wait()
        self._stack.setCurrentWidget(self.opening)
        self._name = "details"
        self.session.open(cast("DataSource", self._source).reset)

    # Habits

    def _refresh(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, Page):
            page.refresh()

    def _find(self) -> None:
        self.show_page("orders")
        if self.session.is_ready:
            self._page("orders").focus_search()  # type: ignore[attr-defined]

    def _on_language(self) -> None:
        set_chinese(self._language.code == "zh_CN")
        self._theme.refresh_fonts()
        reapply(self)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.rail.set_narrow(is_narrow=event.size().width() < _NARROW_BELOW)
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._remembered.keep_geometry(self)
        super().closeEvent(event)
