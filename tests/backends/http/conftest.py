from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
import trustme

from supportplan_desktop.backends.http.client import Connection, Patience
from supportplan_desktop.backends.tokens import MemoryTokens
from tests.backends.http.misbehaving import MisbehavingServer

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator


LOGIN = "lin.chen"
IMPATIENT = Patience(connect=2.0, answer=0.3, attempts=3, first_wait=0.01)


class Serve(Protocol):
    """Starts a server that does what it is told to; over TLS where a context is given."""

    def __call__(self, tls: ssl.SSLContext | None = None) -> MisbehavingServer: ...


class Connect(Protocol):
    """A connection to a server, with a token to begin a session with."""

    def __call__(
        self,
        server: str,
        patience: Patience = ...,
        trust: ssl.SSLContext | None = None,
        now: Callable[[], float] | None = None,
    ) -> Connection: ...


@pytest.fixture
def serve() -> Iterator[Serve]:
    started: list[MisbehavingServer] = []

    def begin(tls: ssl.SSLContext | None = None) -> MisbehavingServer:
        started.append(MisbehavingServer(tls))
        return started[-1]

    yield begin
    for server in started:
        server.close()


@pytest.fixture
def server(serve: Serve) -> MisbehavingServer:
    return serve()


@pytest.fixture
def tokens() -> MemoryTokens:
    kept = MemoryTokens()
    kept.put("first")
    return kept


@pytest.fixture
def connect(tokens: MemoryTokens) -> Iterator[Connect]:
    made: list[Connection] = []

    def begin(
        server: str,
        patience: Patience = IMPATIENT,
        trust: ssl.SSLContext | None = None,
        now: Callable[[], float] | None = None,
    ) -> Connection:
        clock = {} if now is None else {"now": now}
        made.append(Connection(server, tokens, LOGIN, patience, trust, **clock))
        return made[-1]

    yield begin
    for connection in made:
        connection.close()


@pytest.fixture
def connection(server: MisbehavingServer, connect: Connect) -> Connection:
    return connect(server.url)


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()
