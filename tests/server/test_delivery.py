"""Codes on their way to people: a real mail server with TLS, a real gateway for short messages, and both failing."""

from __future__ import annotations

import json
import re
import socket
import ssl
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from supportplan_desktop.domain.orders import Order, OrderStatus
from supportplan_desktop.services.interfaces import VerificationStatus
from tests.server.people import PAYMENT, Caller
from tests.server.running import RunningServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.server.conftest import NewCaller, Registries, StartServer

USER, PASSWORD, TOKEN = "post", "p@ss/word", "a token of the gateway"
CODE = re.compile(r"\b(\d{6})\b")


@dataclass
class MailServer:
    """Takes mail over TLS from whoever knows the password."""

    port: int = 0
    mail: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)

    async def handle_DATA(self, _server: object, _session: object, envelope: Any) -> str:  # noqa: ANN401 - aiosmtpd's
        self.mail.append(message_from_bytes(envelope.content, policy=policy.default))
        self.recipients.extend(envelope.rcpt_tos)
        return "250 taken"

    def url(self, **query: str) -> str:
        asked = "&".join(f"{name}={value}" for name, value in ({"from": "plans@vendor.example"} | query).items())
        return f"smtp://{USER}:p%40ss%2Fword@localhost:{self.port}?{asked}"


@pytest.fixture
def authority(tmp_path: Path) -> tuple[trustme.CA, str]:
    made = trustme.CA()
    file = tmp_path / "trusted.pem"
    made.cert_pem.write_to_path(str(file))
    return made, str(file)


@contextmanager
def mail_server(authority: trustme.CA | None) -> Iterator[MailServer]:
    """A mail server that speaks TLS with a certificate of that authority, or without one in the open."""
    context = None
    if authority is not None:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        authority.issue_cert("localhost").configure_cert(context)
    made = MailServer(free_port())

    def knows(_server: object, _session: object, _envelope: object, _mechanism: str, said: object) -> AuthResult:
        assert isinstance(said, LoginPassword)
        return AuthResult(success=(said.login, said.password) == (USER.encode(), PASSWORD.encode()))

    controller = Controller(
        made,
        hostname="localhost",
        port=made.port,
        tls_context=context,
        require_starttls=context is not None,
        authenticator=knows,
        auth_required=context is not None,
        auth_require_tls=True,
    )
    controller.start()
    try:
        yield made
    finally:
        controller.stop()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
    return port


