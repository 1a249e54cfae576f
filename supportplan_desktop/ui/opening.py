"""What shows until the data is there: a skeleton, the first account's form, or what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from supportplan_desktop.domain.errors import Refusal
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.problems import problem_text
from supportplan_desktop.ui.widgets import Banner, Button, LoadingGate, Skeleton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from supportplan_desktop.ui.account_form import AccountForm
    from supportplan_desktop.ui.connect_form import ConnectForm
    from supportplan_desktop.ui.texts import Texts

_CURRENCY = "USD"
_FORM_WIDTH = 560


class OpeningPage(Retranslated, QWidget):
    """Stands in for every page before the session is ready."""

    painted = Signal()
    """It stands on the screen for the first time, and with it the window."""
    retried = Signal()
    account_given = Signal(object, object)
    """(account id, NewAccount): the first account of a new profile."""
    connection_given = Signal(str, str, str)
    """(server, login, password): the server of a profile, and who signs in there."""
    server_wanted = Signal()
    """Not an account on this computer, but a server's: another profile."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._error: BaseException | None = None
        self._is_painted = False
        self._to_server: Button | None = None
        self.form: AccountForm | None = None
        self.connect_form: ConnectForm | None = None
        self.banner = Banner("danger")
        self.banner.setObjectName("opening.trouble")
        self._retry = Button("secondary", "refresh")
        self._retry.setObjectName("opening.retry")
        self._retry.clicked.connect(self.retried)
        self.banner.add_action(self._retry)
        self._trouble = QWidget()
        trouble = QVBoxLayout(self._trouble)
        trouble.setContentsMargins(28, 28, 28, 28)
        trouble.addWidget(self.banner)
        trouble.addStretch()
        loading, skeleton, blank = QWidget(), Skeleton(rows=9), QWidget()
        inside = QVBoxLayout(loading)
        inside.setContentsMargins(28, 28, 28, 28)
        inside.addWidget(skeleton)
        inside.addWidget(blank)
        inside.addStretch()
        self._gate = LoadingGate(skeleton, blank)
        self._form_place = QWidget()
        self._stack = QStackedLayout(self)
        for page in (loading, self._trouble, self._form_place):
            self._stack.addWidget(page)
        self.retranslate()

    def retranslate(self) -> None:
        self._retry.setText(self.tr("Retry"))
        if self._to_server is not None:
            self._to_server.setText(self.tr("Or connect to a server…"))
            self._to_server.setAccessibleName(self._to_server.text())
        if self._error is not None:
            problem = problem_text(self._error, self._texts)
            self.banner.set_texts(problem.title, problem.advice)

    def wait(self) -> None:
        """The data is being opened."""
        self._error = None
        self._stack.setCurrentIndex(0)
        self._gate.begin()

    def refuse(self, error: BaseException) -> None:
        """The data could not be opened; an account that was typed in stays."""
        self._error = error
        self._gate.end()
        if self.form is not None and isinstance(error, Refusal):
            self.form.refuse(error, problem_text(error, self._texts))
            return
        if self.connect_form is not None and isinstance(error, Refusal):
            self._stack.setCurrentIndex(2)
            self.connect_form.refuse(error)
            return
        self.retranslate()
        self._stack.setCurrentIndex(1)

    def ask_for_account(self) -> None:
        """The profile is new: ask for its first account."""
        from supportplan_desktop.ui.account_form import AccountForm as Form  # noqa: PLC0415 - new profiles only

        self._gate.end()
        if self.form is None:
            self.form = Form(_CURRENCY)
            self.form.submitted.connect(self.account_given)
            self._to_server = Button("ghost")
            self._to_server.setObjectName("opening.server")
            self._to_server.clicked.connect(self.server_wanted)
            self._put(self.form, self._to_server)
            self.retranslate()
        self._stack.setCurrentIndex(2)

    def ask_to_connect(self, server: str, login: str, *, lasts: bool = True) -> None:
        """The profile is a server's: ask for what is not known of it, the password at least.

        `lasts` tells whether a session will outlive the window.
        """
        from supportplan_desktop.ui.connect_form import ConnectForm as Form  # noqa: PLC0415 - remote profiles only

        self._gate.end()
        if self.connect_form is None:
            self.connect_form = Form(self._texts)
            self.connect_form.submitted.connect(self.connection_given)
            self._put(self.connect_form)
        self.connect_form.forget_password()
        self.connect_form.set_known(server, login, lasts=lasts)
        self._stack.setCurrentIndex(2)
        self.connect_form.ask()

    def rest(self) -> None:
        """The data is there; a password that was typed has done its work."""
        if self.connect_form is not None:
            self.connect_form.forget_password()

    def _put(self, form: QWidget, *below: QWidget) -> None:
        form.setMaximumWidth(_FORM_WIDTH)
        place = QVBoxLayout(self._form_place)
        place.setContentsMargins(28, 28, 28, 28)
        place.addWidget(form)
        for widget in below:
            place.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        place.addStretch()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)  # when all of the window has been painted
