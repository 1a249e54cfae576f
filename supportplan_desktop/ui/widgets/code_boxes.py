"""Six boxes for a verification code, painted over one line edit that does the typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QRectF, QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QRegularExpressionValidator,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.type import Role, font

_WIDTH, _HEIGHT, _GAP, _MIDDLE_GAP = 50, 56, 8, 12


class CodeBoxes(QLineEdit):
    """A code of so many digits: one accessible field, drawn as boxes. Digits are found in whatever is pasted."""

    completed = Signal(str)
    """(code): all digits are there."""

    def __init__(self, digits: int = 6) -> None:
        super().__init__()
        self._digits = digits
        self._is_wrong = False
        self.setMaxLength(digits)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text)
        theme().changed.connect(self.update)

    def set_wrong(self, *, is_wrong: bool) -> None:
        """Show that the code was refused; typing takes it back."""
        self._is_wrong = is_wrong
        self.update()

    def _on_text(self, text: str) -> None:
        self._is_wrong = False
        self.update()
        if len(text) == self._digits:
            self.completed.emit(text)

    def _paste(self) -> None:
        pasted = "".join(letter for letter in QGuiApplication.clipboard().text() if letter in "0123456789")
        if pasted:
            self.setText(pasted[: self._digits])

    def _box(self, number: int) -> QRectF:
        shift = _MIDDLE_GAP if number >= self._digits // 2 else 0
        return QRectF(number * (_WIDTH + _GAP) + shift, 0, _WIDTH, _HEIGHT)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(round(self._box(self._digits - 1).right()) + 1, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
            return
        if event.text().isdigit() and len(self.text()) == self._digits and not self.hasSelectedText():
            self.setText("")  # a new code is typed over the old one
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._paste()
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(Role.CODE))
        text = self.text()
        for number in range(self._digits):
            is_next = self.hasFocus() and number == min(len(text), self._digits - 1)
            self._paint_box(painter, self._box(number), text[number : number + 1], is_next=is_next)
        if not self.isEnabled():
            painter.fillRect(self.rect(), colour(tokens.surface, 0.5))

    def _paint_box(self, painter: QPainter, box: QRectF, digit: str, *, is_next: bool) -> None:
        tokens = theme().tokens
        line, ground, ink = tokens.border_control, tokens.surface, tokens.text
        if self._is_wrong:
            line, ground, ink = tokens.danger.text, tokens.danger.soft, tokens.danger.text
        elif is_next:
            line = tokens.focus
        width = 2 if is_next else 1
        painter.setPen(QPen(colour(line), width))
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        painter.setPen(colour(ink))
        if digit:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, digit)
        elif is_next:
            centre = box.center()
            painter.setPen(QPen(colour(tokens.text), 1.5))
            painter.drawLine(QLineF(centre.x(), centre.y() - 10, centre.x(), centre.y() + 10))
