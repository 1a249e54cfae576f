"""The form that opens an account of a local store."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from supportplan_desktop.domain.accounts import NewAccount
from supportplan_desktop.domain.errors import InvalidInput
from supportplan_desktop.domain.money import Money
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Banner, Button, Card, Label, row, set_state

if TYPE_CHECKING:
    from supportplan_desktop.ui.problems import Problem

_FIELDS = ("name", "contact", "phone", "email", "balance", "credit_limit")


class AccountForm(Retranslated, Card):
    """Name, contact, ways to reach it, and funds; a wrong field is marked and keeps what was typed."""

    submitted = Signal(object, object)
    """(account id made when the form was opened, NewAccount)."""

    def __init__(self, currency: str, parent: QWidget | None = None) -> None:
        super().__init__()
        self.setParent(parent)
        self._account_id, self._currency = uuid4(), currency
        self._title = Label(Role.H2)
        self._sentence = Label(tone="text2", wraps=True)
        self.problem = Banner("danger")
        self.problem.hide()
        self._inputs = {name: QLineEdit() for name in _FIELDS}
        self._labels = {name: Label(Role.SMALL, "muted") for name in _FIELDS}
        form = QFormLayout()
        form.setSpacing(10)
        for name, field in self._inputs.items():
            field.setObjectName(f"account.{name}")
            self._labels[name].setBuddy(field)
            form.addRow(self._labels[name], field)
        self._inputs["balance"].setText("0.00")
        self._inputs["credit_limit"].setText("0.00")
        self.submit_button = Button("primary")
        self.submit_button.setObjectName("account.open")
        self.submit_button.clicked.connect(self._submit)
        self.body.addWidget(self._title)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self.problem)
        self.body.addLayout(form)
        self.body.addLayout(row(None, self.submit_button))
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Open an account"))
        self._sentence.setText(
            self.tr("The plan, its orders and its funds are kept for this account, on this computer only.")
        )
        for name, words in {
            "name": self.tr("Account name"),
            "contact": self.tr("Contact"),
            "phone": self.tr("Phone"),
            "email": self.tr("Email"),
            "balance": self.tr("Balance ({currency})").format(currency=self._currency),
            "credit_limit": self.tr("Credit limit ({currency})").format(currency=self._currency),
        }.items():
            self._labels[name].setText(words)
            self._inputs[name].setAccessibleName(words)
        self.submit_button.setText(self.tr("Open Account"))

    def refuse(self, error: BaseException, problem: Problem) -> None:
        """Say what is wrong, mark the field it is about, and give it the focus."""
        self.submit_button.setEnabled(True)
        wrong = str(error.facts.get("field")) if isinstance(error, InvalidInput) else ""
        for name, field in self._inputs.items():
            set_state(field, "invalid", name == wrong)
        if wrong in self._inputs:
            self._inputs[wrong].setFocus()
            self.problem.show_with("danger", problem.title, self._hints()[wrong])
        else:
            self.problem.show_with("danger", problem.title, problem.advice)

    def _hints(self) -> dict[str, str]:
        return {
            "name": self.tr("A name of at most 80 characters is needed."),
            "contact": self.tr("The name of a person, at most 80 characters, is needed."),
            "phone": self.tr("A phone number such as +86 13812342046, or an email address, is needed for the codes."),
            "email": self.tr("An address such as name@company.example is expected."),
            "balance": self.tr("An amount of zero or more is expected."),
            "credit_limit": self.tr("An amount of zero or more is expected."),
        }

    def _submit(self) -> None:
        from supportplan_desktop.ui.problems import Problem as Words  # noqa: PLC0415 - only where something is wrong

        try:
            account = NewAccount(
                name=self._inputs["name"].text(),
                contact=self._inputs["contact"].text(),
                phone=self._inputs["phone"].text(),
                email=self._inputs["email"].text(),
                balance=self._amount("balance"),
                credit_limit=self._amount("credit_limit"),
            ).checked()
        except InvalidInput as error:
            self.refuse(error, Words(self.tr("Something here cannot be meant."), ""))
            return
        self.submit_button.setEnabled(False)
        self.submitted.emit(self._account_id, account)

    def _amount(self, name: str) -> Money:
        try:
            return Money(Decimal(self._inputs[name].text().strip() or "0"), self._currency)
        except (InvalidOperation, ValueError):
            raise InvalidInput(field=name, value=self._inputs[name].text()) from None
