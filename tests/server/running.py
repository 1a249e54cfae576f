"""A server as it is run: `python -m supportplan_desktop.server serve` in a process of its own, on a free port."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")

ROOT = Path(__file__).resolve().parents[2]
SECRET = "a secret of the tests, long enough"
PATIENCE = 60.0
_ADDRESS = re.compile(r"(https?://\S+) ")
_CODE = re.compile(r"verification code (\S+) (\S+) (\d+)")
_MANY = "100000"


def environment(database: str, **settings: str) -> dict[str, str]:
    """The environment of a server whose codes are printed and whose limits do not get in the way."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SUPPORTPLAN_")}
    limits = ("SIGN_INS_PER_LOGIN", "SIGN_INS_PER_ADDRESS", "CODES_PER_LOGIN", "CODES_PER_ADDRESS")
    chosen = {
        "DATABASE": database,
        "SECRET": SECRET,
        "COURIER": "development",
        **dict.fromkeys(limits, _MANY),
        **settings,
    }
    return kept | {f"SUPPORTPLAN_{name}": value for name, value in chosen.items() if value}


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "supportplan_desktop.server", *arguments]


def run(arguments: list[str], env: Mapping[str, str], said: str = "") -> subprocess.CompletedProcess[str]:
    """One command to its end."""
    return subprocess.run(
        command(*arguments),
        env=env,
        input=said,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        cwd=ROOT,
    )


@dataclass
class Lines:
    """What a process has written so far; whoever waits for a line is woken by it."""

    lines: list[str] = field(default_factory=list)
    _more: threading.Condition = field(default_factory=threading.Condition)
    _ended: bool = False

    def follow(self, stream: IO[str]) -> threading.Thread:
        thread = threading.Thread(target=self._read, args=(stream,), daemon=True)
        thread.start()
        return thread

    def wait(self, found: Callable[[list[str]], T | None]) -> T:
        """What `found` sees in the lines, as soon as it is something."""
        with self._more:
            self._more.wait_for(lambda: found(self.lines) or self._ended, PATIENCE)
            seen = found(self.lines)
        assert seen, "\n".join(self.lines)
        return seen

    def _read(self, stream: IO[str]) -> None:
        for line in stream:
            with self._more:
                self.lines.append(line.rstrip("\n"))
                self._more.notify_all()
        with self._more:
            self._ended = True
            self._more.notify_all()
        stream.close()


class RunningServer:
    """A server and what it writes; `stop` ends it as an operator would."""

    def __init__(self, env: Mapping[str, str], *options: str, workers: int = 1) -> None:
        arguments = ("serve", "--port", "0", "--workers", str(workers), *options)
        self._process = subprocess.Popen(
            command(*arguments), env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
        )
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        self._said, self._log = Lines(), Lines()
        self._threads = [self._said.follow(self._process.stdout), self._log.follow(self._process.stderr)]
        try:
            self._log.wait(lambda lines: sum("Application startup complete." in line for line in lines) >= workers)
            self.url = self._log.wait(_address)
        except BaseException:
            self.kill()
            raise

    @property
    def log(self) -> list[dict[str, Any]]:
        """The log so far; every line of it is JSON."""
        return [json.loads(line) for line in self._log.lines]

    @property
    def everything_said(self) -> str:
        """The log as text."""
        return "\n".join(self._log.lines)

    def requests(self) -> list[dict[str, Any]]:
        """The lines of the log that tell of requests."""
        return [line for line in self.log if line["logger"].endswith(".access") and line["message"] == "request"]

    def wait_for_log(self, found: Callable[[list[str]], T | None]) -> T:
        return self._log.wait(found)

    def code(self, number: str) -> str:
        """The newest code that was printed for the order of that number, as soon as there is one."""

        def found(lines: list[str]) -> str | None:
            codes = [match[3] for line in lines if (match := _CODE.fullmatch(line)) and match[1] == number]
            return codes[-1] if codes else None

        return self._said.wait(found)

    def kill_a_worker(self) -> None:
        """End one of its processes as a fault would."""
        started = next(line for line in self.log if line["message"].startswith("Started server process"))
        number = re.findall(r"\d+", started["message"])[0]
        os.kill(int(number), signal.SIGKILL)

    def terminate(self) -> None:
        self._process.send_signal(signal.SIGTERM)

    def wait(self) -> int:
        """The exit code, once it has ended and all it said is read."""
        code = self._process.wait(PATIENCE)
        for thread in self._threads:
            thread.join(PATIENCE)
        return code

    def stop(self) -> int:
        """End it, if it has not ended; returns the exit code."""
        if self._process.poll() is None:
            self.terminate()
        try:
            return self.wait()
        except subprocess.TimeoutExpired:
            self.kill()
            raise

    def kill(self) -> None:
        self._process.kill()
        self.wait()


def _address(lines: list[str]) -> str | None:
    for line in lines:
        message = json.loads(line)["message"] if line.startswith("{") else ""
        if message.startswith("Uvicorn running on ") and (match := _ADDRESS.search(message)):
            return match[1]
    return None
