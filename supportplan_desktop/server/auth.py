"""Signing in, and the sessions that follow (API, last paragraph).

An access token is signed and short-lived: it tells for whom its bearer acts, so no request has to look that up, and a
role that was taken away or a session that was ended is felt when it runs out. A refresh token is opaque, kept as its
hash, and good for one renewal: one that comes twice was stolen and ends the session.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import jwt
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from supportplan_desktop.api import Session
from supportplan_desktop.domain.access import Login, RefreshToken
from supportplan_desktop.domain.accounts import Role
from supportplan_desktop.domain.errors import InvalidInput, SignInRefused, SignInRequired
from supportplan_desktop.services.acting import Acting

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportplan_desktop.services.ports import Access

ACCESS_LIFE = timedelta(minutes=15)
REFRESH_LIFE = timedelta(days=30)
SHORTEST_PASSWORD = 8

_ALGORITHM, _ISSUER = "HS256", "supportplan-server"
_CLAIMS = ["iss", "sub", "exp", "iat", "account", "owner", "role", "family"]
_LEEWAY = timedelta(seconds=5)  # clocks of several servers differ a little
_LOG = logging.getLogger(__name__)


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Signed:
    """What an access token tells: who acts, and in which session."""

    acting: Acting
    family: UUID


class Passwords:
    """Password hashes by argon2id, with the library's parameters of the day."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._nobodys = self._hasher.hash(secrets.token_urlsafe())

    def hashed(self, password: str) -> str:
        """The hash to keep."""
        return self._hasher.hash(password)

    @staticmethod
    def check(password: str) -> None:
        """InvalidInput for a password that is too short, which is not repeated."""
        if len(password) < SHORTEST_PASSWORD:
            raise InvalidInput(field="password", value="", shortest=SHORTEST_PASSWORD)

    def is_right(self, login: Login | None, password: str) -> bool:
        """Whether that is the login's password; takes as long where there is no such login."""
        try:
            self._hasher.verify(login.password_hash if login else self._nobodys, password)
        except (VerificationError, InvalidHashError):
            return False
        return login is not None

    def is_outdated(self, login: Login) -> bool:
        """Whether the hash was made with other parameters than are used now."""
        return self._hasher.check_needs_rehash(login.password_hash)


class Sessions:
    """Begins, renews and ends sessions; `key` signs access tokens, `now` is the real time, in demonstrations too."""

    def __init__(
        self, access: Access, key: bytes, passwords: Passwords | None = None, now: Callable[[], datetime] = _now
    ) -> None:
        self._access = access
        self._key = key
        self._passwords = passwords or Passwords()
        self._now = now

    def begin(self, name: str, password: str) -> Session:
        """A new session; SignInRefused does not say whether it was the name or the password."""
        login = self._access.login(login_name(name))
        if not self._passwords.is_right(login, password) or login is None:
            raise SignInRefused
        if self._passwords.is_outdated(login):
            login = replace(login, password_hash=self._passwords.hashed(password))
            self._access.put_login(login)
        text, kept = self._refresh_token(login, uuid4())
        self._access.add_token(kept)
        return Session(self._access_token(login, kept.family), round(ACCESS_LIFE.total_seconds()), text)

    def renew(self, text: str) -> Session:
        """The same session with new tokens; SignInRequired for a token that is unknown, used or too old."""
        used = self._access.token(_hash(text))
        if used is None or used.expires_at <= self._now():
            raise SignInRequired
        login = self._access.login(used.login)
        if login is None:
            self._access.end_family(used.family)
            raise SignInRequired
        following, kept = self._refresh_token(login, used.family)
        if used.used_at is not None or not self._access.renew(used, self._now(), kept):
            self._access.end_family(used.family)
            _LOG.warning("a refresh token came twice: session %s is ended", used.family)
            raise SignInRequired
        return Session(self._access_token(login, used.family), round(ACCESS_LIFE.total_seconds()), following)

    def end(self, family: UUID) -> None:
        """End a session; ended already, nothing happens."""
        self._access.end_family(family)

    def signed(self, access_token: str) -> Signed:
        """What an access token of ours tells; SignInRequired for every other one and one that has run out."""
        try:
            told: dict[str, Any] = jwt.decode(
                access_token,
                self._key,
                algorithms=[_ALGORITHM],
                issuer=_ISSUER,
                leeway=_LEEWAY,
                options={"require": _CLAIMS},
            )
            acting = Acting(UUID(told["account"]), UUID(told["owner"]), told["sub"], Role(told["role"]))
            return Signed(acting, UUID(told["family"]))
        except (jwt.InvalidTokenError, ValueError, TypeError, AttributeError):
            raise SignInRequired from None

    def forget_expired(self) -> int:
        """Let go of refresh tokens that have run out; returns how many."""
        return self._access.forget_expired(self._now())

    def _access_token(self, login: Login, family: UUID) -> str:
        at = self._now()
        told = {
            "iss": _ISSUER,
            "sub": login.name,
            "iat": at,
            "exp": at + ACCESS_LIFE,
            "account": str(login.account_id),
            "owner": str(login.owner_id),
            "role": login.role.value,
            "family": str(family),
        }
        return jwt.encode(told, self._key, algorithm=_ALGORITHM)

    def _refresh_token(self, login: Login, family: UUID) -> tuple[str, RefreshToken]:
        """A new token as it is handed out, and as it is kept."""
        text = secrets.token_urlsafe(32)
        return text, RefreshToken(_hash(text), family, login.name, self._now() + REFRESH_LIFE)


def login_name(said: str) -> str:
    """A login's name in its one spelling: case and the space around do not count."""
    return said.strip().casefold()


def _hash(token: str) -> str:
    """Tokens are long and random, so a plain hash is enough and can be looked up."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
