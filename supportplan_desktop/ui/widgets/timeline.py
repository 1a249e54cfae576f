"""What has happened and what comes next, one under the other."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from supportplan_desktop.ui.theme.icons import paint_icon
from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.tokens import Tone
from supportplan_desktop.ui.theme.type import Role, font

_NODE = 22
_TEXT_LEFT = _NODE + 12


@dataclass(frozen=True, slots=True)
class Moment:
    """A step: its name, a note, its time in words; passed, present or still to come.

    `tone` and `icon_name` are of a step that has passed.
    """

    name: str
    note: str
    time: str
    state: str
    tone: str = "success"
    icon_name: str = "check"


class Timeline(QWidget):
    """Steps with nodes and links: solid where passed, dotted ahead; times stand at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._moments: tuple[Moment, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def set_moments(self, moments: tuple[Moment, ...]) -> None:
        """Show these steps."""
        self._moments = moments
        spoken = "; ".join(" ".join(filter(None, (moment.name, moment.time, moment.note))) for moment in moments)
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def _step_height(self) -> float:
        return QFontMetricsF(font(Role.STRONG)).height() + QFontMetricsF(font(Role.SMALL)).height() + 18

    def sizeHint(self) -> QSize:
        return QSize(320, round(self._step_height() * len(self._moments)))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self._step_height()
        for number, moment in enumerate(self._moments):
            top = number * step
            if number + 1 < len(self._moments):
                self._paint_link(painter, top, step, is_solid=self._moments[number + 1].state != "ahead")
            self._paint_node(painter, top, moment)
            self._paint_words(painter, top, moment)

    def _paint_link(self, painter: QPainter, top: float, step: float, *, is_solid: bool) -> None:
        tokens = theme().tokens
        pen = QPen(colour(tokens.success.text if is_solid else tokens.border_control), 2 if is_solid else 1.5)
        pen.setStyle(Qt.PenStyle.SolidLine if is_solid else Qt.PenStyle.DotLine)
        painter.setPen(pen)
        x = _NODE / 2
        painter.drawLine(QLineF(x, top + _NODE + 3, x, top + step - 2))

    def _paint_node(self, painter: QPainter, top: float, moment: Moment) -> None:
        tokens = theme().tokens
        area = QRectF(0, top, _NODE, _NODE).adjusted(1, 1, -1, -1)
        if moment.state == "passed":
            tone = getattr(tokens, moment.tone)
            assert isinstance(tone, Tone)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(tone.soft))
            painter.drawEllipse(area)
            paint_icon(painter, moment.icon_name, area.adjusted(4, 4, -4, -4), colour(tone.text))
            return
        tint = tokens.accent if moment.state == "present" else tokens.border_control
        painter.setPen(QPen(colour(tint), 2 if moment.state == "present" else 1.3))
        painter.setBrush(colour(tokens.info.soft) if moment.state == "present" else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(area)
        if moment.state == "present":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(tint))
            painter.drawEllipse(area.center(), 3.5, 3.5)

    def _paint_words(self, painter: QPainter, top: float, moment: Moment) -> None:
        tokens = theme().tokens
        room = self.width() - _TEXT_LEFT
        painter.setFont(font(Role.SMALL))
        small = QFontMetricsF(painter.font())
        time_width = small.horizontalAdvance(moment.time)
        painter.setPen(colour(tokens.muted))
        flags = Qt.AlignmentFlag.AlignVCenter
        line = QRectF(_TEXT_LEFT, top, room, _NODE)
        painter.drawText(line, flags | Qt.AlignmentFlag.AlignRight, moment.time)
        note = small.elidedText(moment.note, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(_TEXT_LEFT, top + _NODE, room, small.height()), note)
        painter.setFont(font(Role.BODY if moment.state == "ahead" else Role.STRONG))
        painter.setPen(colour(tokens.muted if moment.state == "ahead" else tokens.text))
        name = QFontMetricsF(painter.font()).elidedText(moment.name, Qt.TextElideMode.ElideRight, room - time_width - 8)
        painter.drawText(line, flags | Qt.AlignmentFlag.AlignLeft, name)
