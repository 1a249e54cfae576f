"""A section that unfolds under a link."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPropertyAnimation
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supportplan_desktop.ui.theme.icons import icon
from supportplan_desktop.ui.widgets.plain import Button, set_state
from supportplan_desktop.ui.widgets.states import reduced_motion

_UNFOLDS_MS = 160
_NO_LIMIT = 16_777_215


class Unfolding(QWidget):
    """A link and the content it shows and hides."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.content = content
        self.link = Button("ghost", "chevron_right", compact=True)
        self.link.setCheckable(True)
        set_state(self.link, "flush", value=True)
        self.link.toggled.connect(self._unfold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        row = QVBoxLayout()
        row.addWidget(self.link)
        layout.addLayout(row)
        layout.addWidget(content)
        content.hide()
        self._animation = QPropertyAnimation(content, b"maximumHeight", self)
        self._animation.setDuration(_UNFOLDS_MS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.finished.connect(lambda: content.setMaximumHeight(_NO_LIMIT))

    def _unfold(self, is_open: bool) -> None:
        self.link.setIcon(icon("chevron_down" if is_open else "chevron_right", "info"))
        self._animation.stop()
        self.content.setMaximumHeight(_NO_LIMIT)
        self.content.setVisible(is_open)
        if is_open and self.isVisible() and not reduced_motion():
            self._animation.setStartValue(0)
            self._animation.setEndValue(self.content.sizeHint().height())
            self._animation.start()
