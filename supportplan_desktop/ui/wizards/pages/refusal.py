"""What a page refuses, in words that follow the language, with one thing to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal

from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.problems import Problem, Problems
from supportplan_desktop.ui.widgets import Banner, Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.domain.errors import Refusal
    from supportplan_desktop.ui.texts import Texts


def in_words(error: Refusal, texts: Texts, catalogue: ServiceCatalogue) -> Problem:
    """A refusal in the language the window speaks at this moment."""
    return Problems(texts, QLocale().name(), catalogue).of(error)


class RefusalBanner(Retranslated, Banner):
    """Not there until something was refused, and gone again with `clear`."""

    remedied = Signal()
    """The remedy was pressed."""

    def __init__(self, texts: Texts, catalogue: ServiceCatalogue) -> None:
        super().__init__("danger")
        self._texts = texts
        self._catalogue = catalogue
        self.error: Refusal | None = None
        self._remedy_of: Callable[[Refusal], str] | None = None
        self._remedy = Button("secondary")
        self._remedy.setObjectName("wizard.refusal.remedy")
        self._remedy.clicked.connect(self.remedied)
        self.add_action(self._remedy)
        self.setObjectName("wizard.refusal")
        self.hide()
        self.retranslate()

    def show_error(self, error: Refusal, remedy: Callable[[Refusal], str]) -> None:
        """Say what was refused; `remedy` words the button that helps, "" for none, in the language of the moment."""
        self.error = error
        self._remedy_of = remedy
        self.show()
        self.retranslate()

    def clear(self) -> None:
        """Nothing is refused any more."""
        self.error = None
        self.hide()

    def retranslate(self) -> None:
        """Word what was refused."""
        remedy = self._remedy_of(self.error) if self._remedy_of and self.error else ""
        self._remedy.setText(remedy)
        self._remedy.setVisible(bool(remedy))
        if self.error is not None:
            problem = in_words(self.error, self._texts, self._catalogue)
            self.set_texts(problem.title, problem.advice)
