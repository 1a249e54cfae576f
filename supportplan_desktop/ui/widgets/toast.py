"""A short notice over the corner of a window; it goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets.banner import ICONS, Icon
from supportplan_desktop.ui.widgets.plain import Button, Label

_SHADOW, _MARGIN, _RINGS = 14, 14, 12
_STAYS_MS = 6000


class Toast(QWidget):
    """A raised notice at the bottom right of `over`; it stays 6 s, longer under the pointer or the focus."""

    def __init__(self, over: QWidget, bottom_margin: int = 16) -> None:
        super().__init__(over)
        self._over, self._bottom = over, bottom_margin
        self.title = Label(Role.STRONG)
        self.body = Label(Role.SMALL, "text2", wraps=True)
        self.body.setMinimumWidth(180)
        self.action = Button("ghost", compact=True)
        self._icon = Icon("check_circle", "success", 20)
        self._close = Button("ghost", "close", compact=True)
        self._close.clicked.connect(self.hide)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.body)
        layout = QHBoxLayout(self)
        pad = _SHADOW + 10
        layout.setContentsMargins(pad + 4, pad, pad - 2, pad)
        layout.setSpacing(12)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 1)
        layout.addWidget(self.action)
        layout.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAYS_MS)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)
        theme().changed.connect(self.update)
        self.hide()

    def say(self, title: str, body: str = "", *, close: str, action: str = "", tone: str = "success") -> None:
        """Show a notice; `close` names the button that ends it, an empty action offers none.

        The tone is success, info, warning or danger.
        """
        self._icon.set_icon(ICONS[tone], tone)
        self.title.setText(title)
        self.body.setText(body)
        self.body.setVisible(bool(body))
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._close.setAccessibleName(close)
        self._close.setToolTip(close)
        self.setAccessibleName(f"{title} {body}".strip())
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            self._timer.stop()
        elif old is not None and self.isAncestorOf(old):
            self._timer.start()

    def _place(self) -> None:
        x = self._over.width() - self.width() - _MARGIN
        self.move(max(0, x), max(0, self._over.height() - self.height() - self._bottom))

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ring in range(_RINGS):
            painter.setPen(QPen(colour(tokens.shadow, 0.045 * (1 - ring / _RINGS)), 1.5))
            painter.drawRoundedRect(card.adjusted(-ring, -ring + 2, ring, ring + 2), 10 + ring, 10 + ring)
        painter.setPen(QPen(colour(tokens.border), 1))
        painter.setBrush(colour(tokens.raised))
        painter.drawRoundedRect(card, 10, 10)
