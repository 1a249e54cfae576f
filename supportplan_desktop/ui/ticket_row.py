"""A service ticket as a row of the list: subject, item and severity, status and when it was created."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from supportplan_desktop.domain.tickets import TicketStatus
from supportplan_desktop.ui.rows import RowDelegate, width, write
from supportplan_desktop.ui.theme.theme import theme
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.ticket_texts import CHIPS
from supportplan_desktop.ui.widgets.chip import HEIGHT, chip_width, paint_chip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from supportplan_desktop.domain.tickets import ServiceTicket
    from supportplan_desktop.ui.texts import Texts
    from supportplan_desktop.ui.ticket_texts import TicketTexts


class TicketDelegate(RowDelegate):
    """Three lines; a closed one is quieter."""

    lines = (Role.STRONG, Role.SMALL, float(HEIGHT))

    def __init__(self, texts: Texts, words: TicketTexts) -> None:
        super().__init__()
        self._texts, self._words = texts, words

    def paint_row(self, painter: QPainter, area: QRectF, tops: Sequence[float], thing: ServiceTicket) -> None:
        tokens = theme().tokens
        is_open = thing.status is TicketStatus.OPEN
        first, second, third = (QRectF(area.left(), top, area.width(), area.height()) for top in tops)
        role, ink = (Role.STRONG, tokens.text) if is_open else (Role.MEDIUM, tokens.text2)
        write(painter, first, role, ink, thing.subject)
        write(painter, second, Role.SMALL, tokens.text2, self._words.about(thing))
        tone, icon_name = CHIPS[thing.status]
        status = self._words.status(thing)
        chip = QRectF(third.left(), third.top() + 2, chip_width(icon_name, status), HEIGHT)
        paint_chip(painter, chip, tone, icon_name, status)
        created = self._texts.minute(thing.created_at)
        created_width = width(Role.SMALL, created)
        moment = QRectF(third.right() - created_width, third.top() + 5, created_width, HEIGHT)
        write(painter, moment, Role.SMALL, tokens.muted, created)
