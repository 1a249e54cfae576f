"""The language of the window: English in the source, Chinese from a translation, switchable while running (DESIGN 6).

The one convention for every widget with words of its own: inherit `Retranslated` before the Qt class, set all
visible words in `retranslate()`, and call that once, last in `__init__`.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator, Signal

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
"""Code and own name of every language the window speaks."""

_HOME = {"en": QLocale("en_US"), "zh_CN": QLocale("zh_CN")}


def home_locale(code: str) -> QLocale:
    """How dates and numbers look where that language is at home."""
    return _HOME[code]


class Language(QObject):
    """Installs the translations of one language at a time; made once, on the application object.

    `folder` holds `supportplan_<code>.qm`. `system` is the user's own locale: it decides the language where none is
    chosen, and how dates and numbers look where it is of the language shown (an English window in Germany writes
    American English, not half German).
    """

    changed = Signal()
    """Another language is shown; widgets follow by themselves, by their `retranslate()`."""

    def __init__(self, folder: Path, system: QLocale | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._system = QLocale.system() if system is None else system
        self._ours = QTranslator(self)
        self._qts = QTranslator(self)
        # Both stay installed: loading another file into them tells every widget once.
        QCoreApplication.installTranslator(self._qts)
        QCoreApplication.installTranslator(self._ours)
        self.code = ""
        self.use(None)

    @property
    def locale(self) -> QLocale:
        """How dates and numbers are written."""
        home = _HOME[self.code]
        return self._system if self._system.language() == home.language() else home

    def use(self, code: str | None) -> None:
        """Show the window in that language, None for the system's. ValueError for a language it does not speak."""
        wanted = self._of_the_system() if code is None else code
        if wanted not in LANGUAGES:
            raise ValueError(f"not one of {', '.join(LANGUAGES)}: {wanted!r}")
        if wanted == self.code:
            return
        self.code = wanted
        if not self._ours.load(f"supportplan_{wanted}", str(self._folder)):
            _log.warning("No translation supportplan_%s.qm in %s", wanted, self._folder)
        # English needs none, and loading what is not there empties the translator: as it should.
        self._qts.load(f"qtbase_{wanted}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        QLocale.setDefault(self.locale)
        if app := QCoreApplication.instance():
            QCoreApplication.postEvent(app, QEvent(QEvent.Type.LanguageChange))
        self.changed.emit()

    def uninstall(self) -> None:
        """Take the translations out again: for whoever makes a second `Language` on the same application."""
        QCoreApplication.removeTranslator(self._ours)
        QCoreApplication.removeTranslator(self._qts)

    def _of_the_system(self) -> str:
        first = (self._system.uiLanguages() or ["en"])[0]
        return "zh_CN" if first.startswith("zh") else "en"


class Retranslated:
    """Mix-in of every QWidget with words: `class Details(Retranslated, QWidget)`; see the convention above."""

    def retranslate(self) -> None:
        """Set every visible word anew. Called last in `__init__`, and whenever the language changes."""
        raise NotImplementedError

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc] # the widget class follows in the method resolution order