class Gateway(ThreadingHTTPServer):
    """Takes short messages, or says no with a status."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Taking)
        self.status = 202
        self.taken: list[tuple[str | None, dict[str, str]]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/send"


class _Taking(BaseHTTPRequestHandler):
    server: Gateway

    def do_POST(self) -> None:
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.taken.append((self.headers["Authorization"], said))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    made = Gateway()
    thread = Thread(target=made.serve_forever)
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


@dataclass
class Desk:
    """A server with one customer at it, who has an order to pay."""

    server: RunningServer
    person: Caller
    order: Order

    def ask_for_code(self, channel: str) -> int:
        return self.person.client.put(self.path, json={"channel": channel}).status_code

    @property
    def path(self) -> str:
        return f"/v1/orders/{self.order.id}/verification"

    def status(self) -> VerificationStatus:
        return self.person.ask(VerificationStatus, f"orders/{self.order.id}/verification")

    def pay(self, code: str) -> OrderStatus:
        return self.person.put(Order, f"orders/{self.order.id}/payment", PAYMENT | {"code": code}).status


@pytest.fixture
def desk(database: str, start: StartServer, register: Registries, talk: NewCaller) -> Callable[..., Desk]:
    def begin(smtp: str = "", sms: str = "", token: str = "") -> Desk:
        server = start(database, COURIER="", SMTP=smtp, SMS=sms, SMS_TOKEN=token)
        registry = register(database)
        person = talk(server.url, registry.login(registry.account()))
        return Desk(server, person, person.order())

    return begin


def test_a_code_comes_by_mail_over_tls(
    desk: Callable[..., Desk], authority: tuple[trustme.CA, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", authority[1])
    with mail_server(authority[0]) as post:
        customer = desk(smtp=post.url())
        assert customer.ask_for_code("email") == 200
        (letter,) = post.mail
        text = letter.get_content()
        code = CODE.findall(text)[0]
        assert post.recipients == ["lin.chen@harbor.example"]
        assert letter["From"] == "plans@vendor.example"
        assert customer.order.number in letter["Subject"]
        assert code not in letter["Subject"]
        assert "90.00 USD" in text
        assert "Business" in text
        assert "商业级" in text
        assert customer.pay(code) is OrderStatus.COMPLETED
        assert customer.server.stop() == 0
        assert code not in customer.server.everything_said.replace(customer.order.number, "")


def test_a_code_comes_by_short_message(desk: Callable[..., Desk], gateway: Gateway) -> None:
    customer = desk(sms=gateway.url, token=TOKEN)
    assert customer.ask_for_code("phone") == 200
    ((authorization, said),) = gateway.taken
    assert (authorization, said["to"]) == (f"Bearer {TOKEN}", "+8613812342046")
    assert customer.pay(CODE.findall(said["text"])[0]) is OrderStatus.COMPLETED
    assert TOKEN not in customer.server.everything_said


def refused(customer: Desk, channel: str) -> None:
    """A code that does not arrive is refused by name, and counts for nothing."""
    before = customer.status()
    answer = customer.person.client.put(customer.path, json={"channel": channel})
    assert (answer.status_code, answer.json()["code"]) == (409, "verification.not_delivered")
    assert answer.json()["facts"] == {"channel": channel}
    after = customer.status()
    assert (after.resend_in, after.sends_left, after.channel) == (0, before.sends_left, before.channel)
    assert customer.server.wait_for_log(lambda lines: [line for line in lines if "a code was not delivered" in line])
    for contact in ("lin.chen", "13812342046"):
        assert contact not in customer.server.everything_said


def test_a_mail_server_that_cannot_be_trusted_is_told_nothing(
    desk: Callable[..., Desk], authority: tuple[trustme.CA, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", authority[1])
    with mail_server(trustme.CA()) as post:
        refused(desk(smtp=post.url()), "email")
        assert post.mail == []


def test_a_mail_server_without_tls_is_told_nothing(desk: Callable[..., Desk]) -> None:
    with mail_server(None) as post:
        refused(desk(smtp=post.url()), "email")
        assert post.mail == []


def test_mail_goes_in_the_open_to_this_computer_where_that_was_asked_for(desk: Callable[..., Desk]) -> None:
    with mail_server(None) as post:
        url = post.url(starttls="none-only-on-loopback").replace(f"{USER}:p%40ss%2Fword@", "")
        assert desk(smtp=url).ask_for_code("email") == 200
        assert len(post.mail) == 1


def test_a_gateway_that_says_no_or_is_not_there_leaves_the_other_way(
    desk: Callable[..., Desk],
    gateway: Gateway,
    authority: tuple[trustme.CA, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", authority[1])
    with mail_server(authority[0]) as post:
        customer = desk(sms=gateway.url, smtp=post.url())
        gateway.status = 500
        refused(customer, "phone")
        gateway.status = 302
        refused(customer, "phone")
        assert customer.ask_for_code("email") == 200
        undelivered = CODE.findall(gateway.taken[-1][1]["text"])[0]
        assert customer.person.problem("PUT", f"orders/{customer.order.id}/payment", PAYMENT | {"code": undelivered})
        assert customer.pay(CODE.findall(post.mail[0].get_content())[0]) is OrderStatus.COMPLETED


def test_a_channel_that_has_no_courier_is_refused(desk: Callable[..., Desk], gateway: Gateway) -> None:
    customer = desk(sms=gateway.url)
    answer = customer.person.client.put(customer.path, json={"channel": "email"})
    assert answer.json()["code"] == "verification.not_delivered"
    assert customer.ask_for_code("phone") == 200
