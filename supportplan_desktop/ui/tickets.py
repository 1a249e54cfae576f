"""Service Tickets: the account's tickets, newest first, and everything done with them (UI: Service Tickets)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import uuid4

from supportplan_desktop.domain.accounts import Permission
from supportplan_desktop.domain.errors import Refusal
from supportplan_desktop.domain.tickets import ServiceTicket
from supportplan_desktop.services.changes import Change
from supportplan_desktop.services.interfaces import TicketPage
from supportplan_desktop.ui.confirmation import Confirmation
from supportplan_desktop.ui.list_page import ListPage
from supportplan_desktop.ui.newest_first import Rows
from supportplan_desktop.ui.permissions import allow_only
from supportplan_desktop.ui.ticket_row import TicketDelegate
from supportplan_desktop.ui.ticket_texts import TicketTexts
from supportplan_desktop.ui.ticket_view import TicketView
from supportplan_desktop.ui.widgets import Button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts
    from supportplan_desktop.ui.ticket_dialog import TicketDialog


class TicketsPage(ListPage[ServiceTicket, TicketPage]):
    """The chosen ticket is open on the right; new ones are created in a dialog."""

    watches: ClassVar[Change] = Change.TICKETS

    def __init__(self, session: Session, texts: Texts) -> None:
        words = TicketTexts(session, texts)
        rows: Rows[ServiceTicket] = Rows(words.spoken)
        self._view = TicketView(session, texts, words)
        super().__init__(session, texts, "tickets", "ticket", rows, TicketDelegate(texts, words), self._view)
        self._words = words  # a QObject that nothing else holds
        self._dialog: TicketDialog | None = None
        self._wanted: UUID | None = None
        self._attempt = (uuid4(), "")
        self._view.answer_given.connect(self._add_answer)
        self._view.close_wanted.connect(self._ask_to_close)
        self.list.entered.connect(self._view.take_focus)
        self._create = Button("primary", "plus")
        self._create.setObjectName("tickets.create")
        self.empty.action.setObjectName("tickets.create_first")
        for button in (self._create, self.empty.action):
            button.clicked.connect(lambda: self.create_ticket(""))
        allow_only(session, Permission.TICKETS, self._create, self.empty.action)
        self.lay_out(self._create)

    @property
    def dialog(self) -> TicketDialog | None:
        """The dialog that is open, None where there is none."""
        return self._dialog

    def create_ticket(self, item_code: str) -> None:
        """Open the dialog that creates a ticket, with that item chosen; "" chooses the first."""
        from supportplan_desktop.ui.ticket_dialog import TicketDialog as Dialog  # noqa: PLC0415 - when first used

        if self._dialog is not None or not self.session.is_ready:
            return
        self._dialog = dialog = Dialog(self.session, self.texts, item_code, self.window())
        dialog.created.connect(self._choose_created)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _choose_created(self, ticket: ServiceTicket) -> None:
        self._wanted = ticket.id

    def _forget_dialog(self) -> None:
        self._dialog = None  # it deletes itself

    # Showing

    def ask(self, services: Services, cursor: str | None, limit: int) -> TicketPage:
        """Tickets from the cursor on."""
        return services.tickets.page(cursor, limit)

    def rows_of(self, part: TicketPage) -> Sequence[ServiceTicket]:
        """The tickets of a part."""
        return part.tickets

    def take(self, part: TicketPage) -> None:
        """Open the ticket that was just created, else the newest where none is open."""
        self._create.setVisible(bool(part.tickets))  # the empty list offers it in the middle
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.list.choose(wanted)
            self.list.setFocus()
        elif self.list.chosen_id is None and part.tickets:
            self.list.choose(part.tickets[0].id)

    def start_afresh(self) -> None:
        """Nothing written belongs to another account."""
        self._wanted = None
        self._create.show()
        self._view.forget()

    def show_chosen(self, thing: ServiceTicket | None) -> None:
        """Open a ticket."""
        self._view.show_ticket(thing)

    # Acting

    def _add_answer(self, ticket_id: UUID, text: str) -> None:
        """Send what was written; the same words again are the same message, whatever became of the first time."""
        key = f"{ticket_id} {text}"
        if self._attempt[1] != key:
            self._attempt = (uuid4(), key)
        message_id = self._attempt[0]
        self._do(ticket_id, lambda services: services.tickets.answer(ticket_id, message_id, text), self._finish_answer)

    def _finish_answer(self, ticket: ServiceTicket) -> None:
        self._attempt = (uuid4(), "")
        self._view.sent(ticket.id)
        self._finish(ticket)

    def _ask_to_close(self, ticket_id: UUID) -> None:
        question = Confirmation(
            self.tr("Close this service ticket?"),
            self.tr("Nothing more can be said in it, and it cannot be opened again. What was said stays readable."),
            act=self.tr("Close Ticket"),
            keep=self.tr("Keep Open"),
            parent=self.window(),
        )
        question.confirmed.connect(lambda: self._close(ticket_id))
        question.open()

    def _close(self, ticket_id: UUID) -> None:
        self._do(ticket_id, lambda services: services.tickets.close(ticket_id), self._finish)

    def _do(
        self, ticket_id: UUID, call: Callable[[Services], ServiceTicket], then: Callable[[ServiceTicket], None]
    ) -> None:
        self._view.refuse(ticket_id, None)
        self._view.set_busy(is_busy=True)
        self.session.command(self, call, then, lambda error: self._refuse(ticket_id, error), Change.TICKETS)

    def _finish(self, ticket: ServiceTicket) -> None:
        self._view.set_busy(is_busy=False)
        self.rows.replace(ticket)
        if self.list.chosen_id == ticket.id:
            self._view.show_ticket(ticket)

    def _refuse(self, ticket_id: UUID, error: BaseException) -> None:
        self._view.set_busy(is_busy=False)
        if isinstance(error, Refusal):
            self._view.refuse(ticket_id, error)
        else:
            self.session.tasks.crashed.emit(error)

    # Words

    def retranslate(self) -> None:
        """Word the head; the list and the open ticket word themselves."""
        self.title.setText(self.tr("Service Tickets"))
        self.list.setAccessibleName(self.tr("Service Tickets"))
        self._create.setText(self.tr("Create Service Ticket"))
        super().retranslate()

    def empty_words(self) -> tuple[str, str, str]:
        """None was created yet."""
        return (
            self.tr("No service tickets yet"),
            self.tr("Ask a question or report a fault; your tickets and what was said in them appear here."),
            self.tr("Create Service Ticket"),
        )

    def failure_words(self) -> tuple[str, str]:
        """Nothing could be loaded."""
        return self.tr("Nothing to show yet"), self.tr("Your service tickets are safe; they appear here after Retry.")
