"""Connecting a profile to a server: what is asked for, what is refused, and what the next start knows."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import trustme
from PySide6.QtWidgets import QPushButton

from tests.server.people import Registry
from tests.server.running import RunningServer, environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.postgres import Cluster
    from tests.ui.drivers.remote import RemoteDriver
    from tests.ui.remote.office import Office


@dataclass(frozen=True, slots=True)
class SecureServer:
    """A server over TLS, whose certificate is for its address only, and the authority that issued it."""

    url: str
    registry: Registry
    authority: Path


@pytest.fixture
def secure(cluster: Cluster, tmp_path: Path) -> Iterator[SecureServer]:
    authority = trustme.CA()
    issued = authority.issue_cert("127.0.0.1")
    certificate, key, trusted = (tmp_path / name for name in ("certificate.pem", "key.pem", "authority.pem"))
    issued.cert_chain_pems[0].write_to_path(certificate)
    issued.private_key_pem.write_to_path(key)
    authority.cert_pem.write_to_path(trusted)
    database = cluster.database()
    registry = Registry(database)
    server = RunningServer(environment(database), "--tls-cert", str(certificate), "--tls-key", str(key))
    yield SecureServer(server.url, registry, trusted)
    server.stop()
    registry.store.close()


class _Something(BaseHTTPRequestHandler):
    """Answers everything, as a router or a hotel's page does."""

    def do_POST(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_arguments: object) -> None:
        pass


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """The address of a server of something else."""
    server = HTTPServer(("127.0.0.1", 0), _Something)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_new_profile_asks_for_a_server_and_shows_its_plan_once_signed_in(
    window: RemoteDriver, office: Office
) -> None:
    login = office.login(office.account("Harbor Retail"))
    window.start()
    assert "Connect to a server" in window.words()
    window.sign_in(office.url, login)
    assert window.window.top_bar.switcher.text() == "Harbor Retail"
    assert window.chip == office.url.removeprefix("http://")
    assert window.trouble == ""
    assert window.text("funds.balance") == "$1,000.00"


def test_a_wrong_password_is_refused_and_everything_typed_stays(window: RemoteDriver, office: Office) -> None:
    login = office.login(office.account())
    window.start().sign_in(office.url, login, "not that one")
    assert "not right" in window.refused
    assert (window.typed("server"), window.typed("login")) == (office.url, login)
    window.sign_in()
    assert window.text("funds.balance") == "$1,000.00"


def test_an_address_that_would_send_the_password_in_the_open_is_not_connected_to(window: RemoteDriver) -> None:
    window.start().sign_in("http://plans.company.example", "lin.chen")
    assert "http only on this computer" in window.refused


def test_nothing_is_asked_while_a_field_is_empty(window: RemoteDriver) -> None:
    window.start().fill_in("plans.company.example", "lin.chen", "").click("connect.submit")
    assert window.refused == ""
    assert window.button("connect.submit").text() == "Sign In"


def test_a_certificate_that_is_not_trusted_is_explained_and_there_is_no_way_past_it(
    window: RemoteDriver, secure: SecureServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    login = secure.registry.login(secure.registry.account("Harbor Retail"))
    window.start().sign_in(secure.url, login)
    assert window.refused.startswith(f"The certificate of {secure.url} cannot be trusted.")
    assert "Nothing was sent." in window.refused
    assert window.typed("login") == login
    assert {button.text() for button in window.page.findChildren(QPushButton) if button.isVisible()} == {"Sign In"}
    monkeypatch.setenv("SSL_CERT_FILE", str(secure.authority))  # as where an organization's own is installed
    window.start_again().sign_in(secure.url, login)
    assert window.window.top_bar.switcher.text() == "Harbor Retail"


def test_a_certificate_of_another_address_is_named_as_such(
    window: RemoteDriver, secure: SecureServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(secure.authority))
    window.start().sign_in(secure.url.replace("127.0.0.1", "localhost"), "lin.chen")
    assert "It belongs to another address." in window.refused


def test_too_many_tries_are_told_with_the_seconds_to_wait_and_the_button_waits_too(
    window: RemoteDriver, cluster: Cluster
) -> None:
    database = cluster.database()
    server = RunningServer(environment(database, SIGN_INS_PER_LOGIN="2"))
    try:
        window.start()
        for _ in range(3):
            window.sign_in(server.url, "lin.chen", "not that one")
    finally:
        server.stop()
    assert window.refused.startswith("Too many tries to sign in. The server takes the next one in ")
    button = window.button("connect.submit")
    assert not button.isEnabled()
    assert re.fullmatch(r"Sign in in \d+ s", button.text())
    before = button.text()
    window.wait(lambda: button.text() != before)


def test_a_server_of_something_else_is_told_from_one_of_ours(window: RemoteDriver, elsewhere: str) -> None:
    window.start().sign_in(elsewhere, "lin.chen")
    assert "is not a server this application can talk to" in window.refused
