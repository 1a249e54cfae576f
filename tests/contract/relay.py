"""A relay before a server that loses the first answer to every command: what was sent got through, and nobody knows."""

from __future__ import annotations

import socket
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from urllib.parse import urlsplit

_KEPT = ("Content-Type", "Authorization", "Accept")


class Relay:
    """Stands at `url` before the server; `lost` are the commands whose answer was lost, by method and path."""

    def __init__(self, server: str, kept: tuple[str, ...]) -> None:
        self.lost: list[str] = []
        self._server = urlsplit(server).netloc
        self.kept = kept  # how paths end whose answers are not lost
        self._seen: set[tuple[str, bytes]] = set()
        self._lock = Lock()
        self._listening = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = Thread(target=self._listening.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._listening.server_port}"

    def close(self) -> None:
        self._listening.shutdown()
        self._listening.server_close()
        self._thread.join()

    def _loses(self, command: str, body: bytes) -> bool:
        with self._lock:
            if command.endswith(self.kept) or (command, body) in self._seen:
                return False
            self._seen.add((command, body))
            self.lost.append(command)
            return True

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        relay = self

        class Handler(BaseHTTPRequestHandler):
            def handle_one_request(self) -> None:
                self.raw_requestline = self.rfile.readline(65536)
                if not self.raw_requestline or not self.parse_request():
                    self.close_connection = True
                    return
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                status, kind, answer = self._asked(body)
                if self.command != "GET" and relay._loses(f"{self.command} {self.path}", body):
                    self.close_connection = True
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def _asked(self, body: bytes) -> tuple[int, str, bytes]:
                connection = HTTPConnection(relay._server, timeout=30)
                headers = {name: self.headers[name] for name in _KEPT if name in self.headers}
                connection.request(self.command, self.path, body or None, headers)
                answer = connection.getresponse()
                told = (answer.status, answer.headers.get("Content-Type", ""), answer.read())
                connection.close()
                return told

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler
