"""The form that signs in at a server: its address, the account, the password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from supportplan_desktop.domain.errors import InvalidInput, Refusal, TooManyRequests
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.problems import problem_text
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Banner, Button, Card, Icon, Label, row, set_state

if TYPE_CHECKING:
    from supportplan_desktop.ui.texts import Texts

_FIELDS = ("server", "login", "password")
_SECOND_MS = 1000
_LABEL_WIDTH = 112


class ConnectForm(Retranslated, Card):
    """What was typed stays, whatever is refused; only a password that was wrong is selected to be typed over.

    With `is_again` it stands over whatever is open: a session has ended, and only its password is asked for.
    """

    submitted = Signal(str, str, str)
    """(server, login, password)."""

    def __init__(self, texts: Texts, parent: QWidget | None = None, *, is_again: bool = False) -> None:
        super().__init__()
        self.setParent(parent)
        self.setObjectName("connect.form")
        self._texts, self._is_again = texts, is_again
        self._error: BaseException | None = None
        self._lasts = True
        self._is_busy = False
        self._wait = 0
        self._seconds = QTimer(self)
        self._seconds.setInterval(_SECOND_MS)
        self._seconds.timeout.connect(self._count)
        self._title = Label(Role.H2)
        self._sentence = Label(tone="text2", wraps=True)
        self.problem = Banner("danger")
        self.problem.setObjectName("connect.problem")
        self.problem.hide()
        self.inputs = {name: QLineEdit() for name in _FIELDS}
        self.inputs["password"].setEchoMode(QLineEdit.EchoMode.Password)
        self.inputs["server"].setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        self._labels = {name: Label(Role.SMALL, "text2") for name in _FIELDS}
        self._lasting = Label(Role.SMALL, "muted", wraps=True)
        self._lasting.setObjectName("connect.session")
        self._lasting_icon = Icon("lock", "muted")
        self.submit_button = Button("primary")
        self.submit_button.setObjectName("connect.submit")
        self.submit_button.clicked.connect(self._submit)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in self.inputs.items():
            field.setObjectName(f"connect.{name}")
            field.returnPressed.connect(self._submit)
            field.textEdited.connect(lambda _text, edited=field: set_state(edited, "invalid", value=False))
            self._labels[name].setBuddy(field)
            self._labels[name].setMinimumWidth(_LABEL_WIDTH)
            self._labels[name].setMinimumHeight(field.sizeHint().height())
            form.addRow(self._labels[name], field)
        lasting = row(self._lasting_icon, self._lasting, spacing=8)
        lasting.setStretch(1, 1)
        lasting.setAlignment(self._lasting_icon, Qt.AlignmentFlag.AlignTop)
        self.buttons = row(None, self.submit_button, spacing=8)
        self.body.setSpacing(12)
        self.body.addWidget(self._title)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self.problem)
        self.body.addLayout(form)
        self.body.addLayout(lasting)
        self.body.addSpacing(4)
        self.body.addLayout(self.buttons)

    def set_known(self, server: str, login: str, *, lasts: bool = True) -> None:
        """Fill in what the profile knows, and say whether a session will outlive the window."""
        self._lasts = lasts
        for name, text in (("server", server), ("login", login)):
            if text:
                self.inputs[name].setText(text)
            self.inputs[name].setReadOnly(self._is_again and bool(text))
            self.inputs[name].setFocusPolicy(
                Qt.FocusPolicy.NoFocus if self.inputs[name].isReadOnly() else Qt.FocusPolicy.StrongFocus
            )
        self.retranslate()

    def ask(self) -> None:
        """Be ready to be filled in, where the first field is that is empty."""
        self._is_busy = False
        self._dress()
        first = next((field for field in self.inputs.values() if not field.text()), self.inputs["password"])
        first.setFocus()

    def wait(self) -> None:
        """An answer is on its way."""
        self._is_busy = True
        self.problem.hide()
        self._dress()

    def forget_password(self) -> None:
        """It has done its work, or is another's."""
        self.inputs["password"].clear()
        self._error = None
        self.problem.hide()

    def refuse(self, error: BaseException) -> None:
        """Say what is wrong and where; what was typed stays."""
        self._is_busy = False
        self._error = error
        if isinstance(error, TooManyRequests):
            self._wait = max(1, round(float(str(error.facts.get("seconds") or 1))))
            self._seconds.start()
        self._dress()
        wrong = _field_of(error)
        for name, field in self.inputs.items():
            set_state(field, "invalid", name == wrong and isinstance(error, InvalidInput))
        field = self.inputs.get(wrong, self.inputs["password"])
        field.setFocus()
        field.selectAll()
        self._word_problem()
        self.problem.show()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Sign in again") if self._is_again else self.tr("Connect to a server"))
        self._sentence.setText(
            self.tr("The session has ended. Nothing that was typed is lost; what was under way goes on after this.")
            if self._is_again
            else self.tr("Plan, orders and funds are kept at the server; the password is kept nowhere.")
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
        self._lasting.setText(
            self.tr("The session is kept in the system's keyring, so the next start asks for no password.")
            if self._lasts
            else self.tr(
                "No keyring of the system can be used: the session lasts until this window closes, and the next start "
                "asks for the password."
            )
        )
        self._lasting_icon.set_icon("lock" if self._lasts else "warning", "muted" if self._lasts else "warning")
        self._dress()
        self._word_problem()

    def _dress(self) -> None:
        if self._is_busy:
            words = self.tr("Signing in…")
        elif self._wait:
            words = self.tr("Sign in in {seconds} s").format(seconds=self._wait)
        else:
            words = self.tr("Sign In")
        self.submit_button.setText(words)
        self.submit_button.setAccessibleName(words)
        self.submit_button.setEnabled(not self._is_busy and not self._wait)
        for field in self.inputs.values():
            field.setEnabled(not self._is_busy)

    def _count(self) -> None:
        """One second less to wait; then what was refused for it is over."""
        self._wait = max(0, self._wait - 1)
        if not self._wait:
            self._seconds.stop()
            self.problem.hide()
            self._error = None
        self._dress()
        self._word_problem()

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
        elif isinstance(self._error, TooManyRequests):
            self.problem.set_texts(
                self.tr("Too many tries to sign in."),
                self.tr("The server takes the next one in {seconds} s.").format(seconds=self._wait),
            )
        else:
            problem = problem_text(self._error, self._texts)
            self.problem.set_texts(problem.title, problem.advice)

    def _submit(self) -> None:
        if self._is_busy or self._wait:
            return
        empty = next((name for name, field in self.inputs.items() if not field.text().strip()), None)
        if empty is not None:
            self.inputs[empty].setFocus()
            set_state(self.inputs[empty], "invalid", value=True)
            return
        self.wait()
        server, login, password = (field.text() for field in self.inputs.values())
        self.submitted.emit(server, login, password)


def _field_of(error: BaseException) -> str:
    """Which field an error is about; the password where it is about none of the others."""
    if isinstance(error, InvalidInput):
        return str(error.facts.get("field"))
    return "server" if isinstance(error, Refusal) and error.code.startswith("server.") else "password"
