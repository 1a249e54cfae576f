"""A page that asks the services what it shows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea

from supportplan_desktop.domain.errors import Refusal
from supportplan_desktop.ui.wizards.pages.refusal import RefusalBanner
from supportplan_desktop.ui.wizards.wizard import FlowPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import IntEnum

    from supportplan_desktop.flows.flow import Flow
    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

T = TypeVar("T")


class AskingPage(FlowPage):
    """Holds the session and a banner for refusals, which the page puts where it belongs in its content."""

    def __init__(self, flow: Flow[Any, Any], step: IntEnum, session: Session, texts: Texts) -> None:
        super().__init__(flow, step, session.tasks)
        self.session = session
        self.texts = texts
        self.refusal = RefusalBanner(texts, session.catalogue)
        self._question = 0

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

    def show_refusal(self, error: Refusal) -> None:
        """Show it in the page's banner, and the banner; a server that cannot be asked is known to the window too."""
        self.session.hear(error)
        self.refusal.show_error(error, self.remedy)
        QTimer.singleShot(0, self.refusal, self._show_banner)

    def _show_banner(self) -> None:
        scroll = self.findChild(QScrollArea)
        if scroll is not None:
            scroll.ensureWidgetVisible(self.refusal)

    def _hear(self, number: int, then: Callable[[Any], None], answer: object) -> None:
        if number == self._question:
            then(answer)

    def _not_told(self, error: BaseException) -> None:
        if isinstance(error, Refusal):
            self.show_refusal(error)
        else:
            self.tasks.crashed.emit(error)
