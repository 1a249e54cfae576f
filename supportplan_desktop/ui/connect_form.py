"""The form that signs in at a server: its address, the account, the password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from supportplan_desktop.domain.errors import InvalidInput, Refusal
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.problems import problem_text
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Banner, Button, Card, Label, row, set_state

if TYPE_CHECKING:
    from supportplan_desktop.ui.texts import Texts

_FIELDS = ("server", "login", "password")


class ConnectForm(Retranslated, Card):
    """What was typed stays, whatever is refused; only a password that was wrong is selected to be typed over."""

    submitted = Signal(str, str, str)
    """(server, login, password)."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__()
        self.setParent(parent)
        self._texts = texts
        self._error: BaseException | None = None
        self._is_known = False
        self._is_busy = False
        self._title = Label(Role.H2)
        self._sentence = Label(tone="text2", wraps=True)
        self.problem = Banner("danger")
        self.problem.setObjectName("connect.problem")
        self.problem.hide()
        self.inputs = {name: QLineEdit() for name in _FIELDS}
        self.inputs["password"].setEchoMode(QLineEdit.EchoMode.Password)
        self._labels = {name: Label(Role.SMALL, "muted") for name in _FIELDS}
        form = QFormLayout()
        form.setSpacing(10)
        for name, field in self.inputs.items():
            field.setObjectName(f"connect.{name}")
            field.returnPressed.connect(self._submit)
            self._labels[name].setBuddy(field)
            form.addRow(self._labels[name], field)
        self.submit_button = Button("primary")
        self.submit_button.setObjectName("connect.submit")
        self.submit_button.clicked.connect(self._submit)
        self.body.addWidget(self._title)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self.problem)
        self.body.addLayout(form)
        self.body.addLayout(row(None, self.submit_button))
        self.retranslate()

    def set_known(self, server: str, login: str) -> None:
        """The profile has a server and a login already: only the password is asked for."""
        self._is_known = bool(server)
        for name, text in (("server", server), ("login", login)):
            if text:
                self.inputs[name].setText(text)
            self.inputs[name].setReadOnly(self._is_known)
        self.retranslate()

    def ask(self) -> None:
        """Be ready to be filled in, where the first field is that is empty."""
        first = next((field for field in self.inputs.values() if not field.text()), self.inputs["password"])
        first.setFocus()

    def wait(self) -> None:
        """An answer is on its way."""
        self._is_busy = True
        self.problem.hide()
        self._dress()

    def refuse(self, error: BaseException) -> None:
        """Say what is wrong and where; what was typed stays."""
        self._is_busy = False
        self._error = error
        self._dress()
        wrong = str(error.facts.get("field")) if isinstance(error, InvalidInput) else ""
        for name, field in self.inputs.items():
            set_state(field, "invalid", name == wrong)
        field = self.inputs.get(wrong, self.inputs["password"])
        field.setFocus()
        field.selectAll()
        self._word_problem()
        self.problem.show()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Sign in again") if self._is_known else self.tr("Connect to a server"))
        self._sentence.setText(
            self.tr("The session has ended. Nothing that was typed is lost; what was under way goes on after this.")
            if self._is_known
            else self.tr("The plan, its orders and its funds are kept at the server. The password is not kept here.")
        )
        words = {
            "server": self.tr("Server address"),
            "login": self.tr("Account name"),
            "password": self.tr("Password"),
        }
        for name, text in words.items():
            self._labels[name].setText(text)
            self.inputs[name].setAccessibleName(text)
        self.inputs["server"].setPlaceholderText(self.tr("plans.company.example"))
        self._dress()
        self._word_problem()

    def _dress(self) -> None:
        self.submit_button.setText(self.tr("Signing in…") if self._is_busy else self.tr("Sign In"))
        self.submit_button.setEnabled(not self._is_busy)
        for field in self.inputs.values():
            field.setEnabled(not self._is_busy)

    def _word_problem(self) -> None:
        if self._error is None:
            return
        if isinstance(self._error, InvalidInput):
            hints = {
                "server": self.tr(
                    "An address such as https://plans.company.example is expected; http only on this computer."
                ),
                "login": self.tr("The name that signs in is needed."),
            }
            title = self.tr("Something here cannot be meant.")
            self.problem.set_texts(title, hints.get(str(self._error.facts.get("field")), ""))
            return
        problem = problem_text(self._error, self._texts)
        self.problem.set_texts(problem.title, problem.advice)

    def _submit(self) -> None:
        if self._is_busy:
            return
        empty = next((name for name, field in self.inputs.items() if not field.text().strip()), None)
        if empty is not None:
            self.inputs[empty].setFocus()
            set_state(self.inputs[empty], "invalid", value=True)
            return
        self.wait()
        server, login, password = (field.text() for field in self.inputs.values())
        self.submitted.emit(server, login, password)


def is_about_signing_in(error: BaseException) -> bool:
    """Whether an error is answered by signing in."""
    return isinstance(error, Refusal) and error.code in {"session.required", "server.none_yet"}
