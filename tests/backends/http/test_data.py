"""The data of a remote profile: what is kept in its folder, and what never is."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from supportplan_desktop.backends.http.data import RemoteData
from supportplan_desktop.domain.errors import (
    InvalidInput,
    Refusal,
    ServerNotChosen,
    ServerNotOurs,
    ServerUnreachable,
    SignInRefused,
    SignInRequired,
)
from supportplan_desktop.settings import RemoteProfile
from tests.backends.http.misbehaving import answer, hang_up, refused, said, session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.backends.http.misbehaving import MisbehavingServer, Visit

PASSWORD = "a password to look for"
now_is = said({"now": "2019-12-09T03:41:23Z"})


@pytest.fixture(autouse=True)
def _no_keyring() -> Iterator[None]:
    """This computer's keyring is none of the tests' business."""
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    yield
    keyring.set_keyring(before)


@pytest.fixture
def data(tmp_path: Path) -> Iterator[RemoteData]:
    made = RemoteData(tmp_path / "office")
    yield made
    made.close()


def test_a_new_profile_has_no_server_yet(data: RemoteData) -> None:
    with pytest.raises(ServerNotChosen):
        data.open()
    assert data.seen() is None
    assert data.standing() == ("", "", False)


def test_connecting_remembers_the_server_and_the_login_and_never_the_password(
    data: RemoteData, server: MisbehavingServer, tmp_path: Path
) -> None:
    server.will(session("access to look for", "refresh to look for"), now_is)
    services = data.connect(f" {server.url}/ ", " lin.chen ", PASSWORD)
    services.clock.now()
    assert data.profile() == RemoteProfile(server.url, "lin.chen")
    assert data.standing() == (server.url, "lin.chen", False)
    (file,) = (tmp_path / "office").iterdir()
    assert json.loads(file.read_text("utf-8")) == {"server": server.url, "login": "lin.chen"}
    assert "look for" not in file.read_text("utf-8")
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("how", "refusal"),
    [
        (refused(401, "session.refused"), SignInRefused),
        (hang_up, ServerUnreachable),
        (answer(200, "<html>"), ServerNotOurs),
    ],
)
def test_a_profile_that_could_not_be_connected_stays_new(
    data: RemoteData, server: MisbehavingServer, how: Callable[[Visit], None], refusal: type[Refusal]
) -> None:
    server.will(*[how] * 3)
    with pytest.raises(refusal):
        data.connect(server.url, "lin.chen", PASSWORD)
    assert data.profile() is None


@pytest.mark.parametrize(
    ("server", "login"), [("https://plans.example", " "), ("", "lin"), ("http://plans.example", "lin")]
)
def test_what_cannot_be_meant_is_not_connected_to(data: RemoteData, server: str, login: str) -> None:
    with pytest.raises(InvalidInput):
        data.connect(server, login, PASSWORD)
    assert data.profile() is None


def test_the_next_start_without_a_keyring_asks_to_sign_in(
    data: RemoteData, server: MisbehavingServer, tmp_path: Path
) -> None:
    server.will(session())
    data.connect(server.url, "lin.chen", PASSWORD)
    later = RemoteData(tmp_path / "office")
    with pytest.raises(SignInRequired) as refusal:
        later.open().clock.now()
    assert refusal.value.facts == {"server": server.url, "login": "lin.chen"}
    later.close()


def test_a_profile_stays_open_on_one_connection(data: RemoteData, server: MisbehavingServer) -> None:
    server.will(session())
    services = data.connect(server.url, "lin.chen", PASSWORD)
    assert data.open() is services


def test_signing_out_keeps_the_profile_and_nothing_that_was_seen(
    data: RemoteData, server: MisbehavingServer, tmp_path: Path
) -> None:
    server.will(session(), answer(204))
    data.connect(server.url, "lin.chen", PASSWORD)
    (tmp_path / "office" / "last_seen.json").write_text("{}", "utf-8")
    data.sign_out()
    assert server.asked == ["POST /v1/sessions", "DELETE /v1/sessions/current"]
    assert [path.name for path in (tmp_path / "office").iterdir()] == ["profile.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"server": "https://plans.example"}'])
def test_a_damaged_profile_is_as_a_new_one(data: RemoteData, tmp_path: Path, text: str) -> None:
    (tmp_path / "office").mkdir()
    (tmp_path / "office" / "profile.json").write_text(text, "utf-8")
    with pytest.raises(ServerNotChosen):
        data.open()


@pytest.mark.parametrize("text", ["", "{", '{"details": 7}', "\x00"])
def test_a_damaged_memory_of_what_was_seen_is_none(
    data: RemoteData, server: MisbehavingServer, tmp_path: Path, text: str
) -> None:
    server.will(session())
    data.connect(server.url, "lin.chen", PASSWORD)
    (tmp_path / "office" / "last_seen.json").write_text(text, "utf-8")
    assert data.seen() is None
