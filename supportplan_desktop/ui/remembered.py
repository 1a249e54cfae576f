"""What the window remembers between starts: choices of looks, its geometry, the last page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


class Remembered:
    """Kept in an INI file beside the data, so that a data folder can be carried along whole."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def get(self, name: str) -> str | None:
        """A remembered choice, None where there is none."""
        value = self._settings.value(name)
        return value if isinstance(value, str) and value else None

    def keep(self, name: str, value: str | None) -> None:
        """Remember a choice; None forgets it."""
        if value is None:
            self._settings.remove(name)
        else:
            self._settings.setValue(name, value)

    def restore_geometry(self, window: QWidget) -> bool:
        """Put a window where it was; False where nothing is remembered."""
        geometry = self._settings.value("geometry")
        return isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)

    def keep_geometry(self, window: QWidget) -> None:
        """Remember where a window is."""
        self._settings.setValue("geometry", window.saveGeometry())
