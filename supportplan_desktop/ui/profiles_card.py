"""The profiles in Preferences: which there are, which one this window shows, and the others in their own windows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtWidgets import QVBoxLayout, QWidget

from supportplan_desktop.settings import REMOTE
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.session import ProfileKind
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Banner, Button, Card, Chip, Icon, Label, Rule, column, row

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from supportplan_desktop.settings import KnownProfile
    from supportplan_desktop.ui.session import Profile
    from supportplan_desktop.ui.tasks import Tasks
    from supportplan_desktop.ui.windows import Windows


class ProfilesCard(Retranslated, Card):
    """Reads the profiles whenever it is shown."""

    def __init__(self, tasks: Tasks, windows: Windows, profile: Profile) -> None:
        super().__init__()
        self.setObjectName("preferences.profiles")
        self._tasks, self._windows, self._profile = tasks, windows, profile
        self._known: tuple[KnownProfile, ...] = ()
        self._title = Label(Role.H2)
        self._sentence = Label(tone="text2", wraps=True)
        self._failed = Banner("danger")
        self._failed.setObjectName("preferences.profiles.failed")
        self._failed.hide()
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(10)
        self._connect = Button("secondary", "plus")
        self._connect.setObjectName("preferences.connect")
        self._connect.clicked.connect(self._open_new_server)
        self.body.addWidget(self._title)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._failed)
        self.body.addWidget(self._list)
        self.body.addLayout(row(self._connect, None))
        self.retranslate()

    def reload(self) -> None:
        """Read the profiles."""
        self._tasks.query(self, self._windows.known, self._show)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Profiles"))
        self._sentence.setText(
            self.tr("Each profile is data of its own, on this computer or at a server, in its own window.")
        )
        self._connect.setText(self.tr("Connect to a server…"))
        self._connect.setAccessibleName(self._connect.text())
        self._failed.set_texts(
            self.tr("The window could not be opened."),
            self.tr("Start the application once more with --profile and the name of the profile."),
        )
        self._fill()

    def _show(self, known: tuple[KnownProfile, ...]) -> None:
        if known != self._known:
            self._known = known
            self._fill()

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for number, profile in enumerate(self._known):
            for part in (*((Rule(),) if number else ()), self._row(profile)):
                self._rows.addWidget(part)
                part.show()  # a layout shows what it is given only later

    def _row(self, profile: KnownProfile) -> QWidget:
        name = Label(Role.STRONG, text=profile.name)
        where = Label(Role.SMALL, "text2", text=self._where(profile), wraps=True)
        where.setObjectName(f"preferences.profile.{profile.kind}.{profile.name}")
        icon = Icon("sharing" if profile.kind == REMOTE else "monitor", "text2", 18)
        if self._is_this(profile):
            end: QWidget = Chip("info", "check", self.tr("This window"))
        else:
            end = Button("secondary", compact=True, text=self.tr("Open"))
            end.setObjectName(f"preferences.profile.{profile.kind}.{profile.name}.open")
            end.setAccessibleName(self.tr("Open {profile}").format(profile=profile.name))
            end.clicked.connect(partial(self._open, profile))
        line = QWidget()
        layout = row(icon, column(name, where, spacing=1), end, spacing=12)
        layout.setStretch(1, 1)
        line.setLayout(layout)
        return line

    def _where(self, profile: KnownProfile) -> str:
        if profile.at is None:
            return self.tr("On this computer")
        host = urlsplit(profile.at.server).netloc
        return self.tr("{login} at {server}").format(login=profile.at.login, server=host)

    def _is_this(self, profile: KnownProfile) -> bool:
        kind = ProfileKind.REMOTE if profile.kind == REMOTE else ProfileKind.LOCAL
        return (self._profile.kind, self._profile.name) == (kind, profile.name)

    def _open(self, profile: KnownProfile) -> None:
        self._failed.setVisible(not self._windows.open(profile))

    def _open_new_server(self) -> None:
        self._failed.setVisible(not self._windows.open_new_server())

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()
