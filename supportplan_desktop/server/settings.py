"""What a server is told by its environment, checked before anything starts. A wrong word is a named refusal."""

from __future__ import annotations

import os
import ssl
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

from supportplan_desktop.domain.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

SECRET_LENGTH = 32
DEVELOPMENT = "development"

_SQLITE, _POSTGRES = "sqlite:///", "postgresql+psycopg://"
_SMTP_PORT = 587


class SettingMissing(Refusal):
    """Something has no default that would be right: facts `name` and `expected`."""

    code = "server.setting_missing"


class SettingWrong(Refusal):
    """A setting cannot be meant: facts `name` and `expected`; its value may be secret and is not told."""

    code = "server.setting_wrong"


class SecretMissing(Refusal):
    """There is no secret to sign sessions with: fact `name`."""

    code = "server.secret_missing"


class SecretTooShort(Refusal):
    """The secret could be guessed: facts `name`, `length` and `shortest`."""

    code = "server.secret_too_short"


class TransportUnsafe(Refusal):
    """Other computers would be talked to in the open: fact `host`."""

    code = "server.transport_unsafe"


class CourierUnknown(Refusal):
    """No courier goes by that name: facts `courier` and `known`."""

    code = "server.courier_unknown"


class CourierMissing(Refusal):
    """Nobody would take verification codes to people: fact `names`, one of which has to be set."""

    code = "server.courier_missing"


@dataclass(frozen=True, slots=True)
class Smtp:
    """A mail server; `starttls` is off only for one on this computer."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    starttls: bool = True


@dataclass(frozen=True, slots=True)
class Sms:
    """A gateway that takes short messages over HTTPS."""

    url: str
    token: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Limits:
    """How often is often enough: signing in within five minutes, codes within an hour, by login and by address."""

    sign_ins_per_login: int = 10
    sign_ins_per_address: int = 100
    codes_per_login: int = 20
    codes_per_address: int = 200


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """One server: where its data is, what it signs with, who carries codes, and whose clock counts."""

    database: str = field(repr=False)
    secret: str = field(repr=False)
    smtp: Smtp | None = None
    sms: Sms | None = None
    courier: str | None = None
    clock_file: Path | None = None
    limits: Limits = field(default_factory=Limits)
    time_every: float = 30.0
    request_seconds: float = 30.0


def sqlite_file(database: str) -> Path | None:
    """The file of a database that is one, None for PostgreSQL."""
    return Path(database.removeprefix(_SQLITE)) if database.startswith(_SQLITE) else None


def database_of(environment: Mapping[str, str] = os.environ) -> str:
    """The address of the database; SettingMissing, SettingWrong."""
    expected = f"{_POSTGRES}user:password@host/database or {_SQLITE}/folder/file.db"
    name = "SUPPORTPLAN_DATABASE"
    database = environment.get(name, "")
    if not database:
        raise SettingMissing(name=name, expected=expected)
    is_file = database.startswith(_SQLITE) and len(database) > len(_SQLITE)
    if not (is_file or database.startswith(_POSTGRES)):
        raise SettingWrong(name=name, expected=expected)
    return database


def settings_of(environment: Mapping[str, str] = os.environ) -> ServerSettings:
    """The whole settings of a server; one of the refusals above where something is missing or wrong."""
    clock_file = environment.get("SUPPORTPLAN_CLOCK_FILE")
    settings = ServerSettings(
        database=database_of(environment),
        secret=_secret(environment),
        smtp=_smtp(environment.get("SUPPORTPLAN_SMTP", "")),
        sms=_sms(environment.get("SUPPORTPLAN_SMS", ""), environment.get("SUPPORTPLAN_SMS_TOKEN", "")),
        courier=_courier(environment.get("SUPPORTPLAN_COURIER", "")),
        clock_file=Path(clock_file) if clock_file else None,
        limits=Limits(
            sign_ins_per_login=_number(environment, "SUPPORTPLAN_SIGN_INS_PER_LOGIN", Limits().sign_ins_per_login),
            sign_ins_per_address=_number(
                environment, "SUPPORTPLAN_SIGN_INS_PER_ADDRESS", Limits().sign_ins_per_address
            ),
            codes_per_login=_number(environment, "SUPPORTPLAN_CODES_PER_LOGIN", Limits().codes_per_login),
            codes_per_address=_number(environment, "SUPPORTPLAN_CODES_PER_ADDRESS", Limits().codes_per_address),
        ),
        time_every=_seconds(environment, "SUPPORTPLAN_TIME_EVERY", 30.0),
        request_seconds=_seconds(environment, "SUPPORTPLAN_REQUEST_SECONDS", 30.0),
    )
    if not (settings.smtp or settings.sms or settings.courier):
        raise CourierMissing(names=("SUPPORTPLAN_SMTP", "SUPPORTPLAN_SMS", "SUPPORTPLAN_COURIER"))
    return settings


def check_transport(host: str, *, has_tls: bool, is_behind_proxy: bool) -> None:
    """TransportUnsafe where others could listen in: an address of the network without TLS, here or in a proxy."""
    if not (is_loopback(host) or has_tls or is_behind_proxy):
        raise TransportUnsafe(host=host)


def check_certificate(chain: str | None, key: str | None) -> bool:
    """Whether there is a certificate to show; SettingWrong where it cannot be used, or one of both files is missing."""
    if chain is None and key is None:
        return False
    wrong = SettingWrong(name="--tls-cert, --tls-key", expected="a certificate chain and its key, in PEM files")
    if chain is None or key is None:
        raise wrong
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(chain, key)
    except OSError:
        raise wrong from None
    return True


def is_loopback(host: str) -> bool:
    """Whether only this computer can be meant."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _secret(environment: Mapping[str, str]) -> str:
    name = "SUPPORTPLAN_SECRET"
    secret = environment.get(name, "")
    if not secret:
        raise SecretMissing(name=name)
    if len(secret) < SECRET_LENGTH:
        raise SecretTooShort(name=name, length=len(secret), shortest=SECRET_LENGTH)
    return secret


