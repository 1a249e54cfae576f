"""Vaults: secrets that are not kept with the data."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from typing import TYPE_CHECKING

from supportplan_desktop.domain.errors import StoreUnavailable

if TYPE_CHECKING:
    from pathlib import Path

_KEY_BYTES = 32


class SecretVault:
    """Keys derived from a server's secret, the same in all of its workers; what is signed and hashed shares none."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    def code_key(self) -> bytes:
        """The key verification codes are hashed with."""
        return self._derived("verification codes")

    def session_key(self) -> bytes:
        """The key sessions are signed with."""
        return self._derived("sessions")

    def _derived(self, purpose: str) -> bytes:
        """HMAC-SHA-256 of the purpose: the secret is long and random already, so nothing has to be stretched."""
        return hmac.new(self._secret, f"supportplan-server {purpose}".encode(), hashlib.sha256).digest()


class FileVault:
    """A key in a file of its own beside the local store, readable by its owner only.

    The local store's codes are shown in its own Messages, so its key only has to be elsewhere than the hashes; a
    keyring would make an offline start wait for a prompt (CONTRIBUTING, decisions).
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def code_key(self) -> bytes:
        """The key, made at first use, complete or not at all; StoreUnavailable where the file cannot be used."""
        try:
            if not self._path.exists():
                self._make()
            key = self._path.read_bytes()
        except OSError as error:
            raise StoreUnavailable(detail=str(error)) from error
        if len(key) < _KEY_BYTES:
            raise StoreUnavailable(detail=f"{self._path.name} is damaged")
        return key

    def _make(self) -> None:
        """Write the key aside and link it into place, so that two windows at once agree on one."""
        aside = self._path.with_name(f"{self._path.name}.{secrets.token_hex(8)}")
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(secrets.token_bytes(_KEY_BYTES))
                file.flush()
                os.fsync(file.fileno())
            try:
                os.link(aside, self._path)
            except FileExistsError:
                return
        finally:
            aside.unlink()
