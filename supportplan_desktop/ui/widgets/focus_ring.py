"""The focus made visible for the keyboard: one ring that follows it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QLineEdit,
    QWidget,
)
from shiboken6 import isValid

from supportplan_desktop.ui.theme.theme import colour, theme

_SHOW_THEIR_OWN = (QLineEdit, QComboBox, QDateTimeEdit)
_GAP, _WIDTH, _RADIUS = 3, 2, 11
_WATCHED = "focusRingWatches"


class FocusRing(QObject):
    """Follows the application's focus; made once. Inputs show their own border instead.

    Whether the focus came by keyboard is seen at the windows: a filter over the whole application would put Python
    between every event and its widget, dying ones included.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        self._by_keyboard = False
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
        if new is None:
            return
        self._watch(new.window().windowHandle())
        if not self._by_keyboard or isinstance(new, _SHOW_THEIR_OWN):
            return
        is_big = isinstance(new, QAbstractScrollArea) and not isinstance(new, QAbstractItemView)
        if not is_big and new.parentWidget() is not None:
            self._ring = _Ring(new)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None and not window.property(_WATCHED):
            window.setProperty(_WATCHED, True)
            window.installEventFilter(self)

    def _remove(self) -> None:
        if self._ring is not None and isValid(self._ring):  # it dies with the widget it stood around
            self._ring.leave()
        self._ring = None


class _Ring(QWidget):
    """Drawn on the parent of what has the focus, around it; gone with it, for the parent owns both."""

    def __init__(self, target: QWidget) -> None:
        super().__init__(target.parentWidget())
        self._target = target
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(target.geometry().adjusted(-_GAP, -_GAP, _GAP, _GAP))
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Go away."""
        self.hide()
        self.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(theme().tokens.focus), _WIDTH))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
