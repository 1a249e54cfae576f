"""A page that asks the services what it shows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea

from supportplan_desktop.domain.errors import OrderNotFound, Refusal
from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.session import is_lost
from supportplan_desktop.ui.wizards.pages.refusal import RefusalBanner
from supportplan_desktop.ui.wizards.wizard import FlowPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import IntEnum
    from uuid import UUID

    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.flows.flow import Flow
    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

T = TypeVar("T")


def _found(services: Services, order_id: UUID) -> Order | None:
    """The order of that id, None where it was never generated."""
    try:
        return services.orders.get(order_id)
    except OrderNotFound:
        return None


class AskingPage(FlowPage):
    """Holds the session and a banner for refusals, which the page puts where it belongs in its content.

    What a server could not be asked for is asked again once it answers. A command whose answer was lost may have been
    carried out all the same: then the order is asked for, and the page goes on as the answer would have let it.
    """

    def __init__(self, flow: Flow[Any, Any], step: IntEnum, session: Session, texts: Texts) -> None:
        super().__init__(flow, step, session.tasks)
        self.session = session
        self.texts = texts
        self.refusal = RefusalBanner(texts, session.catalogue)
        self._question = 0
        self._is_submitting = self._is_unheard = False
        session.reached.connect(self._recover)

    @property
    def services(self) -> Services:
        """The services, for commands that run on a worker."""
        return self.session.now.services

    def ask(self, call: Callable[[Services], T], then: Callable[[T], None]) -> None:
        """Ask the services; only the page's latest question is heard. A refusal comes to `show_refusal`."""
        self._question += 1
        number = self._question
        self.session.query(self, call, partial(self._hear, number, then), partial(self._hear, number, self._not_told))

    def forget(self) -> None:
        """Hear no answer to what was asked so far."""
        self._question += 1

    def remedy(self, _error: Refusal) -> str:
        """The word of the button that helps against a refusal; none unless the page knows one."""
        return ""

    def load(self) -> None:
        """Ask for what the page shows; what the user has chosen stays."""
        raise NotImplementedError

    def is_settled(self, _order: Order) -> bool:
        """Whether the order, asked for after the answer to `submit` was lost, is what that answer would have been."""
        return True

    def nothing_done(self, _order: Order | None) -> None:
        """What was submitted has not been done, and the order stands as it is; say so where that matters."""

    def command(self, call: Callable[[], T], then: Callable[[T], object], changes: Change = Change.NONE) -> None:
        """Run a command of this page; whether it is what leaving the page does is remembered for a lost answer."""
        self._is_submitting = then == self._advance
        super().command(call, then, changes)

    def find_out(self) -> None:
        """Ask what became of what was submitted."""
        order_id = self.flow.draft.order_id
        self.ask(lambda services: _found(services, order_id), self._found)

    def show_refusal(self, error: Refusal) -> None:
        """Show it in the page's banner, and the banner."""
        self.refusal.show_error(error, self.remedy)
        QTimer.singleShot(0, self.refusal, self._show_banner)

    def _show_banner(self) -> None:
        scroll = self.findChild(QScrollArea)
        if scroll is not None:
            scroll.ensureWidgetVisible(self.refusal)

    def _hear(self, number: int, then: Callable[[Any], None], answer: object) -> None:
        if number == self._question:
            then(answer)

    def _recover(self) -> None:
        """The server has answered, whoever asked."""
        error = self.refusal.error
        if error is None or not is_lost(error) or not self._is_in_a_wizard() or self._wizard.busy:
            return
        if self._is_unheard:
            self.refusal.clear()
            self.find_out()
        elif self._wizard.currentPage() is self:
            self.refusal.clear()
            self.load()

    def _found(self, order: Order | None) -> None:
        self._is_unheard = False
        if order is not None and self.is_settled(order):
            self._advance(order)
        else:
            self.nothing_done(order)
            self.load()

    def _answered(self, then: Callable[[T], object], value: T) -> None:
        self._is_unheard = False
        super()._answered(then, value)
        self.session.hear(None)

    def _failed(self, error: Exception) -> None:
        self._is_unheard = self.session.is_remote and is_lost(error) and self._is_submitting
        super()._failed(error)
        if isinstance(error, Refusal):
            self.session.hear(error)

    def _not_told(self, error: BaseException) -> None:
        if isinstance(error, Refusal):
            self.show_refusal(error)
            if is_lost(error):
                self.session.hear(error)
        else:
            self.tasks.crashed.emit(error)
