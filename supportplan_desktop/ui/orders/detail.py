"""An order with all that was agreed: its progress, lines, reasons, funds and consent, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from supportplan_desktop.domain.accounts import Permission
from supportplan_desktop.domain.orders import OrderKind
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.orders.cards import ConsentCard, FundsCard, TermCard, WhyCard
from supportplan_desktop.ui.orders.detail_head import DetailHead
from supportplan_desktop.ui.orders.lines import LinesCard
from supportplan_desktop.ui.orders.progress import ProgressCard
from supportplan_desktop.ui.permissions import allow_only
from supportplan_desktop.ui.problems import problem_text
from supportplan_desktop.ui.saving import SavingWords, ask_where, write_whole
from supportplan_desktop.ui.widgets import (
    Banner,
    Button,
    Card,
    EmptyState,
    LoadingGate,
    Skeleton,
    column,
    row,
    scrolled,
)

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from supportplan_desktop.domain.catalogue import Agreement
    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts
    from supportplan_desktop.ui.widgets import Toast

_MARGIN, _TOP, _BETWEEN = 28, 12, 14
_RIGHT_WIDTH = 344
_BETWEEN_SIDES = 16
_STACKED_BELOW = 1020
_ANY_WIDTH = 16_777_215  # what Qt calls no limit


class OrderDetail(Retranslated, QWidget):
    """One order at a time; it goes back by its link, Esc, Alt+Left and the mouse's back button."""

    closed = Signal()
    """The user goes back to the list."""
    pay_requested = Signal(object)
    """(order id): the order shall be paid."""
    cancel_requested = Signal(object)
    """(order id): the order shall be canceled."""

    def __init__(self, session: Session, texts: Texts, toast: Toast) -> None:
        super().__init__()
        self._session, self._texts, self._toast = session, texts, toast
        self._saving = SavingWords(self)
        self._order_id: UUID | None = None
        self._order: Order | None = None
        self._error: BaseException | None = None
        self._question: int | None = None
        self.setObjectName("order")
        self._head = DetailHead(texts, session.catalogue)
        self._strip = Banner("danger")
        self._strip.setObjectName("order.error")
        self._retry = Button("secondary", "refresh")
        self._retry.setObjectName("order.retry")
        self._retry.clicked.connect(self.load)
        self._strip.add_action(self._retry)
        self._strip.hide()
        self._progress = ProgressCard(texts)
        self._lines = LinesCard(session.catalogue, texts)
        self._term = TermCard(session.catalogue, texts)
        self._why = WhyCard(session.catalogue, texts)
        self._funds = FundsCard(texts)
        self._consent = ConsentCard(texts)
        self._empty = EmptyState("orders")
        self._empty.setObjectName("order.nothing")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._right = QWidget()
        self._right.setLayout(column(self._why, self._funds, self._consent, None, spacing=_BETWEEN))
        left = column(self._progress, self._lines, self._term, None, spacing=_BETWEEN)
        self._shown = QWidget()
        both = QVBoxLayout(self._shown)
        both.setContentsMargins(0, 0, 0, 0)
        self._sides = row(left, self._right, spacing=_BETWEEN_SIDES)
        self._sides.setStretch(0, 1)
        both.addLayout(self._sides)
        both.addStretch()
        skeleton = Card()
        skeleton.setObjectName("order.loading")
        skeleton.body.addWidget(Skeleton(rows=8))
        self._shown.hide()
        self._empty.hide()
        body = QWidget()
        body.setLayout(column(self._shown, self._empty, spacing=0))
        self._gate = LoadingGate(skeleton, body)
        content = QWidget()
        layout = column(self._head, self._strip, body, skeleton, None, spacing=_BETWEEN)
        layout.setContentsMargins(_MARGIN, _TOP, _MARGIN, _MARGIN)
        content.setLayout(layout)
        self._scroll = scrolled(content)
        self._scroll.setObjectName("order.scroll")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _fit(self, width: int) -> None:
        """Put both sides below each other where they do not fit beside each other."""
        is_stacked = width < _STACKED_BELOW
        sides = QBoxLayout.Direction
        self._sides.setDirection(sides.TopToBottom if is_stacked else sides.LeftToRight)
        self._sides.setSpacing(_BETWEEN if is_stacked else _BETWEEN_SIDES)
        self._right.setMinimumWidth(0 if is_stacked else _RIGHT_WIDTH)
        self._right.setMaximumWidth(_ANY_WIDTH if is_stacked else _RIGHT_WIDTH)

    def _connect(self) -> None:
        allow_only(self._session, Permission.MONEY, self._head.pay, self._head.cancel)
        self._head.back.clicked.connect(self.closed)
        self._head.copied.connect(self._copy)
        self._head.pay.clicked.connect(lambda: self.pay_requested.emit(self._order_id))
        self._head.cancel.clicked.connect(lambda: self.cancel_requested.emit(self._order_id))
        self._head.receipt_wanted.connect(self._ask_for_receipt)
        self._consent.copy_wanted.connect(self._copy)
        self._consent.read_wanted.connect(self._read)
        for keys in (QKeySequence(Qt.Key.Key_Escape), QKeySequence(QKeySequence.StandardKey.Back)):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.closed)

    def show_order(self, order_id: UUID) -> None:
        """Show that order; another one than before begins at its top."""
        if order_id != self._order_id:
            self._order_id, self._order, self._error = order_id, None, None
            self._strip.hide()
            self._arrange()
            self._scroll.verticalScrollBar().setValue(0)
        self._head.back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.load()

    def leave(self) -> None:
        """Show nothing any more."""
        self._forget()
        self._order_id = self._order = None

    def load(self) -> None:
        """Load the order that is shown, if one is; what is known of it stays until the answer is there."""
        order_id = self._order_id
        if order_id is None:
            return
        if self._order is None:
            self._gate.begin()
        self._forget()
        self._question = self._session.query(
            self, lambda services: services.orders.get(order_id), self._show, self._fail
        )

    def _forget(self) -> None:
        if self._question is not None:
            self._session.tasks.forget(self._question)

    def _show(self, order: Order) -> None:
        self._order, self._error = order, None
        self._head.show_order(order)
        for card in (self._progress, self._lines, self._term, self._why, self._funds, self._consent):
            card.show_order(order)
        self._term.setVisible(order.kind is not OrderKind.UNSUBSCRIPTION)
        self._strip.hide()
        self._arrange()
        self._gate.end()

    def _fail(self, error: BaseException) -> None:
        self._error = error
        self._word_failure()
        self._strip.show()
        self._arrange()
        self._gate.end()

    def _arrange(self) -> None:
        self._shown.setVisible(self._order is not None)
        self._empty.setVisible(self._order is None and self._error is not None)
        if self._order is None:
            self._head.show_nothing()

    # What can be done

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._toast.say(self.tr("Copied"), text, close=self.tr("Close"))

    def _read(self, version: str) -> None:
        self._session.query(self, lambda services: services.catalogue.agreement(version), self._open_reader, self._tell)

    def _open_reader(self, agreement: Agreement) -> None:
        from supportplan_desktop.ui.orders.reader import AgreementReader  # noqa: PLC0415 - loads when first used

        AgreementReader(agreement, self._session.tasks, self).open()

    def _ask_for_receipt(self, language: str) -> None:
        if self._order is not None:
            name = f"{self._order.number}-{language}.pdf"
            then = partial(self._write_receipt, self._order, language)
            ask_where(self.window(), self.tr("Receipt (PDF)"), self.tr("PDF documents (*.pdf)"), name, then)

    def _write_receipt(self, order: Order, language: str, path: Path) -> None:
        from supportplan_desktop.ui.orders.receipt import Receipt  # noqa: PLC0415 - loads when first used

        now = self._session.now
        pdf = Receipt(order, now.account, now.catalogue, language).pdf()
        self._session.command(
            self,
            lambda _services: write_whole(path, lambda file: file.write(pdf)),
            lambda _none: self._toast.say(self.tr("Receipt saved"), path.name, close=self.tr("Close")),
            self._tell_unsaved,
        )

    def _tell(self, error: BaseException) -> None:
        problem = problem_text(error, self._texts, self._session.catalogue)
        self._retry.hide()
        self._strip.show_with("danger", problem.title, problem.advice)

    def _tell_unsaved(self, error: BaseException) -> None:
        self._retry.hide()
        self._strip.show_with("danger", self.tr("The receipt could not be saved."), self._saving.advice(error))

    # Words

    def retranslate(self) -> None:
        """Word the failures; the parts word themselves."""
        self._retry.setText(self.tr("Retry"))
        self._empty.set_words(self.tr("Nothing to show yet"), self.tr("The order appears here after Retry."))
        self._word_failure()

    def _word_failure(self) -> None:
        if self._error is not None:
            problem = problem_text(self._error, self._texts, self._session.catalogue)
            self._retry.show()
            self._strip.set_texts(problem.title, problem.advice)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.BackButton:
            self.closed.emit()
        else:
            super().mouseReleaseEvent(event)
