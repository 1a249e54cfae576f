"""A server refuses to start where it would be unsafe or useless, and says which of its settings is to blame."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import httpx2
import pytest
import trustme

from supportplan_desktop.server.settings import (
    CourierMissing,
    CourierUnknown,
    SecretMissing,
    SecretTooShort,
    SettingMissing,
    SettingWrong,
    Sms,
    Smtp,
    TransportUnsafe,
    check_transport,
    is_loopback,
    settings_of,
)
from tests.server.people import PASSWORD
from tests.server.running import SECRET, environment, run

if TYPE_CHECKING:
    from pathlib import Path

    from supportplan_desktop.domain.errors import Refusal
    from tests.postgres import Cluster
    from tests.server.conftest import NewCaller, StartServer

POSTGRES = "postgresql+psycopg://billing:a%40b@db.example/plans"
COMPLETE = {
    "SUPPORTPLAN_DATABASE": POSTGRES,
    "SUPPORTPLAN_SECRET": SECRET,
    "SUPPORTPLAN_COURIER": "development",
}


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"SUPPORTPLAN_SECRET": ""}, SecretMissing),
        ({"SUPPORTPLAN_SECRET": "x" * 31}, SecretTooShort),
        ({"SUPPORTPLAN_DATABASE": ""}, SettingMissing),
        ({"SUPPORTPLAN_DATABASE": "postgresql://db.example/plans"}, SettingWrong),
        ({"SUPPORTPLAN_DATABASE": "mysql://db.example/plans"}, SettingWrong),
        ({"SUPPORTPLAN_DATABASE": "sqlite:///"}, SettingWrong),
        ({"SUPPORTPLAN_COURIER": "pigeon"}, CourierUnknown),
        ({"SUPPORTPLAN_COURIER": ""}, CourierMissing),
        ({"SUPPORTPLAN_SMTP": "smtp://mail.example"}, SettingWrong),
        ({"SUPPORTPLAN_SMTP": "http://mail.example?from=a@b.example"}, SettingWrong),
        ({"SUPPORTPLAN_SMTP": "smtp://mail.example:many?from=a@b.example"}, SettingWrong),
        ({"SUPPORTPLAN_SMTP": "smtp://mail.example?from=a@b.example&starttls=none-only-on-loopback"}, SettingWrong),
        ({"SUPPORTPLAN_SMTP": "smtp://mail.example?from=a@b.example&starttls=maybe"}, SettingWrong),
        ({"SUPPORTPLAN_SMTP": "smtp://mail.example?from=a@b.example&verify=no"}, SettingWrong),
        ({"SUPPORTPLAN_SMS": "http://gateway.example/send"}, SettingWrong),
        ({"SUPPORTPLAN_SMS": "gateway"}, SettingWrong),
        ({"SUPPORTPLAN_SIGN_INS_PER_LOGIN": "0"}, SettingWrong),
        ({"SUPPORTPLAN_CODES_PER_ADDRESS": "many"}, SettingWrong),
        ({"SUPPORTPLAN_TIME_EVERY": "-1"}, SettingWrong),
        ({"SUPPORTPLAN_REQUEST_SECONDS": "inf"}, SettingWrong),
    ],
    ids=str,
)
def test_a_setting_that_cannot_be_meant_is_named_and_not_repeated(
    change: dict[str, str], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal) as refused:
        settings_of(COMPLETE | change)
    (name, value) = next(iter(change.items()))
    if refusal not in {CourierUnknown, CourierMissing}:
        assert refused.value.facts["name"] == name
        assert value not in refused.value.facts.values()


def test_a_setting_is_read_as_it_is_written() -> None:
    settings = settings_of(
        COMPLETE
        | {
            "SUPPORTPLAN_COURIER": "",
            "SUPPORTPLAN_SMTP": "smtp://post:p%40ss@mail.example:2525?from=plans@example.com",
            "SUPPORTPLAN_SMS": "https://gateway.example/send",
            "SUPPORTPLAN_SMS_TOKEN": "token",
            "SUPPORTPLAN_SIGN_INS_PER_ADDRESS": "7",
        }
    )
    assert settings.smtp == Smtp("mail.example", 2525, "plans@example.com", "post", "p@ss", starttls=True)
    assert settings.sms == Sms("https://gateway.example/send", "token")
    assert settings.limits.sign_ins_per_address == 7
    for secret in (SECRET, "p@ss", "token", "a%40b"):
        assert secret not in repr(settings)


def test_mail_without_tls_goes_to_this_computer_only() -> None:
    url = "smtp://127.0.0.1:25?from=a@b.example&starttls=none-only-on-loopback"
    smtp = settings_of(COMPLETE | {"SUPPORTPLAN_SMTP": url}).smtp
    assert smtp is not None
    assert not smtp.starttls


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "plans.example"])
def test_other_computers_are_not_talked_to_in_the_open(host: str) -> None:
    with pytest.raises(TransportUnsafe):
        check_transport(host, has_tls=False, is_behind_proxy=False)
    check_transport(host, has_tls=True, is_behind_proxy=False)
    check_transport(host, has_tls=False, is_behind_proxy=True)
    assert not is_loopback(host)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1", "localhost"])
def test_this_computer_may_be_talked_to_without_tls(host: str) -> None:
    check_transport(host, has_tls=False, is_behind_proxy=False)


def test_what_is_refused_is_said_on_the_command_line_with_its_code(
    cluster: Cluster, database: str, tmp_path: Path
) -> None:
    serve = ["serve", "--port", "0"]
    unreachable = f"postgresql+psycopg://postgres@/none?host={tmp_path}"
    for env, options, code, status in (
        (environment(database, SECRET=""), [], "server.secret_missing", 3),
        (environment(database, SECRET="short"), [], "server.secret_too_short", 3),
        (environment(database), ["--host", "0.0.0.0"], "server.transport_unsafe", 3),
        (environment(database, COURIER="pigeon"), [], "server.courier_unknown", 3),
        (environment(cluster.empty_database()), [], "store.unavailable", 4),
        (environment(unreachable), [], "store.unavailable", 4),
        (environment(database), ["--tls-cert", "nowhere.pem", "--tls-key", "nowhere.pem"], "server.setting_wrong", 3),
        (environment(database), ["--tls-cert", "nowhere.pem"], "server.setting_wrong", 3),
    ):
        done = run([*serve, *options], env)
        assert (done.returncode, done.stdout) == (status, ""), done.stderr
        assert done.stderr.startswith(f"supportplan-server: {code}: ")
        assert "Traceback" not in done.stderr
        assert SECRET not in done.stderr
    assert run(["serve", "--workers", "0"], environment(database)).returncode == 2


def test_other_computers_are_talked_to_over_tls(database: str, start: StartServer, tmp_path: Path) -> None:
    authority = trustme.CA()
    certificate = authority.issue_cert("127.0.0.1")
    chain, key, trusted = (str(tmp_path / name) for name in ("chain.pem", "key.pem", "trusted.pem"))
    certificate.private_key_pem.write_to_path(key)
    for pem in certificate.cert_chain_pems:
        pem.write_to_path(chain, append=True)
    authority.cert_pem.write_to_path(trusted)
    server = start(database, "--tls-cert", chain, "--tls-key", key)
    assert server.url.startswith("https://")
    with httpx2.Client(base_url=server.url, verify=ssl.create_default_context(cafile=trusted)) as client:
        assert client.get("/readyz").status_code == 200
    with httpx2.Client(base_url=server.url) as client, pytest.raises(httpx2.ConnectError):
        client.get("/readyz")


def test_only_a_proxy_tells_who_asked(database: str, start: StartServer, talk: NewCaller) -> None:
    def statuses(*options: str) -> list[int]:
        client = talk(start(database, *options, SIGN_INS_PER_ADDRESS="1").url).client
        body = {"name": "nobody", "password": PASSWORD}
        addresses = ("192.0.2.1", "192.0.2.2", "192.0.2.3")
        asked = [client.post("/v1/sessions", json=body, headers={"X-Forwarded-For": one}) for one in addresses]
        return [answer.status_code for answer in asked]

    assert statuses("--behind-proxy") == [401, 401, 401]
    assert statuses().count(429) >= 1
