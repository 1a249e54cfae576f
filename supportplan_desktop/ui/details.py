"""Plan Details: the account's plan, what it gives, and on Basic how the plans compare (UI: Plan Details)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from supportplan_desktop.domain.accounts import Permission
from supportplan_desktop.domain.orders import REFUND_STATUSES
from supportplan_desktop.domain.organization import PlanSource
from supportplan_desktop.services.changes import Change
from supportplan_desktop.services.interfaces import OrderQuery
from supportplan_desktop.ui.compare import CompareTable
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.page import Page
from supportplan_desktop.ui.permissions import allow_only
from supportplan_desktop.ui.plan_card import PlanCard
from supportplan_desktop.ui.plan_notices import PlanNotices
from supportplan_desktop.ui.problems import Problems
from supportplan_desktop.ui.service_items import ServiceItems
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import (
    Banner,
    Button,
    Card,
    EmptyState,
    Label,
    LoadingGate,
    Skeleton,
    column,
    row,
    scrolled,
)

if TYPE_CHECKING:
    from uuid import UUID

    from supportplan_desktop.services.interfaces import OrderSummary, OrganizationView, PlanDetails, Services
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_MARGIN = 28
_TOP = 20
_WIDEST = 1120
_BETWEEN_CARDS = 14


_NEEDED = {
    Permission.MONEY: (
        "details.buy",
        "details.renew",
        "details.auto_renewal",
        "details.open_order.pay",
        "details.open_order.cancel",
        "details.end.renew",
        "details.end.auto_renewal",
    ),
    Permission.ORGANIZATION: ("details.sharing",),
}
"""What the role has to be enough for."""


class _Seen(NamedTuple):
    """The plan, the newest refund on its way, and where the account stands, where that is known."""

    plan: PlanDetails
    refund: OrderSummary | None
    view: OrganizationView | None


class DetailsPage(Retranslated, Page):
    """The first page: it shows, and says what is asked of the window by its signals."""

    watches: ClassVar[Change] = Change.PLAN | Change.ORDERS | Change.ORGANIZATION | Change.CLOCK

    pay_requested = Signal(object)
    """(order id): the open order shall be paid."""
    cancel_requested = Signal(object)
    """(order id): the open order shall be canceled."""
    order_requested = Signal(object)
    """(order id): that order shall be shown."""
    purchase_requested = Signal(str)
    """(tier, or "" where none was chosen yet): a plan shall be bought."""
    ticket_requested = Signal(str)
    """(item code): a service ticket shall be created."""
    renew_requested = Signal()
    change_requested = Signal()
    unsubscribe_requested = Signal()
    sharing_requested = Signal()
    """Organization and Sharing shall be shown."""
    sharing_wanted = Signal(bool)
    """(is_on): the plan shall be shared, or not any more."""
    told = Signal(object)
    """(plan): it was told anew."""
    auto_renewal_changed = Signal(object)
    """(status): auto-renewal was set by the user."""

    def __init__(self, session: Session, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._texts = texts
        self._plan: PlanDetails | None = None
        self._account: UUID | None = None
        self._error: BaseException | None = None
        self._question = 0
        self._compares = False
        self.setObjectName("details")
        self._make_head()
        self._make_parts(texts)
        content = QWidget()
        content.setObjectName("details.content")
        content.setMaximumWidth(_WIDEST)
        content.setLayout(self._column())
        centred = QWidget()
        line = QHBoxLayout(centred)
        line.setContentsMargins(_MARGIN, _TOP, _MARGIN, _MARGIN)
        line.addWidget(content, 0, Qt.AlignmentFlag.AlignTop)
        self._scroll = scrolled(centred)
        self._scroll.setObjectName("details.scroll")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        DetailsPage.retranslate(self)

    def _make_head(self) -> None:
        self._title = Label(Role.TITLE)
        self._as_of = Label(Role.SMALL, "muted")
        self._as_of.setObjectName("details.as_of")
        self._refresh = Button("ghost", "refresh")
        self._refresh.setObjectName("details.refresh")
        self._refresh.clicked.connect(self.reload)
        self._strip = Banner("danger")
        self._strip.setObjectName("details.error")
        self._strip.hide()
        self._retry = Button("secondary", "refresh")
        self._retry.setObjectName("details.retry")
        self._retry.clicked.connect(self.reload)
        self._strip.add_action(self._retry)

    def _make_parts(self, texts: Texts) -> None:
        self._notices = PlanNotices(texts)
        self._notices.pay_requested.connect(self.pay_requested)
        self._notices.cancel_requested.connect(self.cancel_requested)
        self._card = PlanCard(texts)
        self._card.purchase_requested.connect(self._ask_to_buy)
        self._card.order_requested.connect(self.order_requested)
        self._connect_actions()
        self._items = ServiceItems(partial(allow_only, self.session, Permission.TICKETS))
        self._items.ticket_requested.connect(self.ticket_requested)
        self._items.compare.clicked.connect(partial(self._show_comparison, True))
        self._compare = CompareTable(texts, partial(allow_only, self.session, Permission.MONEY))
        self._compare.selected.connect(self.purchase_requested)
        self._compare.back.clicked.connect(partial(self._show_comparison, False))
        self._nothing = Card()
        self._nothing.setObjectName("details.nothing")
        self._empty = EmptyState("plan")
        self._nothing.body.addWidget(self._empty)
        self._shown = QWidget()
        self._shown.setLayout(
            column(self._notices, self._card, self._items, self._compare, self._nothing, spacing=_BETWEEN_CARDS)
        )
        self._skeleton = Card()
        self._skeleton.setObjectName("details.loading")
        self._skeleton.body.addWidget(Skeleton(rows=8))
        self._gate = LoadingGate(self._skeleton, self._shown)
        for part in (self._card, self._items, self._compare, self._nothing):
            part.hide()
        for permission, names in _NEEDED.items():
            found = [self._shown.findChild(QAbstractButton, name) for name in names]
            allow_only(self.session, permission, *(button for button in found if button is not None))

    def _connect_actions(self) -> None:
        notices, actions = self._notices, self._card.plan_actions
        notices.order_requested.connect(self.order_requested)
        notices.renew_requested.connect(self.renew_requested)
        notices.auto_renewal_requested.connect(partial(self._set_auto_renewal, turns_on=True))
        actions.renew_requested.connect(self.renew_requested)
        actions.change_requested.connect(self.change_requested)
        actions.unsubscribe_requested.connect(self.unsubscribe_requested)
        actions.auto_renewal_requested.connect(partial(self._set_auto_renewal, turns_on=False))
        actions.sharing_wanted.connect(self.sharing_wanted)
        self._card.sharing.sharing_requested.connect(self.sharing_requested)

    def _column(self) -> QVBoxLayout:
        head = row(self._title, self._as_of, None, self._refresh, spacing=12)
        return column(head, self._strip, self._shown, self._skeleton, spacing=_BETWEEN_CARDS)

    def reload(self) -> None:
        """Ask for the plan; what is shown stays until the answer is there, unless it is another account's."""
        account = self.session.now.account.id
        if account != self._account:
            self._account, self._plan, self._error = account, None, None
        self._refresh.setEnabled(False)
        if self._plan is None:
            self._gate.begin()
            if self.session.seen is not None:
                self._show(_Seen(self.session.seen, None, None))
                self._word_as_of()
        self._question += 1
        question = self._question
        self.session.query(
            self,
            _look,
            lambda seen: self._answer(question, seen),
            lambda error: self._fail(question, error),
        )

    def _answer(self, question: int, seen: _Seen) -> None:
        if question != self._question:
            return
        self._error = None
        self._refresh.setEnabled(True)
        self._strip.hide()
        self._show(seen)
        self._word_failure()
        self.told.emit(seen.plan)

    def _show(self, seen: _Seen) -> None:
        plan, catalogue = seen.plan, self.session.catalogue
        if self._plan is None:
            self._compares = plan.current is None
        self._plan = plan
        self._notices.show_plan(plan, catalogue, seen.refund)
        self._card.show_plan(plan, catalogue, seen.view)
        self._items.show_tier(catalogue.tier(plan.tier), catalogue)
        self._compare.show_plans(catalogue, plan.tier, can_buy=self._can_buy(seen) and plan.open_order is None)
        self._arrange()
        self._gate.end()

    def _can_buy(self, seen: _Seen) -> bool:
        """Whether the account buys for itself and has nothing yet; the role is another matter, said at each button."""
        is_managed = seen.view is not None and seen.view.account.is_unified_member
        return seen.plan.can_buy or (seen.plan.source is PlanSource.NONE and not is_managed)

    def _fail(self, question: int, error: BaseException) -> None:
        if question != self._question:
            return
        self._error = error
        self._refresh.setEnabled(True)
        self._word_failure()
        self._strip.setVisible(not self.session.is_told(error))
        self._arrange()
        self._gate.end()

    def _arrange(self) -> None:
        """Show what belongs to the plan that is known, or that none is."""
        is_known = self._plan is not None
        self._card.setVisible(is_known)
        self._notices.setVisible(is_known and self._notices.has_news)
        self._items.setVisible(is_known and not self._compares)
        self._compare.setVisible(is_known and self._compares)
        self._nothing.setVisible(not is_known)

    def _show_comparison(self, compares: bool) -> None:
        self._compares = compares
        self._arrange()
        (self._compare.back if compares else self._items.compare).setFocus()

    def _ask_to_buy(self) -> None:
        self.purchase_requested.emit("")

    def _set_auto_renewal(self, *, turns_on: bool) -> None:
        from supportplan_desktop.ui.auto_renewal import AutoRenewalDialog  # noqa: PLC0415 - loads when first used

        if self._plan is not None and self._plan.auto_renewal is not None:
            status = self._plan.auto_renewal
            dialog = AutoRenewalDialog(self.session, self._texts, status, self.window(), turns_on=turns_on)
            dialog.saved.connect(self.auto_renewal_changed)
            dialog.open()

    def retranslate(self) -> None:
        """Word the head and what is said of a failure; the parts word themselves."""
        self._title.setText(self.tr("Plan Details"))
        self._refresh.setText(self.tr("Refresh"))
        self._retry.setText(self.tr("Retry"))
        self._empty.set_words(
            self.tr("Nothing to show yet"), self.tr("Your plan is safe; it appears here after Retry.")
        )
        self._word_failure()

    def _word_failure(self) -> None:
        """Say what happened, and mark a plan that could not be refreshed by the instant it was read at."""
        self._as_of.clear()
        if self._error is None:
            return
        problem = Problems(self._texts, QLocale().name(), self.session.catalogue).of(self._error)
        self._strip.set_texts(problem.title, problem.advice)
        self._word_as_of()

    def _word_as_of(self) -> None:
        if self._plan is not None:
            self._as_of.setText(self.tr("As of {time}").format(time=self._texts.zoned(self._plan.at)))


def _look(services: Services) -> _Seen:
    refunds = services.orders.page(OrderQuery(statuses=REFUND_STATUSES), limit=1).orders
    return _Seen(services.plans.details(), next(iter(refunds), None), services.organization.overview())
