"""The window: arguments, logging, language, theme, and a clean end.

What is imported here is the standard library and Qt; the services are built on a worker once the window is painted.
"""

from __future__ import annotations

import argparse
import logging
import sys
from dataclasses import replace
from logging.handlers import RotatingFileHandler
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from supportplan_desktop import __version__
from supportplan_desktop.assets import resource
from supportplan_desktop.settings import (
    DEMO,
    PROFILE,
    Settings,
    checked_instant,
    checked_name,
    default_data_dir,
    is_remote_profile,
)
from supportplan_desktop.ui import crash, garbage
from supportplan_desktop.ui.language import LANGUAGES, Language
from supportplan_desktop.ui.main_window import MainWindow
from supportplan_desktop.ui.remembered import Remembered
from supportplan_desktop.ui.session import Profile, ProfileKind, Session
from supportplan_desktop.ui.single_instance import SingleInstance
from supportplan_desktop.ui.tasks import Tasks
from supportplan_desktop.ui.texts import Texts
from supportplan_desktop.ui.theme.theme import CHOICES, Theme
from supportplan_desktop.ui.theme.type import set_chinese
from supportplan_desktop.ui.widgets import FocusRing
from supportplan_desktop.ui.windows import Windows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from supportplan_desktop.backends.http.data import RemoteData
    from supportplan_desktop.bootstrap import LocalData
    from supportplan_desktop.domain.accounts import NewAccount
    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.services.seen import Seen

_LOG_BYTES, _LOG_FILES = 512_000, 3


class _Data:
    """The profile's data; what it needs is imported on the worker that first asks."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._local: LocalData | None = None

    def _data(self) -> LocalData:
        if self._local is None:
            from supportplan_desktop.bootstrap import LocalData as Local  # noqa: PLC0415 - heavy, so on the worker

            self._local = Local(self._settings)
        return self._local

    def open(self) -> Services:
        return self._data().open()

    def open_with(self, account_id: UUID, account: NewAccount) -> Services:
        return self._data().open_with(account_id, account)

    def reset(self) -> Services:
        return self._data().reset()

    def close(self) -> None:
        if self._local is not None:
            self._local.close()


class _Remote:
    """A server's data; what it needs is imported on the worker that first asks."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._remote: RemoteData | None = None

    def _data(self) -> RemoteData:
        if self._remote is None:
            from supportplan_desktop.backends.http.data import RemoteData as Remote  # noqa: PLC0415 - on the worker

            self._remote = Remote(self._settings.folder)
        return self._remote

    def open(self) -> Services:
        return self._data().open()

    def connect(self, server: str, login: str, password: str) -> Services:
        return self._data().connect(server, login, password)

    def seen(self) -> tuple[Services, Seen] | None:
        return self._data().seen()

    def keep_seen(self, seen: Seen) -> None:
        self._data().keep_seen(seen)

    def sign_out(self) -> None:
        self._data().sign_out()

    def standing(self) -> tuple[str, str, bool]:
        return self._data().standing()

    def close(self) -> None:
        if self._remote is not None:
            self._remote.close()


