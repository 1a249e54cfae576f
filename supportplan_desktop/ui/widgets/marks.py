"""Small painted signs: the tier's hexagon, an account's initials, a radio mark."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.type import Role, font

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from supportplan_desktop.domain.catalogue import Tier

_SIDES = 6
_OUTLINE = 0.075
_TIER_GLYPH = "FFFFFF"


def _hexagon(area: QRectF, inset: float) -> QPainterPath:
    """A hexagon standing on a corner, its corners rounded."""
    centre, radius = area.center(), area.width() / 2 - inset
    corners = [
        QPointF(centre.x() + radius * sin(2 * pi * k / _SIDES), centre.y() - radius * cos(2 * pi * k / _SIDES))
        for k in range(_SIDES)
    ]
    path, rounding = QPainterPath(), 0.22
    for k, corner in enumerate(corners):
        before, after = corners[k - 1], corners[(k + 1) % _SIDES]
        start, end = corner + (before - corner) * rounding, corner + (after - corner) * rounding
        if k == 0:
            path.moveTo(start)
        else:
            path.lineTo(start)
        path.quadTo(corner, end)
    path.closeSubpath()
    return path


def paint_tier(painter: QPainter, area: QRectF, rank: int, tier: Tier) -> None:
    """The tier's sign: a hexagon in its colour with a chevron for each rank; the free tier an outline with a dot."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours, side = theme().tier(tier), area.width()
    if rank == 0:
        pen = QPen(colour(colours.text), max(1.4, side * _OUTLINE))
        painter.setPen(pen)
        painter.setBrush(colour(colours.soft))
        painter.drawPath(_hexagon(area, pen.widthF() / 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(colours.text))
        painter.drawEllipse(area.center(), side * 0.1, side * 0.1)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(colours.fill))
        painter.drawPath(_hexagon(area, 0))
        _paint_chevrons(painter, area, rank)
    painter.restore()


def _paint_chevrons(painter: QPainter, area: QRectF, count: int) -> None:
    side, centre = area.width(), area.center()
    gap = side * (0.17 if count < 4 else 0.13)  # noqa: PLR2004 - four have to stand closer
    half, rise = side * 0.17, side * 0.11
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colour(_TIER_GLYPH), max(1.3, side * 0.075))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    top = centre.y() + rise / 2 - gap * (count - 1) / 2
    for k in range(count):
        y = top + gap * k
        painter.drawPolyline(
            QPolygonF([QPointF(centre.x() - half, y), QPointF(centre.x(), y - rise), QPointF(centre.x() + half, y)])
        )


class _Sign(QWidget):
    """A square that is painted."""

    def __init__(self, side: int) -> None:
        super().__init__()
        self._side = side
        self.setFixedSize(side, side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)


class TierMark(_Sign):
    """The sign of a tier; its name is said beside it, so screen readers pass it over."""

    def __init__(self, side: int = 24, tier: Tier | None = None) -> None:
        super().__init__(side)
        self._tier = tier

    def set_tier(self, tier: Tier) -> None:
        """Show another tier."""
        self._tier = tier
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._tier is not None:
            painter = QPainter(self)
            paint_tier(painter, QRectF(self.rect()), self._tier.rank, self._tier)


class Avatar(_Sign):
    """The initials of an account on a soft square."""

    def __init__(self, side: int = 28) -> None:
        super().__init__(side)
        self._initials = ""

    def set_name(self, name: str) -> None:
        """Take the initials of the first two words."""
        self._initials = initials(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = theme().tokens.info
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tone.soft))
        painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
        painter.setPen(colour(tone.text))
        painter.setFont(font(Role.SMALLSTRONG))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)


def initials(name: str) -> str:
    """The first letters of the first two words, or the first two letters of a single one."""
    words = name.split()
    return ("".join(word[0] for word in words[:2]) if len(words) > 1 else name[:2]).upper()


def paint_radio(painter: QPainter, area: QRectF, fill: QColor | None) -> None:
    """A radio mark: an outline, or filled with a dot where chosen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tokens = theme().tokens
    if fill is None:
        painter.setPen(QPen(colour(tokens.border_control), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(area.adjusted(0.75, 0.75, -0.75, -0.75))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawEllipse(area)
    painter.setBrush(colour(_TIER_GLYPH))
    painter.drawEllipse(area.center(), area.width() * 0.2, area.width() * 0.2)
