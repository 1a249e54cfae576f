"""A message as a row of the list: what it is, about which order, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from supportplan_desktop.ui.rows import RowDelegate, width, write
from supportplan_desktop.ui.theme.icons import paint_icon
from supportplan_desktop.ui.theme.theme import colour, theme
from supportplan_desktop.ui.theme.tokens import Tone
from supportplan_desktop.ui.theme.type import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from supportplan_desktop.domain.messages import Message
    from supportplan_desktop.ui.message_texts import MessageTexts
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_DOT, _SIGN, _ICON, _GAP = 4.0, 32.0, 16.0, 12.0
_BESIDE_TITLE = 8.0


class MessageDelegate(RowDelegate):
    """An unread one has a dot in front and its title in bold. Beside a long title stands the day without the time."""

    lines = (Role.STRONG, Role.SMALL)

    def __init__(self, session: Session, texts: Texts, words: MessageTexts) -> None:
        super().__init__()
        self._session, self._texts, self._words = session, texts, words

    def paint_row(self, painter: QPainter, area: QRectF, tops: Sequence[float], thing: Message) -> None:
        tokens = theme().tokens
        told = self._words.of(thing, self._session.catalogue)
        if not thing.is_read:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(tokens.accent))
            painter.drawEllipse(QPointF(area.left() + 2, area.center().y()), _DOT, _DOT)
        sign = QRectF(area.left() + 14, area.center().y() - _SIGN / 2, _SIGN, _SIGN)
        paint_sign(painter, sign, told.icon, told.tone)
        left = sign.right() + _GAP
        role = Role.MEDIUM if thing.is_read else Role.STRONG
        time, room = self._texts.minute(thing.at), area.right() - left - _BESIDE_TITLE
        if width(role, told.title) + width(Role.SMALL, time) > room:
            time = self._texts.iso_date(self._texts.site_date(thing.at))
        time_width = width(Role.SMALL, time)
        write(painter, QRectF(left, tops[0], room - time_width, area.height()), role, tokens.text, told.title)
        moment = QRectF(area.right() - time_width, tops[0] + 1, time_width, area.height())
        write(painter, moment, Role.SMALL, tokens.muted, time)
        about = QRectF(left, tops[1], area.right() - left, area.height())
        write(painter, about, Role.SMALL, tokens.text2, " · ".join(self._words.about(thing, self._session.catalogue)))


def paint_sign(painter: QPainter, area: QRectF, icon_name: str, tone: str) -> None:
    """The icon of a message on a round ground of its tone."""
    tokens = theme().tokens
    found = getattr(tokens, tone, None)
    ground, ink = (found.soft, found.text) if isinstance(found, Tone) else (tokens.hover, tokens.text2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ground))
    painter.drawEllipse(area)
    inset = (area.width() - _ICON) / 2
    paint_icon(painter, icon_name, area.adjusted(inset, inset, -inset, -inset), colour(ink))
