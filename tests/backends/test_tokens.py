"""Where a session's token is kept: a real Secret Service on a bus of its own, no keyring at all, and bad ones."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.backends.null import Keyring as ForgetfulKeyring
from keyring.errors import KeyringLocked, PasswordDeleteError

from supportplan_desktop.backends.tokens import KeyringTokens, MemoryTokens, is_trusted

if TYPE_CHECKING:
    from collections.abc import Callable

    from keyring.backend import KeyringBackend

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's")


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """The environment of a user who has nothing yet, neither a screen nor a bus."""
    (tmp_path / "run").mkdir(mode=0o700)
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    folders = {"HOME": tmp_path, "XDG_DATA_HOME": tmp_path / "data", "XDG_RUNTIME_DIR": tmp_path / "run"}
    return kept | {name: str(folder) for name, folder in folders.items()}


def kept(*steps: str) -> str:
    """The shell line of one program that keeps a token."""
    return shlex.join([sys.executable, "-m", "tests.backends.keeping", *steps])


def told(command: list[str], home: dict[str, str]) -> list[list[object]]:
    """What the programs print, each a line."""
    done = subprocess.run(command, env=home, cwd=ROOT, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("[")]


def on_a_desktop(home: dict[str, str], *programs: str) -> list[list[object]]:
    """The same with a keyring that was unlocked when its user signed in."""
    unlock = "printf 'a password' | gnome-keyring-daemon --unlock --components=secrets"
    return told(["dbus-run-session", "--", "sh", "-e", "-c", "\n".join([unlock, *programs])], home)


# A keyring


@on_linux
def test_a_token_is_kept_for_the_next_start(home: dict[str, str]) -> None:
    first, second = on_a_desktop(home, kept("get", "put=first", "put=newer", "get"), kept("get", "lasts"))
    assert first == ["KeyringTokens", None, "newer"]
    assert second == ["KeyringTokens", "newer", True]


@on_linux
def test_a_token_is_nowhere_in_plain_text(home: dict[str, str]) -> None:
    on_a_desktop(home, kept("put=a-token-to-look-for"))
    files = [path for path in Path(home["HOME"]).rglob("*") if path.is_file()]
    assert any(path.suffix == ".keyring" for path in files)
    assert not any(b"a-token-to-look-for" in path.read_bytes() for path in files)


@on_linux
def test_a_token_is_forgotten_for_good(home: dict[str, str]) -> None:
    _, forgetting, third = on_a_desktop(home, kept("put=first"), kept("forget", "get", "forget"), kept("get"))
    assert (forgetting, third) == (["KeyringTokens", None], ["KeyringTokens", None])


@on_linux
def test_a_keyring_that_is_locked_later_keeps_the_session_in_memory(home: dict[str, str]) -> None:
    first, second = on_a_desktop(home, kept("put=first", "lock", "put=newer", "get", "lasts"), kept("lasts"))
    assert first == ["KeyringTokens", "newer", False]
    assert second == ["MemoryTokens", False]


@on_linux
def test_without_a_bus_there_is_memory_only_and_that_is_said(home: dict[str, str]) -> None:
    none = told(["sh", "-c", kept("put=first", "get", "lasts")], home | {"DBUS_SESSION_BUS_ADDRESS": "disabled:"})
    assert none == [["MemoryTokens", "first", False]]


# Keyrings that are not trusted


def named(module: str, **held: object) -> KeyringBackend:
    """A backend of that module, which the library does not get to know of."""
    return cast("KeyringBackend", type("Keyring", (), {"__module__": module, **held})())


@pytest.mark.parametrize(
    "module", ["keyrings.alt.file", "keyrings.alt.Gnome", "keyrings.cryptfile", "somebody.elses", "keyring.backends.x"]
)
def test_keyrings_that_may_write_in_plain_text_are_refused(module: str) -> None:
    assert not is_trusted(named(module))


@pytest.mark.parametrize("backend", [NoKeyring, ForgetfulKeyring])
def test_keyrings_that_keep_nothing_are_refused(backend: Callable[[], KeyringBackend]) -> None:
    assert not is_trusted(backend())


@pytest.mark.parametrize("system", ["SecretService", "libsecret", "kwallet", "macOS", "Windows"])
def test_the_systems_own_keyrings_are_trusted(system: str) -> None:
    assert is_trusted(named(f"keyring.backends.{system}"))


@pytest.mark.parametrize(
    ("modules", "is_good"),
    [
        ([], False),
        (["keyring.backends.kwallet", "keyring.backends.SecretService"], True),
        (["keyring.backends.SecretService", "keyrings.alt.file"], False),
    ],
)
def test_a_chain_is_as_good_as_its_worst(modules: list[str], is_good: bool) -> None:
    chain = named(ChainerBackend.__module__, backends=[named(module) for module in modules])
    assert is_trusted(chain) is is_good


# Keyrings that fail


class FailingKeyring:
    """A keyring that can be made to fail, as one does that is locked or whose bus is gone."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}
        self.error: Exception | None = None

    def get_password(self, service: str, username: str) -> str | None:
        self._fail()
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._fail()
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._fail()
        if self.held.pop((service, username), None) is None:
            raise PasswordDeleteError

    def _fail(self) -> None:
        if self.error is not None:
            raise self.error


def kept_in(keyring: FailingKeyring, profile: str) -> KeyringTokens:
    return KeyringTokens(cast("KeyringBackend", keyring), profile)


ERRORS = [KeyringLocked(), ConnectionResetError(), RuntimeError("no bus"), ValueError("whatever else")]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_whatever_a_keyring_raises_the_session_goes_on(error: Exception) -> None:
    keyring = FailingKeyring()
    tokens = kept_in(keyring, "office")
    tokens.put("first")
    keyring.error = error
    assert tokens.get() == "first"
    tokens.put("second")
    assert (tokens.get(), tokens.lasts) == ("second", False)
    tokens.forget()
    assert tokens.get() is None


def test_a_keyring_that_comes_back_does_not_give_a_used_token_away() -> None:
    keyring = FailingKeyring()
    tokens = kept_in(keyring, "office")
    tokens.put("used since")
    keyring.error = KeyringLocked()
    tokens.put("newest")
    keyring.error = None
    assert (tokens.get(), tokens.lasts) == ("newest", False)
    tokens.put("next")
    assert (tokens.get(), tokens.lasts, [*keyring.held.values()]) == ("next", True, ["next"])


def test_each_profile_has_a_token_of_its_own() -> None:
    keyring = FailingKeyring()
    office, home = kept_in(keyring, "office"), kept_in(keyring, "home")
    office.put("one")
    home.put("other")
    home.forget()
    assert (office.get(), home.get()) == ("one", None)


def test_what_another_program_has_renewed_is_taken() -> None:
    keyring = FailingKeyring()
    ours, theirs = kept_in(keyring, "office"), kept_in(keyring, "office")
    ours.put("one")
    theirs.put("two")
    assert ours.get() == "two"


def test_memory_keeps_until_it_is_told_to_forget() -> None:
    tokens = MemoryTokens()
    assert tokens.get() is None
    tokens.put("one")
    assert (tokens.get(), tokens.lasts) == ("one", False)
    tokens.forget()
    assert tokens.get() is None
