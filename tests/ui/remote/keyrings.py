"""A keyring of the system, as far as a test needs one: it stands where the system's own would."""

from __future__ import annotations

from keyring.backend import KeyringBackend


class SystemKeyring(KeyringBackend):
    """Keeps what it is given for as long as the test runs."""

    priority = 5.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.kept.pop((service, username), None)


SystemKeyring.__module__ = "keyring.backends.SecretService"  # the window trusts the systems' own only
