"""One step of a wizard: it shows its part of the draft, and what it commits it commits before one goes on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget, QWizard, QWizardPage

from supportplan_desktop.domain.errors import Refusal
from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.widgets import scrolled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import IntEnum

    from supportplan_desktop.flows.flow import Flow
    from supportplan_desktop.ui.tasks import Tasks
    from supportplan_desktop.ui.wizards.wizard import FlowWizard

T = TypeVar("T")
Role = QWizard.WizardButton

MARGIN = 28
MARGIN_TOP = 22
GAP = 12  # each on its side; a scroll bar stands between the two


class FlowPage(Retranslated, QWizardPage):
    """The page of the step `step`; what it shows goes into the layout `content`, which scrolls.

    A subclass fills itself in `initializePage` (called each time one comes here forwards; what was typed stays when
    one goes back), keeps the flow's draft up to date and emits `completeChanged`. Where leaving it does something,
    `submit` returns that as a call without arguments for a worker; its value goes to `succeeded` and the wizard moves
    on, a refusal goes to `show_refusal` and the wizard stays. No title is set: QWizard would draw it.
    """

    changes: ClassVar[Change] = Change.NONE
    """What the submitted command may change."""
    commits_payment: ClassVar[bool] = False
    """Whether the primary button spends money: then Enter does not press it."""
    shows_summary: ClassVar[bool] = True
    footer: ClassVar[Mapping[QWizard.WizardButton, str]] = {
        Role.CancelButton: "ghost",
        Role.BackButton: "secondary",
        Role.NextButton: "primary",
        Role.FinishButton: "primary",
    }
    """The buttons from left to right, each with its kind; their words are set with `setButtonText`."""

    def __init__(self, flow: Flow[Any, Any], step: IntEnum, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flow = flow
        self.step = step
        self.tasks = tasks
        self.note = ""
        self.note_icon = "info"
        self._settled = False
        self._body = QWidget()
        self._body.setObjectName("wizard.body")
        self.content = QVBoxLayout(self._body)
        self.content.setContentsMargins(MARGIN, MARGIN_TOP, MARGIN, MARGIN_TOP)
        self.content.setSpacing(12)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(scrolled(self._body), 1)

    # For the pages built on this

    def submit(self) -> Callable[[], object] | None:
        """What leaving this page forwards does, to be run on a worker; None where it does nothing."""
        return None

    def succeeded(self, _value: Any) -> None:  # noqa: ANN401 - what `submit` returns is the page's own affair
        """The submitted command has brought this value; the wizard moves on after this."""

    def show_refusal(self, error: Refusal) -> None:
        """Say on the page what was refused and what to do; a page that expects none leaves it to the crash dialog."""
        self.tasks.crashed.emit(error)

    def enter_advances(self) -> bool:
        """Whether Enter presses the primary button."""
        return not self.commits_payment

    def set_note(self, note: str, icon: str = "info") -> None:
        """One sentence at the left of the footer, behind the drawing of that name; "" for none."""
        self.note = note
        self.note_icon = icon
        if self._is_in_a_wizard():
            self._wizard.show_note(self)

    def command(self, call: Callable[[], T], then: Callable[[T], object], changes: Change = Change.NONE) -> None:
        """Run a command of this page: the wizard waits for it; refusals go to `show_refusal`."""
        self._wizard.begin()
        self.tasks.command(self, call, partial(self._answered, then), self._failed, changes)

    # For the wizard

    def hold(self, busy: bool) -> None:
        """Let nothing be entered while a command is in flight."""
        self._body.setEnabled(not busy)
        self.completeChanged.emit()

    def take_summary(self, summary: QWidget) -> None:
        """Show the wizard's one summary beside the content."""
        self.content.setContentsMargins(MARGIN, MARGIN_TOP, GAP, MARGIN_TOP)
        self._row.addWidget(summary)
        summary.show()

    # Its own

    @property
    def _wizard(self) -> FlowWizard:
        return cast("FlowWizard", self.wizard())

    def _is_in_a_wizard(self) -> bool:
        return self.wizard() is not None

    def _answered(self, then: Callable[[T], object], value: T) -> None:
        self._wizard.end()
        then(value)

    def _failed(self, error: Exception) -> None:
        self._wizard.end()
        if isinstance(error, Refusal):
            self.show_refusal(error)
        else:
            self.tasks.crashed.emit(error)

    def _advance(self, value: object) -> None:
        self.succeeded(value)
        self._settled = True
        try:
            self._wizard.proceed()
        finally:
            self._settled = False

    # Qt overrides

    def isComplete(self) -> bool:
        busy = self._is_in_a_wizard() and self._wizard.busy
        return not busy and self.flow.complete(self.step)

    def nextId(self) -> int:
        following = self.flow.after(self.step)
        return -1 if following is None else int(following)

    def validatePage(self) -> bool:
        """Commit before leaving: the first call sets out and says no, the answer calls again and is let through."""
        if self._settled:
            return True
        if not self.isComplete():
            return False
        call = self.submit()
        if call is None:
            return True
        self.command(call, self._advance, self.changes)
        return False

    def cleanupPage(self) -> None:
        """Keep what was typed: Qt would set fields back when one leaves the page backwards."""
