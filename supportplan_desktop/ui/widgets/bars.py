"""Bars: a plan's term with today on it, and an amount split over its funds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.type import Role, font

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import TierColours

_TRACK, _GAP, _LEADING = 12, 3, 2
_BETWEEN_WORDS = 8


class TermKind(Enum):
    """What a part of the bar stands for."""

    CURRENT = "current"
    RENEWAL = "renewal"
    GRACE = "grace"
    RETENTION = "retention"


@dataclass(frozen=True, slots=True)
class TermPart:
    """A part of the bar from one day to another, with the name and the dates written under it."""

    kind: TermKind
    first: date
    last: date
    name: str
    dates: str


class TermBar(QWidget):
    """The paid terms linear in days, then grace and retention at a fixed width, with a pill on today."""

    _FIXED = 150
    _TOP = 30

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[TermPart, ...] = ()
        self._today = date.min
        self._pill = ""
        self._colours: TierColours | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def set_term(
        self, parts: tuple[TermPart, ...], today: date, pill: str, colours: TierColours, description: str
    ) -> None:
        """Show these parts with today's pill; `description` says the same to screen readers."""
        self._parts, self._today, self._pill, self._colours = parts, today, pill, colours
        self.setAccessibleName(description)
        self.setAccessibleDescription(description)
        self.update()

    def sizeHint(self) -> QSize:
        lines = QFontMetricsF(font(Role.SMALL)).height() + QFontMetricsF(font(Role.SMALLMED)).height()
        return QSize(480, round(self._TOP + _TRACK + 8 + lines + _LEADING))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def _areas(self) -> list[tuple[TermPart, QRectF]]:
        paid = [part for part in self._parts if part.kind in {TermKind.CURRENT, TermKind.RENEWAL}]
        after = len(self._parts) - len(paid)
        days = max(1, sum((part.last - part.first).days for part in paid))
        room = self.width() - after * self._FIXED - (len(self._parts) - 1) * _GAP
        areas, x = [], 0.0
        for part in self._parts:
            width = room * (part.last - part.first).days / days if part in paid else float(self._FIXED)
            areas.append((part, QRectF(x, self._TOP, width, _TRACK)))
            x += width + _GAP
        return areas

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        areas = self._areas()
        for part, area in areas:
            self._paint_part(painter, part, area)
        y = self._TOP + _TRACK + 6.0
        tokens = theme().tokens
        for role, tint, texts in (
            (Role.SMALLMED, tokens.text, [part.name for part in self._parts]),
            (Role.SMALL, tokens.muted, [part.dates for part in self._parts]),
        ):
            painter.setFont(font(role))
            painter.setPen(colour(tint))
            y += self._paint_line(painter, y, [area for _, area in areas], texts)
        self._paint_today(painter)

    def _paint_part(self, painter: QPainter, part: TermPart, area: QRectF) -> None:
        assert self._colours is not None
        tokens = theme().tokens
        fill = colour(self._colours.fill)
        painter.setPen(Qt.PenStyle.NoPen)
        if part.kind is TermKind.CURRENT:
            painter.setBrush(colour(self._colours.fill, 0.42 if theme().is_dark else 0.24))
            painter.drawRoundedRect(area, 4, 4)
            x = self._x_of_today(part, area)
            if x > area.left():
                painter.save()
                painter.setClipRect(QRectF(area.left(), area.top(), x - area.left(), area.height()))
                painter.setBrush(fill)
                painter.drawRoundedRect(area, 4, 4)
                painter.restore()
        elif part.kind is TermKind.RENEWAL:
            painter.setBrush(colour(self._colours.soft))
            painter.setPen(QPen(colour(self._colours.fill, 0.6), 1))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        else:
            tint = tokens.warning.text if part.kind is TermKind.GRACE else tokens.muted
            for brush in (colour(tint, 0.14), hatch(tint, rising=part.kind is TermKind.GRACE)):
                painter.setBrush(brush)
                painter.drawRoundedRect(area, 4, 4)

    def _paint_line(self, painter: QPainter, y: float, areas: list[QRectF], texts: list[str]) -> float:
        """Words under the parts that have room for them; today's part has them even where they are longer than it."""
        metrics = QFontMetricsF(painter.font())
        running = next((place for place, part in enumerate(self._parts) if self._today <= part.last), 0)
        taken: list[tuple[float, float]] = []
        for place in sorted(range(len(areas)), key=lambda place: place != running):
            width = metrics.horizontalAdvance(texts[place])
            left = min(areas[place].left(), self.width() - width)
            is_free = all(
                left >= end + _BETWEEN_WORDS or left + width + _BETWEEN_WORDS <= start for start, end in taken
            )
            if place == running or (width <= areas[place].width() and is_free):
                taken.append((left, left + width))
                painter.drawText(QPointF(left, y + metrics.ascent()), texts[place])
        return metrics.height() + _LEADING

    def _x_of_today(self, part: TermPart, area: QRectF) -> float:
        days = max(1, (part.last - part.first).days)
        gone = min(max((self._today - part.first).days, 0), days)
        return area.left() + area.width() * gone / days

    def _paint_today(self, painter: QPainter) -> None:
        areas = self._areas()
        running = next(((part, area) for part, area in areas if self._today <= part.last), areas[-1])
        x = min(max(self._x_of_today(*running), 1), self.width() - 1)
        tokens = theme().tokens
        painter.setFont(font(Role.SMALLSTRONG))
        metrics = QFontMetricsF(painter.font())
        width = metrics.horizontalAdvance(self._pill) + 16
        left = min(max(x - width / 2, 0), self.width() - width)
        pill = QRectF(left, 0, width, metrics.height() + 6)
        painter.setPen(QPen(colour(tokens.surface), 6))
        painter.drawLine(QLineF(x, self._TOP - 1, x, self._TOP + _TRACK + 1))
        painter.setPen(QPen(colour(tokens.tip), 2))
        painter.drawLine(QLineF(x, pill.bottom() - 1, x, self._TOP + _TRACK + 3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tokens.tip))
        painter.drawRoundedRect(pill, 5, 5)
        painter.setPen(colour(tokens.on_tip))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._pill)

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().event(event)
        x = event.pos().x()
        under = next((part for part, area in self._areas() if area.left() <= x <= area.right() + _GAP), None)
        QToolTip.showText(event.globalPos(), f"{under.name}\n{under.dates}" if under else "", self)
        return True


