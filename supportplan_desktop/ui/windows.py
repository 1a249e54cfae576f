"""Other profiles in windows of their own: the same program, started once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess

from supportplan_desktop.settings import REMOTE, KnownProfile, free_profile, known_profiles

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Windows:
    """Starts `program` (how this one was started, without its arguments) on the profiles of a data folder.

    A profile that stands in a window already comes to the front: the second start sees to that.
    """

    def __init__(self, data_dir: Path, program: Sequence[str]) -> None:
        self._data_dir = data_dir
        self.program = tuple(program)

    def known(self) -> tuple[KnownProfile, ...]:
        """The profiles there are; reads the folder, so on a worker."""
        return known_profiles(self._data_dir)

    def open(self, profile: KnownProfile) -> bool:
        """Open that profile; returns whether the program could be started."""
        command = [*self.program, "--data-dir", str(self._data_dir), "--profile", profile.name]
        if profile.kind == REMOTE:
            command.append("--remote")
        started = QProcess.startDetached(command[0], command[1:])
        return bool(started[0] if isinstance(started, tuple) else started)

    def open_new_server(self) -> bool:
        """Open a new profile of a server, which asks for the server; returns whether the program could be started."""
        return self.open(KnownProfile(REMOTE, free_profile(self._data_dir)))
