"""Words in another language than the window's: for documents that are asked for in one."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, QTranslator

from supportplan_desktop.assets import resource
from supportplan_desktop.ui.language import home_locale


class Tongue(QObject):
    """One language's translations and locale, without touching the application's."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self.locale: QLocale = home_locale(code)
        self._translator = QTranslator(self)
        self._translator.load(f"supportplan_{code}", str(resource("i18n")))
        # Fetched by its name: a call of `translate` in the source is what the translation tools would miss.
        self._find = getattr(self._translator, "translate")  # noqa: B009

    def say(self, contexts: list[str], source: str, comment: str, number: int) -> str:
        """The translation under the first context that has one, else the source, English; %n becomes the number."""
        found = (self._find(context, source, comment or None, number) for context in contexts)
        text: str = next(filter(None, found), source)
        return text.replace("%n", self.locale.toString(number)) if number >= 0 else text


class InTongue:
    """Mix-in before a class with words: its `self.tr` answers in `tongue`."""

    tongue: Tongue

    def tr(self, source: str, comment: str = "", number: int = -1) -> str:
        """As QObject's, with the names of the class and of those above it as contexts."""
        return self.tongue.say([kind.__name__ for kind in type(self).__mro__], source, comment, number)
