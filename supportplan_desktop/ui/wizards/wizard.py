"""What every wizard shares: a course asked from its flow, one command at a time, header, summary and footer.

QWizard keeps the pages, the history and its button roles. Its layout is dressed, not replaced: the header stands
where a menu bar would, the footer behind QWizard's own row of buttons, the summary beside the page's content.

No item of QWizard's layout is ever asked for (`itemAt`): QWizard deletes its items without PySide hearing of it, and
what is later made at such an address is destroyed in the name of the item that was there before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
    QWizard,
)
from shiboken6 import isValid

from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.theme.type import Role as TextRole
from supportplan_desktop.ui.theme.type import set_role
from supportplan_desktop.ui.widgets import Icon, Label, scrolled, set_state
from supportplan_desktop.ui.wizards.page import GAP, MARGIN, MARGIN_TOP, FlowPage

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from supportplan_desktop.flows.flow import Flow

__all__ = ["FlowPage", "FlowWizard"]

Role = QWizard.WizardButton

_ROLES = {
    Role.BackButton: "wizard.back",
    Role.NextButton: "wizard.next",
    Role.FinishButton: "wizard.finish",
    Role.CancelButton: "wizard.cancel",
    Role.CustomButton1: "wizard.custom1",
    Role.CustomButton2: "wizard.custom2",
}
_PRIMARY = (Role.NextButton, Role.FinishButton)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BUSY_SHOWN_AFTER_MS = 150
_SUMMARY = 320
_SUMMARY_NARROW = 284
_NARROW_BELOW = 1000
_FOOTER = 64
_FOOTER_PADDING = 15
_FOOTER_GAP = 8


class FlowWizard(Retranslated, QWizard):
    """A window-modal dialog whose steps are those of `flow`; show it with `open()`.

    Pages are added with `add`. While a command of its own is in flight the wizard stays as it is: it goes neither on
    nor back and cannot be closed. Enter presses the primary button where the page allows it. A subclass that sets words
    extends `retranslate` and calls it once more at the end of its own `__init__`.
    """

    busy_changed = Signal(bool)

    def __init__(self, flow: Flow[Any, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flow = flow
        self._in_flight = 0
        self._focus: QWidget | None = None
        self._summary: QScrollArea | None = None
        self._footer = QFrame(self)
        self._footer.setObjectName("wizard.footer")
        self._footer.setProperty("panel", "footer")
        self._footer.setMinimumHeight(_FOOTER)
        self._note_icon = Icon("info")
        self._note = Label(TextRole.SMALL, "text2", wraps=True)
        self._note.setObjectName("wizard.note")
        self._progress = QProgressBar(self, minimum=0, maximum=0, textVisible=False)
        self._progress.setObjectName("wizard.progress")
        self._progress.setFixedSize(96, 4)
        self._progress.hide()
        self._patience = QTimer(self, singleShot=True, interval=_BUSY_SHOWN_AFTER_MS)
        self._patience.timeout.connect(self._show_progress)
        # Qt's own child that holds pages and buttons; kept, because its layout's wrapper lives no longer than its own.
        self._root = cast("QWidget", self.button(Role.NextButton).parentWidget())
        self._primary = [self.button(role) for role in _PRIMARY]
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setOption(QWizard.WizardOption.NoCancelButtonOnLastPage)
        self.setOption(QWizard.WizardOption.NoBackButtonOnLastPage)
        self.setMinimumSize(960, 620)
        self.resize(1048, 744)
        for role, name in _ROLES.items():
            button = self.button(role)
            button.setObjectName(name)
            set_role(button, TextRole.MEDIUM)
            button.installEventFilter(self)
        self.currentIdChanged.connect(self._enter_page)
        FlowWizard.retranslate(self)

    # For the wizards built on this

    def add(self, page: FlowPage) -> None:
        """Add the page under its step."""
        self.setPage(page.step, page)
        page.completeChanged.connect(self._update_buttons)
        if page.step == self.flow.first:
            self.setStartId(page.step)

    def set_header(self, header: QWidget) -> None:
        """Put a widget over the whole width, above the pages; it follows `currentIdChanged` by itself."""
        self._grid().setMenuBar(header)

    def set_summary(self, summary: QWidget) -> None:
        """Put a widget beside the content of every page that shows the summary."""
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(GAP, MARGIN_TOP, MARGIN, MARGIN_TOP)
        layout.addWidget(summary)
        layout.addStretch(1)
        self._summary = scrolled(column)
        self._fit_summary()

    @property
    def busy(self) -> bool:
        """Whether a command of this wizard is in flight."""
        return self._in_flight > 0

    # For its pages

    def begin(self) -> None:
        """A command of a page sets out: hold everything until `end`."""
        self._in_flight += 1
        if self._in_flight == 1:
            self._focus = self.focusWidget()
            self._patience.start()
            self._tell_busy()

    def end(self) -> None:
        """The answer came."""
        self._in_flight -= 1
        if not self._in_flight:
            self._patience.stop()
            self._progress.hide()
            self._tell_busy()
            if self._focus is not None and isValid(self._focus):
                self._focus.setFocus()
            self._focus = None

    def proceed(self) -> None:
        """Leave the current page forwards: to the next one, or out after the last."""
        if self.nextId() == -1:
            self.accept()
        else:
            self.next()

    def show_note(self, page: FlowPage) -> None:
        """Show the note of that page in the footer, if it is the one shown."""
        if page is self.currentPage():
            self._note.setText(page.note)
            self._note_icon.set_icon(page.note_icon, "text2")
            self._note_icon.setVisible(bool(page.note))

    # Its own

    def _tell_busy(self) -> None:
        self.busy_changed.emit(self.busy)
        if isinstance(page := self.currentPage(), FlowPage):
            page.hold(self.busy)

    def _show_progress(self) -> None:
        self._progress.show()

    def _enter_page(self, step: int) -> None:
        page = self.page(step)
        if not isinstance(page, FlowPage):
            return  # the wizard has just been reset
        self.setButtonLayout(list(page.footer))
        for role, kind in page.footer.items():
            set_state(self.button(role), "kind", kind)
        if self._summary is not None and page.shows_summary:
            page.take_summary(self._summary)
        self._dress()
        self.show_note(page)
        self._update_buttons()

    def _update_buttons(self) -> None:
        """After QWizard, which knows of pages and history only: what the flow allows and whether there is time."""
        if isinstance(page := self.currentPage(), FlowPage):
            visited = len(self.visitedIds()) > 1
            self.button(Role.BackButton).setEnabled(visited and not self.busy and self.flow.back_allowed(page.step))
            for role in (Role.CancelButton, Role.CustomButton1, Role.CustomButton2):
                self.button(role).setEnabled(not self.busy)

    def _dress(self) -> None:
        """Put the footer around QWizard's buttons, which QWizard lays out anew for a page or a style."""
        grid = self._grid()
        row = next(layout for layout in grid.children() if isinstance(layout, QHBoxLayout))
        frame = cast("QFrame", self.currentPage().parentWidget())
        frame.setFrameShape(QFrame.Shape.NoFrame)
        frame.setAutoFillBackground(False)
        cast("QVBoxLayout", frame.layout()).setContentsMargins(0, 0, 0, 0)
        for widget in self._root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if widget not in (frame, self._footer) and grid.indexOf(widget) >= 0:
                widget.hide()  # QWizard's ruler: the footer draws its own edge
        if grid.indexOf(self._footer) < 0:
            top, left, height, width = cast("tuple[int, int, int, int]", grid.getItemPosition(grid.indexOf(row)))
            grid.addWidget(self._footer, top, left, height, width)
        self._footer.lower()
        self._footer.show()
        row.setContentsMargins(MARGIN, _FOOTER_PADDING, MARGIN, _FOOTER_PADDING)
        row.setSpacing(_FOOTER_GAP)
        if row.indexOf(self._note) < 0:
            row.insertWidget(0, self._note_icon)
            row.insertWidget(1, self._note, 1)
            row.insertWidget(2, self._progress, 0, Qt.AlignmentFlag.AlignVCenter)
        self._note.show()

    def _fit_summary(self) -> None:
        if self._summary is not None:
            width = _SUMMARY if self.width() >= _NARROW_BELOW else _SUMMARY_NARROW
            self._summary.setFixedWidth(GAP + width + MARGIN)

    def _grid(self) -> QGridLayout:
        return cast("QGridLayout", self._root.layout())

    def _press_primary(self, event: QKeyEvent) -> None:
        """Once for each time Enter is pressed, and not where that would pay."""
        page = self.currentPage()
        if event.isAutoRepeat() or not isinstance(page, FlowPage) or not page.enter_advances():
            return
        for role in _PRIMARY:
            if (button := self.button(role)).isVisible():
                button.click()
                return

    def retranslate(self) -> None:
        """The words of the buttons, where a page has no others."""
        self.setButtonText(Role.BackButton, self.tr("&Back"))
        self.setButtonText(Role.NextButton, self.tr("&Next"))
        self.setButtonText(Role.FinishButton, self.tr("&Done"))
        self.setButtonText(Role.CancelButton, self.tr("Cancel"))
        self._progress.setAccessibleName(self.tr("In progress"))

    # Qt overrides

    def reject(self) -> None:
        """Close, unless a command is in flight; Escape, Cancel and the window's own button all come here."""
        if not self.busy:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._press_primary(event)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Of the buttons: the second click of a double click would press what just moved under the pointer."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            if watched in self._primary:
                self._press_primary(event)
                return True
            return event.isAutoRepeat()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_summary()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and isinstance(self.currentPage(), FlowPage):
            self._dress()
