"""What a bare Linux lacks for a Qt window and its tests: libraries, fonts, programs, and how they are installed."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from pathlib import Path

# How long to wait for another program that installs, such as one left behind by a set-up that was interrupted.
_LOCK_SECONDS = 300

# Library the loader looks for -> Debian package that brings it. The first six are needed even without a screen;
# when any of the others is absent, Qt reports only that its "xcb" platform plugin could not be loaded.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}

# Debian package -> names its font files (or the same font from elsewhere) go by.
FONTS = {
    "fonts-inter": ("Inter-*", "Inter.*", "InterVariable*"),
    "fonts-noto-cjk": ("NotoSansCJK*", "NotoSansSC*", "SourceHanSans*"),
}

# What only the tests start. Debian package -> a file of it, in Debian's place or elsewhere: PostgreSQL, of which the
# tests run a cluster of their own; a screen in memory, a message bus, a keyring, and the way that screen readers go.
TEST_PROGRAMS = {
    "postgresql": ("usr/lib/postgresql/*/bin/initdb", "usr/bin/initdb", "usr/local/bin/initdb"),
    "xvfb": ("usr/bin/xvfb-run",),
    "xauth": ("usr/bin/xauth",),
    "dbus": ("usr/bin/dbus-run-session",),
    "gnome-keyring": ("usr/bin/gnome-keyring-daemon",),
    "at-spi2-core": ("usr/libexec/at-spi-bus-launcher", "usr/lib/at-spi2-core/at-spi-bus-launcher"),
    "python3-pyatspi": ("usr/lib/python3*/*-packages/pyatspi",),
}


def missing_for_window() -> list[str]:
    """Debian packages of the libraries and fonts that this machine lacks."""
    return [*missing_libraries(), *missing_fonts(font_folders())]


def install(packages: list[str]) -> None:
    """Install these Debian packages by apt-get.

    Raises SystemExit with the one line to run when that takes rights this user does not have, and with the names
    of the packages where there is no apt-get.
    """
    if not packages:
        return
    if shutil.which("apt-get") is None:
        raise SystemExit(f"Install these first (the names are Debian's), then start again: {' '.join(packages)}")
    prefix = way_to_root()
    if prefix is None:
        raise SystemExit(f"Run this line once, then start again:\n{line_to_run(packages)}")
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    asking_nothing = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
    apt = [*asking_nothing, "apt-get", "-qq", "-o", f"DPkg::Lock::Timeout={_LOCK_SECONDS}"]
    _silently([*asking_nothing, "dpkg", "--configure", "-a"], must_work=False)
    _silently([*apt, "update"])
    _silently([*apt, "install", "--yes", "--no-install-recommends", *packages])


def _silently(command: list[str], *, must_work: bool = True) -> None:
    errors = None if must_work else subprocess.DEVNULL
    subprocess.run(command, check=must_work, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors)


def missing_libraries() -> list[str]:
    """Debian packages of the libraries that the loader does not find."""
    return [package for library, package in LIBRARIES.items() if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_fonts(folders: list[Path]) -> list[str]:
    """Debian packages of the fonts of which no file lies under `folders`."""
    return [
        package
        for package, names in FONTS.items()
        if not any(True for folder in folders for name in names for _ in folder.rglob(name))
    ]


def missing_test_programs(root: Path = Path("/")) -> list[str]:
    """Debian packages of which no file lies where the tests look for it."""
    return [
        package for package, files in TEST_PROGRAMS.items() if not any(True for name in files for _ in root.glob(name))
    ]


def font_folders() -> list[Path]:
    """Where fontconfig looks by default: the machine's folders, then the user's."""
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share")
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), data / "fonts", Path.home() / ".fonts"]


def way_to_root() -> list[str] | None:
    """What goes before a command that needs root: nothing for root, sudo where it asks no password, else None."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if shutil.which("sudo") and subprocess.run([*sudo, "true"], check=False, capture_output=True).returncode == 0:
        return sudo
    return None


def line_to_run(packages: list[str]) -> str:
    """The one shell line that installs `packages`, for a user who has to type it."""
    steps = f"apt-get update && apt-get install --yes --no-install-recommends {' '.join(packages)}"
    return f"{'sudo sh' if shutil.which('sudo') else 'su'} -c '{steps}'"
