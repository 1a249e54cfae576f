"""Opens another account of a local store, and lets it act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.account_form import AccountForm
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.problems import problem_text

if TYPE_CHECKING:
    from uuid import UUID

    from supportplan_desktop.domain.accounts import Account, NewAccount
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts


class AccountDialog(Retranslated, QDialog):
    """The account form as a dialog; it stays open, with what was typed, until the account is there."""

    def __init__(self, session: Session, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._texts = session, texts
        self.setMinimumWidth(520)
        self.form = AccountForm(session.catalogue.currency)
        self.form.submitted.connect(self._submit)
        self.finished.connect(self.deleteLater)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(self.form)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("New account"))

    def _submit(self, account_id: UUID, account: NewAccount) -> None:
        self._session.command(
            self,
            lambda services: services.accounts.open_account(account_id, account),
            self._let_act,
            lambda error: self.form.refuse(error, problem_text(error, self._texts)),
            Change.ACCOUNTS,
        )

    def _let_act(self, account: Account) -> None:
        self._session.act_as(account.id)
        self.accept()
