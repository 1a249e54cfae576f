"""Where the refresh token of a profile's session is kept: the system's keyring, else only this program's memory (API).

Keyrings that would write it down in plain text are never used; then the session lasts until the window closes, and the
window says so.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

    from supportplan_desktop.services.ports import TokenVault

_SERVICE = "supportplan-desktop"
_TRUSTED = frozenset(
    f"keyring.backends.{name}" for name in ("SecretService", "libsecret", "kwallet", "macOS", "Windows")
)
_CHAIN = "keyring.backends.chainer"
_log = logging.getLogger(__name__)


class MemoryTokens:
    """The token for as long as the program runs."""

    lasts = False

    def __init__(self) -> None:
        self._token: str | None = None

    def get(self) -> str | None:
        """The token, None where there is none."""
        return self._token

    def put(self, token: str) -> None:
        """Keep the token."""
        self._token = token

    def forget(self) -> None:
        """Let go of it."""
        self._token = None


class KeyringTokens:
    """The token in the system's keyring, under the profile's name; to be asked on a worker, for it may ask the user.

    A keyring that fails later (locked, gone) leaves the session in memory: it is not ended by that. What such a
    keyring still holds is an older token, which counts no more and must not be sent.
    """

    def __init__(self, keyring: KeyringBackend, profile: str) -> None:
        self._keyring = keyring
        self._profile = profile
        self._memory = MemoryTokens()
        self.lasts = True

    def get(self) -> str | None:
        """The token, None where there is none: the keyring's, which another program may have renewed."""
        if not self.lasts:
            return self._memory.get()
        try:
            return self._keyring.get_password(_SERVICE, self._profile) or self._memory.get()
        except Exception as error:  # noqa: BLE001 - keyrings raise whatever their system does
            _tell("cannot be used any more", error)
            return self._memory.get()

    def put(self, token: str) -> None:
        """Keep the token."""
        self._memory.put(token)
        try:
            self._keyring.set_password(_SERVICE, self._profile, token)
        except Exception as error:  # noqa: BLE001 - the same
            _tell("cannot be used any more", error)
            self.lasts = False
        else:
            self.lasts = True

    def forget(self) -> None:
        """Let go of it, in the keyring too."""
        from keyring.errors import PasswordDeleteError  # noqa: PLC0415 - keyring is loaded only for remote profiles

        self._memory.forget()
        try:
            self._keyring.delete_password(_SERVICE, self._profile)
        except PasswordDeleteError:
            pass  # it was not there
        except Exception as error:  # noqa: BLE001 - the same
            _tell("cannot be used any more", error)
            self.lasts = False


def tokens_for(profile: str) -> TokenVault:
    """The keyring for that profile where there is one that can be trusted and used, else memory; on a worker."""
    import keyring  # noqa: PLC0415 - a tenth of a second that only remote profiles wait for

    backend = keyring.get_keyring()
    if not is_trusted(backend):
        _log.info("No keyring can be used: %s", type(backend).__module__)
        return MemoryTokens()
    try:
        backend.get_password(_SERVICE, profile)
    except Exception as error:  # noqa: BLE001 - keyrings raise whatever their system does
        _tell("cannot be used", error)
        return MemoryTokens()
    return KeyringTokens(backend, profile)


def _tell(what: str, error: Exception) -> None:
    _log.info("The keyring %s: %s", what, type(error).__name__)


def is_trusted(backend: KeyringBackend) -> bool:
    """Whether a keyring is one of the systems' own, or a chain of nothing else."""
    module = type(backend).__module__
    if module == _CHAIN:
        return bool(backend.backends) and all(is_trusted(inner) for inner in backend.backends)  # type: ignore[attr-defined] # the chain's own
    return module in _TRUSTED
