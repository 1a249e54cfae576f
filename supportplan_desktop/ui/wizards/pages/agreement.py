"""The Support Plan Service Agreement: to be read, kept as PDF, and ticked."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextCursor, QTextDocument
from PySide6.QtWidgets import QCheckBox, QFileDialog, QTextBrowser

from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.theme.type import Role, font, set_role
from supportplan_desktop.ui.widgets import Banner, Button, Card, Chip, Label, row

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import Agreement
    from supportplan_desktop.ui.tasks import Tasks

_READABLE = 96
_MARGIN_MM = 20
_RESOLUTION = 300


class AgreementCard(Retranslated, Card):
    """One version of the agreement in the language of the window; asked for consent it can be ticked."""

    ticked = Signal(bool)
    """The user has accepted it, or has taken that back."""

    def __init__(self, tasks: Tasks, *, asks: bool = True) -> None:
        super().__init__()
        self._tasks = tasks
        self._agreement: Agreement | None = None
        self._title = Label(Role.H2)
        self._version = Chip(icon_name="document")
        self._version.setObjectName("order.agreement.version")
        self._save = Button("ghost", "download")
        self._save.setObjectName("order.agreement.save")
        self._save.clicked.connect(self._ask_where)
        self._failed = Banner("danger")
        self._failed.hide()
        self._paper = QTextBrowser()
        self._paper.setObjectName("order.agreement.text")
        self._paper.setMinimumHeight(_READABLE)
        self._paper.document().setDocumentMargin(12)
        set_role(self._paper, Role.SMALL)
        self._tick = QCheckBox()
        self._tick.setObjectName("order.agreement")
        set_role(self._tick, Role.MEDIUM)
        self._tick.toggled.connect(self.ticked)
        self._tick.setVisible(asks)
        self.body.addLayout(row(self._title, self._version, None, self._save, spacing=10))
        self.body.addWidget(self._failed)
        self.body.addWidget(self._paper, 1)
        self.body.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    def show_agreement(self, agreement: Agreement) -> None:
        """Show that text; what was ticked before was another one, if it was another one."""
        if self._agreement is not None and agreement.sha256 != self._agreement.sha256:
            self.untick()
        self._agreement = agreement
        self.retranslate()

    def untick(self) -> None:
        """Have it confirmed anew."""
        self._tick.setChecked(False)

    def pdf(self) -> bytes:
        """The text as a PDF file, A4, in the language of the window."""
        document = QTextDocument()
        document.setDefaultFont(font(Role.BODY))
        self._write(document, with_title=True)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(_RESOLUTION)
        writer.setTitle(self._title.text())
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        writer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4),
                QPageLayout.Orientation.Portrait,
                margins,
                QPageLayout.Unit.Millimeter,
            )
        )
        document.print_(writer)
        buffer.close()
        return bytes(buffer.data().data())

    def retranslate(self) -> None:
        """Show the text and all words in the language of the window."""
        agreement = self._agreement
        language = QLocale().name()
        self._title.setText(
            agreement.title.within(language) if agreement else self.tr("Support Plan Service Agreement")
        )
        self._version.set_text(self.tr("Version {version}").format(version=agreement.version if agreement else "…"))
        self._save.setText(self.tr("Save as PDF"))
        self._save.setEnabled(agreement is not None)
        self._paper.setAccessibleName(self._title.text())
        words = self.tr("I have read and agree to the Support Plan Service Agreement")
        self._tick.setText(words)
        self._tick.setAccessibleName(words)
        self._tick.setEnabled(agreement is not None)
        read = self._paper.verticalScrollBar().value()
        self._write(self._paper.document(), with_title=False)
        self._paper.verticalScrollBar().setValue(read)

    def _write(self, document: QTextDocument, *, with_title: bool) -> None:
        document.clear()
        if self._agreement is None:
            return
        language = QLocale().name()
        cursor = QTextCursor(document)
        block = cursor.blockFormat()
        block.setBottomMargin(12)
        if with_title:
            heading = cursor.charFormat()
            heading.setFont(font(Role.TITLE))
            cursor.setBlockFormat(block)
            cursor.insertText(self._agreement.title.within(language), heading)
            cursor.insertBlock(block)
            body = cursor.charFormat()
            body.setFont(font(Role.SMALL))
            cursor.insertText(self._version.text, body)
            cursor.insertBlock(block, body)
        else:
            cursor.setBlockFormat(block)
        for number, paragraph in enumerate(self._agreement.paragraphs):
            if number:
                cursor.insertBlock(block)
            cursor.insertText(paragraph.within(language))

    def _ask_where(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Save as PDF"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF documents (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        assert self._agreement is not None
        dialog.selectFile(f"{self._title.text()} {self._agreement.version}.pdf")
        dialog.fileSelected.connect(self._save_to)
        dialog.open()

    def _save_to(self, path: str) -> None:
        self._failed.hide()
        self._tasks.command(self, partial(Path(path).write_bytes, self.pdf()), failed=self._could_not_save)

    def _could_not_save(self, error: Exception) -> None:
        self._failed.show_with("danger", self.tr("The PDF could not be saved."), str(error))
