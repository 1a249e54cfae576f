"""The two ways to a member: invite an account that exists, or create one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QProgressBar, QWidget

from supportplan_desktop.domain.errors import (
    AccountNameAmbiguous,
    AccountNotFound,
    AlreadyInvited,
    AlreadyMember,
    InvalidInput,
    InviteeIsMaster,
    MemberConflict,
    OwnAccountInvited,
    Refusal,
)
from supportplan_desktop.services.changes import Change
from supportplan_desktop.services.interfaces import NewMember
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.problems import problem_text
from supportplan_desktop.ui.sharing.modes import ModePicker
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Banner, Button, Card, Label, column, row, set_state
from supportplan_desktop.ui.widgets.fitting import fit_height

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QShowEvent

    from supportplan_desktop.domain.accounts import Account
    from supportplan_desktop.domain.organization import Association
    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_WIDTH = 600
_CHANGES = Change.ORGANIZATION | Change.ACCOUNTS | Change.MESSAGES
_ABOUT_THE_ACCOUNT = (
    AccountNotFound,
    AccountNameAmbiguous,
    OwnAccountInvited,
    AlreadyMember,
    AlreadyInvited,
    InviteeIsMaster,
)


class MemberDialog(Retranslated, QDialog):
    """Stays open, with what was typed, until it is done. The id is made when it opens, so sent again it is the same.

    Subclasses name their fields, say what is sent in `prepare`, and at which field a refusal belongs in `field_of`.
    Show it with `open()`; it deletes itself when closed, and cannot be closed while it sends.
    """

    done_with = Signal(str)
    """(account name): that account is invited, or created."""

    def __init__(self, session: Session, texts: Texts, name: str, fields: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.session, self.texts = session, texts
        self.id = uuid4()
        self._error: Refusal | None = None
        self._is_busy = False
        self.setObjectName(name)
        self.setMinimumWidth(_WIDTH)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.finished.connect(self.deleteLater)
        self.title, self.sentence = Label(Role.H2), Label(tone="text2", wraps=True)
        self.problem = Banner("danger")
        self.problem.setObjectName(f"{name}.refusal")
        self.problem.hide()
        self.fields = {field: QLineEdit() for field in fields}
        self.labels = {field: Label(Role.SMALL, "muted") for field in fields}
        for field, line in self.fields.items():
            line.setObjectName(f"{name}.{field}")
            line.textEdited.connect(partial(self._forget_what_was_wrong, field))
            self.labels[field].setBuddy(line)
        self.modes = ModePicker()
        self._make_footer(name)
        form = column(self.title, self.sentence, self.problem, self._rows(), self.modes, spacing=14)
        form.setContentsMargins(24, 20, 24, 20)
        self.setLayout(column(form, self._footer, spacing=0))
        next(iter(self.fields.values())).setFocus()

    def _make_footer(self, name: str) -> None:
        self._progress = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self._progress.setFixedWidth(96)
        self._progress.hide()
        self.cancel, self.submit = Button("ghost"), Button("primary")
        self.cancel.setObjectName(f"{name}.cancel")
        self.submit.setObjectName(f"{name}.submit")
        self.submit.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.submit.clicked.connect(self._send)
        self._footer = Card(padded=False, kind="footer")
        line = row(self._progress, None, self.cancel, self.submit)
        line.setContentsMargins(24, 14, 24, 14)
        self._footer.body.addLayout(line)

    def _rows(self) -> QWidget:
        """Two fields side by side, the first alone."""
        parts = [column(self.labels[field], line, spacing=5) for field, line in self.fields.items()]
        lines = column(parts[0], spacing=12)
        for place in range(1, len(parts), 2):
            lines.addLayout(row(*parts[place : place + 2], spacing=12))
        made = QWidget()
        made.setLayout(lines)
        return made

    # What subclasses say

    def prepare(self) -> Callable[[Services], str]:
        """What shall be done, with what is typed at this moment; called on the GUI thread."""
        raise NotImplementedError

    def field_of(self, error: Refusal) -> str:
        """The field a refusal is about, "" where it is about none."""
        raise NotImplementedError

    def advice(self, _error: Refusal) -> str:
        """What to do about a refusal here, "" where it is what is done about it everywhere."""
        return ""

    # Sending

    def _send(self) -> None:
        if self._is_busy:
            return
        self._say(None)
        self._set_busy(is_busy=True)
        self.session.command(self, self.prepare(), self._finish, self._refuse, _CHANGES)

    def _finish(self, name: str) -> None:
        self._set_busy(is_busy=False)
        self.done_with.emit(name)
        self.accept()

    def _refuse(self, error: BaseException) -> None:
        self._set_busy(is_busy=False)
        if not isinstance(error, Refusal):
            self.session.tasks.crashed.emit(error)
            return
        if isinstance(error, MemberConflict):
            self.id = uuid4()  # the first one is there; what stands here now would be another
        self._say(error)

    def _set_busy(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        self._progress.setVisible(is_busy)
        for part in (*self.fields.values(), self.modes, self.cancel, self.submit):
            part.setEnabled(not is_busy)

    def _forget_what_was_wrong(self, field: str) -> None:
        set_state(self.fields[field], "invalid", value=False)
        if self._error is not None and self.field_of(self._error) == field:
            self._say(None)

    def _say(self, error: Refusal | None) -> None:
        """Say what is refused, and mark the field it is about; None takes it back."""
        self._error = error
        wrong = self.field_of(error) if error is not None else ""
        for field, line in self.fields.items():
            set_state(line, "invalid", field == wrong)
        self.problem.setVisible(error is not None)
        if error is not None:
            problem = problem_text(error, self.texts, self.session.catalogue)
            self.problem.show_with("danger", problem.title, self.advice(error) or problem.advice)
            if wrong in self.fields:
                self.fields[wrong].setFocus()
        if self.isVisible():
            fit_height(self)

    def retranslate(self) -> None:
        """Word what both have; subclasses word the rest and call this."""
        self.cancel.setText(self.tr("Cancel"))
        for field, line in self.fields.items():
            line.setAccessibleName(self.labels[field].text())
        self._say(self._error)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        fit_height(self)
        super().showEvent(event)

    def reject(self) -> None:
        """Close, unless it sends."""
        if not self._is_busy:
            super().reject()


class InviteDialog(MemberDialog):
    """Invites an account by its name."""

    def __init__(self, session: Session, texts: Texts, parent: QWidget) -> None:
        super().__init__(session, texts, "invite", ("account",), parent)
        self.retranslate()

    def prepare(self) -> Callable[[Services], str]:
        """Invite the account that is named."""
        invitation_id, account, mode = self.id, self.fields["account"].text(), self.modes.chosen

        def invite(services: Services) -> str:
            association: Association = services.organization.invite(invitation_id, account, mode)
            return association.account_name

        return invite

    def field_of(self, error: Refusal) -> str:
        """Nearly all are about the account."""
        return "account" if isinstance(error, _ABOUT_THE_ACCOUNT) else ""

    def advice(self, error: Refusal) -> str:
        """A name that is not known is looked at again."""
        if not isinstance(error, AccountNotFound):
            return ""
        return self.tr("Check the name: it has to be written exactly as the account is named.")

    def retranslate(self) -> None:
        """Word everything anew; what was typed stays."""
        self.setWindowTitle(self.tr("Invite an account"))
        self.title.setText(self.tr("Invite an account"))
        self.sentence.setText(
            self.tr(
                "It is told in its messages and accepts or declines. Under unified accounting it has to settle unpaid "
                "orders and unsubscribe from a plan of its own before it can accept."
            )
        )
        self.labels["account"].setText(self.tr("Account name"))
        self.fields["account"].setPlaceholderText(self.tr("Exactly as the account is named"))
        self.submit.setText(self.tr("Invite"))
        super().retranslate()


class CreateMemberDialog(MemberDialog):
    """Creates a member account of the acting one."""

    def __init__(self, session: Session, texts: Texts, parent: QWidget) -> None:
        super().__init__(session, texts, "member", ("name", "contact", "phone", "email"), parent)
        self.retranslate()

    def prepare(self) -> Callable[[Services], str]:
        """Create the member that is described."""
        account_id, texts = self.id, {name: line.text() for name, line in self.fields.items()}
        member = NewMember(texts["name"], texts["contact"], texts["phone"], texts["email"], self.modes.chosen)

        def create(services: Services) -> str:
            account: Account = services.organization.create_member(account_id, member)
            return account.name

        return create

    def field_of(self, error: Refusal) -> str:
        """The field that cannot be meant."""
        return str(error.facts.get("field", "")) if isinstance(error, InvalidInput) else ""

    def advice(self, error: Refusal) -> str:
        """What belongs into the field that cannot be meant."""
        return {
            "name": self.tr("A name of at most 80 characters is needed."),
            "contact": self.tr("The name of a person, at most 80 characters, is needed."),
            "phone": self.tr("A phone number such as +86 13812342046, or an email address, is needed."),
            "email": self.tr("An address such as name@company.example is expected."),
        }.get(self.field_of(error), "")

    def retranslate(self) -> None:
        """Word everything anew; what was typed stays."""
        self.setWindowTitle(self.tr("Create Member"))
        self.title.setText(self.tr("Create Member"))
        self.sentence.setText(
            self.tr("The account is there at once, belongs to this organization, and has no funds yet.")
        )
        for field, words in {
            "name": self.tr("Account name"),
            "contact": self.tr("Contact"),
            "phone": self.tr("Phone"),
            "email": self.tr("Email"),
        }.items():
            self.labels[field].setText(words)
        self.submit.setText(self.tr("Create Member"))
        super().retranslate()