def _smtp(url: str) -> Smtp | None:
    if not url:
        return None
    expected = "smtp://user:password@host:port?from=address&starttls=required|none-only-on-loopback"
    wrong = SettingWrong(name="SUPPORTPLAN_SMTP", expected=expected)
    try:
        parts = urlsplit(url)
        port = parts.port or _SMTP_PORT
        said = parse_qs(parts.query, strict_parsing=True)
    except ValueError:
        raise wrong from None
    sender, starttls = said.get("from", [""])[0], said.get("starttls", ["required"])[0]
    if parts.scheme != "smtp" or not parts.hostname or "@" not in sender or set(said) - {"from", "starttls"}:
        raise wrong
    is_plain = starttls == "none-only-on-loopback" and is_loopback(parts.hostname)
    if starttls != "required" and not is_plain:
        raise wrong
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Smtp(parts.hostname, port, sender, user, password, starttls=not is_plain)


def _sms(url: str, token: str) -> Sms | None:
    if not url:
        return None
    wrong = SettingWrong(name="SUPPORTPLAN_SMS", expected="https://gateway/path; http only on this computer")
    try:
        parts = urlsplit(url)
    except ValueError:
        raise wrong from None
    host = parts.hostname or ""
    if not host or not (parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host))):
        raise wrong
    return Sms(url, token)


def _courier(name: str) -> str | None:
    if name and name != DEVELOPMENT:
        raise CourierUnknown(courier=name, known=(DEVELOPMENT,))
    return name or None


def _number(environment: Mapping[str, str], name: str, default: int) -> int:
    said = environment.get(name, "")
    if not said:
        return default
    if not (said.isascii() and said.isdigit() and int(said) > 0):
        raise SettingWrong(name=name, expected="a whole number above 0")
    return int(said)


def _seconds(environment: Mapping[str, str], name: str, default: float) -> float:
    said = environment.get(name, "")
    if not said:
        return default
    try:
        seconds = float(said)
    except ValueError:
        seconds = 0
    if not 0 < seconds < float("inf"):
        raise SettingWrong(name=name, expected="seconds above 0")
    return seconds
