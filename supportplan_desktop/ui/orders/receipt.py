"""The receipt of an order as PDF, in the language it is asked for in, whatever the window speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QObject, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from supportplan_desktop.ui.order_words import OrderWords, plan_name
from supportplan_desktop.ui.other_language import InTongue, Tongue
from supportplan_desktop.ui.texts import Texts
from supportplan_desktop.ui.theme.theme import colour
from supportplan_desktop.ui.theme.tokens import LIGHT
from supportplan_desktop.ui.theme.type import Role, font

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from supportplan_desktop.domain.accounts import Account
    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.domain.orders import Order

_MARGIN_MM = 22
_RESOLUTION = 1200
_POINTS_OF_AN_INCH = 72
_LABELS = 130.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _OrderWords(InTongue, OrderWords):  # type: ignore[misc] # its `tr` takes what ours pass
    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self.tongue = tongue


class _Texts(InTongue, Texts):  # type: ignore[misc] # the same
    def __init__(self, tongue: Tongue, zone: ZoneInfo) -> None:
        super().__init__(tongue, zone)
        self.tongue = tongue


class Receipt(InTongue, QObject):  # type: ignore[misc] # the same
    """What is written on the receipt of a completed order; `pdf` draws it on one page."""

    def __init__(self, order: Order, account: Account, catalogue: ServiceCatalogue, language: str) -> None:
        super().__init__()
        self.tongue = Tongue(language)
        self._order, self._account, self._catalogue = order, account, catalogue
        self._words = _OrderWords(self.tongue)
        self._texts = _Texts(self.tongue, catalogue.site_zone)

    @property
    def title(self) -> str:
        """As "Receipt"."""
        return self.tr("Refund receipt") if self._order.is_refund else self.tr("Receipt")

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What the order is: names and facts."""
        order, texts = self._order, self._texts
        plan = plan_name(self._catalogue, order.quote.tier, self.tongue.code)
        facts = [
            (self.tr("Order"), order.number),
            (self.tr("Kind"), self._words.kind(order.kind)),
            (self.tr("Account"), self._account.name),
            (self.tr("Created"), texts.zoned(order.created_at)),
            (self.tr("Completed"), texts.zoned(order.events[-1].at)),
            (self.tr("Support plan"), f"{plan} · {texts.duration(order.quote.months)}"),
        ]
        if order.term is not None:
            facts += [
                (self.tr("Valid from"), texts.zoned(order.term.start)),
                (self.tr("Valid until"), texts.zoned(order.term.end)),
            ]
        return facts

    @property
    def lines(self) -> list[tuple[str, str]]:
        """The printed lines: names and amounts."""
        return [(self._words.line(line.kind), self._texts.money(line.amount)) for line in self._order.quote.lines]

    @property
    def total(self) -> tuple[str, str]:
        """What the lines come to."""
        order, total = self._order, self._order.total
        if order.is_refund:
            return self._words.total(order.kind, is_refund=True), self._texts.money(-total)
        return self.tr("Paid"), self._texts.money(total)

    @property
    def funds(self) -> list[tuple[str, str]]:
        """Which funds it was paid from, or went back to."""
        split = self._order.split
        if split is None:
            return []
        shares = ((self.tr("balance"), split.balance), (self.tr("credit account"), split.credit))
        text = self.tr("To {funds}") if self._order.is_refund else self.tr("From {funds}")
        return [(text.format(funds=name), self._texts.money(share)) for name, share in shares if share]

    @property
    def consent(self) -> list[tuple[str, str]]:
        """Which text of the agreement was accepted, by whom and when."""
        consent = self._order.consent
        if consent is None:
            return []
        return [
            (self.tr("Agreement"), self.tr("Version {version}").format(version=consent.version)),
            (self.tr("Accepted"), f"{consent.by} · {self._texts.zoned(consent.at)}"),
            (self.tr("Fingerprint (SHA-256)"), f"{consent.sha256[:32]}\n{consent.sha256[32:]}"),
        ]

    def pdf(self) -> bytes:
        """The file, A4."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(_RESOLUTION)
        writer.setTitle(f"{self.title} {self._order.number}")
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        page = QPageSize(QPageSize.PageSizeId.A4)
        portrait, millimetre = QPageLayout.Orientation.Portrait, QPageLayout.Unit.Millimeter
        writer.setPageLayout(QPageLayout(page, portrait, margins, millimetre))
        sheet = _Sheet(writer)
        sheet.text(self.tr("Support Plan"), Role.SMALLMED, LIGHT.muted)
        sheet.text(self.title, Role.DISPLAY, LIGHT.text)
        sheet.gap(14)
        for name, fact in self.facts:
            sheet.fact(name, fact)
        sheet.gap(18)
        sheet.text(self.tr("Lines"), Role.H3, LIGHT.text)
        sheet.rule()
        for name, amount in self.lines:
            sheet.line(name, amount, Role.BODY)
        sheet.rule()
        sheet.line(*self.total, Role.FIGURE)
        sheet.gap(4)
        for name, amount in self.funds:
            sheet.line(name, amount, Role.SMALL, LIGHT.muted)
        if self.consent:
            sheet.gap(18)
            sheet.text(self.tr("Consent"), Role.H3, LIGHT.text)
            sheet.rule()
        for name, fact in self.consent:
            sheet.fact(name, fact)
        sheet.foot(self.tr("Amounts are in {currency}.").format(currency=self._order.total.currency))
        sheet.end()
        buffer.close()
        return bytes(buffer.data().data())


class _Sheet:
    """One page that is written from top to bottom; measures are in points."""

    def __init__(self, writer: QPdfWriter) -> None:
        self._writer = writer
        self._painter = QPainter(writer)
        self._unit = writer.resolution() / _POINTS_OF_AN_INCH
        area = writer.pageLayout().paintRectPixels(writer.resolution())
        self._width, self._height, self._y = area.width(), area.height(), 0.0

    def text(self, text: str, role: Role, ink: str) -> None:
        """A line of its own."""
        height = self._use(role, ink) * 1.3
        self._painter.drawText(QRectF(0, self._y, self._width, height), _LEFT, text)
        self._y += height

    def fact(self, name: str, fact: str) -> None:
        """A name and, beside it, the fact; a long fact takes several lines."""
        left, flags = _LABELS * self._unit, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        height = self._use(Role.SMALL, LIGHT.muted)
        self._painter.drawText(QRectF(0, self._y, left, height), _LEFT, name)
        self._use(Role.SMALL, LIGHT.text)
        room = QRectF(left, self._y, self._width - left, self._height)
        used = self._painter.boundingRect(room, flags, fact)
        self._painter.drawText(room, flags, fact)
        self._y += max(height, used.height()) + height * 0.6

    def line(self, name: str, amount: str, role: Role, ink: str = LIGHT.text) -> None:
        """A name at the left, its amount at the right."""
        area = QRectF(0, self._y, self._width, self._use(role, ink) * 1.7)
        self._painter.drawText(area, _LEFT, name)
        self._painter.drawText(area, _RIGHT, amount)
        self._y += area.height()

    def rule(self) -> None:
        """A hairline."""
        self.gap(5)
        self._painter.setPen(QPen(colour(LIGHT.border_strong), 0.6 * self._unit))
        self._painter.drawLine(0, round(self._y), self._width, round(self._y))
        self.gap(5)

    def gap(self, points: float) -> None:
        """Nothing, so high."""
        self._y += points * self._unit

    def foot(self, text: str) -> None:
        """A line at the end of the page."""
        height = self._use(Role.CAPTION, LIGHT.muted)
        self._painter.drawText(QRectF(0, self._height - height, self._width, height), _LEFT, text)

    def end(self) -> None:
        """Nothing more is written."""
        self._painter.end()

    def _use(self, role: Role, ink: str) -> float:
        self._painter.setFont(font(role))
        self._painter.setPen(colour(ink))
        return QFontMetricsF(self._painter.font(), self._writer).height()
