"""A switch: on or off, told by its place, a tick in its knob, and the words beside it."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from supportplan_desktop.ui.theme.icons import paint_icon
from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.widgets.states import reduced_motion

_SIZE = QSize(40, 24)
_MOVES_MS = 160
_KNOB_ON, _KNOB_OFF, _EDGE = 18.0, 14.0, 3.0
_TICK = 10.0


class Switch(QAbstractButton):
    """Pressed, by pointer, Space or Enter, it does not move but asks: what it stands for may be confirmed or refused.

    `set_on` shows what has come of it. The state is also its accessible description's business: set it in words.
    """

    wanted = Signal(bool)
    """(is_on): the user wants it that way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = 0.0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(_MOVES_MS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._move)
        theme().changed.connect(self.update)

    def set_on(self, *, is_on: bool) -> None:
        """Show that it is on or off; where it is seen, it slides there."""
        target = 1.0 if is_on else 0.0
        self.setChecked(is_on)
        self._animation.stop()
        if self.isVisible() and not reduced_motion() and target != self._place:
            self._animation.setStartValue(self._place)
            self._animation.setEndValue(target)
            self._animation.start()
        else:
            self._move(target)

    def _move(self, place: float) -> None:
        self._place = place
        self.update()

    # Qt overrides

    def nextCheckState(self) -> None:
        self.wanted.emit(not self.isChecked())

    def sizeHint(self) -> QSize:
        return _SIZE

    def hitButton(self, _place: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        groove = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        radius = groove.height() / 2
        if not self.isEnabled():
            on, off, edge = colour(tokens.disabled), colour(tokens.disabled_bg), colour(tokens.disabled)
        else:
            on = colour(tokens.accent_hover if self.underMouse() else tokens.accent)
            off = colour(tokens.hover if self.underMouse() else tokens.surface)
            edge = colour(tokens.border_control)
        painter.setPen(QPen(_between(edge, on, self._place), 1.5))
        painter.setBrush(_between(off, on, self._place))
        painter.drawRoundedRect(groove, radius, radius)
        side = _KNOB_OFF + (_KNOB_ON - _KNOB_OFF) * self._place
        first, last = _EDGE + 2 + _KNOB_OFF / 2, self.width() - _EDGE - _KNOB_ON / 2
        knob = QRectF(first + (last - first) * self._place - side / 2, (self.height() - side) / 2, side, side)
        if self._place < 0.5:  # noqa: PLR2004 - nearer to its left end
            painter.setPen(QPen(edge, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(knob.adjusted(0.75, 0.75, -0.75, -0.75))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tokens.on_accent if self.isEnabled() else tokens.disabled_bg))
        painter.drawEllipse(knob)
        tick = QRectF(0, 0, _TICK, _TICK)
        tick.moveCenter(knob.center())
        paint_icon(painter, "check", tick, on)


def _between(first: QColor, last: QColor, place: float) -> QColor:
    """The colour so far on the way from one to the other."""
    return QColor.fromRgbF(*(a + (b - a) * place for a, b in zip(first.getRgbF(), last.getRgbF(), strict=True)))  # type: ignore[call-overload]
