"""The export as the user sees it: where to, how far, done or why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QTimer, Signal

from supportplan_desktop.domain.errors import Refusal
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.orders.export import Export, ExportStopped, ExportTexts
from supportplan_desktop.ui.problems import problem_text
from supportplan_desktop.ui.saving import SavingWords, ask_where
from supportplan_desktop.ui.sentences import joined
from supportplan_desktop.ui.widgets import Banner, Button, Toast

if TYPE_CHECKING:
    from pathlib import Path

    from supportplan_desktop.services.interfaces import OrderQuery
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_LOOKS_MS = 200


class ExportBanner(Retranslated, Banner):
    """There while an export runs, with its count and a way to stop it, and after one that failed."""

    began = Signal()
    ended = Signal()

    def __init__(self, session: Session, texts: Texts, toast: Toast) -> None:
        super().__init__("info", "download")
        self._session, self._texts, self._toast = session, texts, toast
        self._words = ExportTexts(self)
        self._saving = SavingWords(self)
        self._export: Export | None = None
        self._error: BaseException | None = None
        self._all = 0
        self.setObjectName("orders.export.progress")
        self._stop = Button("secondary")
        self._stop.setObjectName("orders.export.stop")
        self._stop.clicked.connect(self.stop)
        self._close = Button("ghost")
        self._close.setObjectName("orders.export.close")
        self._close.clicked.connect(self.hide)
        for button in (self._stop, self._close):
            self.add_action(button)
        self._look = QTimer(self)
        self._look.setInterval(_LOOKS_MS)
        self._look.timeout.connect(self._tell)
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self.stop)
        self.hide()
        self.retranslate()

    @property
    def runs(self) -> bool:
        """Whether an export is under way."""
        return self._export is not None

    def ask(self, query: OrderQuery, count: int) -> None:
        """Ask where the orders of that query shall go, then export them."""
        name = self.tr("orders") + ".csv"
        ask_where(
            self.window(),
            self.tr("Export CSV"),
            self.tr("CSV tables (*.csv)"),
            name,
            lambda path: self._begin(path, query, count),
        )

    def stop(self) -> None:
        """Let the export that runs end; what was in the file's place stays."""
        if self._export is not None:
            self._export.stop()

    def retranslate(self) -> None:
        """Write everything anew."""
        self._stop.setText(self.tr("Stop"))
        self._close.setText(self.tr("Close"))
        self._tell()

    def _begin(self, path: Path, query: OrderQuery, count: int) -> None:
        if self.runs:
            return
        export = Export(self._words.words(self._session.catalogue, QLocale().name()))
        self._export, self._all, self._error = export, count, None
        self._session.query(
            self,
            lambda services: export.write(path, services.orders.every(query)),
            lambda written: self._end(path, written),
            self._refuse,
        )
        self.set_tone("info")
        self._stop.show()
        self._close.hide()
        self._tell()
        self.show()
        self._look.start()
        self.began.emit()

    def _end(self, path: Path, written: int) -> None:
        self._finish()
        self.hide()
        count = self.tr("%n order(s) exported", "", written).replace(str(written), self._texts.number(written))
        self._toast.say(count, path.name, close=self.tr("Close"))

    def _refuse(self, error: BaseException) -> None:
        self._finish()
        if isinstance(error, ExportStopped):
            self.hide()
            return
        self._error = error
        self.set_tone("danger")
        self._stop.hide()
        self._close.show()
        self._tell()

    def _finish(self) -> None:
        self._look.stop()
        self._export = None
        self.ended.emit()

    def _tell(self) -> None:
        if self._error is not None:
            error = self._error
            if isinstance(error, Refusal):
                advice = problem_text(error, self._texts, self._session.catalogue)
                self.set_texts(self.tr("The orders could not be exported."), joined(advice.title, advice.advice))
            else:
                self.set_texts(self.tr("The orders could not be exported."), self._saving.advice(error))
        elif self._export is not None:
            number = self._texts.number
            done = self.tr("Exporting: {done} of {count} orders").format(
                done=number(self._export.written), count=number(self._all)
            )
            if done != self.title.text():
                self.set_texts(done)
