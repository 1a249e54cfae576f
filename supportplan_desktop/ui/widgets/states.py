"""What stands where content will be: a skeleton while it loads, words and an action where there is none."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from supportplan_desktop.ui.theme.icons import paint_icon
from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets.plain import Button, Label, row

_SHOWN_AFTER_MS, _SHOWN_FOR_MS = 150, 300
_SWEEP_MS, _FRAME_MS = 1200, 40
_SENTENCE_MIN, _SENTENCE_MAX = 240, 420


class Skeleton(QWidget):
    """Bars where columns will stand; rows fade out downwards and one light sweeps over them."""

    def __init__(
        self, columns: tuple[float, ...] = (0.22, 0.14, 0.18, 0.1), rows: int = 6, row_height: int = 44
    ) -> None:
        super().__init__()
        self._columns, self._rows, self._row_height = columns, rows, row_height
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(400, self._rows * self._row_height)

    def showEvent(self, event: object) -> None:
        self._clock.start()
        if not reduced_motion():
            self._timer.start()
        super().showEvent(event)  # type: ignore[arg-type]

    def hideEvent(self, event: object) -> None:
        self._timer.stop()
        super().hideEvent(event)  # type: ignore[arg-type]

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        phase = (self._clock.elapsed() % _SWEEP_MS) / _SWEEP_MS if self._timer.isActive() else 0.5
        sweep = QLinearGradient(QPointF(self.width() * (phase * 2 - 0.6), 0), QPointF(self.width() * phase * 2, 0))
        sweep.setColorAt(0, colour(tokens.border))
        sweep.setColorAt(0.5, colour(tokens.hover))
        sweep.setColorAt(1, colour(tokens.border))
        painter.setBrush(sweep)
        room = self.width() - 40
        step = room / len(self._columns)
        for number in range(self._rows):
            painter.setOpacity(1 - number / (self._rows + 1))
            y = number * self._row_height + self._row_height / 2 - 6
            for place, share in enumerate(self._columns):
                wobble = 1 - 0.15 * ((number + place) % 3)
                painter.drawRoundedRect(QRectF(20 + place * step, y, room * share * wobble, 12), 6, 6)


class LoadingGate(QObject):
    """Decides when a skeleton is worth showing: not before 150 ms, and then for 300 ms at least.

    `begin()` when loading starts, `end(then)` when the answer is there: `then` runs at once, or as soon as a shown
    skeleton may go.
    """

    def __init__(self, skeleton: QWidget, content: QWidget) -> None:
        super().__init__(skeleton)
        self._skeleton, self._content = skeleton, content
        self._shown = QElapsedTimer()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._show)
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.timeout.connect(self._reveal)
        skeleton.hide()

    def begin(self) -> None:
        """Loading starts; what is shown stays for the moment."""
        self._hold.stop()
        if self._skeleton.isHidden():
            self._wait.start(_SHOWN_AFTER_MS)

    def end(self) -> None:
        """The content is there."""
        self._wait.stop()
        if self._skeleton.isHidden():
            self._reveal()
        else:
            self._hold.start(max(0, _SHOWN_FOR_MS - self._shown.elapsed()))

    def _show(self) -> None:
        self._shown.start()
        self._content.hide()
        self._skeleton.show()

    def _reveal(self) -> None:
        self._skeleton.hide()
        self._content.show()


class _Drawing(QWidget):
    """Stacked sheets with an icon: what would stand here."""

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self._icon_name = icon_name
        self.setFixedSize(120, 76)
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour(tokens.border_strong))
        for inset, top in ((16, 2), (8, 12), (0.5, 22.5)):
            painter.setBrush(colour(tokens.surface))
            painter.drawRoundedRect(QRectF(inset, top, self.width() - 2 * inset - 0.5, 50), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tokens.info.soft))
        painter.drawRoundedRect(QRectF(11, 35, 26, 26), 6, 6)
        paint_icon(painter, self._icon_name, QRectF(16, 40, 16, 16), colour(tokens.info.text))
        painter.setBrush(colour(tokens.border))
        painter.drawRoundedRect(QRectF(48, 38, 58, 7), 3, 3)
        painter.drawRoundedRect(QRectF(48, 51, 34, 7), 3, 3)


class _Sentence(Label):
    """Words whose lines are about equally long: no single word is left for the last one."""

    def __init__(self) -> None:
        super().__init__(tone="text2", wraps=True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setMinimumWidth(_SENTENCE_MIN)

    # Qt overrides

    def sizeHint(self) -> QSize:
        fits, too_narrow = _SENTENCE_MAX, _SENTENCE_MIN
        height = self.heightForWidth(fits)
        while fits - too_narrow > 1:
            middle = (fits + too_narrow) // 2
            fits, too_narrow = (middle, too_narrow) if self.heightForWidth(middle) <= height else (fits, middle)
        return QSize(fits, height)


class EmptyState(QWidget):
    """A drawing, what would stand here, one sentence and at most one action (`action` is hidden until named)."""

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self.title = Label(Role.H3)
        self.sentence = _Sentence()
        self.action = Button("primary")
        self.action.hide()
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 32, 24, 32)
        layout.setSpacing(8)
        layout.addStretch()
        for widget in (_Drawing(icon_name), self.title):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(row(None, self.sentence, None))  # an aligned label would not grow with its lines
        acting = row(None, self.action, None)
        acting.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(acting)
        layout.addStretch()

    def set_words(self, title: str, sentence: str, action: str = "") -> None:
        """Say what would stand here; without an action no button is offered."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.action.setText(action)
        self.action.setVisible(bool(action))


def reduced_motion() -> bool:
    """Whether the user has asked the system for less movement."""
    from PySide6.QtWidgets import QApplication, QStyle  # noqa: PLC0415 - only where something would move

    style = QApplication.style()
    return not style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
