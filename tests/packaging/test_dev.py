"""The set-up commands, run as a user runs them, in a checkout of nothing but themselves.

uv and the Python of the virtual environment are stand-ins: programs that write down what they were asked.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are Unix scripts")

PYTHON = """#!{python}
import os, sys
print(os.environ.get("QT_QPA_PLATFORM", "screen"), *sys.argv[1:])
print(os.getpid()) if "--who" in sys.argv else None
sys.exit(7 if "--fail" in sys.argv else 0)
"""

UV = """#!{python}
import os, pathlib, shutil, sys
with open({asked!r}, "a") as asked:
    print(*sys.argv[1:3], file=asked)
if sys.argv[1] == "pip" and "GATE" in os.environ:
    open(os.environ["GATE"]).read()
if sys.argv[1] == "venv":
    programs = pathlib.Path(sys.argv[-1]) / "bin"
    programs.mkdir(parents=True)
    shutil.copy({stand_in!r}, programs / "python")
"""


class Checkout:
    """A folder with the set-up commands and a lock, and a path on which there is only a stand-in for uv."""

    def __init__(self, root: Path) -> None:
        self.root = root / "checkout"
        self.venv = self.root / ".venv"
        self.lock = self.root / "packaging" / "requirements.lock"
        self.lock.parent.mkdir(parents=True)
        self.lock.write_text("one==1\n", encoding="utf-8")
        for name in ("dev.py", "linux.py"):
            shutil.copy(PACKAGING / name, self.lock.parent)
        self.programs = root / "programs"
        self.programs.mkdir()
        self.asked = root / "asked"
        stand_in = write_program(root / "stand-in", PYTHON.format(python=sys.executable))
        uv = UV.format(python=sys.executable, asked=str(self.asked), stand_in=str(stand_in))
        write_program(self.programs / "uv", uv)

    def start(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Start dev.py; standard error comes with the output."""
        with self.begin(*arguments) as process:
            output, _ = process.communicate()
        return subprocess.CompletedProcess(arguments, process.returncode, output)

    def begin(self, *arguments: str, gate: Path | None = None) -> subprocess.Popen[str]:
        """The same without waiting; with a gate (a named pipe), the installation ends when that is closed."""
        command = [sys.executable, str(self.lock.parent / "dev.py"), *arguments]
        environment = {**os.environ, "PATH": str(self.programs)} | ({"GATE": str(gate)} if gate else {})
        environment.pop("QT_QPA_PLATFORM", None)
        return subprocess.Popen(command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    @property
    def installations(self) -> int:
        """How often the locked packages were installed."""
        return self.asked.read_text(encoding="utf-8").splitlines().count("pip sync")


def write_program(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_the_first_start_installs_and_opens_the_window_on_demonstration_data(checkout: Checkout) -> None:
    started = checkout.start("run", "--language", "zh_CN")

    assert started.stdout.splitlines()[-1] == f"screen {checkout.root}/main.py --language zh_CN --demo"
    assert checkout.installations == 1
    assert started.returncode == 0


def test_a_demonstration_chosen_by_name_is_left_as_chosen(checkout: Checkout) -> None:
    started = checkout.start("run", "--demo=basic")

    assert started.stdout.splitlines()[-1] == f"screen {checkout.root}/main.py --demo=basic"


def test_the_tests_run_without_a_screen(checkout: Checkout) -> None:
    started = checkout.start("test", "-q")

    assert started.stdout.splitlines()[-1] == "offscreen -m pytest -q"


def test_the_second_start_installs_nothing_and_says_nothing(checkout: Checkout) -> None:
    checkout.start("run")

    assert checkout.start("test").stdout == "offscreen -m pytest\n"
    assert checkout.installations == 1


def test_a_changed_lock_is_installed_at_the_next_start(checkout: Checkout) -> None:
    checkout.start("run")
    checkout.lock.write_text("one==2\n", encoding="utf-8")
    checkout.start("run")

    assert checkout.installations == 2


def test_an_interrupted_set_up_is_made_anew(checkout: Checkout) -> None:
    half_made = checkout.venv / "lib" / "half-made"
    half_made.mkdir(parents=True)

    assert checkout.start("run").returncode == 0
    assert not half_made.exists()


def test_a_set_up_waits_for_one_that_was_killed_but_still_installs(checkout: Checkout) -> None:
    gate = checkout.root / "gate"
    os.mkfifo(gate)
    with checkout.begin("run", gate=gate) as first, gate.open("w"):
        first.kill()
        second = checkout.begin("run")
        assert second.stdout is not None
        assert second.stdout.readline() == "Waiting for another set-up of this checkout to end\n"
    with second:
        assert second.stdout.read().endswith("main.py --demo\n")

    assert checkout.installations == 2
    assert second.returncode == 0


def test_two_set_ups_at_once_install_once(checkout: Checkout) -> None:
    gate = checkout.root / "gate"
    os.mkfifo(gate)
    with checkout.begin("run", gate=gate) as first:
        with gate.open("w"):
            second = checkout.begin("test")
            assert second.stdout is not None
            assert second.stdout.readline().startswith("Waiting")
        with second:
            assert second.stdout.read() == "offscreen -m pytest\n"
        assert first.communicate()[0].endswith("main.py --demo\n")

    assert checkout.installations == 1
    assert (first.returncode, second.returncode) == (0, 0)


def test_what_is_started_takes_the_place_of_the_set_up(checkout: Checkout) -> None:
    checkout.start("run")
    with checkout.begin("test", "--who") as process:
        assert process.communicate()[0].split()[-1] == str(process.pid)


def test_the_exit_code_is_that_of_what_was_started(checkout: Checkout) -> None:
    assert checkout.start("test", "--fail").returncode == 7


def test_without_a_command_the_commands_are_told(checkout: Checkout) -> None:
    started = checkout.start()

    assert "packaging/dev.py run" in started.stdout
    assert started.returncode == 2
    assert checkout.start("--help").returncode == 0


def test_a_python_that_is_too_old_is_told_in_one_line(checkout: Checkout) -> None:
    folder = str(checkout.lock.parent)
    as_old = f"import sys; sys.version_info = (3, 9, 2); sys.path.insert(0, {folder!r}); import dev; dev.main(['run'])"
    told = subprocess.run([sys.executable, "-c", as_old], capture_output=True, text=True, check=True)

    assert told.stdout == "Python 3.11 or newer is needed; this is 3.9.\n"
    assert not checkout.venv.exists()
