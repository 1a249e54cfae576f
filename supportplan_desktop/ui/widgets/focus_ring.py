"""The focus made visible for the keyboard: one ring that follows it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QLineEdit,
    QWidget,
)

from supportplan_desktop.ui.theme.theme import colour, theme

_REASONS = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
_SHOW_THEIR_OWN = (QLineEdit, QComboBox, QDateTimeEdit)
_GAP, _WIDTH, _RADIUS = 3, 2, 11


class FocusRing(QObject):
    """Watches the application's focus; made once. Inputs show their own border instead."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        self._by_keyboard = False
        app.installEventFilter(self)
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            self._by_keyboard = True
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._by_keyboard = False
            self._remove()
        return super().eventFilter(watched, event)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._remove()
        if new is None or not self._by_keyboard or isinstance(new, _SHOW_THEIR_OWN):
            return
        is_big = isinstance(new, QAbstractScrollArea) and not isinstance(new, QAbstractItemView)
        if not is_big and new.parentWidget() is not None:
            self._ring = _Ring(new)

    def _remove(self) -> None:
        if self._ring is not None:
            self._ring.leave()
            self._ring = None


class _Ring(QWidget):
    """Drawn on the parent of what has the focus, around it."""

    def __init__(self, target: QWidget) -> None:
        super().__init__(target.parentWidget())
        self._target = target
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        target.installEventFilter(self)
        target.destroyed.connect(self.leave)
        self._place()
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Go away."""
        self.hide()
        self.deleteLater()

    def _place(self) -> None:
        self.setGeometry(self._target.geometry().adjusted(-_GAP, -_GAP, _GAP, _GAP))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
            self._place()
        elif event.type() == QEvent.Type.Hide:
            self.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(theme().tokens.focus), _WIDTH))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
