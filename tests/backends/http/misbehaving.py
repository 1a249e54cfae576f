"""A server that does what it is told to: it takes one request after the other and treats each as the next in turn.

Raw sockets, because what has to be shown is what no proper server does.
"""

from __future__ import annotations

import json
import socket
import ssl
import struct
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Condition, Event, Thread
from time import monotonic

from supportplan_desktop.api import PROBLEM

PATIENCE = 30.0
_RESET = struct.pack("ii", 1, 0)  # SO_LINGER: close at once, by a reset


@dataclass
class Visit:
    """One request, and the connection it came by."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: str
    connection: socket.socket
    at: float
    ended: Event

    def send(self, raw: bytes) -> None:
        self.connection.sendall(raw)

    def reset(self) -> None:
        """Break the connection off, as a network does."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        self.connection.close()

    @property
    def token(self) -> str:
        return self.headers.get("authorization", "").removeprefix("Bearer ")


@dataclass
class MisbehavingServer:
    """Listens on this computer; `visits` are the requests so far. `tls` makes it a server over TLS."""

    tls: ssl.SSLContext | None = None
    visits: list[Visit] = field(default_factory=list)
    accepted: int = 0
    _treatments: list[Callable[[Visit], None]] = field(default_factory=list)
    _open: list[socket.socket] = field(default_factory=list)
    _threads: list[Thread] = field(default_factory=list)
    _ended: Event = field(default_factory=Event)
    _more: Condition = field(default_factory=Condition)

    def __post_init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        scheme, host = ("https", "localhost") if self.tls else ("http", "127.0.0.1")
        self.url = f"{scheme}://{host}:{self.port}"
        self._begin(self._listen)

    def will(self, *treatments: Callable[[Visit], None]) -> None:
        """Treat the next requests so; what comes after them is not expected and gets nothing."""
        self._treatments += treatments

    @property
    def asked(self) -> list[str]:
        return [f"{visit.method} {visit.path}" for visit in self.visits]

    def wait_for(self, many: int) -> None:
        """Come back when so many requests have come."""
        with self._more:
            assert self._more.wait_for(lambda: len(self.visits) >= many, PATIENCE)

    def close(self) -> None:
        if self._ended.is_set():
            return
        self._ended.set()
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for connection in self._open:
            with suppress(OSError):  # whoever asked was first
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(PATIENCE)

    def _begin(self, call: Callable[..., None], *values: object) -> None:
        thread = Thread(target=call, args=values)
        self._threads.append(thread)
        thread.start()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self.accepted += 1
            self._open.append(connection)
            self._begin(self._serve, connection)

    def _serve(self, plain: socket.socket) -> None:
        with plain:
            plain.settimeout(PATIENCE)
            try:
                connection = self.tls.wrap_socket(plain, server_side=True) if self.tls else plain
                with connection:
                    while not self._ended.is_set() and self._take(connection):
                        pass
            except OSError:
                return  # whoever asked has gone

    def _take(self, connection: socket.socket) -> bool:
        """Take one request and treat it; whether another may come."""
        with connection.makefile("rb") as stream:
            first = stream.readline().decode()
            if not first:
                return False
            method, path, _ = first.split(" ")
            lines = iter(lambda: stream.readline().decode().strip(), "")
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
            body = stream.read(int(headers.get("content-length", 0))).decode()
        visit = Visit(method, path, headers, body, connection, monotonic(), self._ended)
        with self._more:
            self.visits.append(visit)
            treatment = self._treatments.pop(0) if self._treatments else hang_up
            self._more.notify_all()
        treatment(visit)
        return connection.fileno() >= 0


def raw(status: str, headers: Mapping[str, str], body: bytes, length: int | None = None) -> bytes:
    told = {"Content-Length": str(len(body) if length is None else length)} | dict(headers)
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in told.items())]
    return "\r\n".join([*lines, "", ""]).encode() + body


def answer(status: int, body: str | bytes = "", kind: str = "text/html", **headers: str) -> Callable[[Visit], None]:
    """Answer with that, of that kind; underscores in the names of headers are dashes."""
    sent = body if isinstance(body, bytes) else body.encode()
    told = {"Content-Type": kind} | {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda visit: visit.send(raw(f"{status} As told", told, sent))


def said(value: object) -> Callable[[Visit], None]:
    """Answer properly, with that as JSON."""
    return answer(200, json.dumps(value), "application/json")


def refused(status: int, code: str, retry_after: int | None = None, **facts: object) -> Callable[[Visit], None]:
    """Refuse as a server of ours does."""
    problem = {"type": "about:blank", "title": "", "status": status, "code": code, "facts": facts}
    headers = {} if retry_after is None else {"Retry_After": str(retry_after)}
    return answer(status, json.dumps(problem), PROBLEM, **headers)


def session(access: str = "access", refresh: str = "next", seconds: int = 900) -> Callable[[Visit], None]:
    """Give a session."""
    return said({"access_token": access, "expires_in": seconds, "refresh_token": refresh})


def nothing_more(visit: Visit) -> None:
    """Take the request and be silent until the test is over."""
    visit.ended.wait(PATIENCE)


def hang_up(visit: Visit) -> None:
    """Close the connection without a word."""
    visit.connection.shutdown(socket.SHUT_RDWR)
    visit.connection.close()


def break_off(visit: Visit) -> None:
    """Begin a proper answer, and reset the connection in the middle of it."""
    visit.send(raw("200 OK", {"Content-Type": "application/json"}, b'{"now": "2019', length=40))
    visit.reset()


def half_close(visit: Visit) -> None:
    """Send half of an answer and say that no more will come, without closing."""
    visit.send(raw("200 OK", {"Content-Type": "application/json"}, b'{"now": "2019', length=40))
    visit.connection.shutdown(socket.SHUT_WR)
    visit.ended.wait(PATIENCE)
