"""Sets up and starts Support Plan Desktop from a checkout; needs nothing but Python 3.11 or newer.

python3 packaging/dev.py run [options of the window]   opens the application on demonstration data
python3 packaging/dev.py test [options of pytest]      runs the whole test suite, without a screen
python3 packaging/dev.py lock [options of uv]          chooses the locked versions anew

The first start installs what is missing: Qt's libraries and fonts on Linux, then the locked packages into .venv.
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

import linux

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
    return _start([PYTHON, ROOT / "main.py", *options, *demo])


def test(options: list[str]) -> int:
    """Run the test suite; Qt draws into memory, so that no screen is needed."""
    set_up()
    os.chdir(ROOT)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return _start([PYTHON, "-m", "pytest", *options])


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


def set_up() -> None:
    """Install what is missing, unless the stamp says that this was done for this lock and this Python."""
    if is_set_up():
        return
    if Path(sys.prefix) == VENV:
        raise SystemExit(f"{VENV} has to be made anew: start this with a Python from outside it.")
    uv = shutil.which("uv")
    if sys.platform == "linux":
        linux.install_missing(also=[] if uv or importlib.util.find_spec("ensurepip") else [_venv_package()])
    print(f"Installing the locked packages into {VENV} (a minute or two)", flush=True)
    if VENV.exists():
        shutil.rmtree(VENV)
    if not (uv and _install_by_uv(uv)):
        _install_by_pip()
    STAMP.write_text(_fingerprint(), encoding="utf-8")


def is_set_up() -> bool:
    """Whether .venv was finished for this lock by a Python like this one."""
    return STAMP.is_file() and STAMP.read_text(encoding="utf-8") == _fingerprint()


def _fingerprint() -> str:
    return f"{hashlib.sha256(LOCK.read_bytes()).hexdigest()} {_dotted(sys.version_info[:2])}"


def _install_by_uv(uv: str) -> bool:
    """False when uv could not: it does not read pip's configuration, so behind a mirror only pip may get through."""
    made = _start([uv, "venv", "--quiet", "--python", sys.executable, VENV])
    return made == 0 and _start([uv, "pip", "sync", "--quiet", "--require-hashes", "--python", PYTHON, LOCK]) == 0


def _install_by_pip() -> None:
    subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    quietly = ["--quiet", "--disable-pip-version-check", "--no-input"]
    subprocess.run([PYTHON, "-m", "pip", "install", *quietly, "--require-hashes", "--no-deps", "-r", LOCK], check=True)


def _venv_package() -> str:
    """Debian keeps the part of Python that makes virtual environments in a package of its own."""
    return f"python{_dotted(sys.version_info[:2])}-venv"


def _start(command: list[str | Path]) -> int:
    return subprocess.run(command, check=False).returncode


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
