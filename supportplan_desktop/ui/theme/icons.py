"""Icons: monochrome drawings of one grid, tinted by a token and crisp at any scale."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from supportplan_desktop.assets import resource
from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.tokens import Tokens, Tone

_BOLD_UNDER = 16
_BLACK = b"#000000"


@cache
def _drawing(name: str) -> bytes:
    return (resource("icons") / f"{name}.svg").read_bytes()


@cache
def _renderer(name: str, tint: str, *, is_small: bool) -> QSvgRenderer:
    drawing = _drawing(name).replace(_BLACK, tint.encode())
    if is_small:
        drawing = drawing.replace(b'stroke-width="1.8"', b'stroke-width="2.2"')
    return QSvgRenderer(QByteArray(drawing))


def token_colour(tokens: Tokens, name: str) -> QColor:
    """The colour of a token's name; the name of a tone is its text colour."""
    value = getattr(tokens, name)
    return colour(value.text if isinstance(value, Tone) else value)


def paint_icon(painter: QPainter, name: str, area: QRectF, tint: QColor) -> None:
    """Draw an icon into a square."""
    renderer = _renderer(name, tint.name(), is_small=area.width() < _BOLD_UNDER)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, area)


class _Engine(QIconEngine):
    """Draws in the theme's colours of the moment; disabled things in the disabled colour."""

    def __init__(self, name: str, tint: str) -> None:
        super().__init__()
        self._name = name
        self._tint = tint

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        tokens = theme().tokens
        shade = token_colour(tokens, "disabled" if mode == QIcon.Mode.Disabled else self._tint)
        side = min(rect.width(), rect.height())
        area = QRectF(0, 0, side, side)
        area.moveCenter(QPointF(rect.center()) + QPointF(0.5, 0.5))
        paint_icon(painter, self._name, area, shade)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._tint)


def icon(name: str, tint: str = "text2") -> QIcon:
    """An icon that follows the theme; `tint` names its token, see Tokens."""
    return QIcon(_Engine(name, tint))