def hatch(tint: str, *, rising: bool) -> QBrush:
    """Diagonal stripes of that colour, rising or falling to the right."""
    brush = QBrush(colour(tint, 0.8), Qt.BrushStyle.BDiagPattern if rising else Qt.BrushStyle.FDiagPattern)
    brush.setTransform(QTransform.fromScale(0.62, 0.62))
    return brush


@dataclass(frozen=True, slots=True)
class Share:
    """A share of an amount: how large (a proportion of the whole, 0 to 1), and which token fills it.

    A missing share is hatched.
    """

    proportion: float
    tint: str
    is_missing: bool = False


class SplitBar(QWidget):
    """An amount split over its funds; what is missing is hatched. The words stand in the caller's legend."""

    def __init__(self) -> None:
        super().__init__()
        self._shares: tuple[Share, ...] = ()
        self.setFixedHeight(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def set_shares(self, shares: tuple[Share, ...], description: str) -> None:
        """Show these shares; `description` says the same to screen readers."""
        self._shares = tuple(share for share in shares if share.proportion > 0)
        self.setAccessibleName(description)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tokens = theme().tokens
        room = self.width() - 2 * (len(self._shares) - 1)
        x = 0.0
        for share in self._shares:
            area = QRectF(x, 0, room * share.proportion, self.height())
            if share.is_missing:
                painter.setBrush(hatch(tokens.danger.text, rising=True))
            else:
                painter.setBrush(colour(getattr(tokens, share.tint)))
            painter.drawRoundedRect(area, 3, 3)
            x += area.width() + 2


class Swatch(QWidget):
    """A small square in a token's colour, for legends."""

    def __init__(self, tint: str) -> None:
        super().__init__()
        self._tint = tint
        self.setFixedSize(10, 10)
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(getattr(theme().tokens, self._tint)))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
