"""Where the codes of a server arrive: a gateway for short messages and a mail server, both on this computer."""

from __future__ import annotations

import json
import re
import socket
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING
from urllib.request import urlopen

from aiosmtpd.controller import Controller

if TYPE_CHECKING:
    from aiosmtpd.smtp import SMTP, Envelope
    from aiosmtpd.smtp import Session as SmtpSession

_SMS = re.compile(r"(\d+) is your code for order (\w+),")
_MAIL = re.compile(r"code is (\d+)\..*confirms order (\w+),", re.DOTALL)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
    return port


class Letters:
    """The newest code of each order, by its number, and what a server has to be told to send them here."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._sms = ThreadingHTTPServer(("127.0.0.1", 0), self._gateway())
        self._thread = Thread(target=self._sms.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()
        port = _free_port()
        self._mail = Controller(self, hostname="127.0.0.1", port=port)
        self._mail.start()
        self.settings = {
            "COURIER": "",
            "SMS": f"http://127.0.0.1:{self._sms.server_port}/messages",
            "SMTP": f"smtp://127.0.0.1:{port}?from=codes@supportplan.example&starttls=none-only-on-loopback",
        }

    def code(self, number: str) -> str:
        """The newest code for the order of that number; it has arrived once the server says that it was sent."""
        return self._codes[number]

    @staticmethod
    def read(url: str) -> str:
        """What is told at an address that anybody may ask."""
        with urlopen(url, timeout=30) as answer:
            text: str = answer.read().decode()
        return text

    def close(self) -> None:
        self._sms.shutdown()
        self._sms.server_close()
        self._thread.join()
        self._mail.stop()

    async def handle_DATA(self, server: SMTP, session: SmtpSession, envelope: Envelope) -> str:
        """Take a mail."""
        del server, session
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=policy.default)
        self._keep(_MAIL, mail.get_content())
        return "250 OK"

    def _keep(self, pattern: re.Pattern[str], text: str) -> None:
        found = pattern.search(text)
        assert found is not None, text
        self._codes[found[2]] = found[1]

    def _gateway(self) -> type[BaseHTTPRequestHandler]:
        keep = self._keep

        class Gateway(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                keep(_SMS, sent["text"])
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Gateway
