"""Creates a service ticket: about which item, how bad it is, and what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QProgressBar, QWidget

from supportplan_desktop.domain.errors import InvalidInput, Refusal, TicketConflict
from supportplan_desktop.domain.tickets import (
    SUBJECT_LENGTH,
    TEXT_LENGTH,
    checked_text,
    offers_severity,
    severities_of,
)
from supportplan_desktop.services.changes import Change
from supportplan_desktop.services.interfaces import NewTicket
from supportplan_desktop.ui.confirmation import Confirmation
from supportplan_desktop.ui.counted_text import CountedText
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.problems import problem_text
from supportplan_desktop.ui.severity_picker import SeverityPicker
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.ticket_texts import TicketTexts, included_items, missing_items, ticket_tier
from supportplan_desktop.ui.widgets import Banner, Button, Card, Label, column, row, scrolled

if TYPE_CHECKING:
    from uuid import UUID

    from supportplan_desktop.domain.catalogue import Tier
    from supportplan_desktop.domain.tickets import ServiceTicket
    from supportplan_desktop.services.interfaces import PlanDetails
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_WIDTH, _HEIGHT = 680, 620
_LINES = 7


class TicketDialog(Retranslated, QDialog):
    """Stays open, with what was typed, until the ticket is there. Sent again it is the same ticket.

    Show it with `open()`; it deletes itself when closed, and cannot be closed while a ticket is under way.
    """

    created = Signal(object)
    """(ticket): it is there."""

    def __init__(self, session: Session, texts: Texts, item: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._texts, self._wanted = session, texts, item
        self._words = TicketTexts(session, texts)
        self._ticket_id: UUID = uuid4()
        self._tier: Tier | None = None
        self._error: BaseException | None = None
        self._is_busy = False
        self._had_focus: QWidget | None = None
        self.setObjectName("ticket")
        self.resize(_WIDTH, _HEIGHT)
        self.finished.connect(self.deleteLater)
        self._make_parts()
        form = column(
            self._problem, self._note, column(self._item_label, self._item, spacing=5), self._severity, spacing=14
        )
        form.addWidget(self._subject)
        form.addWidget(self._description, 1)
        form.setContentsMargins(24, 20, 24, 20)
        content = QWidget()
        content.setLayout(form)
        footer = Card(padded=False, kind="footer")
        line = row(self._progress, None, self._cancel, self._create, spacing=10)
        line.setContentsMargins(24, 14, 24, 14)
        footer.body.addLayout(line)
        self._scroll = scrolled(content)
        layout = column(self._scroll, footer, spacing=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self._subject.setFocus()
        self.retranslate()
        self._ask_for_plan()

    def _make_parts(self) -> None:
        self._problem = Banner("danger")
        self._problem.setObjectName("ticket.refusal")
        self._problem.hide()
        self._retry = Button("secondary", "refresh")
        self._retry.setObjectName("ticket.retry")
        self._retry.clicked.connect(self._ask_for_plan)
        self._problem.add_action(self._retry)
        self._note = Banner("info")
        self._note.setObjectName("ticket.included")
        self._note.hide()
        self._item_label = Label(Role.SMALL, "muted")
        self._item = QComboBox()
        self._item.setObjectName("ticket.item")
        self._item_label.setBuddy(self._item)
        self._item.currentIndexChanged.connect(self._offer_severities)
        self._severity = SeverityPicker(self._session.catalogue, self._words)
        self._severity.hide()
        self._subject = CountedText(self._texts, "ticket.subject", SUBJECT_LENGTH)
        self._description = CountedText(self._texts, "ticket.description", TEXT_LENGTH, _LINES)
        self._progress = QProgressBar()
        self._progress.setObjectName("ticket.progress")
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(120)
        self._cancel = Button("ghost")
        self._cancel.setObjectName("ticket.cancel")
        self._cancel.clicked.connect(self.reject)
        self._create = Button("primary")
        self._create.setObjectName("ticket.create")
        self._create.setDefault(True)
        self._create.clicked.connect(self._submit)
        for text in (self._subject, self._description):
            text.changed.connect(self._forget_what_was_wrong)
        self._inputs = (self._item, self._severity, self._subject, self._description, self._cancel)

    # What the plan includes

    def _ask_for_plan(self) -> None:
        self._say(None)
        self._progress.show()
        self._session.query(self, lambda services: services.plans.details(), self._take_plan, self._fail)

    def _take_plan(self, plan: PlanDetails) -> None:
        self._tier = ticket_tier(plan, self._session.catalogue)
        self._progress.hide()
        self._offer_items()

    def _fail(self, error: BaseException) -> None:
        self._progress.hide()
        self._say(error)

    def _offer_items(self) -> None:
        """Offer what the plan has tickets for, and say which plan has them for the rest."""
        if self._tier is None:
            return
        catalogue, language = self._session.catalogue, QLocale().name()
        included = included_items(catalogue, self._tier)
        wanted = self._item.currentData() or self._wanted
        self._item.blockSignals(True)
        self._item.clear()
        for item in included:
            self._item.addItem(item.name.within(language), item.code)
        self._item.blockSignals(False)
        self._item.setCurrentIndex(max(0, self._item.findData(wanted)))
        self._offer_severities()
        self._create.setEnabled(bool(included) and not self._is_busy)
        lines = [
            self.tr("{item}: {plan} and higher plans include service tickets for it.").format(
                item=item.name.within(language), plan=tier.name.within(language)
            )
            for item, tier in missing_items(catalogue, self._tier)
        ]
        self._note.setVisible(bool(lines))
        title = self.tr("{plan} does not include service tickets for everything.")
        self._note.set_texts(title.format(plan=self._tier.name.within(language)), "\n".join(lines))

    def _offer_severities(self) -> None:
        if self._tier is None:
            return
        catalogue, tier = self._session.catalogue, self._tier.code
        has_any = offers_severity(catalogue, self._item.currentData() or "", tier)
        self._severity.offer(tier, severities_of(catalogue, tier) if has_any else ())
        self._severity.setVisible(has_any)

    # Creating

    def _submit(self) -> None:
        self._say(None)
        try:
            checked_text("subject", self._subject.text, SUBJECT_LENGTH)
            checked_text("description", self._description.text, TEXT_LENGTH)
        except InvalidInput as error:
            self._say(error)
            return
        severity = self._severity.chosen
        ticket = NewTicket(self._item.currentData(), severity, self._subject.text, self._description.text)
        ticket_id = self._ticket_id
        self._set_busy(is_busy=True)
        self._session.command(
            self,
            lambda services: services.tickets.create(ticket_id, ticket),
            self._finish,
            self._refuse,
            Change.TICKETS,
        )

    def _finish(self, ticket: ServiceTicket) -> None:
        self._set_busy(is_busy=False)
        self.created.emit(ticket)
        self.accept()

    def _refuse(self, error: BaseException) -> None:
        self._set_busy(is_busy=False)
        if not isinstance(error, Refusal):
            self._session.tasks.crashed.emit(error)
            return
        if isinstance(error, TicketConflict):
            self._ticket_id = uuid4()  # the first one is there; what stands here now would be another
        self._say(error)

    def _set_busy(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        if is_busy:
            self._had_focus = self.focusWidget()
        for part in self._inputs:
            part.setEnabled(not is_busy)
        self._progress.setVisible(is_busy)
        self._create.setEnabled(not is_busy)
        if not is_busy and self._had_focus is not None:
            self._had_focus.setFocus()

    # Words

    def _forget_what_was_wrong(self) -> None:
        if isinstance(self._error, InvalidInput):
            self._error = None

    def _say(self, error: BaseException | None) -> None:
        """Say what is refused, at the field where it is about one, else on the banner; None takes it back."""
        self._error = error
        field = error.facts.get("field") if isinstance(error, InvalidInput) else None
        wrong = self._wrong().get(str(field), "")
        self._description.mark(wrong if field == "description" else "")
        self._subject.mark(wrong if field == "subject" else "")
        is_shown = error is not None and not wrong
        self._problem.setVisible(is_shown)
        if is_shown:
            self._scroll.verticalScrollBar().setValue(0)  # where it stands
        self._retry.setVisible(self._tier is None)
        if isinstance(error, TicketConflict):
            self._problem.set_texts(
                self.tr("This service ticket was created before, with the words it had then."),
                self.tr("It is in the list. Create it again to have a second one with the words that stand here."),
            )
        elif error is not None and is_shown:
            problem = problem_text(error, self._texts, self._session.catalogue)
            self._problem.set_texts(problem.title, problem.advice)

    def _wrong(self) -> dict[str, str]:
        number = self._texts.number
        return {
            "subject": self.tr("A subject of at most {longest} characters is needed.").format(
                longest=number(SUBJECT_LENGTH)
            ),
            "description": self.tr("A description of at most {longest} characters is needed.").format(
                longest=number(TEXT_LENGTH)
            ),
        }

    def retranslate(self) -> None:
        """Write everything anew; what was typed stays."""
        self.setWindowTitle(self.tr("Create Service Ticket"))
        self._item_label.setText(self.tr("Service Item"))
        self._item.setAccessibleName(self.tr("Service Item"))
        self._subject.set_name(self.tr("Subject"), self.tr("What it is about, in one line"))
        self._description.set_name(
            self.tr("Description"), self.tr("What happened, since when, and what you have tried. No passwords, please.")
        )
        self._cancel.setText(self.tr("Cancel"))
        self._create.setText(self.tr("Create Service Ticket"))
        self._retry.setText(self.tr("Retry"))
        self._create.setEnabled(False)
        self._offer_items()
        self._say(self._error)

    def _ask_to_discard(self) -> None:
        question = Confirmation(
            self.tr("Discard what you have written?"),
            self.tr("The service ticket is not created, and its subject and description are lost."),
            act=self.tr("Discard"),
            keep=self.tr("Keep Writing"),
            parent=self,
        )
        question.confirmed.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        question.open()

    # Qt overrides

    def reject(self) -> None:
        """Close, unless a ticket is under way; what was written is given up only when asked."""
        if self._is_busy:
            return
        if self._subject.text.strip() or self._description.text.strip():
            self._ask_to_discard()
        else:
            super().reject()
