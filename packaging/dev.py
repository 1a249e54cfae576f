"""Sets up and starts Support Plan Desktop from a checkout; needs nothing but Python 3.11 or newer.

python3 packaging/dev.py run [options of the window]   opens the application on demonstration data
python3 packaging/dev.py test [options of pytest]      runs the whole test suite, without a screen
python3 packaging/dev.py lock [options of uv]          chooses the locked versions anew

The first start installs what is missing: on Linux Qt's libraries and fonts, and for the tests PostgreSQL and a screen
in memory with what screen readers need; then the locked packages into .venv.
The stamp in .venv is written last, so a set-up that was interrupted, or whose lock has changed, is made anew.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import linux

if TYPE_CHECKING:
    from typing import BinaryIO

if sys.platform != "win32":
    import fcntl

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "set-up-finished"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def main(arguments: list[str]) -> int:
    """Carry out one command; the answer is the exit code."""
    commands = {"run": run, "test": test, "lock": lock}
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 0 if arguments in (["-h"], ["--help"]) else 2
    if sys.version_info[:2] < OLDEST_PYTHON:
        print(f"Python {_dotted(OLDEST_PYTHON)} or newer is needed; this is {_dotted(sys.version_info[:2])}.")
        return 1
    try:
        return commands[arguments[0]](arguments[1:])
    except subprocess.CalledProcessError as failure:
        print(f"Set-up stopped at: {' '.join(map(str, failure.cmd))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(options: list[str]) -> int:
    """Open the application; on demonstration data unless the options say which."""
    set_up()
    demo = [] if any(option.split("=")[0] == "--demo" for option in options) else ["--demo"]
    return _become([PYTHON, ROOT / "main.py", *options, *demo])


def test(options: list[str]) -> int:
    """Run the test suite; Qt draws into memory, so that no screen is needed."""
    set_up(for_tests=True)
    os.chdir(ROOT)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return _become([PYTHON, "-m", "pytest", *options])


def lock(options: list[str]) -> int:
    """Resolve pyproject.toml for every platform into requirements.lock; `--upgrade` takes the newest versions."""
    uv = shutil.which("uv")
    if uv is None:
        print("uv must be on the PATH to choose locked versions.", file=sys.stderr)
        return 1
    oldest = ["--python-version", _dotted(OLDEST_PYTHON)]
    extras = ["--extra", "server", "--extra", "test"]
    form = ["--universal", "--generate-hashes", "--no-header", "--no-emit-index-url", "--no-emit-find-links"]
    target = ["--quiet", "--output-file", str(LOCK.relative_to(ROOT))]
    subprocess.run(
        [uv, "pip", "compile", *oldest, *extras, *form, *target, *options, "pyproject.toml"], check=True, cwd=ROOT
    )
    if "://" in LOCK.read_text(encoding="utf-8"):
        print("An address has got into the lock; only names, versions and hashes belong there.", file=sys.stderr)
        return 1
    return 0


def set_up(*, for_tests: bool = False) -> None:
    """Install what is missing; .venv is left alone if its stamp says that it was made for this lock and this Python."""
    is_finished = is_set_up()
    if not is_finished and Path(sys.prefix) == VENV:
        raise SystemExit(f"{VENV} has to be made anew: start this with a Python from outside it.")
    if sys.platform == "linux":
        linux.install(_missing_packages(for_tests=for_tests, for_window=not is_finished))
    if is_finished:
        return
    with LOCK.open("r+b") as lock_file:
        _wait_for_others(lock_file)
        if not is_set_up():
            _make_venv(kept_open=lock_file.fileno())


def _missing_packages(*, for_tests: bool, for_window: bool) -> list[str]:
    missing = linux.missing_for_window() if for_window else []
    if for_window and not shutil.which("uv") and not importlib.util.find_spec("ensurepip"):
        missing.append(f"python{_dotted(sys.version_info[:2])}-venv")  # Debian keeps that part of Python for itself
    return missing + (linux.missing_test_programs() if for_tests else [])


def _wait_for_others(lock_file: BinaryIO) -> None:
    """Be the only set-up of this checkout; one that was killed counts for as long as its installer still runs."""
    if sys.platform == "win32":  # which has no such lock
        return
    try:
        fcntl.flock(lock_file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        print("Waiting for another set-up of this checkout to end", flush=True)
        fcntl.flock(lock_file, fcntl.LOCK_EX)


def _make_venv(kept_open: int) -> None:
    print(f"Installing the locked packages into {VENV} (a minute or two)", flush=True)
    if VENV.exists():
        shutil.rmtree(VENV)
    uv = shutil.which("uv")
    if not (uv and _install_by_uv(uv, kept_open)):
        _install_by_pip(kept_open)
    STAMP.write_text(_fingerprint(), encoding="utf-8")


def is_set_up() -> bool:
    """Whether .venv was finished for this lock by a Python like this one."""
    return STAMP.is_file() and STAMP.read_text(encoding="utf-8") == _fingerprint()


def _fingerprint() -> str:
    return f"{hashlib.sha256(LOCK.read_bytes()).hexdigest()} {_dotted(sys.version_info[:2])}"


def _install_by_uv(uv: str, kept_open: int) -> bool:
    """False when uv could not: it does not read pip's configuration, so behind a mirror only pip may get through."""
    try:
        _install(kept_open, [uv, "venv", "--quiet", "--python", sys.executable, VENV])
        _install(kept_open, [uv, "pip", "sync", "--quiet", "--require-hashes", "--python", PYTHON, LOCK])
    except subprocess.CalledProcessError:
        return False
    return True


def _install_by_pip(kept_open: int) -> None:
    _install(kept_open, [sys.executable, "-m", "venv", "--clear", VENV])
    quietly = ["--quiet", "--disable-pip-version-check", "--no-input"]
    _install(kept_open, [PYTHON, "-m", "pip", "install", *quietly, "--require-hashes", "--no-deps", "-r", LOCK])


def _install(kept_open: int, command: list[str | Path]) -> None:
    """Run an installer, which holds the lock of the set-up as long as it runs."""
    subprocess.run(command, check=True, pass_fds=() if sys.platform == "win32" else (kept_open,))


def _become(command: list[str | Path]) -> int:  # noqa: RET503 - what stands last never returns
    """Go on as this program, so that signals and exit codes are its own; Windows can only wait for it."""
    if sys.platform == "win32":
        return subprocess.run(command, check=False).returncode
    sys.stdout.flush()
    os.execv(command[0], list(map(str, command)))  # noqa: S606 - the very program that was set up


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
