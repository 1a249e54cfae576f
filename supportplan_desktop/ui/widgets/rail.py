"""The navigation rail: the pages of the window, wide with words or narrow with icons and tool tips."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supportplan_desktop.ui.theme.icons import paint_icon
from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.type import Role, font
from supportplan_desktop.ui.widgets.plain import Label

WIDE, NARROW = 232, 62
_ITEM, _ICON = 38, 18


class _Logo(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(24, 24)
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tokens.accent))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        paint_icon(painter, "plan", QRectF(4, 4, 16, 16), colour(tokens.on_accent))


class _Item(QAbstractButton):
    def __init__(self, name: str, icon_name: str) -> None:
        super().__init__()
        self._icon_name, self._badge, self.is_narrow = icon_name, 0, False
        self.setObjectName(f"navigation.{name}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def set_badge(self, count: int, spoken: str) -> None:
        self._badge = count
        self.setAccessibleDescription(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, _ITEM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(QPen(colour(tokens.border), 1))
            painter.setBrush(colour(tokens.surface))
            painter.drawRoundedRect(area, 8, 8)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(tokens.hover))
            painter.drawRoundedRect(area, 8, 8)
        tint = tokens.info.text if self.isChecked() else tokens.text2
        left = (self.width() - _ICON) / 2 if self.is_narrow else 12.0
        place = QRectF(left, (self.height() - _ICON) / 2, _ICON, _ICON)
        paint_icon(painter, self._icon_name, place, colour(tint))
        if not self.is_narrow:
            painter.setFont(font(Role.MEDIUM if self.isChecked() else Role.BODY))
            painter.setPen(colour(tokens.text if self.isChecked() else tokens.text2))
            painter.drawText(area.adjusted(40, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._badge:
            self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        tokens = theme().tokens
        text = str(self._badge) if self._badge < 100 else "99+"  # noqa: PLR2004 - three digits do not fit
        painter.setFont(font(Role.SMALLSTRONG))
        width = max(20.0, QFontMetricsF(painter.font()).horizontalAdvance(text) + 10)
        top = 2.0 if self.is_narrow else (self.height() - 18) / 2
        badge = QRectF(self.width() - width - (1 if self.is_narrow else 9), top, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tokens.accent))
        painter.drawRoundedRect(badge, 9, 9)
        painter.setPen(colour(tokens.on_accent))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)


class NavigationRail(QFrame):
    """Pages by name; `bottom` ones stand at the lower end."""

    chosen = Signal(str)
    """(name): the user wants another page."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "rail")
        self._items: dict[str, _Item] = {}
        self._title = Label(Role.H3)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 0, 0)
        head.setSpacing(10)
        head.addWidget(_Logo())
        head.addWidget(self._title, 1)
        self._upper, self._lower = QVBoxLayout(), QVBoxLayout()
        for part in (self._upper, self._lower):
            part.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 17, 10, 13)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addSpacing(22)
        layout.addLayout(self._upper)
        layout.addStretch()
        layout.addLayout(self._lower)
        self.set_narrow(is_narrow=False)

    def add(self, name: str, icon_name: str, *, is_bottom: bool = False) -> None:
        """Offer a page."""
        item = self._items[name] = _Item(name, icon_name)
        item.clicked.connect(lambda: self.chosen.emit(name))
        (self._lower if is_bottom else self._upper).addWidget(item)

    def set_words(self, title: str, names: dict[str, str]) -> None:
        """Set the product's title and the pages' words."""
        self._title.setText(title)
        for name, word in names.items():
            item = self._items[name]
            item.setText(word)
            item.setAccessibleName(word)
            item.setToolTip(word if item.is_narrow else "")

    def set_current(self, name: str) -> None:
        """Mark the page that is shown."""
        self._items[name].setChecked(True)

    def set_badge(self, name: str, count: int, spoken: str) -> None:
        """Count something at a page; `spoken` says it to screen readers."""
        self._items[name].set_badge(count, spoken)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show icons only, or words too."""
        self.setFixedWidth(NARROW if is_narrow else WIDE)
        self._title.setVisible(not is_narrow)
        for item in self._items.values():
            item.is_narrow = is_narrow
            item.setToolTip(item.text() if is_narrow else "")
            item.update()
