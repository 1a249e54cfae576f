"""What a bare Linux lacks is found, and installed or asked for in one line."""

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "packaging" / "linux.py"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets its libraries be missing")


@pytest.fixture
def linux() -> ModuleType:
    """A copy of its own of the module, on a machine that lacks one library and has all the fonts."""
    spec = importlib.util.spec_from_file_location("linux_under_test", SOURCE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.LIBRARIES.clear()
    module.LIBRARIES.update({"libc.so.6": "libc6", "libnowhere.so.1": "libnowhere1"})
    module.FONTS.clear()
    return module


APT = "-qq -o DPkg::Lock::Timeout=300"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder on the path."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def put(programs: Path, name: str, script: str) -> None:
    (programs / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (programs / name).chmod(0o755)


def test_a_library_that_does_not_load_is_missing(linux: ModuleType) -> None:
    assert linux.missing_libraries() == ["libnowhere1"]


def test_a_font_is_missing_until_one_of_its_files_is_there(linux: ModuleType, tmp_path: Path) -> None:
    linux.FONTS.update({"fonts-inter": ("Inter-*", "InterVariable*")})
    folders = [tmp_path / "none", tmp_path]
    (tmp_path / "Internal.otf").touch()
    assert linux.missing_fonts(folders) == ["fonts-inter"]

    (tmp_path / "opentype").mkdir()
    (tmp_path / "opentype" / "Inter-Regular.otf").touch()
    assert linux.missing_fonts(folders) == []


def test_a_machine_that_lacks_nothing_is_left_alone(linux: ModuleType, programs: Path) -> None:
    del linux.LIBRARIES["libnowhere.so.1"]

    linux.install(linux.missing_for_window())

    assert list(programs.iterdir()) == []


def test_a_program_of_the_tests_is_missing_until_its_file_is_in_one_of_its_places(
    linux: ModuleType, tmp_path: Path
) -> None:
    assert linux.missing_test_programs(tmp_path) == list(linux.TEST_PROGRAMS)

    (tmp_path / "usr/lib/postgresql/15/bin").mkdir(parents=True)
    (tmp_path / "usr/lib/postgresql/15/bin/initdb").touch()
    (tmp_path / "usr/lib/python3/dist-packages/pyatspi").mkdir(parents=True)
    assert {"postgresql", "python3-pyatspi"}.isdisjoint(linux.missing_test_programs(tmp_path))


def test_root_installs_by_apt_get(linux: ModuleType, programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    put(programs, "env", 'shift; exec "$@"')
    put(programs, "dpkg", f'echo dpkg "$@" >> {programs}/asked; exit 2')
    put(programs, "apt-get", f'echo apt-get "$@" >> {programs}/asked')

    linux.install([*linux.missing_for_window(), "python3.11-venv"])

    assert (programs / "asked").read_text(encoding="utf-8").splitlines() == [
        "dpkg --configure -a",
        f"apt-get {APT} update",
        f"apt-get {APT} install --yes --no-install-recommends libnowhere1 python3.11-venv",
    ]


def test_sudo_without_a_password_is_used(
    linux: ModuleType, programs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    put(programs, "sudo", f'echo "$@" >> {tmp_path}/asked')
    put(programs, "apt-get", "exit 1")

    linux.install(linux.missing_for_window())

    assert (tmp_path / "asked").read_text(encoding="utf-8").splitlines()[-1].endswith("libnowhere1")


@pytest.mark.parametrize(("sudo", "start"), [(True, "sudo sh -c '"), (False, "su -c '")])
def test_a_user_without_the_rights_gets_one_line_to_run(
    linux: ModuleType, programs: Path, monkeypatch: pytest.MonkeyPatch, *, sudo: bool, start: str
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    put(programs, "apt-get", "exit 1")
    if sudo:
        put(programs, "sudo", "exit 1")

    with pytest.raises(SystemExit) as refused:
        linux.install(linux.missing_for_window())

    _, line = str(refused.value).splitlines()
    assert line.startswith(start)
    assert line.endswith("apt-get install --yes --no-install-recommends libnowhere1'")


def test_where_there_is_no_apt_get_the_packages_are_named(linux: ModuleType, programs: Path) -> None:
    with pytest.raises(SystemExit, match="libnowhere1"):
        linux.install(linux.missing_for_window())
    assert list(programs.iterdir()) == []
