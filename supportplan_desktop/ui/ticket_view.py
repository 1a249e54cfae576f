"""One service ticket: what it is about, what was said, and the place to say more or to close it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supportplan_desktop.domain.accounts import Permission
from supportplan_desktop.domain.tickets import TEXT_LENGTH, TicketStatus
from supportplan_desktop.ui.counted_text import CountedText
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.list_page import padded
from supportplan_desktop.ui.permissions import allow_only
from supportplan_desktop.ui.problems import problem_text
from supportplan_desktop.ui.session import ProfileKind
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.ticket_texts import CHIPS
from supportplan_desktop.ui.widgets import (
    Banner,
    Button,
    Card,
    Chip,
    EmptyState,
    Inset,
    Label,
    Rule,
    column,
    row,
    scrolled,
)

if TYPE_CHECKING:
    from uuid import UUID

    from supportplan_desktop.domain.tickets import ServiceTicket, TicketMessage
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts
    from supportplan_desktop.ui.ticket_texts import TicketTexts

_LINES = 3


class TicketView(Retranslated, Card):
    """The right side of Service Tickets. What is being written to a ticket stays with it when another one is shown."""

    answer_given = Signal(object, str)
    """(ticket id, text): it shall be added."""
    close_wanted = Signal(object)
    """(ticket id): the ticket shall be closed."""

    def __init__(self, session: Session, texts: Texts, words: TicketTexts) -> None:
        super().__init__(padded=False)
        self._session, self._texts, self._words = session, texts, words
        self._ticket: ServiceTicket | None = None
        self._drafts: dict[UUID, str] = {}
        self._errors: dict[UUID, BaseException] = {}
        self._is_busy = False
        self.setObjectName("tickets.view")
        self._make_parts()
        head = row(column(row(self._subject, spacing=0), self._about, self._facts, spacing=3), spacing=12)
        head.setStretch(0, 1)
        side = column(row(None, self._status), self._close, None, spacing=10)
        head.addLayout(side)
        self._said = QWidget()
        self._conversation = scrolled(padded(self._said, None))
        self._conversation.setObjectName("tickets.conversation")
        foot = row(self._local, self._send, spacing=12)
        foot.setStretch(0, 1)
        self._reply = padded(self._refusal, self._answer, foot, spacing=8)
        self._reply.layout().setContentsMargins(20, 12, 20, 16)  # type: ignore[union-attr] # it was just set
        self._done = padded(self._closed)
        self._shown = QWidget()
        self._shown.setLayout(
            column(padded(head), Rule(), self._conversation, Rule(), self._reply, self._done, spacing=0)
        )
        self._shown.layout().setStretch(2, 1)  # type: ignore[union-attr] # it was just set
        self._nothing = EmptyState("ticket")
        self.body.addWidget(self._shown)
        self.body.addWidget(self._nothing)
        self.retranslate()

    def _make_parts(self) -> None:
        self._subject = Label(Role.H2, wraps=True, copyable=True)
        self._subject.setObjectName("tickets.subject")
        self._about = Label(tone="text2", wraps=True)
        self._about.setObjectName("tickets.about")
        self._facts = Label(Role.SMALL, "muted", wraps=True)
        self._facts.setObjectName("tickets.facts")
        self._status = Chip()
        self._status.setObjectName("tickets.status")
        self._close = Button("danger", compact=True)
        self._close.setObjectName("tickets.close")
        self._close.clicked.connect(self._ask_to_close)
        self._refusal = Banner("danger")
        self._refusal.setObjectName("tickets.refusal")
        self._refusal.hide()
        self._answer = CountedText(self._texts, "tickets.answer", TEXT_LENGTH, _LINES, grows=False)
        self._answer.changed.connect(self._keep_draft)
        self._local = Label(Role.SMALL, "muted", wraps=True)
        self._send = Button("secondary")
        self._send.setObjectName("tickets.send")
        self._send.clicked.connect(self._give_answer)
        allow_only(self._session, Permission.TICKETS, self._close, self._send)
        self._closed = Label(tone="muted", wraps=True)
        self._closed.setObjectName("tickets.closed")

    # Showing

    def show_ticket(self, ticket: ServiceTicket | None) -> None:
        """Show a ticket as it is now, None that none is chosen."""
        before, self._ticket = self._ticket, ticket
        is_other = before is None or ticket is None or before.id != ticket.id
        if ticket is not None and (is_other or before != ticket):
            self._show_conversation(ticket.messages)
        if is_other:
            self._answer.set_text(self._drafts.get(ticket.id, "") if ticket else "")
            self._conversation.verticalScrollBar().setValue(0)
        self.retranslate()

    def forget(self) -> None:
        """Another account: nothing of what was written belongs to it."""
        self._drafts.clear()
        self._errors.clear()

    def set_busy(self, *, is_busy: bool) -> None:
        """A command about the ticket is under way, or has ended."""
        self._is_busy = is_busy
        self._allow()

    def sent(self, ticket_id: UUID) -> None:
        """What was written to a ticket has been added."""
        self._drafts.pop(ticket_id, None)
        self._errors.pop(ticket_id, None)
        if self._ticket is not None and self._ticket.id == ticket_id:
            self._answer.set_text("")
        self.retranslate()

    def refuse(self, ticket_id: UUID, error: BaseException | None) -> None:
        """Say why something was not done about a ticket; what was written stays. None takes it back."""
        self._errors.pop(ticket_id, None)
        if error is not None:
            self._errors[ticket_id] = error
        self.retranslate()

    def take_focus(self) -> None:
        """Give the focus to where one would go on."""
        if self._ticket is not None:
            is_open = self._ticket.status is TicketStatus.OPEN
            (self._answer.input if is_open else self._subject).setFocus(Qt.FocusReason.TabFocusReason)

    def _show_conversation(self, messages: tuple[TicketMessage, ...]) -> None:
        said = QWidget()
        said.setLayout(column(*(self._message(message) for message in messages), spacing=10))
        holder = self._said.parentWidget()
        assert isinstance(holder, QWidget)
        layout = holder.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.replaceWidget(self._said, said)
        self._said.deleteLater()
        self._said = said

    def _message(self, message: TicketMessage) -> QWidget:
        made = Inset()
        made.setObjectName("tickets.message")
        by, at = (
            Label(Role.SMALLSTRONG, text=message.by),
            Label(Role.SMALL, "muted", text=self._texts.minute(message.at)),
        )
        at.setToolTip(self._texts.local_time(message.at))
        text = Label(wraps=True, copyable=True, text=message.text)
        made.body.addLayout(row(by, None, at))
        made.body.addWidget(text)
        made.setAccessibleName(f"{message.by}, {at.text()}: {message.text}")
        return made

    # Acting

    def _keep_draft(self) -> None:
        if self._ticket is not None:
            self._drafts[self._ticket.id] = self._answer.text
        self._allow()

    def _give_answer(self) -> None:
        if self._ticket is not None:
            self.answer_given.emit(self._ticket.id, self._answer.text)

    def _ask_to_close(self) -> None:
        if self._ticket is not None:
            self.close_wanted.emit(self._ticket.id)

    def _allow(self) -> None:
        length = len(self._answer.text.strip())
        self._answer.setEnabled(not self._is_busy)
        self._send.setEnabled(not self._is_busy and 0 < length <= TEXT_LENGTH)
        self._close.setEnabled(not self._is_busy)

    # Words

    def retranslate(self) -> None:
        """Write everything anew; what was said and what is being written stays."""
        ticket = self._ticket
        self._shown.setVisible(ticket is not None)
        self._nothing.setVisible(ticket is None)
        self._nothing.set_words(
            self.tr("No service ticket is open"), self.tr("Choose one on the left to read it and to go on with it.")
        )
        self._answer.set_name(self.tr("Your message"), self.tr("Add what is new"))
        self._send.setText(self.tr("Send Message"))
        self._close.setText(self.tr("Close Ticket"))
        is_local = self._session.profile.kind in (ProfileKind.DEMO, ProfileKind.LOCAL)
        self._local.setText(self.tr("Kept on this computer only; nobody answers here.") if is_local else "")
        self._closed.setText(self.tr("This service ticket is closed. Create a new one for what is left to say."))
        if ticket is None:
            return
        self._subject.setText(ticket.subject)
        self._about.setText(self._words.about(ticket))
        self._facts.setText(self._fact_words(ticket))
        self._facts.setToolTip(self._texts.local_time(ticket.created_at))
        tone, icon_name = CHIPS[ticket.status]
        self._status.set_state(tone, icon_name, self._words.status(ticket))
        is_open = ticket.status is TicketStatus.OPEN
        self._close.setVisible(is_open)
        self._reply.setVisible(is_open)
        self._done.setVisible(not is_open)
        error = self._errors.get(ticket.id)
        self._refusal.setVisible(error is not None)
        if error is not None:
            problem = problem_text(error, self._texts, self._session.catalogue)
            self._refusal.set_texts(problem.title, problem.advice)
        self._allow()

    def _fact_words(self, ticket: ServiceTicket) -> str:
        names = {tier.code: tier.name.within(QLocale().name()) for tier in self._session.catalogue.tiers}
        facts = [
            self.tr("Created {time}").format(time=self._texts.zoned(ticket.created_at)),
            names.get(ticket.tier, ticket.tier),
        ]
        if promise := self._words.promise(ticket.tier, ticket.severity):
            facts.append(self.tr("first response {time}").format(time=promise))
        return " · ".join(facts)
