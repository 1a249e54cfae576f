"""The curve of an amount over the days of a term: steps by day, with a pill on the day that is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetricsF,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.type import Role, font

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportplan_desktop.domain.catalogue import TierColours

_STEPS = (Decimal(1), Decimal("1.5"), Decimal(2), Decimal("2.5"), Decimal(3), Decimal(4), Decimal(5), Decimal("7.5"))
_MOST_STEPS = 5
_TOP, _BELOW, _RIGHT = 18, 24, 8
_DOT, _LABEL_GAP, _PILL_GAP, _MARK_GAP = 4.5, 10, 12, 14
_WEEK = 7


@dataclass(frozen=True, slots=True)
class CurveDay:
    """A day of the curve: its value, the words of its pill, and the same as a sentence for screen readers."""

    value: Decimal
    pill: str
    spoken: str


def grid(lowest: Decimal, highest: Decimal) -> tuple[Decimal, ...]:
    """The values of four to six lines at round distances, from zero or below to the highest or above."""
    top, bottom = max(highest, Decimal(0)), min(lowest, Decimal(0))
    top = top if top > bottom else bottom + 1
    span = top - bottom
    scale = Decimal(1).scaleb(span.adjusted() - 1)
    sizes = (step * scale * ten for ten in (1, 10) for step in _STEPS)
    for size in sizes:
        first = (bottom / size).to_integral_value(ROUND_FLOOR)
        last = (top / size).to_integral_value(ROUND_CEILING)
        if last - first <= _MOST_STEPS:
            break
    return tuple(size * number for number in range(int(first), int(last) + 1))


class AmountCurve(QAbstractSlider):
    """One step a day. Left and right move the day that is looked at, Home and End go to the ends; so does the pointer.

    Words, figures and the days marked under the axis come from the caller.
    """

    def __init__(self) -> None:
        super().__init__()
        self._days: tuple[CurveDay, ...] = ()
        self._today = 0
        self._hovered: int | None = None
        self._marks: tuple[tuple[int, str], ...] = ()
        self._colours: TierColours | None = None
        self._grid: tuple[tuple[Decimal, str], ...] = ()
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setPageStep(_WEEK)
        self.valueChanged.connect(self._tell)
        theme().changed.connect(self.update)

    def set_curve(
        self,
        days: tuple[CurveDay, ...],
        today: int,
        marks: tuple[tuple[int, str], ...],
        colours: TierColours,
        figures: Callable[[tuple[Decimal, ...]], tuple[str, ...]],
    ) -> None:
        """Show these days and look at today's, the one of that place; `marks` are places and words under the axis.

        `figures` writes the values of the grid beside its lines.
        """
        self._days, self._today, self._marks, self._colours = days, today, marks, colours
        values = grid(min(day.value for day in days), max(day.value for day in days))
        self._grid = tuple(zip(values, figures(values), strict=True))
        self._hovered = None
        self.setRange(0, len(days) - 1)
        self.setValue(today)
        self._tell()

    @property
    def shown(self) -> CurveDay | None:
        """The day whose pill is shown; None before there is a curve."""
        return self._days[self._place()] if self._days else None

    def _place(self) -> int:
        return self.value() if self._hovered is None else self._hovered

    def _tell(self) -> None:
        if self._days:
            self.setAccessibleDescription(self._days[self.value()].spoken)
            if self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    # Where things are

    def _area(self) -> QRectF:
        metrics = QFontMetricsF(font(Role.SMALL))
        left = max((metrics.horizontalAdvance(text) for _, text in self._grid), default=0) + _LABEL_GAP
        return QRectF(left, _TOP, self.width() - left - _RIGHT, self.height() - _TOP - _BELOW)

    def _x(self, place: int) -> float:
        area = self._area()
        return area.left() + area.width() * place / max(1, len(self._days) - 1)

    def _y(self, value: Decimal) -> float:
        area, (bottom, top) = self._area(), (self._grid[0][0], self._grid[-1][0])
        return area.bottom() - area.height() * float((value - bottom) / (top - bottom))

    def _place_at(self, x: float) -> int:
        area = self._area()
        share = (x - area.left()) / max(1.0, area.width())
        return min(max(int(share * (len(self._days) - 1)), 0), len(self._days) - 1)

    def _steps(self, first: int, last: int) -> QPainterPath:
        """From one day to another: level through each day, then down or up to the next."""
        path = QPainterPath(QPointF(self._x(first), self._y(self._days[first].value)))
        for place in range(first + 1, last + 1):
            x = self._x(place)
            path.lineTo(x, self._y(self._days[place - 1].value))
            path.lineTo(x, self._y(self._days[place].value))
        return path

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._colours is None or not self._days:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_grid(painter)
        self._paint_marks(painter)
        self._paint_curve(painter, self._colours.text)
        self._paint_pill(painter)

    def _paint_grid(self, painter: QPainter) -> None:
        tokens, area = theme().tokens, self._area()
        painter.setFont(font(Role.SMALL))
        half = QFontMetricsF(painter.font()).height() / 2
        for value, text in self._grid:
            y = round(self._y(value)) + 0.5
            painter.setPen(QPen(colour(tokens.border_strong if not value else tokens.border), 1))
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
            painter.setPen(colour(tokens.muted))
            label = QRectF(0, y - half, area.left() - _LABEL_GAP, 2 * half)
            painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_marks(self, painter: QPainter) -> None:
        """The days under the axis; the first and the last always, those between where there is room."""
        tokens, area = theme().tokens, self._area()
        painter.setFont(font(Role.SMALL))
        metrics = QFontMetricsF(painter.font())
        taken: list[tuple[float, float]] = []
        for place, text in sorted(self._marks, key=lambda mark: mark[0] not in {0, len(self._days) - 1}):
            width = metrics.horizontalAdvance(text)
            x = self._x(place)
            left = min(max(x - width / 2, area.left() - 2), self.width() - width - 1)
            if any(left < end + _MARK_GAP and start - _MARK_GAP < left + width for start, end in taken):
                continue
            taken.append((left, left + width))
            painter.setPen(QPen(colour(tokens.border_strong), 1))
            painter.drawLine(QLineF(x, area.bottom(), x, area.bottom() + 4))
            painter.setPen(colour(tokens.muted))
            painter.drawText(QPointF(left, area.bottom() + 8 + metrics.ascent()), text)

    def _paint_curve(self, painter: QPainter, ink: str) -> None:
        tokens, zero = theme().tokens, self._y(Decimal(0))
        last = len(self._days) - 1
        ahead = self._steps(self._today, last)
        filled = QPainterPath(ahead)
        filled.lineTo(self._x(last), zero)
        filled.lineTo(self._x(self._today), zero)
        fill = QLinearGradient(QPointF(0, ahead.boundingRect().top()), QPointF(0, zero))
        fill.setColorAt(0, colour(ink, 0.22))
        fill.setColorAt(1, colour(ink, 0.03))
        painter.fillPath(filled, fill)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(tokens.muted), 1.3, Qt.PenStyle.DotLine))
        painter.drawPath(self._steps(0, self._today))
        pen = QPen(colour(ink), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawPath(ahead)
        painter.setPen(QPen(colour(ink), 1.2, Qt.PenStyle.DashLine))
        x = self._x(self._today)
        painter.drawLine(QLineF(x, self._y(self._days[self._today].value), x, zero))
        self._paint_dot(painter, self._today, ink)
        if self._place() != self._today:
            self._paint_dot(painter, self._place(), ink)

    def _paint_dot(self, painter: QPainter, place: int, ink: str) -> None:
        painter.setPen(QPen(colour(theme().tokens.surface), 2))
        painter.setBrush(colour(ink))
        painter.drawEllipse(QPointF(self._x(place), self._y(self._days[place].value)), _DOT + 1, _DOT + 1)

    def _paint_pill(self, painter: QPainter) -> None:
        """Beside the dot and above it, on the side where there is room."""
        tokens, place = theme().tokens, self._place()
        day = self._days[place]
        painter.setFont(font(Role.SMALLSTRONG))
        metrics = QFontMetricsF(painter.font())
        width, height = metrics.horizontalAdvance(day.pill) + 18, metrics.height() + 8
        x, y = self._x(place), self._y(day.value)
        left = x + _PILL_GAP if x + _PILL_GAP + width <= self.width() else x - _PILL_GAP - width
        pill = QRectF(max(left, 0), max(y - height - 2, 0), width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tokens.tip))
        painter.drawRoundedRect(pill, 5, 5)
        painter.setPen(colour(tokens.on_tip))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, day.pill)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(520, 210)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 170)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._days:
            self._hovered = self._place_at(event.position().x())
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._days:
            self.setValue(self._place_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls
