"""Messages: what the product told the account, newest first (UI: Messages)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from supportplan_desktop.domain.messages import Message
from supportplan_desktop.services.changes import Change
from supportplan_desktop.services.interfaces import MessagePage
from supportplan_desktop.ui.list_page import ListPage
from supportplan_desktop.ui.message_row import MessageDelegate
from supportplan_desktop.ui.message_texts import MessageTexts
from supportplan_desktop.ui.message_view import MessageView
from supportplan_desktop.ui.newest_first import Rows
from supportplan_desktop.ui.widgets import Button

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QShowEvent

    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts


@dataclass(frozen=True, slots=True)
class Seen:
    """Some messages, and the instant they were read at: it decides whether a code still counts."""

    page: MessagePage
    at: datetime

    @property
    def cursor(self) -> str | None:
        """Asks for older ones; None at the end."""
        return self.page.cursor


class MessagesPage(ListPage[Message, Seen]):
    """Opening a message marks it as read. Whether shown or not, the page counts what is unread."""

    watches: ClassVar[Change] = Change.MESSAGES | Change.CLOCK

    order_requested = Signal(object)
    """(order id): that order shall be shown."""
    sharing_requested = Signal()
    """Organization and Sharing shall be shown."""
    unread_changed = Signal(int)
    """(count): so many messages are unread."""

    def __init__(self, session: Session, texts: Texts) -> None:
        words = MessageTexts(texts)
        rows: Rows[Message] = Rows(lambda message: words.spoken(message, session.catalogue))
        self._view = MessageView(session, texts, words)
        super().__init__(session, texts, "messages", "mail", rows, MessageDelegate(session, texts, words), self._view)
        self._words = words  # a QObject that nothing else holds
        self._unread = self._count_question = 0
        self._now: datetime | None = None
        self._marked: UUID | None = None
        self._opens_newest = False
        self._view.order_requested.connect(self.order_requested)
        self._view.sharing_requested.connect(self.sharing_requested)
        self.list.entered.connect(self._view.take_focus)
        self._mark_all = Button("secondary", "check")
        self._mark_all.setObjectName("messages.mark_all")
        self._mark_all.clicked.connect(self._mark_all_read)
        self.lay_out(self._mark_all)
        session.ready.connect(self._count)
        session.changed.connect(self._count_after)
        if session.is_ready:
            self._count()

    # Counting

    def _count_after(self, change: Change, _initiator: object) -> None:
        if change & Change.MESSAGES:
            self._count()

    def _count(self) -> None:
        """Ask for the number alone; the last one counts where that fails."""
        self.session.tasks.forget(self._count_question)
        self._count_question = self.session.query(
            self, lambda services: services.messages.page(limit=1).unread, self._tell_unread, lambda _: None
        )

    def _tell_unread(self, count: int) -> None:
        self._unread = count
        self._word_unread()
        self.unread_changed.emit(count)

    # Showing

    def ask(self, services: Services, cursor: str | None, limit: int) -> Seen:
        """Messages from the cursor on."""
        return Seen(services.messages.page(cursor, limit), services.clock.now())

    def rows_of(self, part: Seen) -> Sequence[Message]:
        """The messages of a part."""
        return part.page.messages

    def take(self, part: Seen) -> None:
        """Whoever comes to the page wants the newest, unless it was read before."""
        self._now = part.at
        messages = part.page.messages
        if self._opens_newest and messages and (self.list.chosen_id is None or not messages[0].is_read):
            self.list.choose(messages[0].id)
        self._opens_newest = False

    def start_afresh(self) -> None:
        """Another account: its newest message is wanted."""
        self._opens_newest = True

    def show_chosen(self, thing: Message | None) -> None:
        """Open a message, which marks it as read; one that could not be marked is let be until it is opened again."""
        self._view.show_message(thing, self._now)
        before, self._marked = self._marked, thing.id if thing is not None else None
        if thing is None or thing.is_read or thing.id == before:
            return
        message_id = thing.id
        self.session.command(
            self,
            lambda services: services.messages.mark_read(message_id),
            failed=lambda _: None,
            changes=Change.MESSAGES,
        )

    def _mark_all_read(self) -> None:
        self.refuse(None)
        self._mark_all.setEnabled(False)
        self.session.command(
            self,
            lambda services: services.messages.mark_all_read(),
            failed=self._refuse_marking,
            changes=Change.MESSAGES,
        )

    def _refuse_marking(self, error: BaseException) -> None:
        self.refuse(error)
        self._word_unread()

    # Words

    def retranslate(self) -> None:
        """Word the head; the list and the opened message word themselves."""
        self.title.setText(self.tr("Messages"))
        self.list.setAccessibleName(self.tr("Messages"))
        self._mark_all.setText(self.tr("Mark all as read"))
        self._word_unread()
        super().retranslate()

    def _word_unread(self) -> None:
        self.remark.setText(self.tr("%n unread", "", self._unread) if self._unread else "")
        self._mark_all.setEnabled(bool(self._unread))

    def empty_words(self) -> tuple[str, str, str]:
        """Nothing was told yet."""
        return (
            self.tr("No messages yet"),
            self.tr("Verification codes and news about your orders appear here."),
            "",
        )

    def failure_words(self) -> tuple[str, str]:
        """Nothing could be loaded."""
        return self.tr("Nothing to show yet"), self.tr("Your messages are safe; they appear here after Retry.")

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        self._opens_newest = True
        super().showEvent(event)
