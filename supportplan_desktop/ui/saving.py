"""Files the user asks for: where they go, written whole or not at all, and in words what went wrong."""

from __future__ import annotations

import os
from errno import ENOSPC
from pathlib import Path
from typing import IO, TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def write_whole(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Have a file written beside its place and then put there, so that it is never half there; OSError.

    What `write` raises goes on, and leaves what stood there before. To be called on a worker.
    """
    part = path.with_name(f".{uuid4().hex}.part")
    try:
        with part.open("xb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def ask_where(window: QWidget, title: str, kinds: str, name: str, then: Callable[[Path], None]) -> None:
    """Ask where a file shall go; `kinds` as Qt's dialogs have it, `name` is proposed. Nothing happens if it is left."""
    dialog = QFileDialog(window, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kinds)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()


class SavingWords(QObject):
    """Says why a file could not be written, and what to do."""

    def advice(self, error: BaseException) -> str:
        """As "There is no room left …"; the system's own words where it is something else."""
        if isinstance(error, PermissionError):
            return self.tr("This folder may not be written to. Choose another one.")
        if isinstance(error, FileNotFoundError):
            return self.tr("This folder is not there any more. Choose another one.")
        if isinstance(error, OSError) and error.errno == ENOSPC:
            return self.tr("There is no room left on this disk. Make room, or choose another one.")
        reason = (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
        return self.tr("What was there before is unchanged. ({reason})").format(reason=reason)
