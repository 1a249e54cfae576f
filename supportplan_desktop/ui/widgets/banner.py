"""Banners: what happened, what to do, and at most two actions."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from supportplan_desktop.ui.theme.icons import icon
from supportplan_desktop.ui.theme.theme import theme
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets.plain import Label, set_state

ICONS = {"info": "info", "success": "check_circle", "warning": "warning", "danger": "cross_circle"}
_ICON = QSize(20, 20)


class Icon(QLabel):
    """A drawing in a token's colour; decoration, so screen readers pass it over."""

    def __init__(self, name: str, tint: str = "text2", side: int = 16) -> None:
        super().__init__()
        self._name, self._tint, self._side = name, tint, side
        self.setFixedSize(side, side)
        self._draw()
        theme().changed.connect(self._draw)

    def set_icon(self, name: str, tint: str) -> None:
        """Show another drawing."""
        self._name, self._tint = name, tint
        self._draw()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        pixmap = icon(self._name, self._tint).pixmap(QSize(self._side, self._side), ratio)
        self.setPixmap(pixmap)


class Banner(QFrame):
    """A strip of a tone (info, success, warning, danger) with a strong sentence, a body and actions."""

    def __init__(self, tone: str = "info", icon_name: str | None = None) -> None:
        super().__init__()
        self._icon_name = icon_name
        self.title = Label(Role.STRONG, wraps=True)
        self.body = Label(tone="text2", wraps=True)
        for label in (self.title, self.body):
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._icon = Icon(icon_name or ICONS[tone], tone, _ICON.width())
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.body)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 1)
        layout.addLayout(self._actions)
        self.set_tone(tone)
        self.set_texts("", "")

    def set_tone(self, tone: str) -> None:
        """Change the meaning."""
        set_state(self, "banner", tone)
        self._icon.set_icon(self._icon_name or ICONS[tone], tone)

    def set_texts(self, title: str, body: str = "") -> None:
        """Say something else; a visible banner is announced to screen readers."""
        self.title.setText(title)
        self.body.setText(body)
        self.body.setVisible(bool(body))
        place = Qt.AlignmentFlag.AlignTop if body else Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self._icon, place)
        self.setAccessibleName(" ".join(text for text in (title, body) if text))
        if self.isVisible():
            self._announce()

    def add_action(self, action: QWidget) -> None:
        """Put a button at the right end."""
        self._actions.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_with(self, tone: str, title: str, body: str = "") -> None:
        """Appear with that meaning and those words."""
        self.set_tone(tone)
        self.set_texts(title, body)
        self.setVisible(True)
        self._announce()

    def _announce(self) -> None:
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
