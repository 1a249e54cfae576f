"""The network between a window and its server: one address that stays, which can be cut, and an answer can get lost."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from urllib.parse import urlsplit

_CHUNK = 65536
_HOST = "127.0.0.1"


class Relay:
    """Carries bytes both ways between whoever connects to `url` and the server it leads to."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._listener: socket.socket | None = None
        self._upstream = (_HOST, 0)
        self._loses = b""
        self.lost = threading.Event()
        """An answer has got lost, and with it the way to the server."""
        self.passed = threading.Event()
        """The request that was to be told of is through."""
        self._tells_of = b""
        with socket.create_server((_HOST, 0)) as found:
            self._port: int = found.getsockname()[1]

    @property
    def url(self) -> str:
        return f"http://{_HOST}:{self._port}"

    def lead_to(self, url: str) -> None:
        """Let everybody through to the server there."""
        parts = urlsplit(url)
        assert parts.port is not None
        self._upstream = (_HOST, parts.port)
        if self._listener is None:
            self._listener = socket.create_server((_HOST, self._port))
            self._start(self._accept, self._listener)

    def lose_answer_to(self, path: str) -> None:
        """Let the next request to that path through, and neither its answer nor anything after it."""
        self.lost.clear()
        self._loses = path.encode()

    def tell_of(self, path: str) -> None:
        """Set `passed` once a request to that path is through."""
        self.passed.clear()
        self._tells_of = path.encode()

    def cut(self) -> None:
        """Let nobody through: connections end, and new ones are refused."""
        listener, self._listener = self._listener, None
        if listener is not None:
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        with self._lock:
            ends = list(self._open)
        for end in ends:
            _end(end)

    def close(self) -> None:
        self.cut()
        for thread in self._threads:
            thread.join(10)

    def _start(self, deed: object, *arguments: object) -> None:
        thread = threading.Thread(target=deed, args=arguments, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                client, _ = listener.accept()
                try:
                    server = socket.create_connection(self._upstream)
                except OSError:
                    client.close()
                    continue
                with self._lock:
                    self._open |= {client, server}
                is_lost = threading.Event()
                self._start(self._carry, client, server, is_lost, True)
                self._start(self._carry, server, client, is_lost, False)

    def _carry(self, source: socket.socket, target: socket.socket, is_lost: threading.Event, asks: bool) -> None:
        with suppress(OSError):
            while data := source.recv(_CHUNK):
                if asks and self._loses and self._loses in data.split(b"\r\n", 1)[0]:
                    self._loses = b""
                    is_lost.set()
                if not asks and is_lost.is_set():
                    self.cut()
                    self.lost.set()
                    break
                target.sendall(data)
                if asks and self._tells_of and self._tells_of in data.split(b"\r\n", 1)[0]:
                    self.passed.set()
        for end in (source, target):
            _end(end)
        with self._lock:
            self._open -= {source, target}
        source.close()


def _end(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