class Desktop:
    """Everything of one window, put together in the order it is needed."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        self.app, self.settings = app, settings
        self.remembered = Remembered(settings.data_dir)
        self.theme = Theme(app)
        self.language = Language(resource("i18n"), parent=app)
        self.language.use(settings.language or self.remembered.get("language"))
        set_chinese(self.language.code == "zh_CN")
        self.theme.refresh_fonts()
        self.theme.apply(settings.theme or self._remembered_theme())
        FocusRing(app)
        self._garbage = garbage.install(app)
        self.tasks = Tasks(app)
        self.tasks.crashed.connect(crash.install(app, __version__).take)
        self.texts = Texts(self.language, parent=app)
        kind = ProfileKind.DEMO if settings.demo else ProfileKind.REMOTE if settings.is_remote else ProfileKind.LOCAL
        name = settings.demo or settings.profile
        profile = Profile(kind, name, str(settings.folder), settings.at is not None)
        self.session = Session(self.tasks, profile, app)
        self.session.ready.connect(self._tell_the_zone)  # before the window's pages hear of it
        self._data = _Remote(settings) if settings.is_remote else _Data(settings)
        self.windows = Windows(settings.data_dir, program())
        self.window = MainWindow(
            self.session, self.texts, self._data, self.language, self.theme, self.remembered, self.windows
        )

    def _tell_the_zone(self) -> None:
        self.texts.zone = self.session.catalogue.site_zone

    def _remembered_theme(self) -> str:
        choice = self.remembered.get("theme")
        return choice if choice in CHOICES else CHOICES[0]

    def show(self) -> None:
        """Show the window, which has the data opened once it has been painted."""
        self.window.show()

    def close(self) -> None:
        """Wait for what runs, let go of the data, then give Python its collector back."""
        self.tasks.close()
        self._data.close()
        self._garbage.restore()


def program() -> list[str]:
    """How this program was started, without its arguments, so that it can be started once more."""
    started = sys.orig_argv[: len(sys.orig_argv) - len(sys.argv) + 1]
    return [sys.executable, *started[1:]]


def _argument(check: Callable[[str], object]) -> Callable[[str], object]:
    def checked(text: str) -> object:
        try:
            return check(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return checked


def read_arguments(arguments: Sequence[str] | None = None) -> tuple[Settings, Path | None]:
    """The settings of the command line, and the folder for screenshots where they are asked for.

    Ends the program with a sentence and exit code 2 where an argument cannot be meant.
    """
    parser = argparse.ArgumentParser("supportplan-desktop", description="Buy and manage a cloud support plan.")
    parser.add_argument(
        "--demo", nargs="?", const=DEMO, metavar="NAME", type=_argument(checked_name), help="open demonstration data"
    )
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="folder of all data")
    parser.add_argument("--profile", default=PROFILE, metavar="NAME", type=_argument(checked_name), help="which data")
    parser.add_argument("--remote", action="store_true", help="the profile's data is a server's: connect to it")
    parser.add_argument("--language", choices=list(LANGUAGES))
    parser.add_argument("--theme", choices=list(CHOICES))
    parser.add_argument(
        "--at", metavar="ISO-INSTANT", type=_argument(checked_instant), help="set the demonstration's clock"
    )
    parser.add_argument("--reset-demo", action="store_true", help="begin the demonstration anew")
    parser.add_argument("--screenshot", type=Path, metavar="DIR", help="render every page to PNG and exit")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    chosen = parser.parse_args(arguments)
    if (chosen.at or chosen.reset_demo) and not chosen.demo:
        parser.error("only a demonstration has a clock to set and a beginning: add --demo")
    if chosen.remote and chosen.demo:
        parser.error("a demonstration works without a server: leave --remote or --demo out")
    data_dir = (chosen.data_dir or default_data_dir()).absolute()
    settings = Settings(
        data_dir=data_dir,
        demo=chosen.demo,
        at=chosen.at,
        profile=chosen.profile,
        language=chosen.language,
        theme=chosen.theme,
        reset_demo=chosen.reset_demo,
        is_remote=not chosen.demo and (chosen.remote or is_remote_profile(data_dir, chosen.profile)),
    )
    return settings, chosen.screenshot


def _log_to(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "supportplan.log", maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])


def _render_screenshots(app: QApplication, settings: Settings, folder: Path) -> int:
    """On a demonstration of their own, at the instant asked for or the present one."""
    from supportplan_desktop.services.clocks import SystemClock  # noqa: PLC0415 - seldom asked for
    from supportplan_desktop.ui.screenshots import render_all  # noqa: PLC0415 - the same

    with TemporaryDirectory(prefix="supportplan-") as temporary:
        at = settings.at or SystemClock().now()
        return render_all(Desktop(app, replace(settings, data_dir=Path(temporary), demo=DEMO, at=at)), folder)


def main(arguments: Sequence[str] | None = None) -> int:
    """Show the window until it is closed; returns the exit code."""
    settings, screenshots = read_arguments(arguments)
    try:
        _log_to(settings.data_dir)
    except OSError as error:
        print(f"The data folder cannot be used: {error}", file=sys.stderr)  # noqa: T201 - no window yet
        return 4
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("supportplan-desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("supportplan-desktop")
    if screenshots is not None:
        return _render_screenshots(app, settings, screenshots)
    instance = SingleInstance(settings.folder, app)
    if not instance.claim():
        return 0
    desktop = Desktop(app, settings)
    instance.raised.connect(desktop.window.show_again)
    desktop.show()
    code = app.exec()
    desktop.close()
    return code
