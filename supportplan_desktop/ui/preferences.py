"""Preferences: language, theme, where the data is, a demonstration begun anew, and what this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from supportplan_desktop import __version__
from supportplan_desktop.ui.confirmation import Confirmation
from supportplan_desktop.ui.language import LANGUAGES, Retranslated
from supportplan_desktop.ui.profiles_card import ProfilesCard
from supportplan_desktop.ui.session import ProfileKind
from supportplan_desktop.ui.theme.theme import CHOICES
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Button, Card, Label, column, row, scrolled

if TYPE_CHECKING:
    from supportplan_desktop.ui.language import Language
    from supportplan_desktop.ui.remembered import Remembered
    from supportplan_desktop.ui.remote import RemoteSource
    from supportplan_desktop.ui.session import Profile, Session
    from supportplan_desktop.ui.tasks import Tasks
    from supportplan_desktop.ui.theme.theme import Theme
    from supportplan_desktop.ui.windows import Windows

_CARD_WIDTH = 720
_FIELD_WIDTH = 220


class PreferencesPage(Retranslated, QWidget):
    """Every choice counts at once and is remembered."""

    reset_confirmed = Signal()
    """The demonstration is to be begun anew."""
    signed_out = Signal()
    """The session at the server has ended."""

    def __init__(self, language: Language, theme: Theme, remembered: Remembered, profile: Profile) -> None:
        super().__init__()
        self.setObjectName("preferences")
        self._language, self._theme, self._remembered, self._profile = language, theme, remembered, profile
        self._title = Label(Role.TITLE)
        self._looks, self._data, self._about = Label(Role.H2), Label(Role.H2), Label(Role.H2)
        self._language_word, self._theme_word = Label(tone="text2"), Label(tone="text2")
        self._languages = QComboBox()
        self._languages.setObjectName("preferences.language")
        self._themes = QComboBox()
        self._themes.setObjectName("preferences.theme")
        for field, word in ((self._languages, self._language_word), (self._themes, self._theme_word)):
            field.setFixedWidth(_FIELD_WIDTH)
            word.setBuddy(field)
        self._folder_word = Label(tone="text2", wraps=True)
        self._folder = Label(Role.MEDIUM, text=profile.folder, copyable=True, wraps=True)
        self._folder.setObjectName("preferences.folder")
        self._copy = Button("secondary", "copy", compact=True)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(profile.folder))
        self._open = Button("secondary", "folder", compact=True)
        self._open.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(profile.folder)))
        self._reset_word = Label(tone="text2", wraps=True)
        self._reset = Button("danger")
        self._reset.setObjectName("preferences.reset")
        self._reset.clicked.connect(self._ask)
        self._version = Label(tone="text2")
        self._licence = Label(tone="text2", wraps=True)
        self._lay_out()
        self._languages.activated.connect(self._choose_language)
        self._themes.activated.connect(self._choose_theme)
        self.retranslate()

    def _lay_out(self) -> None:
        looks = Card()
        looks.body.addWidget(self._looks)
        looks.body.addLayout(row(self._language_word, None, self._languages))
        looks.body.addLayout(row(self._theme_word, None, self._themes))
        data = Card()
        data.body.addWidget(self._data)
        data.body.addWidget(self._folder_word)
        folder = row(self._folder, self._copy, self._open)
        folder.setStretchFactor(self._folder, 1)
        data.body.addLayout(folder)
        if self._profile.kind is ProfileKind.DEMO:
            data.body.addSpacing(8)
            reset = row(self._reset_word, self._reset, spacing=24)
            reset.setStretchFactor(self._reset_word, 1)
            data.body.addLayout(reset)
        about = Card()
        about.body.addWidget(self._about)
        about.body.addLayout(column(self._version, self._licence, spacing=4))
        content = QWidget()
        content.setMaximumWidth(_CARD_WIDTH)
        self._cards = inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(14)
        for card in (looks, data, about):
            inner.addWidget(card)
        inner.addStretch()
        outer = QWidget()
        place = QVBoxLayout(outer)
        place.setContentsMargins(28, 20, 28, 28)
        place.setSpacing(14)
        self._title.setMinimumHeight(34)  # as high as the heads of the other pages, which hold buttons
        place.addWidget(self._title)
        place.addWidget(content, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(outer))

    def show_profiles(self, tasks: Tasks, windows: Windows) -> None:
        """Show which profiles there are, above what is said of this one's data."""
        self._cards.insertWidget(1, ProfilesCard(tasks, windows, self._profile))

    def show_server(self, session: Session, source: RemoteSource) -> None:
        """Show the server of a remote profile, above what is said of the data."""
        from supportplan_desktop.ui.server_card import ServerCard  # noqa: PLC0415 - remote profiles only

        card = ServerCard(session, source)
        card.signed_out.connect(self.signed_out)
        self._cards.insertWidget(1, card)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Preferences"))
        self._looks.setText(self.tr("Language and appearance"))
        self._language_word.setText(self.tr("Language"))
        self._theme_word.setText(self.tr("Theme"))
        self._data.setText(self.tr("Data"))
        self._folder_word.setText(
            self.tr("What was last seen of the server is kept in this folder:")
            if self._profile.kind is ProfileKind.REMOTE
            else self.tr("Everything is kept on this computer, in this folder:")
        )
        self._copy.setText(self.tr("Copy"))
        self._open.setText(self.tr("Open folder"))
        self._reset_word.setText(
            self.tr("Begin the demonstration anew: all accounts and orders as they were at first.")
        )
        self._reset.setText(self.tr("Reset demonstration data"))
        self._about.setText(self.tr("About"))
        self._version.setText(self.tr("Support Plan Desktop {version}").format(version=__version__))
        self._licence.setText(self.tr("Free software under the Apache License, version 2.0."))
        self._languages.setAccessibleName(self._language_word.text())
        self._themes.setAccessibleName(self._theme_word.text())
        self._fill()

    def _fill(self) -> None:
        self._languages.clear()
        self._languages.addItem(self.tr("System"), None)
        for code, name in LANGUAGES.items():
            self._languages.addItem(name, code)
        chosen = self._languages.findData(self._remembered.get("language"))
        self._languages.setCurrentIndex(max(0, chosen))
        words = {"system": self.tr("System"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        self._themes.clear()
        for choice in CHOICES:
            self._themes.addItem(words[choice], choice)
        self._themes.setCurrentIndex(CHOICES.index(self._theme.choice))

    def _choose_language(self) -> None:
        code = self._languages.currentData()
        self._remembered.keep("language", code)
        self._language.use(code)

    def _choose_theme(self) -> None:
        choice = self._themes.currentData(Qt.ItemDataRole.UserRole)
        self._remembered.keep("theme", choice)
        self._theme.apply(choice)

    def _ask(self) -> None:
        question = Confirmation(
            self.tr("Begin the demonstration anew?"),
            self.tr("Everything done in it since is gone: orders, payments and messages. This cannot be undone."),
            act=self.tr("Reset demonstration data"),
            keep=self.tr("Keep everything"),
            parent=self,
        )
        question.confirmed.connect(self.reset_confirmed)
        question.open()
