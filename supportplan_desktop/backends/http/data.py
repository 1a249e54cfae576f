"""The data of a remote profile: which server and login it is, its session, and what was last seen of it.

Nothing of a profile is kept on this computer but that and, in the system's keyring, the token that renews its session.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from supportplan_desktop import wire
from supportplan_desktop.backends.http.client import Connection
from supportplan_desktop.backends.http.services import services_over
from supportplan_desktop.backends.tokens import tokens_for
from supportplan_desktop.domain.errors import InvalidInput, Refusal, ServerNotChosen, StoreUnavailable
from supportplan_desktop.services.seen import Seen
from supportplan_desktop.settings import REMOTE_FILE, RemoteProfile, remote_profile

if TYPE_CHECKING:
    from pathlib import Path

    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.services.ports import TokenVault

_SEEN = "last_seen.json"
_LOCAL_NAMES = frozenset({"localhost"})


class RemoteData:
    """One remote profile in its folder: connected once, closed at the end. Every call belongs on a worker."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._connection: Connection | None = None
        self._services: Services | None = None
        self._open_for: RemoteProfile | None = None
        self._tokens: TokenVault | None = None

    def standing(self) -> tuple[str, str, bool]:
        """Server, login, and whether the session outlives the window: not where no keyring can be used."""
        profile = self.profile() or RemoteProfile("", "")
        tokens = self._tokens or tokens_for(self._folder.name)
        return profile.server, profile.login, tokens.lasts

    def profile(self) -> RemoteProfile | None:
        """Which server and login the profile is, None for a new one."""
        return remote_profile(self._folder)

    def open(self) -> Services:
        """The services of the profile's session; ServerNotChosen for a new profile.

        Whoever asks them first may be refused with SignInRequired, then `connect` is next.
        """
        profile = self.profile()
        if profile is None:
            raise ServerNotChosen
        return self._over(profile)

    def connect(self, server: str, login: str, password: str) -> Services:
        """Sign in and remember the server and the login, never the password.

        InvalidInput for an address or a name that cannot be meant; SignInRefused, TooManyRequests and what a
        connection refuses.
        """
        profile = RemoteProfile(checked_server(server), login.strip())
        if not profile.login:
            raise InvalidInput(field="login", value="")
        before = self.profile()
        services = self._over(profile)
        assert self._connection is not None
        self._connection.sign_in(profile.login, password)
        if profile != before:
            (self._folder / _SEEN).unlink(missing_ok=True)  # it was seen by somebody else
        self._write(REMOTE_FILE, json.dumps(asdict(profile), indent=2))
        return services

    def sign_out(self) -> None:
        """End the session; the profile stays, and so does what was last seen of nobody."""
        if self._connection is not None:
            self._connection.sign_out()
        (self._folder / _SEEN).unlink(missing_ok=True)

    def seen(self) -> tuple[Services, Seen] | None:
        """What was last seen, with services that have not been asked yet; None where nothing ever was."""
        profile = self.profile()
        if profile is None:
            return None
        try:
            seen = wire.loaded(Seen, (self._folder / _SEEN).read_text("utf-8"))
        except (OSError, Refusal, ValueError):
            return None
        return self._over(profile), seen

    def keep_seen(self, seen: Seen) -> None:
        """Keep what was told; where it cannot be kept nothing is lost."""
        with suppress(StoreUnavailable):
            self._write(_SEEN, wire.dumped(Seen, seen))

    def close(self) -> None:
        """Let go of the connection; closed already, nothing happens."""
        if self._connection is not None:
            self._connection.close()
            self._connection = self._services = None

    def _over(self, profile: RemoteProfile) -> Services:
        """The services over the one connection to that server, which stays while the profile does."""
        if self._services is None or self._open_for != profile:
            self.close()
            self._tokens = tokens_for(f"{self._folder.name} {profile.login}@{profile.server}")
            self._connection = Connection(profile.server, self._tokens, profile.login)
            self._services, self._open_for = services_over(self._connection), profile
        return self._services

    def _write(self, name: str, text: str) -> None:
        """Write a file whole or not at all, readable by its owner only."""
        target = self._folder / name
        partial = target.with_name(f"{name}.partial")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            partial.unlink(missing_ok=True)
            with os.fdopen(
                os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
            ) as file:
                file.write(text)
            partial.replace(target)
        except OSError as error:
            raise StoreUnavailable(detail=str(error)) from error


def checked_server(text: str) -> str:
    """An address as it is connected to: `plans.example` becomes `https://plans.example`.

    InvalidInput for what is no address, and for plain HTTP to anywhere but this computer.
    """
    said = text.strip()
    try:
        parts = urlsplit(said if "://" in said else f"https://{said}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise InvalidInput(field="server", value=text) from None
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and _is_this_computer(host))
    is_more = bool(parts.username or parts.query or parts.fragment) or " " in said
    if not host or port == 0 or is_more or not is_safe:
        raise InvalidInput(field="server", value=text)
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


def _is_this_computer(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host in _LOCAL_NAMES
