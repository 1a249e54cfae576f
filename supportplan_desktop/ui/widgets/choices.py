"""Choices: cards to choose one of, and the picker of durations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.type import Role, font
from supportplan_desktop.ui.widgets.marks import paint_radio

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import Tier

_RADIO = 16
_BETWEEN_FRAMES = 12


class _Choice(QAbstractButton):
    """One of several: checkable, chosen by mouse, Space and the arrow keys of its group."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self.update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()  # Enter belongs to the page
            return
        super().keyPressEvent(event)


class OptionCard(_Choice):
    """A card that can be chosen; its content is laid out in `body`. The frame takes the tier's colour when chosen.

    Without a tier the accent is used. `setAccessibleName` says what is chosen.
    """

    def __init__(self, tier: Tier | None = None) -> None:
        super().__init__()
        self._tier = tier
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(17, 16, 17, 14)
        self.body.setSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return self.body.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.body.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return self.body.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        return self.body.heightForWidth(width)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        accent = colour(theme().tier(self._tier).text if self._tier else tokens.accent)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if self.isChecked() else 1.0
        painter.setBrush(colour(tokens.hover if self.underMouse() and not self.isChecked() else tokens.surface))
        painter.setPen(QPen(accent if self.isChecked() else colour(tokens.border_strong), width))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 10, 10)
        mark = QRectF(self.width() - 17 - _RADIO, min(22, (self.height() - _RADIO) / 2), _RADIO, _RADIO)
        paint_radio(painter, mark, accent if self.isChecked() else None)


@dataclass(frozen=True, slots=True)
class Duration:
    """A duration to choose: months, how it is called, its end, whether it is in years, and what is said of it."""

    months: int
    count: str
    end: str
    is_years: bool
    spoken: str


class _DurationCell(_Choice):
    def __init__(self, duration: Duration, *, is_last: bool) -> None:
        super().__init__()
        self.duration = duration
        self._is_last = is_last
        self.setAccessibleName(duration.spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = max(
            QFontMetricsF(font(Role.STRONG)).horizontalAdvance(self.duration.count),
            QFontMetricsF(font(Role.CAPTION)).horizontalAdvance(self.duration.end),
        )
        return QSize(round(width) + 10, 54)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() - QSize(4, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.isChecked():
            painter.setPen(QPen(colour(tokens.accent), 2))
            painter.setBrush(colour(tokens.info.soft))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)
        else:
            if self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour(tokens.hover))
                painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 7, 7)
            if not self._is_last:
                painter.setPen(QPen(colour(tokens.border), 1))
                x = area.right() - 0.5
                painter.drawLine(QLineF(x, area.top() + 12, x, area.bottom() - 12))
        ink = tokens.info.text if self.isChecked() else tokens.text
        painter.setFont(font(Role.STRONG))
        painter.setPen(colour(ink))
        upper = QRectF(0, 8, area.width(), area.height() / 2 - 6)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, self.duration.count)
        painter.setFont(font(Role.CAPTION))
        painter.setPen(colour(tokens.info.text if self.isChecked() else tokens.text2))
        lower = QRectF(0, area.height() / 2 + 1, area.width(), area.height() / 2 - 9)
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, self.duration.end)


class _CellFrame(QWidget):
    def __init__(self, cells: list[_DurationCell]) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for cell in cells:
            layout.addWidget(cell, cell.sizeHint().width())
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(tokens.border_strong), 1))
        painter.setBrush(colour(tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class DurationPicker(QWidget):
    """Months and years in two frames, each with its end under it; arrow keys move the choice.

    Where both do not fit side by side the years stand below the months.
    """

    chosen = Signal(int)
    """(months): the user chose another duration."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_BETWEEN_FRAMES)
        self._frames: list[QWidget] = []
        self._group = QButtonGroup(self)
        self._cells: dict[int, _DurationCell] = {}

    @property
    def months(self) -> int | None:
        """What is chosen."""
        return next((months for months, cell in self._cells.items() if cell.isChecked()), None)

    def set_durations(self, durations: tuple[Duration, ...], months: int | None) -> None:
        """Offer these, with one of them chosen; nothing is signaled."""
        had_focus = any(cell.hasFocus() for cell in self._cells.values())
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._group.deleteLater()
        self._group = QButtonGroup(self)
        self._cells, self._frames = {}, []
        for is_years in (False, True):
            some = [duration for duration in durations if duration.is_years is is_years]
            cells = [_DurationCell(duration, is_last=duration is some[-1]) for duration in some]
            for cell in cells:
                cell.setObjectName(f"{self.objectName()}.{cell.duration.months}")
                self._cells[cell.duration.months] = cell
                self._group.addButton(cell)
            if cells:
                frame = _CellFrame(cells)
                self._frames.append(frame)
                self._layout.addWidget(frame, sum(cell.sizeHint().width() for cell in cells))
        self._place()
        if months in self._cells:
            self._cells[months].setChecked(True)
            if had_focus:
                self._cells[months].setFocus()
        self._group.buttonToggled.connect(self._tell)

    def choose(self, months: int) -> None:
        """Choose as a click would."""
        self._cells[months].click()

    def _tell(self, button: QAbstractButton, is_checked: bool) -> None:
        if is_checked and isinstance(button, _DurationCell):
            self.chosen.emit(button.duration.months)

    def _place(self) -> None:
        widths = [frame.minimumSizeHint().width() for frame in self._frames]
        fits = sum(widths) + _BETWEEN_FRAMES * (len(widths) - 1) <= self.width()
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        widest = max((frame.minimumSizeHint().width() for frame in self._frames), default=0)
        return QSize(widest, self._layout.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
