"""One message opened: what happened, the code where there is one, and the order it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from supportplan_desktop.domain.messages import MessageKind
from supportplan_desktop.ui.copy_button import CopyButton
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.list_page import padded
from supportplan_desktop.ui.message_row import paint_sign
from supportplan_desktop.ui.session import ProfileKind
from supportplan_desktop.ui.theme.theme import theme
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import (
    Banner,
    Button,
    Card,
    Chip,
    EmptyState,
    Inset,
    Label,
    Rule,
    TierMark,
    column,
    row,
    scrolled,
)
from supportplan_desktop.ui.wizards.pages.facts import Fact

if TYPE_CHECKING:
    from datetime import datetime

    from supportplan_desktop.domain.messages import Message
    from supportplan_desktop.ui.message_texts import MessageTexts
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_SIGN = 40


class MessageView(Retranslated, Card):
    """The right side of Messages; without a message it says what would stand there."""

    order_requested = Signal(object)
    """(order id): that order shall be shown."""
    sharing_requested = Signal()
    """Organization and Sharing shall be shown: the message is about it."""

    def __init__(self, session: Session, texts: Texts, words: MessageTexts) -> None:
        super().__init__(padded=False)
        self._session, self._texts, self._words = session, texts, words
        self._message: Message | None = None
        self._now: datetime | None = None
        self.setObjectName("messages.view")
        self._make_parts()
        facts: list[QWidget] = []
        for fact in (self._order, self._other, self._plan, self._amount, self._until):
            self._rules[fact] = Rule()
            facts += [self._rules[fact], fact]
        self._facts = QWidget()
        self._facts.setLayout(column(*facts, spacing=0))
        opened = QWidget()
        head = row(self._sign, column(self._title, self._time, spacing=1), None, spacing=14)
        actions = padded(row(self.view_order, self.view_sharing, None))
        opened.setLayout(
            column(
                padded(head, self._sentence, self._letter, self._local), self._facts, Rule(), actions, None, spacing=0
            )
        )
        self._opened = scrolled(opened)
        self._nothing = EmptyState("mail")
        self.body.addWidget(self._opened)
        self.body.addWidget(self._nothing)
        self.retranslate()

    def _make_parts(self) -> None:
        self._sign = _SignOf()
        self._title = Label(Role.H2, wraps=True)
        self._title.setObjectName("messages.title")
        self._time = Label(Role.SMALL, "muted")
        self._sentence = Label(tone="text2", wraps=True, copyable=True)
        self._sentence.setObjectName("messages.sentence")
        self._code = Label(Role.DISPLAY, copyable=True)
        self._code.setObjectName("messages.code")
        self._expired = Chip("warning", "clock")
        self._expired.setObjectName("messages.expired")
        self.copy_code = CopyButton("secondary")
        self.copy_code.setObjectName("messages.code.copy")
        self._sent_to = Label(Role.SMALL, "text2", wraps=True)
        self._sent_to.setObjectName("messages.sent_to")
        self._letter = Inset()
        self._letter.body.addLayout(row(self._code, self._expired, None, self.copy_code, spacing=12))
        self._letter.body.addWidget(self._sent_to)
        self._local = Banner("info")
        self._local.setObjectName("messages.local")
        self.copy_number = CopyButton()
        self.copy_number.setObjectName("messages.number.copy")
        self._mark = TierMark(20)
        self._order = Fact("messages.number", action=self.copy_number)
        self._plan = Fact("messages.plan", mark=self._mark)
        self._amount = Fact("messages.amount")
        self._other = Fact("messages.other")
        self._until = Fact("messages.until")
        self._rules: dict[Fact, Rule] = {}
        self.view_sharing = Button("secondary", "sharing")
        self.view_sharing.setObjectName("messages.view_sharing")
        self.view_sharing.clicked.connect(self.sharing_requested)
        self.view_order = Button("secondary", "orders")
        self.view_order.setObjectName("messages.view_order")
        self.view_order.clicked.connect(self._ask_for_order)

    def show_message(self, message: Message | None, now: datetime | None) -> None:
        """Open a message as it stands at that instant; None shows that none is chosen."""
        if message is None or self._message is None or message.id != self._message.id:
            self._opened.verticalScrollBar().setValue(0)
        self._message, self._now = message, now
        self.retranslate()

    def take_focus(self) -> None:
        """Give the focus to what one would do with the message: copy its code, else see what it is about."""
        message = self._message
        if message is not None:
            where = self.view_sharing if message.order_id is None else self.view_order
            (where if message.code is None else self.copy_code).setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Write everything anew."""
        message = self._message
        self._opened.setVisible(message is not None)
        self._nothing.setVisible(message is None)
        self._nothing.set_words(
            self.tr("No message is open"), self.tr("Choose one on the left to read it and copy what is in it.")
        )
        self.view_order.setText(self.tr("View order"))
        self._expired.set_text(self.tr("Expired"))
        if message is None:
            return
        is_invitation = message.kind in (MessageKind.INVITATION_RECEIVED, MessageKind.INVITATION_REMINDER)
        self.view_sharing.setText(self.tr("View invitation") if is_invitation else self.tr("Organization and Sharing"))
        self.view_order.setVisible(message.order_id is not None)
        self.view_sharing.setVisible(message.order_id is None)
        catalogue = self._session.catalogue
        told = self._words.of(message, catalogue)
        self._sign.set_icon(told.icon, told.tone)
        self._title.setText(told.title)
        self._time.setText(self._texts.zoned(message.at))
        self._time.setToolTip(self._texts.local_time(message.at))
        self._sentence.setText(told.sentence)
        self._word_code(message)
        self._order.set_texts(self.tr("Order"), message.order_number)
        self._other.set_texts(self.tr("Account"), message.other)
        self.copy_number.text_to_copy = message.order_number
        self.copy_number.setAccessibleDescription(message.order_number)
        tiers = {tier.code: tier for tier in catalogue.tiers}
        self._mark.setVisible(message.tier in tiers)
        if message.tier in tiers:
            self._mark.set_tier(tiers[message.tier])
        self._plan.set_texts(self.tr("Support plan"), self._words.plan(message, catalogue))
        self._amount.set_texts(
            self.tr("Amount"), self._texts.money(message.amount) if message.amount is not None else ""
        )
        if message.until is not None:
            self._until.set_texts(told.until, self._texts.zoned(message.until))
            self._until.setToolTip(self._texts.local_time(message.until))
        shown = {
            self._order: bool(message.order_number),
            self._other: bool(message.other),
            self._plan: bool(message.tier),
            self._amount: message.amount is not None,
            self._until: bool(told.until) and message.until is not None,
        }
        for fact, is_shown in shown.items():
            fact.setVisible(is_shown)
            self._rules[fact].setVisible(is_shown)

    def _word_code(self, message: Message) -> None:
        """A code that arrives here has not left this computer, and is marked so."""
        has_code = message.code is not None
        self._letter.setVisible(has_code)
        self._local.setVisible(has_code)
        is_over = self._now is not None and message.until is not None and self._now >= message.until
        self._expired.setVisible(is_over)
        self._code.set_tone("muted" if is_over else "text")
        self._code.setText(message.code or "")
        self._code.setAccessibleName(self.tr("Verification code {code}").format(code=message.code or ""))
        self.copy_code.text_to_copy = message.code or ""
        self._sent_to.setText(self.tr("Sent to {contact}").format(contact=message.sent_to or ""))
        is_demo = self._session.profile.kind is ProfileKind.DEMO
        self._local.set_texts(
            self.tr("Offline demonstration") if is_demo else self.tr("Local data"),
            self.tr("No message leaves this computer: instead of going to {contact}, the code stays here.").format(
                contact=(message.sent_to or "").replace(" ", "\N{NO-BREAK SPACE}")
            ),
        )

    def _ask_for_order(self) -> None:
        if self._message is not None:
            self.order_requested.emit(self._message.order_id)


class _SignOf(QWidget):
    """The icon of a message; its title says the same, so screen readers pass it over."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._tone = "bell", "neutral"
        self.setFixedSize(_SIGN, _SIGN)
        theme().changed.connect(self.update)

    def set_icon(self, icon_name: str, tone: str) -> None:
        """Show another one."""
        self._icon, self._tone = icon_name, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sign(painter, QRectF(self.rect()), self._icon, self._tone)
