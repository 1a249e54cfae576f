"""The server of a profile in Preferences: which it is, how long the session lasts, and signing out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from supportplan_desktop.ui.confirmation import Confirmation
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Banner, Button, Card, Label, row

if TYPE_CHECKING:
    from supportplan_desktop.ui.remote import RemoteSource
    from supportplan_desktop.ui.session import Session


class ServerCard(Retranslated, Card):
    """Says plainly where no keyring can be used."""

    signed_out = Signal()
    """The session has ended."""

    def __init__(self, session: Session, source: RemoteSource) -> None:
        super().__init__()
        self.setObjectName("preferences.server")
        self._tasks, self._source = session.tasks, source
        self._standing: tuple[str, str, bool] | None = None
        self._title = Label(Role.H2)
        self._who = Label(Role.MEDIUM, copyable=True, wraps=True)
        self._who.setObjectName("preferences.server.who")
        self._lasts = Label(tone="text2", wraps=True)
        self._lasts.setObjectName("preferences.server.session")
        self._no_keyring = Banner("warning")
        self._no_keyring.setObjectName("preferences.server.no_keyring")
        self._no_keyring.hide()
        self._sign_out = Button("danger")
        self._sign_out.setObjectName("preferences.sign_out")
        self._sign_out.clicked.connect(self._ask)
        self.body.addWidget(self._title)
        self.body.addWidget(self._who)
        self.body.addWidget(self._no_keyring)
        ends = row(self._lasts, self._sign_out, spacing=24)
        ends.setStretchFactor(self._lasts, 1)
        self.body.addLayout(ends)
        session.ready.connect(self.look)  # somebody else may have signed in
        self.retranslate()
        self.look()

    def look(self) -> None:
        """Ask how it stands."""
        self._tasks.query(self, self._source.standing, self._show)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Server"))
        self._sign_out.setText(self.tr("Sign Out"))
        if self._standing is None:
            return
        server, login, lasts = self._standing
        self._who.setText(self.tr("{login} at {server}").format(login=login, server=server))
        self._lasts.setText(
            self.tr("The session is kept in the system's keyring. The password is kept nowhere.")
            if lasts
            else self.tr("The session lasts until this window closes. The password is kept nowhere.")
        )
        self._no_keyring.set_texts(
            self.tr("No keyring of the system can be used."),
            self.tr("You will be asked for the password at each start. A keyring such as GNOME Keyring remembers it."),
        )
        self._no_keyring.setVisible(not lasts)

    def _show(self, standing: tuple[str, str, bool]) -> None:
        self._standing = standing
        self.retranslate()

    def _ask(self) -> None:
        question = Confirmation(
            self.tr("Sign out?"),
            self.tr("What was last seen is removed from this computer. Nothing changes at the server."),
            act=self.tr("Sign Out"),
            keep=self.tr("Stay signed in"),
            parent=self,
        )
        question.confirmed.connect(self._end)
        question.open()

    def _end(self) -> None:
        self._tasks.command(self, self._source.sign_out, lambda _nothing: self.signed_out.emit())
