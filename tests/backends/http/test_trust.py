"""Whom the client trusts: certificates are never passed over, and nothing is sent to whoever shows a bad one."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import trustme

from supportplan_desktop.backends.http.data import checked_server
from supportplan_desktop.domain.errors import CertificateRefused, InvalidInput
from tests.backends.http.conftest import LOGIN
from tests.backends.http.misbehaving import session

if TYPE_CHECKING:
    from tests.backends.http.conftest import Connect, Serve
    from tests.backends.http.misbehaving import MisbehavingServer

NOW = datetime.now(UTC)


def shown_by(certificate: trustme.LeafCert) -> ssl.SSLContext:
    """What a server with that certificate shows."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    certificate.configure_cert(context)
    return context


@pytest.fixture
def trust(authority: trustme.CA) -> ssl.SSLContext:
    """The trust of a system that knows the authority."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def refused_by(connect: Connect, server: MisbehavingServer, trust: ssl.SSLContext | None) -> str:
    """What is said of a server that is not trusted: it is asked once, and told nothing."""
    with pytest.raises(CertificateRefused) as refusal:
        connect(server.url, trust=trust).sign_in(LOGIN, "a password")
    assert refusal.value.code == "server.certificate"
    assert refusal.value.facts["server"] == server.url
    assert (server.accepted, server.visits) == (1, [])
    return str(refusal.value.facts["detail"])


def test_a_good_certificate_is_trusted(
    serve: Serve, connect: Connect, authority: trustme.CA, trust: ssl.SSLContext
) -> None:
    server = serve(shown_by(authority.issue_cert("localhost")))
    server.will(session())
    connect(server.url, trust=trust).sign_in(LOGIN, "a password")
    assert server.asked == ["POST /v1/sessions"]


def test_an_authority_that_the_system_does_not_know_is_not_trusted(
    serve: Serve, connect: Connect, authority: trustme.CA
) -> None:
    server = serve(shown_by(authority.issue_cert("localhost")))
    assert "unable to get local issuer certificate" in refused_by(connect, server, None)


def test_a_certificate_of_its_own_making_is_not_trusted(serve: Serve, connect: Connect, trust: ssl.SSLContext) -> None:
    server = serve(shown_by(trustme.CA().issue_cert("localhost")))
    assert refused_by(connect, server, trust)


def test_a_certificate_that_has_expired_is_not_trusted(
    serve: Serve, connect: Connect, authority: trustme.CA, trust: ssl.SSLContext
) -> None:
    expired = authority.issue_cert("localhost", not_before=NOW - timedelta(days=90), not_after=NOW - timedelta(days=1))
    assert "expired" in refused_by(connect, serve(shown_by(expired)), trust)


def test_a_certificate_of_another_host_is_not_trusted(
    serve: Serve, connect: Connect, authority: trustme.CA, trust: ssl.SSLContext
) -> None:
    server = serve(shown_by(authority.issue_cert("plans.example")))
    assert "localhost" in refused_by(connect, server, trust)


# Addresses


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("plans.example", "https://plans.example"),
        (" https://plans.example/ ", "https://plans.example"),
        ("https://plans.example:8443/office/", "https://plans.example:8443/office"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://127.9.9.9", "http://127.9.9.9"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_an_address_is_taken_as_it_is_meant(said: str, meant: str) -> None:
    assert checked_server(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "http://plans.example",
        "http://192.168.1.20:8000",
        "http://localhost.plans.example",
        "http://127.0.0.1.plans.example",
        "http://0.0.0.0",
        "HTTP://plans.example",
    ],
)
def test_nothing_is_said_in_the_open_but_on_this_computer(said: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        checked_server(said)
    assert refusal.value.facts == {"field": "server", "value": said}


@pytest.mark.parametrize(
    "said",
    [
        "",
        "https://",
        "ftp://plans.example",
        "https://lin:secret@plans.example",
        "https://plans.example:0",
        "https://plans.example:99999",
        "https://plans.example:eighty",
        "https://plans.example/?office=1",
        "https://plans.example/#office",
        "plans example",
        "https://[::1",
        "file:///etc/passwd",
    ],
)
def test_what_is_no_address_is_refused(said: str) -> None:
    with pytest.raises(InvalidInput):
        checked_server(said)
